const REFUSES =
  /\b(?:(?:i(?:'m| am)?|we(?:'re| are)?)\s+(?:sorry|unable|cannot|can't|can not|could not|couldn't|not able|won't|will not|do not have enough|don't have enough)|unable to (?:provide|generate|produce|create|fix|make|determine)|not (?:a|an) (?:(?:real|actual|true) )?(?:bug|problem|issue|vulnerability|defect)|false[- ]positive|(?:no|not) (?:code )?(?:changes?|fix|edits?|patch) (?:is |are )?(?:needed|required|necessary|possible)|cannot be (?:safely )?(?:fixed|patched|resolved)|unfixable|already (?:fixed|correct|handled|safe)|doesn't need (?:a )?(?:fix|change)|without (?:more|further|additional) (?:context|information))/i;

/** The sentence in which a reply without edits says that it will not or cannot make any; undefined if it does not say so. */
export function refusalSentence(text: string): string | undefined {
  const found = REFUSES.exec(text.slice(0, 20_000));
  if (found === null) return undefined;
  const before = text.slice(0, found.index);
  const ends = [before.lastIndexOf("\n") + 1, ...[". ", "! ", "? "].map((end) => before.lastIndexOf(end) + 2)];
  const from = Math.max(0, ...ends.filter((end) => end !== 1));
  const rest = text.slice(found.index);
  const end = /[.!?](?:\s|$)|\n/.exec(rest);
  return text
    .slice(from, found.index + (end === null ? rest.length : end.index + 1))
    .trim()
    .slice(0, 500);
}
