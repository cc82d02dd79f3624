import { byGroup, clusterBootstrap, type Draws } from "./bootstrap.ts";
import { binomialAt, studentPoint } from "./distributions.ts";
import { randomFrom } from "./random.ts";

/**
 * McNemar's test on the same cases under two runs, mid-p (Fagerland, Lydersen and Laake 2013): two-sided probability of
 * flips at least this uneven if neither run were better. `fixed`: failed before and passes now; `broken`: the reverse.
 */
export function mcnemarMidP(fixed: number, broken: number): number {
  const flips = fixed + broken;
  const fewer = Math.min(fixed, broken);
  let below = 0;
  for (let count = 0; count < fewer; count += 1) below += binomialAt(count, flips, 0.5);
  return Math.min(1, 2 * (below + binomialAt(fewer, flips, 0.5) / 2));
}

/** One case under two runs: 0, 1, or the mean of its repetitions. */
export interface PairedValue {
  readonly base: number;
  readonly head: number;
  /** Cases of one group are drawn together. */
  readonly group: string;
}

export interface Difference {
  readonly n: number;
  readonly clusters: number;
  /** Mean of head minus base, -1 to 1; undefined without pairs. */
  readonly delta: number | undefined;
  /** The 95 % interval; -1 to 1 where fewer than two groups were seen. */
  readonly low: number;
  readonly high: number;
}

/**
 * How much better head is than base on the same cases: the mean difference with a 95 % cluster bootstrap interval, the same
 * for the same seed. It is never narrower than Agresti and Min's (2005) for as many independent pairs: a bootstrap of a few
 * flips, or of none, knows too little of those that were not seen.
 */
export function pairedDifference(pairs: readonly PairedValue[], { seed, resamples }: Draws): Difference {
  const groups = byGroup(pairs, ({ group }) => group);
  const n = pairs.length;
  const clusters = groups.length;
  if (n === 0) return { n, clusters, delta: undefined, low: -1, high: 1 };
  const sums = groups.map((group) => [sumOf(group, (change) => change), group.length]);
  const delta = sumOf(pairs, (change) => change) / n;
  const drawn = clusterBootstrap(sums, ([total = 0, size = 0]) => total / size, randomFrom(seed), resamples);
  if (!drawn) return { n, clusters, delta, low: -1, high: 1 };
  const floor = agrestiMin(pairs, groups, delta);
  return { n, clusters, delta, low: Math.min(drawn.low, floor.low), high: Math.max(drawn.high, floor.high) };
}

/**
 * Wald's interval after half a pair was added to each of the four cells: one flip more, half each way, in two pairs more.
 * Pairs that are alike within their groups count for as many independent ones as have the same cluster-robust error.
 */
function agrestiMin(
  pairs: readonly PairedValue[],
  groups: readonly (readonly PairedValue[])[],
  delta: number,
): { readonly low: number; readonly high: number } {
  const clusters = groups.length;
  const alone = sumOf(pairs, (change) => (change - delta) ** 2);
  const together = groups.reduce((total, group) => total + sumOf(group, (change) => change - delta) ** 2, 0);
  const inflation = alone < 1e-12 ? pairs.length / clusters : (clusters / (clusters - 1)) * (together / alone);
  const weight = 1 / Math.max(1, inflation);
  const n = pairs.length * weight + 2;
  const centre = (delta * pairs.length * weight) / n;
  const squares = sumOf(pairs, (change) => change ** 2) * weight + 1;
  const half = studentPoint(0.975, clusters - 1) * Math.sqrt((squares / n - centre ** 2) / n);
  return { low: Math.max(-1, centre - half), high: Math.min(1, centre + half) };
}

function sumOf(pairs: readonly PairedValue[], of: (change: number) => number): number {
  return pairs.reduce((total, { base, head }) => total + of(head - base), 0);
}
