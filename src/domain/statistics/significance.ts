import { logGamma, normalBelow } from "./distributions.ts";
import { wilson } from "./rate.ts";

/** Holm's (1979) adjustment: p values that may be read side by side, in the order given. */
export function holm(ps: readonly number[]): number[] {
  const adjusted = new Array<number>(ps.length).fill(1);
  const rising = ps.map((p, at) => ({ p, at })).sort((a, b) => a.p - b.p);
  let highest = 0;
  for (const [rank, { p, at }] of rising.entries()) {
    highest = Math.max(highest, Math.min(1, p * (ps.length - rank)));
    adjusted[at] = highest;
  }
  return adjusted;
}

/**
 * Fisher's exact test of two shares, two-sided: the probability of all tables with these totals that are no more likely than
 * the one seen. For small numbers.
 */
export function fisherExact(hits: number, n: number, otherHits: number, otherN: number): number {
  const all = n + otherN;
  const allHits = hits + otherHits;
  const choose = (of: number, some: number): number => logGamma(of + 1) - logGamma(some + 1) - logGamma(of - some + 1);
  const chance = (count: number): number =>
    Math.exp(choose(n, count) + choose(otherN, allHits - count) - choose(all, allHits));
  const seen = chance(hits) * (1 + 1e-9);
  let p = 0;
  for (let count = Math.max(0, allHits - otherN); count <= Math.min(n, allHits); count += 1) {
    const each = chance(count);
    if (each <= seen) p += each;
  }
  return Math.min(1, p);
}

export interface TwoProportions {
  /** The second share minus the first; undefined if one has no units. */
  readonly difference: number | undefined;
  /** 95 %, Newcombe (1998), method 10. */
  readonly low: number;
  readonly high: number;
  /** Two-sided. */
  readonly p: number;
}

/** Two shares of different units: the pooled z test, Fisher's where a number is under 5; difference with its interval. */
export function twoProportionTest(hits: number, n: number, otherHits: number, otherN: number): TwoProportions {
  const [before, after] = [wilson(hits, n), wilson(otherHits, otherN)];
  if (before.share === undefined || after.share === undefined) return { difference: undefined, low: -1, high: 1, p: 1 };
  const difference = after.share - before.share;
  const low = difference - Math.hypot(after.share - after.low, before.high - before.share);
  const high = difference + Math.hypot(after.high - after.share, before.share - before.low);
  const isSmall = Math.min(hits, n - hits, otherHits, otherN - otherHits) < 5;
  if (isSmall) return { difference, low, high, p: fisherExact(hits, n, otherHits, otherN) };
  const pooled = (hits + otherHits) / (n + otherN);
  const z = difference / Math.sqrt(pooled * (1 - pooled) * (1 / n + 1 / otherN));
  return { difference, low, high, p: 2 * normalBelow(-Math.abs(z)) };
}
