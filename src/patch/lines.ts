import type { ColumnUnit } from "../domain/location.ts";
import { UnitCounter } from "./columns.ts";

/**
 * What ends a line. `git`: only \n. `universal` (Python, Ruff, SARIF producers): \n, \r\n and a lone \r.
 * `javascript` (ECMAScript, ESLint): those of `universal`, and U+2028 and U+2029.
 */
export type LineEnds = "git" | "universal" | "javascript";

const LF = 10;
const CR = 13;
const OTHER_ENDS: Record<LineEnds, RegExp | undefined> = {
  git: undefined,
  universal: /\r/,
  javascript: /[\r\u2028\u2029]/,
};

/** UTF-16 offsets at which the lines of `text` start. A text that ends with a line end has an empty last line; "" has one line. */
function lineStarts(text: string, lineEnds: LineEnds): number[] {
  return OTHER_ENDS[lineEnds]?.test(text) ? startsAfterAnyEnd(text, lineEnds) : startsAfterNewline(text);
}

function startsAfterNewline(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

function startsAfterAnyEnd(text: string, lineEnds: LineEnds): number[] {
  const separators = lineEnds === "javascript";
  const starts = [0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === LF || (separators && (code === 0x2028 || code === 0x2029))) starts.push(at + 1);
    else if (code === CR && text.charCodeAt(at + 1) !== LF) starts.push(at + 1);
  }
  return starts;
}

/** The lines of `text`, each with its terminator; joined, they are `text` again. "" has none, and a final line end opens no further line. */
export function splitLines(text: string, lineEnds: LineEnds): string[] {
  const starts = lineStarts(text, lineEnds);
  const lines: string[] = [];
  for (const [at, start] of starts.entries()) {
    if (start < text.length) lines.push(text.slice(start, starts[at + 1]));
  }
  return lines;
}

/** How many UTF-16 units a byte-order mark takes at the start of `text`: 0 or 1. Tools do not count it in columns. */
export function byteOrderMark(text: string): 0 | 1 {
  return text.charCodeAt(0) === 0xfeff ? 1 : 0;
}

/** A 1-based line and a 1-based UTF-16 column; a byte-order mark takes no column. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/**
 * Turns UTF-16 offsets of one text into lines and columns and back. Built once per text and kept by the caller.
 * Lines are 1-based; a text that ends with a line end has an empty last line. Asking for a line that is not there
 * throws `RangeError`.
 */
export class LineIndex {
  readonly text: string;
  readonly lineEnds: LineEnds;
  readonly #starts: readonly number[];
  readonly #counters = new Map<ColumnUnit, UnitCounter>();
  #ascii: boolean | undefined;

  constructor(text: string, lineEnds: LineEnds = "universal") {
    this.text = text;
    this.lineEnds = lineEnds;
    this.#starts = lineStarts(text, lineEnds);
  }

  get lineCount(): number {
    return this.#starts.length;
  }

  /** The offset of the line's first character, after a byte-order mark. */
  start(line: number): number {
    return line === 1 ? byteOrderMark(this.text) : this.#startOf(line);
  }

  /** Where the line begins, a byte-order mark included. */
  begin(line: number): number {
    return this.#startOf(line);
  }

  /** The offset just after the line's terminator: where the next line starts, or the end of the text. */
  end(line: number): number {
    this.#startOf(line);
    return this.#starts[line] ?? this.text.length;
  }

  /** The offset of the line's terminator, or the end of the text. */
  contentEnd(line: number): number {
    const end = this.end(line);
    if (line === this.lineCount) return end;
    const crlf =
      this.lineEnds !== "git" && this.text.charCodeAt(end - 1) === LF && this.text.charCodeAt(end - 2) === CR;
    return end - (crlf ? 2 : 1);
  }

  /** The line that holds the offset; a terminator belongs to the line it ends. Offsets outside the text count as its ends. */
  lineAt(offset: number): number {
    let low = 0;
    let high = this.#starts.length;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if (this.#startOf(middle + 1) <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  }

  position(offset: number): Position {
    const line = this.lineAt(offset);
    return { line, column: Math.max(0, offset - this.start(line)) + 1 };
  }

  /** The offset of a line and column; undefined where the text has no such place. Column "line length + 1" is the place after the last character. */
  offset({ line, column }: Position): number | undefined {
    if (!Number.isInteger(line) || line < 1 || line > this.lineCount || !Number.isInteger(column) || column < 1)
      return undefined;
    const offset = this.start(line) + column - 1;
    return offset <= this.contentEnd(line) ? offset : undefined;
  }

  /** The offset that lies `count` characters or bytes after `from`; undefined past the end of the text or inside a character. */
  advance(from: number, count: number, unit: ColumnUnit): number | undefined {
    this.#ascii ??= !/[^\x00-\x7f]/.test(this.text);
    if (this.#ascii || unit === "utf16") return from + count <= this.text.length ? from + count : undefined;
    const counter = this.#counters.get(unit) ?? new UnitCounter(this.text, unit);
    this.#counters.set(unit, counter);
    return counter.offsetAfter(counter.countBefore(from) + count);
  }

  #startOf(line: number): number {
    const start = this.#starts[line - 1];
    if (start === undefined) throw new RangeError(`line ${line} of ${this.lineCount}`);
    return start;
  }
}
