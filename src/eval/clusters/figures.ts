import type { ClusterSpans, ClusterTrend, FailedAttempt, FailedRepair } from "../../domain/cluster.ts";
import { holm, type Rate, twoProportionTest, wilson } from "../../domain/statistics.ts";

/** A difference that chance makes in less than this share of cases is told as one. */
const ALPHA = 0.05;

/** What a cluster comes to. */
export interface Figures {
  readonly attempts: number;
  readonly repairs: Rate;
  readonly recovered: number;
  readonly wastedMicroUsd: number;
  readonly unpriced: number;
  readonly medianAttempts: number | undefined;
}

/** `failedRepairs`: of the whole run. A repair counts where its last failure is. */
export function figuresOf(members: readonly FailedAttempt[], failedRepairs: number): Figures {
  const failed = failedIn(members);
  return {
    attempts: members.length,
    repairs: wilson(failed.length, failedRepairs),
    recovered: members.filter(({ repair }) => !repair.failed).length,
    wastedMicroUsd: failed.reduce((sum, { costMicroUsd }) => sum + costMicroUsd, 0),
    unpriced: failed.reduce((sum, { unpriced }) => sum + unpriced, 0),
    medianAttempts: medianOf(failed.map(({ attempts }) => attempts)),
  };
}

/** The repairs that failed of these failures, each once. */
export function failedIn(members: readonly FailedAttempt[]): FailedRepair[] {
  return [
    ...new Map(
      members.filter(({ last, repair }) => last && repair.failed).map(({ repair }) => [repair.id, repair]),
    ).values(),
  ];
}

/** Trends of all clusters, adjusted together. `members`: of both spans. */
export function trendsOf(
  members: readonly (readonly FailedAttempt[])[],
  { from, middle, to, endedBefore, endedNow }: ClusterSpans,
): ClusterTrend[] {
  const counted = members.map((each) => {
    const within = (start: number, end: number) => failedIn(each.filter(({ at }) => at >= start && at < end)).length;
    const [before, now] = [within(from, middle), within(middle, to)];
    return {
      before: wilson(Math.min(before, endedBefore), endedBefore),
      now: wilson(Math.min(now, endedNow), endedNow),
      test: twoProportionTest(Math.min(before, endedBefore), endedBefore, Math.min(now, endedNow), endedNow),
    };
  });
  const adjusted = holm(counted.map(({ test }) => test.p));
  return counted.map(({ before, now, test: { difference, low, high } }, at) => {
    const p = adjusted[at] ?? 1;
    return { before, now, difference, low, high, p, direction: directionOf(difference, p) };
  });
}

function directionOf(difference: number | undefined, p: number): ClusterTrend["direction"] {
  if (difference === undefined) return "unknown";
  if (p >= ALPHA || difference === 0) return "same";
  return difference > 0 ? "more" : "fewer";
}

function medianOf(numbers: readonly number[]): number | undefined {
  const sorted = [...numbers].sort((a, b) => a - b);
  const half = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(half) - 1], sorted[Math.floor(half)]];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}
