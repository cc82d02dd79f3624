import type { TextEdit } from "./apply.ts";

/** A piece of a text, and the UTF-16 offset at which it stands there. */
export interface Piece {
  readonly start: number;
  readonly text: string;
}

/** An edit that knows what it replaces, and what stands around that. */
export interface AnchoredEdit extends TextEdit {
  readonly around: Piece;
}

/** UTF-16 units on each side: enough to tell one blank line of several, or one of two equal lines, from another. */
const REACH = 40;

/** What an edit of `text` replaces, with some of the text on both sides. */
export function aroundEdit(text: string, { start, end }: Pick<TextEdit, "start" | "end">): Piece {
  const from = Math.max(0, start - REACH);
  return { start: from, text: text.slice(from, end + REACH) };
}

/** Pieces of one text as few as possible: those that overlap or touch are one. In the order of the text. */
export function joinPieces(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of [...pieces].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    const end = last === undefined ? -1 : last.start + last.text.length;
    if (last === undefined || piece.start > end) joined.push(piece);
    else joined[joined.length - 1] = { start: last.start, text: last.text + piece.text.slice(end - piece.start) };
  }
  return joined;
}
