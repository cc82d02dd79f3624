/** A share of `n` units with its interval. `low` and `high` lie in 0 to 1. */
export interface Rate {
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
