/** Numbers in [0, 1), one for each call. */
export type Random = () => number;

/**
 * Reproducible random numbers: the same for the same seed on every machine (sfc32 of C. Doty-Humphrey's PractRand, started
 * by splitmix32). Of a seed the low 32 bits count. Not for secrets.
 */
export function randomFrom(seed: number): Random {
  const start = splitmix32(seed);
  let [a, b, c, counter] = [start(), start(), start(), 1];
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    c |= 0;
    return (sum >>> 0) / 4_294_967_296;
  };
  for (let round = 0; round < 12; round += 1) next();
  return next;
}

function splitmix32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    return mixed ^ (mixed >>> 15);
  };
}

/** A whole number from 0 up to `below`, which is left out. */
export function wholeBelow(random: Random, below: number): number {
  return Math.floor(random() * below);
}

/** The items in another order (Fisher and Yates). */
export function shuffled<Item>(items: readonly Item[], random: Random): Item[] {
  const order = [...items];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = wholeBelow(random, last + 1);
    const [here, there] = [order[last], order[other]];
    if (here === undefined || there === undefined) continue;
    order[last] = there;
    order[other] = here;
  }
  return order;
}
