import type { TextEdit } from "../../patch/apply.ts";

/** The words that edits put in or take out, once what both sides have is set off against each other. */
export function changedWords(edits: readonly TextEdit[], text: string): Set<string> {
  const balance = new Map<string, number>();
  const count = (words: string, by: number): void => {
    for (const [word] of words.matchAll(/[\p{L}_$][\p{L}\p{N}_$]*/gu)) balance.set(word, (balance.get(word) ?? 0) + by);
  };
  for (const edit of edits) {
    count(text.slice(edit.start, edit.end), -1);
    count(edit.text, 1);
  }
  return new Set([...balance].flatMap(([word, left]) => (left === 0 ? [] : [word])));
}
