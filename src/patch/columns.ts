import type { ColumnUnit } from "../domain/location.ts";

/** UTF-16 units between two remembered places: what a look-up walks at most. */
const STEP = 512;

/**
 * Counts a text in characters or bytes, and finds the place after so many. Walks the text once, so that many look-ups in
 * one long text (or one long line) stay cheap. A lone surrogate counts as one code point and three bytes.
 */
export class UnitCounter {
  readonly #text: string;
  readonly #unit: ColumnUnit;
  /** UTF-16 offsets, and how many units of the text lie before each. */
  readonly #offsets: number[] = [0];
  readonly #counts: number[] = [0];

  constructor(text: string, unit: ColumnUnit) {
    this.#text = text;
    this.#unit = unit;
    let count = 0;
    let next = STEP;
    for (let at = 0; at < text.length; ) {
      const point = text.codePointAt(at) ?? 0;
      count += size(point, unit);
      at += point > 0xffff ? 2 : 1;
      if (at < next) continue;
      this.#offsets.push(at);
      this.#counts.push(count);
      next = at + STEP;
    }
  }

  /** How many units lie before a UTF-16 offset. */
  countBefore(offset: number): number {
    const from = lastAtMost(this.#offsets, offset);
    let count = this.#counts[from] ?? 0;
    for (let at = this.#offsets[from] ?? 0; at < offset; ) {
      const point = this.#text.codePointAt(at) ?? 0;
      count += size(point, this.#unit);
      at += point > 0xffff ? 2 : 1;
    }
    return count;
  }

  /** The UTF-16 offset with so many units before it; undefined past the end of the text or inside a character. */
  offsetAfter(count: number): number | undefined {
    const from = lastAtMost(this.#counts, count);
    let left = count - (this.#counts[from] ?? 0);
    let at = this.#offsets[from] ?? 0;
    while (left > 0 && at < this.#text.length) {
      const point = this.#text.codePointAt(at) ?? 0;
      left -= size(point, this.#unit);
      at += point > 0xffff ? 2 : 1;
    }
    return left === 0 ? at : undefined;
  }
}

function size(point: number, unit: ColumnUnit): number {
  if (unit === "codepoint") return 1;
  if (unit === "utf16") return point > 0xffff ? 2 : 1;
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x10000 ? 3 : 4;
}

function lastAtMost(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) <= value) low = middle;
    else high = middle;
  }
  return low;
}
