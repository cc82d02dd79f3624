import type { LineOp } from "./anchor/match.ts";
import { type IndexedFile, joinLines, type Lines, splitLines, usualEol } from "./lines.ts";

/**
 * The file's text with all operations done. They must not overlap. New lines take the line end of the line they replace,
 * else of the line above, else below. The byte-order mark stays. A new last line has a line end if the old one had one,
 * unless an operation says otherwise.
 */
export function compose(file: IndexedFile, ops: readonly LineOp[]): string {
  const { texts, eols, bom } = file.lines;
  const usual = usualEol(file.lines);
  const lastIsOpen = texts.length > 0 && eols.at(-1) === "";
  const madeTexts: string[] = [];
  const madeEols: string[] = [];
  let from = 0;
  let lastEol: LineOp["lastEol"];
  for (const op of [...ops].sort((a, b) => a.at - b.at || a.remove - b.remove)) {
    copy(op.at);
    for (const [i, text] of op.insert.entries()) {
      const replaced = i < op.remove ? eols[op.at + i] : undefined;
      madeTexts.push(text);
      madeEols.push(replaced || eols[op.at - 1] || eols[op.at + op.remove] || eols[op.at] || usual);
    }
    from = op.at + op.remove;
    if (from >= texts.length && op.lastEol !== undefined) lastEol = op.lastEol;
  }
  const endIsNew = ops.some((op) => op.at + op.remove >= texts.length && op.insert.length > 0);
  copy(texts.length);
  const end = madeEols.length - 1;
  for (const [i, eol] of madeEols.entries()) {
    if (i < end || lastEol === "add") madeEols[i] = eol || madeEols[i - 1] || usual;
  }
  if (end >= 0 && (lastEol === "drop" || (lastEol === undefined && lastIsOpen && endIsNew))) madeEols[end] = "";
  return joinLines({ bom, texts: madeTexts, eols: madeEols });

  function copy(to: number): void {
    for (let i = from; i < to; i++) {
      madeTexts.push(texts[i] ?? "");
      madeEols.push(eols[i] ?? "");
    }
    from = Math.max(from, to);
  }
}

/** A whole new text in the style of the file it replaces: its line ends, byte-order mark and last line end. */
export function inStyleOf(before: Lines, text: string): string {
  const made = splitLines(text);
  const eol = usualEol(before);
  const open = before.texts.length > 0 && before.eols.at(-1) === "";
  const eols = made.texts.map((_, i) => (i === made.texts.length - 1 && open ? "" : eol));
  return joinLines({ bom: before.bom, texts: made.texts, eols });
}
