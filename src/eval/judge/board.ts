import type { Calibration } from "../../domain/calibration.ts";
import type { Judge, Judgement } from "../../domain/judge.ts";
import { type CorrectedRate, type Rate, wilson } from "../../domain/statistics.ts";
import type { Judgements } from "../../ports/judgements.ts";
import { firstVerdicts } from "./calibrate.ts";
import { correctedBy } from "./corrected.ts";
import { currentJudgements } from "./current.ts";
import { type Standing, standingOf } from "./standing.ts";

/** A judge with what it said and what it is worth. */
export interface JudgeCard {
  readonly judge: Judge;
  readonly standing: Standing;
  /** Attempts that it judged, and of them those that it passed: never to be shown without `corrected`. */
  readonly raw: Rate;
  /** What people would have passed of these; undefined without a calibration that holds. */
  readonly corrected?: CorrectedRate;
  /** Whole millionths of a US dollar, of calls whose price is known. */
  readonly costMicroUsd: number;
  /** Newest first. */
  readonly history: readonly { readonly at: number; readonly grade: string }[];
}

/** All judges, newest first. */
export async function judgeCards(store: Judgements, now: number): Promise<JudgeCard[]> {
  const [judges, calibrations] = await Promise.all([store.judges(), store.calibrations()]);
  const cards: JudgeCard[] = [];
  for (const judge of judges) cards.push(cardOf(judge, judges, calibrations, await store.judgements(judge.id), now));
  return cards;
}

function cardOf(
  judge: Judge,
  judges: readonly Judge[],
  calibrations: readonly Calibration[],
  judgements: readonly Judgement[],
  now: number,
): JudgeCard {
  const standing = standingOf({ judge, judges, calibrations, judgements, now });
  const verdicts = [...firstVerdicts(currentJudgements(judgements, now)).values()];
  const raw = wilson(verdicts.filter((verdict) => verdict === "pass").length, verdicts.length);
  const measured = standing.expired === undefined ? standing.calibration?.report.test : undefined;
  const corrected = measured && correctedBy(measured, raw);
  return {
    judge,
    standing,
    raw,
    ...(corrected && { corrected }),
    costMicroUsd: judgements.reduce((sum, each) => sum + (each.costMicroUsd ?? 0), 0),
    history: calibrations
      .filter(({ judgeId }) => judgeId === judge.id)
      .map(({ at, report }) => ({ at, grade: report.grade })),
  };
}
