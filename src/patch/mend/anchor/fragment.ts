import type { IndexedFile } from "../lines.ts";
import type { Placement } from "./match.ts";

const isWord = (char: string): boolean => /[\p{L}\p{N}_$]/u.test(char);

/** Whether cutting between two characters cuts a word in two. */
function splitsWord(left: string, right: string): boolean {
  return left !== "" && right !== "" && isWord(left) && isWord(right);
}

/**
 * Part of one line, as replace-this-string dialects allow: it must be one line, stand in the file once (or once in the
 * line that the reply names) and not begin or end inside a word.
 */
export function fragment(
  file: IndexedFile,
  old: string,
  replacement: string,
  namedLine: number | undefined,
): Placement | "several" | undefined {
  if (old.trim() === "" || old.includes("\n")) return undefined;
  const hits: { line: number; column: number }[] = [];
  for (const [line, text] of file.texts.entries()) {
    for (let column = text.indexOf(old); column >= 0 && hits.length < 1000; column = text.indexOf(old, column + 1))
      hits.push({ line, column });
  }
  const named = hits.filter((hit) => hit.line + 1 === namedLine);
  const [hit, other] = hits.length > 1 && named.length === 1 ? named : hits;
  if (hit === undefined) return undefined;
  if (other !== undefined) return "several";
  const text = file.texts[hit.line] ?? "";
  const end = hit.column + old.length;
  if (splitsWord(text[hit.column - 1] ?? "", old[0] ?? "") || splitsWord(old.at(-1) ?? "", text[end] ?? ""))
    return undefined;
  const insert = (text.slice(0, hit.column) + replacement + text.slice(end)).split("\n");
  return { ops: [{ at: hit.line, remove: 1, insert }], from: hit.line, to: hit.line + 1, rung: "fragment" };
}

/** Every occurrence of a string of one line or whole lines, for a reply that says to replace all. */
export function everywhere(file: IndexedFile, old: string, replacement: string): Placement | undefined {
  if (old === "" || old.includes("\n")) return undefined;
  const ops = file.texts.flatMap((text, at) =>
    text.includes(old) ? [{ at, remove: 1, insert: text.split(old).join(replacement).split("\n") }] : [],
  );
  const first = ops[0];
  return first === undefined
    ? undefined
    : { ops, from: first.at, to: (ops.at(-1)?.at ?? first.at) + 1, rung: "fragment" };
}
