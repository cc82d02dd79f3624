import { normalBelow, studentPoint } from "./distributions.ts";
import { type Random, wholeBelow } from "./random.ts";

/** How often an interval draws its sample again, unless it is told otherwise. */
export const RESAMPLES = 10_000;

/** What a bootstrap needs to give the same interval twice. */
export interface Draws {
  readonly seed: number;
  /** 10,000 if left out. */
  readonly resamples?: number;
}

/** Items by their group, groups in the order of their first item. Items of one group are drawn together or not at all. */
export function byGroup<Item>(items: readonly Item[], groupOf: (item: Item) => string): Item[][] {
  return [...Map.groupBy(items, groupOf).values()];
}

/**
 * The 95 % bootstrap interval of a statistic that is worked out from sums over clusters: `clusters[i]` holds the sums of
 * cluster i, whole clusters are drawn with replacement, and draws whose statistic is not a number are left out. Percentiles
 * are moved outward for few clusters (Hesterberg 2015, "expanded percentile"): plain ones are too narrow.
 */
export function clusterBootstrap(
  clusters: readonly (readonly number[])[],
  statistic: (sums: Float64Array) => number,
  random: Random,
  resamples = RESAMPLES,
): { readonly low: number; readonly high: number } | undefined {
  const width = clusters[0]?.length ?? 0;
  const count = clusters.length;
  if (count < 2) return undefined;
  const flat = Float64Array.from(clusters.flat());
  const sums = new Float64Array(width);
  const drawn: number[] = [];
  for (let draw = 0; draw < resamples; draw += 1) {
    sums.fill(0);
    for (let each = 0; each < count; each += 1) {
      const start = wholeBelow(random, count) * width;
      for (let at = 0; at < width; at += 1) sums[at] = (sums[at] ?? 0) + (flat[start + at] ?? 0);
    }
    const value = statistic(sums);
    if (!Number.isNaN(value)) drawn.push(value);
  }
  if (drawn.length === 0) return undefined;
  const sorted = Float64Array.from(drawn).sort();
  const tail = normalBelow(-Math.sqrt(count / (count - 1)) * studentPoint(0.975, count - 1));
  return { low: quantileOf(sorted, tail), high: quantileOf(sorted, 1 - tail) };
}

/** The quantile of values in rising order, between neighbours in a straight line (Hyndman and Fan 1996, type 7). */
export function quantileOf(sorted: ArrayLike<number>, share: number): number {
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? Number.NaN;
  return below + (above - below) * (place - Math.floor(place));
}
