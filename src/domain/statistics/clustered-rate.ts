import { byGroup } from "./bootstrap.ts";
import { studentPoint } from "./distributions.ts";
import { type Rate, wilson } from "./rate.ts";

/** One unit: a case with 0, 1 or the mean of its repetitions. */
export interface ClusteredValue {
  /** 0 to 1. */
  readonly value: number;
  /** Units of one group are not independent: a file, a repository. */
  readonly group: string;
}

export interface ClusteredRate extends Rate {
  readonly clusters: number;
  /** The cluster-robust standard error of the share; undefined with fewer than two clusters. */
  readonly standardError: number | undefined;
}

/**
 * A share of units that come in groups, with a 95 % interval. The standard error is the cluster-robust one,
 * `sqrt(C/(C-1) * sum over clusters of (sum of x - mean)^2) / n` with t of C-1 degrees of freedom (as Inspect and Miller
 * 2024, "Adding Error Bars to Evals"). The interval is Wilson's at the number of independent units that has this error
 * (Dean and Pagano 2015), because mean +- t * error leaves 0 to 1 and is far too narrow near its ends.
 */
export function clusteredRate(values: readonly ClusteredValue[]): ClusteredRate {
  const n = values.length;
  const count = values.reduce((sum, { value }) => sum + value, 0);
  const groups = byGroup(values, ({ group }) => group);
  const clusters = groups.length;
  if (clusters < 2) {
    const known = wilson(n === 0 ? 0 : count / n, n === 0 ? 0 : 1);
    return { count, n, share: known.share, low: known.low, high: known.high, clusters, standardError: undefined };
  }
  const share = Math.min(1, count / n);
  const squares = groups.map((group) => group.reduce((sum, { value }) => sum + value - share, 0) ** 2);
  const standardError = Math.sqrt((clusters / (clusters - 1)) * squares.reduce((sum, each) => sum + each, 0)) / n;
  const independent = independentUnits(share, standardError, clusters);
  const { low, high } = wilson(share * independent, independent, studentPoint(0.975, clusters - 1));
  return { count, n, share, low, high, clusters, standardError };
}

/** How many independent units would have this error. Where all are alike there is none to go by: a cluster counts once. */
function independentUnits(share: number, standardError: number, clusters: number): number {
  if (share === 0 || share === 1 || standardError < 1e-12) return clusters;
  return (share * (1 - share)) / standardError ** 2;
}
