import type { Criterion, SampleDraw, Verdict } from "../../domain/judge.ts";
import { type Random, shuffled } from "../../domain/statistics.ts";

/** An attempt that may be drawn. */
export interface Drawable {
  readonly attemptId: string;
  /** What the judge says of it; undefined if it was not asked. */
  readonly verdict: Verdict | undefined;
}

/** Of what is drawn, the share that the judge fails, as far as there are so many: bad patches are rare and say most. */
const FAIL_SHARE = 0.5;

/**
 * Draws attempts to be labelled, with more of those that a judge fails (traces.md, 5, P3), and with each the chance that it
 * had: by 1 / chance, labels of the sample speak for all.
 */
export function drawSample(
  all: readonly Drawable[],
  count: number,
  criterion: Criterion,
  at: number,
  random: Random,
): SampleDraw[] {
  const strata = Map.groupBy(all, ({ verdict }) => (verdict === "fail" ? "fail" : "other"));
  const fails = strata.get("fail") ?? [];
  const others = strata.get("other") ?? [];
  const wanted = Math.min(fails.length, Math.max(Math.round(count * FAIL_SHARE), count - others.length));
  const draw = (of: readonly Drawable[], some: number, stratum: string): SampleDraw[] =>
    shuffled(of, random)
      .slice(0, some)
      .map(({ attemptId }) => ({ attemptId, criterion, probability: Math.min(1, some / of.length), stratum, at }));
  return [...draw(fails, wanted, "judge fails"), ...draw(others, Math.min(others.length, count - wanted), "other")];
}
