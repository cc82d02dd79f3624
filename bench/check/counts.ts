/** How often each name occurs. */
export class Counts {
  readonly #of = new Map<string, number>();

  constructor(names: Iterable<string> = []) {
    for (const name of names) this.add(name);
  }

  add(name: string, by = 1): void {
    this.#of.set(name, this.get(name) + by);
  }

  get(name: string): number {
    return this.#of.get(name) ?? 0;
  }

  get total(): number {
    return [...this.#of.values()].reduce((sum, count) => sum + count, 0);
  }

  names(): string[] {
    return [...this.#of.keys()];
  }

  /** What is here more often than there, and by how much. */
  minus(other: Counts): Counts {
    const more = new Counts();
    for (const [name, count] of this.#of) if (count > other.get(name)) more.add(name, count - other.get(name));
    return more;
  }

  /** The commonest first. */
  ranked(): [string, number][] {
    return [...this.#of].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  }
}
