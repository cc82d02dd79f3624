/** Collects what a person should know about a report, and says a thing that happened many times only once. */
export class Notices {
  readonly #seen = new Map<string, { count: number; first: string }>();

  /** `what` groups; `where` names the place of this one. */
  note(what: string, where: string): void {
    const known = this.#seen.get(what);
    if (known) known.count += 1;
    else this.#seen.set(what, { count: 1, first: where });
  }

  /** One sentence for each group, in the order of first appearance; past `limit` groups only their number. */
  lines(source: string, limit = 20): string[] {
    const lines = [...this.#seen]
      .slice(0, limit)
      .map(([what, { count, first }]) =>
        count === 1 ? `${source}: ${what} (${first})` : `${source}: ${what} (${count} times, first: ${first})`,
      );
    const rest = this.#seen.size - lines.length;
    return rest > 0 ? [...lines, `${source}: and ${rest} more notices`] : lines;
  }
}
