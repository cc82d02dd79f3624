import { estimateTokens } from "./estimate.ts";
import type { LineRange } from "./task.ts";

/** What the mark of a gap costs at most. */
const GAP = 14;

/** Chooses lines of a file as long as their tokens last. */
export class LineBudget {
  readonly lineCount: number;
  readonly #costs: readonly number[];
  readonly #chosen: Uint8Array;
  readonly #limit: number;
  #spent = 2 * GAP;

  constructor(lines: readonly string[], limit: number) {
    const prefix = `${lines.length} | `.length;
    this.lineCount = lines.length;
    this.#costs = lines.map((line) => estimateTokens(line) + Math.ceil(prefix / 4) + 1);
    this.#chosen = new Uint8Array(lines.length + 2);
    this.#limit = limit;
  }

  get holdsEverything(): boolean {
    return this.#costs.reduce((sum, cost) => sum + cost, 0) <= this.#limit;
  }

  get left(): number {
    return this.#limit - this.#spent;
  }

  /** Takes the lines whatever they cost. */
  force(range: LineRange): void {
    this.#spent += this.#price(range);
    this.#mark(range);
  }

  /** Takes the lines if all of them can be afforded (`share`: of the whole budget at most). Lines taken before are free. */
  take(range: LineRange, share = 1): boolean {
    const price = this.#price(range);
    if (price > this.left || price > this.#limit * share) return false;
    this.#spent += price;
    this.#mark(range);
    return true;
  }

  /** The chosen lines as ranges; gaps of a line or two are filled, since their mark costs as much. */
  ranges(): LineRange[] {
    const found: { start: number; end: number }[] = [];
    for (let line = 1; line <= this.lineCount; line++) {
      if (!this.#chosen[line]) continue;
      const last = found.at(-1);
      if (last && line - last.end <= 1) last.end = line;
      else if (last && line - last.end <= 3 && this.#price({ start: last.end + 1, end: line - 1 }) <= 2 * GAP)
        last.end = line;
      else found.push({ start: line, end: line });
    }
    return found;
  }

  #price({ start, end }: LineRange): number {
    let price = 0;
    let isApart = true;
    for (let line = Math.max(1, start); line <= Math.min(end, this.lineCount); line++) {
      if (this.#chosen[line]) isApart = false;
      else price += this.#costs[line - 1] ?? 0;
    }
    return price === 0 ? 0 : price + (isApart && !this.#chosen[start - 1] && !this.#chosen[end + 1] ? GAP : 0);
  }

  #mark({ start, end }: LineRange): void {
    this.#chosen.fill(1, Math.max(1, start), Math.min(end, this.lineCount) + 1);
  }
}
