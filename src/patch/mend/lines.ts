/** A text as lines that can be joined again to exactly the same text. */
export interface Lines {
  /** U+FEFF or nothing. */
  readonly bom: string;
  readonly texts: readonly string[];
  /** The line end of each line; only the last may be empty. */
  readonly eols: readonly string[];
}

/** Splits at LF and CRLF (at CR only where a text knows no LF). An empty text has no lines. */
export function splitLines(text: string): Lines {
  const bom = text.startsWith("\ufeff") ? "\ufeff" : "";
  const body = text.slice(bom.length);
  const mark = !body.includes("\n") && body.includes("\r") ? "\r" : "\n";
  const texts: string[] = [];
  const eols: string[] = [];
  let from = 0;
  while (from < body.length) {
    const end = body.indexOf(mark, from);
    if (end < 0) {
      texts.push(body.slice(from));
      eols.push("");
      break;
    }
    const crlf = mark === "\n" && end > from && body.charCodeAt(end - 1) === 13;
    texts.push(body.slice(from, crlf ? end - 1 : end));
    eols.push(crlf ? "\r\n" : mark);
    from = end + 1;
  }
  return { bom, texts, eols };
}

export function joinLines(lines: Lines): string {
  let text = lines.bom;
  for (const [i, line] of lines.texts.entries()) text += line + (lines.eols[i] ?? "");
  return text;
}

/** The line end that most lines of a text have; LF if none has one. */
export function usualEol(lines: Lines): string {
  const counts = new Map<string, number>();
  for (const eol of lines.eols) if (eol !== "") counts.set(eol, (counts.get(eol) ?? 0) + 1);
  let best = "\n";
  let most = 0;
  for (const [eol, count] of counts) if (count > most) [best, most] = [eol, count];
  return best;
}

/** The lines of a reply's text, whatever its line ends; a last line end opens no further line. */
export function replyLines(text: string): string[] {
  return [...splitLines(text.replace(/\r\n?/g, "\n")).texts];
}

/** A file's lines, with the same lines under looser readings, each made once. */
export class IndexedFile {
  readonly text: string;
  readonly lines: Lines;
  readonly #readings = new Map<(line: string) => string, readonly string[]>();
  readonly #places = new Map<readonly string[], ReadonlyMap<string, readonly number[]>>();

  constructor(text: string) {
    this.text = text;
    this.lines = splitLines(text);
  }

  get texts(): readonly string[] {
    return this.lines.texts;
  }

  under(reading: (line: string) => string): readonly string[] {
    const known = this.#readings.get(reading);
    if (known !== undefined) return known;
    const made = this.lines.texts.map(reading);
    this.#readings.set(reading, made);
    return made;
  }

  /** The 0-based places of a line in `texts`, or in one of the looser readings of it. */
  placesOf(line: string, reading: readonly string[]): readonly number[] {
    let places = this.#places.get(reading);
    if (places === undefined) {
      const made = new Map<string, number[]>();
      for (const [i, each] of reading.entries()) {
        const known = made.get(each);
        if (known === undefined) made.set(each, [i]);
        else known.push(i);
      }
      this.#places.set(reading, made);
      places = made;
    }
    return places.get(line) ?? [];
  }
}
