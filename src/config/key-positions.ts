/** A place in a text file as people count: 1-based line, 1-based UTF-16 column. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Names of keys and indexes of lists, from the outside in. */
export type KeyPath = readonly (string | number)[];

/** Where each key of a configuration file is written. */
export class KeyPositions {
  readonly #offsets = new Map<string, number>();
  readonly #lineStarts: readonly number[];

  constructor(text: string) {
    const starts = [0];
    for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
    this.#lineStarts = starts;
  }

  /** The first mention of a key counts; later ones (`[a.b]` after `[a]`) mention it only in passing. */
  note(path: KeyPath, offset: number): void {
    const key = JSON.stringify(path);
    if (!this.#offsets.has(key)) this.#offsets.set(key, offset);
  }

  /** Where the key is, or else the nearest table around it; line 1, column 1 if nothing of it is written. */
  find(path: KeyPath): Position {
    for (let length = path.length; length > 0; length -= 1) {
      const offset = this.#offsets.get(JSON.stringify(path.slice(0, length)));
      if (offset !== undefined) return this.positionOf(offset);
    }
    return { line: 1, column: 1 };
  }

  positionOf(offset: number): Position {
    let low = 0;
    let high = this.#lineStarts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.#lineStarts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (this.#lineStarts[low] ?? 0) + 1 };
  }
}
