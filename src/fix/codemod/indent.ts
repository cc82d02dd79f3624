/** The blanks and tabs at the beginning of the line on which an offset lies. */
export function indentAt(text: string, offset: number): string {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  let end = start;
  while (end < offset && (text[end] === " " || text[end] === "\t")) end++;
  return text.slice(start, end);
}

/**
 * Moves all lines but the first from one indentation to another. Empty lines, and lines that stand further left than `from`,
 * stay as they are where something is taken away. Undefined if neither indentation begins with the other.
 */
export function moveLines(text: string, from: string, to: string): string | undefined {
  if (from === to || !text.includes("\n")) return text;
  const [first = "", ...others] = text.split("\n");
  if (to.startsWith(from)) {
    const more = to.slice(from.length);
    return [first, ...others.map((line) => (line.trim() === "" ? line : more + line))].join("\n");
  }
  if (!from.startsWith(to)) return undefined;
  const less = from.slice(to.length);
  return [first, ...others.map((line) => (line.startsWith(less) ? line.slice(less.length) : line))].join("\n");
}

/** How lines end where an offset lies. */
export function lineEndAt(text: string, offset: number): "\n" | "\r\n" {
  const after = text.indexOf("\n", offset);
  const at = after === -1 ? text.lastIndexOf("\n") : after;
  return text[at - 1] === "\r" ? "\r\n" : "\n";
}
