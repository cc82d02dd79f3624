/** A piece of code, once with its strings hidden and once as written. */
export interface Piece {
  readonly code: string;
  readonly source: string;
}

/** Splits at every match of `separator` that stands outside of brackets. `separator` must be sticky. */
export function splitTop({ code, source }: Piece, separator: RegExp): Piece[] {
  const pieces: Piece[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < code.length; at++) {
    const char = code[at] ?? "";
    if ("([{".includes(char)) depth++;
    else if (")]}".includes(char)) depth--;
    if (depth !== 0) continue;
    separator.lastIndex = at;
    const match = separator.exec(code);
    if (!match || match[0] === "") continue;
    pieces.push(cut({ code, source }, start, at));
    start = at + match[0].length;
    at = start - 1;
  }
  pieces.push(cut({ code, source }, start, code.length));
  return pieces;
}

/** A stretch of a piece, without the spaces and the parentheses around it. */
export function cut({ code, source }: Piece, from: number, to: number): Piece {
  let start = from;
  let end = to;
  for (;;) {
    while (start < end && /\s/.test(code[start] ?? "")) start++;
    while (end > start && /\s/.test(code[end - 1] ?? "")) end--;
    if (code[start] !== "(" || matching(code, start, end) !== end - 1 || end - start < 3) break;
    start++;
    end--;
  }
  return { code: code.slice(start, end), source: source.slice(start, end) };
}

/** The arguments of a call whose opening bracket stands at `open`. */
export function argumentsAt(piece: Piece, open: number): Piece[] {
  const close = matching(piece.code, open, piece.code.length);
  const inner = { code: piece.code.slice(open + 1, close), source: piece.source.slice(open + 1, close) };
  return splitTop(inner, /,/y).filter(({ code }) => code !== "");
}

/** Brackets that stay open longer are taken for never closed: hostile text must not cost quadratic time. */
const LONGEST = 20_000;

/** The offset of the bracket that closes the one at `open`, or `end`. */
export function matching(code: string, open: number, end: number): number {
  const last = Math.min(end, open + LONGEST);
  const bracket = /[()[\]{}]/g;
  bracket.lastIndex = open;
  let depth = 0;
  for (let match = bracket.exec(code); match && match.index < last; match = bracket.exec(code)) {
    if ("([{".includes(match[0])) depth++;
    else if (--depth === 0) return match.index;
  }
  return end;
}
