/** Something that the engine keeps until it is told to let go. */
interface Freeable {
  free(): void;
}

/** Frees everything that was kept, in the order opposite to that in which it came. */
export class Kept {
  readonly #all: Freeable[] = [];

  keep<T extends Freeable>(one: T): T {
    this.#all.push(one);
    return one;
  }

  keepAll<T extends Freeable>(many: readonly T[]): readonly T[] {
    this.#all.push(...many);
    return many;
  }

  free(): void {
    for (let one = this.#all.pop(); one; one = this.#all.pop()) one.free();
  }
}
