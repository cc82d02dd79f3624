const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** East Asian wide and full-width characters, and emoji (UAX #11, the ranges that occur in practice). */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u;

const ANSI = /\u001b\[[0-9;]*m/g;

/** How many terminal columns a text takes; colours take none. */
export function widthOf(text: string): number {
  const plain = text.replace(ANSI, "");
  if (/^[\u0020-\u007e]*$/.test(plain)) return plain.length;
  let width = 0;
  for (const { segment } of graphemes.segment(plain)) width += widthOfCharacter(segment);
  return width;
}

function widthOfCharacter(grapheme: string): number {
  if (/^\p{Mark}/u.test(grapheme)) return 0;
  return WIDE.test(grapheme) ? 2 : 1;
}

/** `text` (without colours) cut at the end to at most `columns`, with `mark` where something is missing. */
export function cutEnd(text: string, columns: number, mark: string): string {
  if (widthOf(text) <= columns) return text;
  return take(text, columns - widthOf(mark)) + mark;
}

/** `text` (without colours) cut at its start, as paths are: their end says more. */
export function cutStart(text: string, columns: number, mark: string): string {
  if (widthOf(text) <= columns) return text;
  const characters = Array.from(graphemes.segment(text), ({ segment }) => segment).reverse();
  return (
    mark +
    Array.from(takeCharacters(characters, columns - widthOf(mark)))
      .reverse()
      .join("")
  );
}

/** Breaks a text (without colours) into lines of at most `columns`, between words where it can. At least one line. */
export function wrap(text: string, columns: number): string[] {
  const limit = Math.max(columns, 8);
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ").flatMap((part) => chop(part, limit))) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && widthOf(longer) > limit) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

/** Fills with spaces up to `columns`. */
export function padEnd(text: string, columns: number): string {
  return text + " ".repeat(Math.max(0, columns - widthOf(text)));
}

function chop(word: string, columns: number): string[] {
  const pieces: string[] = [];
  let rest = word;
  while (widthOf(rest) > columns) {
    const piece = take(rest, columns);
    if (piece === "") break;
    pieces.push(piece);
    rest = rest.slice(piece.length);
  }
  return [...pieces, rest];
}

function take(text: string, columns: number): string {
  return [
    ...takeCharacters(
      Array.from(graphemes.segment(text.slice(0, columns * 32)), ({ segment }) => segment),
      columns,
    ),
  ].join("");
}

function* takeCharacters(characters: Iterable<string>, columns: number): Generator<string> {
  let width = 0;
  for (const character of characters) {
    width += widthOfCharacter(character);
    if (width > columns) return;
    yield character;
  }
}
