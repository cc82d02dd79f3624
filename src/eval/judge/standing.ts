import type { Calibration, Grade } from "../../domain/calibration.ts";
import type { Judge, Judgement } from "../../domain/judge.ts";
import { type Drift, driftOf } from "./drift.ts";
import { differences } from "./identity.ts";

/** What a judge is worth now. */
export interface Standing {
  readonly grade: Grade | "uncalibrated";
  readonly calibration?: Calibration;
  /** Why its calibration does not count any more, one sentence. */
  readonly expired?: string;
  readonly drift?: Drift;
  /** It may refuse patches. */
  readonly gates: boolean;
  /** One sentence for a person. */
  readonly word: string;
}

export interface StandingInput {
  readonly judge: Judge;
  readonly judges: readonly Judge[];
  /** Of all judges, newest first. */
  readonly calibrations: readonly Calibration[];
  readonly judgements: readonly Judgement[];
  readonly now: number;
}

/** Only a trusted judge whose calibration holds may gate: 30 days, nothing changed, the same model answers, no drift. */
export function standingOf(input: StandingInput): Standing {
  const { judge, calibrations, judgements } = input;
  const drift = driftOf(judgements);
  const calibration = calibrations.find(({ judgeId }) => judgeId === judge.id);
  if (!calibration) {
    const changed = changedSince(input);
    const word = changed ?? "It was never calibrated: it is recorded and refuses nothing.";
    return {
      grade: "uncalibrated",
      ...(changed !== undefined && { expired: changed }),
      ...(drift && { drift }),
      gates: false,
      word,
    };
  }
  const { grade } = calibration.report;
  const expired = whyExpired(calibration, drift, input);
  const gates = grade === "trusted" && expired === undefined;
  const said = gates ? "It is trusted and may refuse patches." : `It is ${grade} and refuses nothing.`;
  const word = expired === undefined ? said : `Its calibration (${grade}) has expired: ${expired}`;
  return { grade, calibration, ...(expired !== undefined && { expired }), ...(drift && { drift }), gates, word };
}

function whyExpired(calibration: Calibration, drift: Drift | undefined, input: StandingInput): string | undefined {
  if (input.now >= calibration.expiresAt) return "30 days have passed. Calibrate it again.";
  const latest = input.judgements.findLast(({ answeredBy }) => answeredBy !== undefined)?.answeredBy;
  if (latest !== undefined && !calibration.answeredBy.includes(latest))
    return `another model answers now (${latest}, not ${calibration.answeredBy.join(", ") || "any that is known"}).`;
  if (drift?.alarm && drift.at > calibration.at)
    return `it judges anchors differently now (${drift.stricter} stricter, ${drift.milder} milder of ${drift.n}).`;
  return undefined;
}

/** A judge that nobody measured, in the place of one that somebody did. */
function changedSince({ judge, judges, calibrations }: StandingInput): string | undefined {
  const last = calibrations.find(({ criterion }) => criterion === judge.criterion);
  const before = judges.find(({ id }) => id === last?.judgeId);
  if (!before) return undefined;
  return `It is not the judge that was calibrated last (${before.id}): ${differences(judge, before).join(" and ")} changed. Calibrate it.`;
}
