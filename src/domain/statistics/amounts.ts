import { byGroup, clusterBootstrap, type Draws, quantileOf } from "./bootstrap.ts";
import { randomFrom } from "./random.ts";

/** The quantile of amounts in any order, `share` from 0 to 1; undefined of none. */
export function quantile(amounts: readonly number[], share: number): number | undefined {
  return amounts.length === 0 ? undefined : quantileOf(Float64Array.from(amounts).sort(), share);
}

export function median(amounts: readonly number[]): number | undefined {
  return quantile(amounts, 0.5);
}

/** What 95 % stay under. */
export function p95(amounts: readonly number[]): number | undefined {
  return quantile(amounts, 0.95);
}

/** What one case cost under two runs: money, milliseconds, tokens. */
export interface PairedAmounts {
  readonly base: number;
  readonly head: number;
  readonly group: string;
}

export interface Ratio {
  /** Pairs that count: both amounts above zero. */
  readonly n: number;
  /** Head as a multiple of base: the geometric mean of the pairs' ratios. */
  readonly ratio: number;
  /** 95 %. */
  readonly low: number;
  readonly high: number;
}

/**
 * How many times dearer (slower, longer) head is: mean of paired log ratios with a cluster bootstrap interval, the same for
 * the same seed. Undefined with fewer than two groups that have amounts above zero in both runs.
 */
export function pairedLogRatio(pairs: readonly PairedAmounts[], { seed, resamples }: Draws): Ratio | undefined {
  const counted = pairs.filter(({ base, head }) => base > 0 && head > 0);
  const logs = byGroup(counted, ({ group }) => group).map((group) => [
    group.reduce((sum, { base, head }) => sum + Math.log(head / base), 0),
    group.length,
  ]);
  const drawn = clusterBootstrap(logs, ([total = 0, size = 0]) => total / size, randomFrom(seed), resamples);
  if (!drawn) return undefined;
  const mean = logs.reduce((sum, [total = 0]) => sum + total, 0) / counted.length;
  return { n: counted.length, ratio: Math.exp(mean), low: Math.exp(drawn.low), high: Math.exp(drawn.high) };
}
