/** A share of `n` units with its interval. `low` and `high` lie in 0 to 1. */
export interface Rate {
  /** How many of the units; with means of repetitions not a whole number. */
  readonly count: number;
  readonly n: number;
  /** `count / n`; undefined if there is nothing to divide by. */
  readonly share: number | undefined;
  readonly low: number;
  readonly high: number;
}

/** The 97.5 % point of the normal distribution: two-sided 95 %. */
export const Z95 = 1.959963984540054;

/**
 * A share with Wilson's score interval (Wilson 1927), 95 % unless `z` says otherwise. Of nothing, nothing is known: 0 to 1.
 * Throws a RangeError for counts that cannot be.
 */
export function wilson(count: number, n: number, z = Z95): Rate {
  if (!(count >= 0) || !(count <= n)) throw new RangeError(`${count} of ${n} is no share`);
  if (n === 0) return { count, n, share: undefined, low: 0, high: 1 };
  const share = count / n;
  const spread = z * z;
  const centre = (share + spread / (2 * n)) / (1 + spread / n);
  const half = (z / (1 + spread / n)) * Math.sqrt((share * (1 - share)) / n + spread / (4 * n * n));
  return { count, n, share, low: count === 0 ? 0 : centre - half, high: count === n ? 1 : centre + half };
}

/**
 * The fewest units at which Wilson's lower bound lies above `bound` when about `share` of them are hits. Units are whole:
 * hits are the `nearest` whole number to the share, or the one `below` it, which asks for more. Throws a RangeError unless
 * 0 <= bound < share <= 1: no number of units would do.
 */
export function unitsForLowerBound(share: number, bound: number, hits: "nearest" | "below" = "nearest"): number {
  if (!(bound >= 0) || !(bound < share) || !(share <= 1))
    throw new RangeError(`a share of ${share} never shows ${bound}`);
  // 0.95 * 20 is a little under 19 in binary
  const hitsOf = (n: number): number => (hits === "nearest" ? Math.round(share * n) : Math.floor(share * n + 1e-9));
  let n = 1;
  while (!(wilson(hitsOf(n), n).low > bound)) n += 1;
  return n;
}
