import type { Agreement, Grade } from "../../domain/calibration.ts";
import { type Rate, unitsForLowerBound } from "../../domain/statistics.ts";
import { percent } from "../metrics/words.ts";

/** Traces.md, 5, P7. */
const RATE_BOUND = 0.8;
const AGREEMENT_BOUND = 0.85;
/** Nearer to the bound than this, no number of labels that people could give would show it. */
const TOO_NEAR = 0.002;

/**
 * `trusted`: the lower bounds of TPR and TNR lie above 80 % and that of the agreement above 85 %; `advisory`: TPR and TNR
 * themselves lie above 80 %; else `rejected`.
 */
export function gradeOf({ tpr, tnr, agreement }: Agreement): Grade {
  if (tpr.n > 0 && tnr.n > 0 && tpr.low > RATE_BOUND && tnr.low > RATE_BOUND && agreement.low > AGREEMENT_BOUND)
    return "trusted";
  return (tpr.share ?? 0) > RATE_BOUND && (tnr.share ?? 0) > RATE_BOUND ? "advisory" : "rejected";
}

/** What a judge lacks to be trusted, one sentence each. */
export function shortfallsOf({ tpr, tnr, agreement }: Agreement): string[] {
  return [
    ...shortfall("TPR", "good", tpr, RATE_BOUND),
    ...shortfall("TNR", "bad", tnr, RATE_BOUND),
    ...shortfall("Agreement", "", agreement, AGREEMENT_BOUND),
  ];
}

function shortfall(name: string, kind: string, rate: Rate, bound: number): string[] {
  const labels = kind === "" ? "labels" : `${kind} labels`;
  if (rate.share === undefined) return [`${name} is unknown: the test split has no ${labels}.`];
  if (rate.low > bound) return [];
  const measured = `${name} is ${percent(rate.share)} of ${rate.n} ${labels}, and may be as low as ${percent(rate.low)}`;
  if (rate.share <= bound) return [`${measured}: it must be above ${percent(bound)}.`];
  const needed = unitsNeeded(rate.share, bound, rate.n);
  const more = needed === undefined ? "more labels than can be given" : `${needed - rate.n} more ${labels}`;
  return [`${measured}: to show more than ${percent(bound)} takes ${more} at this rate.`];
}

/** Whether the judge agrees with people more than 85 %, and if that is not shown, what it takes. */
export function claimOf({ agreement }: Agreement): string {
  const { share, n, low, high } = agreement;
  if (share === undefined) return "Whether it agrees with people is not known: the test split has no labels.";
  const measured = `${percent(share)} of ${n} labels, 95 % interval ${percent(low)} to ${percent(high)}`;
  if (low > AGREEMENT_BOUND) return `It agrees with people more than 85 %: ${measured}.`;
  const claim = "That it agrees with people more than 85 % is not shown yet";
  if (share <= AGREEMENT_BOUND) return `${claim}: it was ${measured}; a better judge is needed, not more labels.`;
  const needed = unitsNeeded(share, AGREEMENT_BOUND, n);
  if (needed === undefined) return `${claim}: it was ${measured}, too near to 85 % for any number of labels.`;
  return `${claim}: ${needed - n} more labels at this rate (${measured}).`;
}

/** Labels that it takes in all, always more than there are. */
function unitsNeeded(share: number, bound: number, n: number): number | undefined {
  if (share - bound < TOO_NEAR) return undefined;
  return Math.max(n + 1, unitsForLowerBound(share, bound));
}
