import type { LineOp } from "./anchor/match.ts";
import { type IndexedFile, joinLines, type Lines, splitLines, usualEol } from "./lines.ts";

/**
 * The file's text with all operations done. They must not overlap. New lines take the line end of the line they replace,
 * else of the line above, else below; the byte-order mark stays, and so does a missing last line end unless an
 * operation says otherwise.
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
  copy(texts.length);
  const keepsOpen = lastEol === "drop" || (lastIsOpen && lastEol !== "add");
  for (const [i, eol] of madeEols.entries()) {
    const last = i === madeEols.length - 1;
    if (!last && eol === "") madeEols[i] = madeEols[i - 1] || usual;
    else if (last) madeEols[i] = keepsOpen ? "" : eol || madeEols[i - 1] || usual;
  }
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
