/** Numbers that look random and follow from a seed alone: 32-bit whole-number arithmetic, the same on every machine. */
export interface Random {
  /** A whole number from 0 to `below`, exclusive. */
  below(below: number): number;
  /** A whole number, both ends included. */
  between(low: number, high: number): number;
  /** True in `percent` of a hundred cases. */
  chance(percent: number): boolean;
  pick<T>(all: readonly T[]): T;
  /** All of them in another order. */
  shuffled<T>(all: readonly T[]): T[];
  /** `count` different ones, in the order drawn; all of them if there are fewer. */
  some<T>(all: readonly T[], count: number): T[];
}

/** A generator whose numbers follow from its key: sfc32 (Chris Doty-Humphrey, PractRand), seeded with a hash of the key. */
export function randomOf(key: string): Random {
  const next = sfc32(seedsOf(key));
  const below = (limit: number): number => Math.floor((next() / 0x1_0000_0000) * limit);
  const shuffled = <T>(all: readonly T[]): T[] => {
    const left = [...all];
    return all.flatMap(() => left.splice(below(left.length), 1));
  };
  return {
    below,
    between: (low, high) => low + below(high - low + 1),
    chance: (percent) => below(100) < percent,
    pick(all) {
      const [one] = all.slice(below(all.length)).slice(0, 1);
      if (one === undefined) throw new RangeError("nothing to pick from");
      return one;
    },
    shuffled,
    some: (all, count) => shuffled(all).slice(0, count),
  };
}

/** Four 32-bit seeds of a text (MurmurHash3's mixing, as in bryc's `xmur3`). */
function seedsOf(key: string): [number, number, number, number] {
  let hash = 1779033703 ^ key.length;
  for (let at = 0; at < key.length; at++) {
    hash = Math.imul(hash ^ key.charCodeAt(at), 3432918353);
    hash = (hash << 13) | (hash >>> 19);
  }
  const seed = (): number => {
    hash = Math.imul(hash ^ (hash >>> 16), 2246822507);
    hash = Math.imul(hash ^ (hash >>> 13), 3266489909);
    hash ^= hash >>> 16;
    return hash >>> 0;
  };
  return [seed(), seed(), seed(), seed()];
}

function sfc32([a, b, c, d]: [number, number, number, number]): () => number {
  const next = (): number => {
    const sum = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  for (let warm = 0; warm < 12; warm++) next();
  return next;
}
