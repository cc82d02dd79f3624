/** One blank-parted piece of a query: `-key:value`, `"a phrase"`, a word. Offsets are 0-based UTF-16 units, end exclusive. */
export interface QueryPiece {
  readonly start: number;
  readonly end: number;
  readonly negated: boolean;
  readonly key?: string;
  /** Without the quotes around it. */
  readonly value: string;
  readonly quoted: boolean;
  /** A quote that nothing closes. */
  readonly open: boolean;
}

const PIECE = /(-?)(?:([A-Za-z][\w-]*):)?(?:"([^"]*)("|$)|(\S*))/y;

/** Cuts a query into its pieces. A key is only a key with a colon; quotes keep blanks, colons and dashes together. */
export function piecesOf(text: string): QueryPiece[] {
  const pieces: QueryPiece[] = [];
  for (let at = 0; at < text.length; ) {
    if (/\s/.test(text[at] ?? "")) {
      at += 1;
      continue;
    }
    PIECE.lastIndex = at;
    const match = PIECE.exec(text);
    const end = PIECE.lastIndex;
    if (!match || end <= at) break;
    const [, dash, key, phrase, closing, bare] = match;
    pieces.push({
      start: at,
      end,
      negated: dash === "-",
      ...(key !== undefined && { key }),
      value: phrase ?? bare ?? "",
      quoted: phrase !== undefined,
      open: phrase !== undefined && closing !== '"',
    });
    at = end;
  }
  return pieces;
}
