import type { CalibrationReport } from "../domain/calibration.ts";
import { judgeCards } from "../eval/judge/board.ts";
import { readDisagreements } from "../eval/judge/disagreements.ts";
import type { Judgements } from "../ports/judgements.ts";
import type { BundleJudges, DisagreementsAnswer, JudgesAnswer, ShownJudge, ShownReport } from "./judge-api.ts";

/** All judges as the page shows them. */
export async function judgesAnswer(store: Judgements, now: number): Promise<JudgesAnswer> {
  const cards = await judgeCards(store, now);
  const judges = cards.map(({ judge, standing, raw, corrected, costMicroUsd, history }): ShownJudge => {
    const { calibration, grade, gates, word, expired, drift } = standing;
    return {
      judge,
      grade,
      gates,
      word,
      expired,
      drift,
      calibratedAt: calibration?.at,
      expiresAt: calibration?.expiresAt,
      raw,
      corrected,
      costMicroUsd,
      history,
      report: calibration && shown(calibration.report),
    };
  });
  return { judges };
}

function shown({ splits: _, ...report }: CalibrationReport): ShownReport {
  return report;
}

/** What a bundle holds of judges. */
export async function bundledJudges(store: Judgements, now: number): Promise<BundleJudges> {
  const answer = await judgesAnswer(store, now);
  const disagreements: Record<string, DisagreementsAnswer> = {};
  for (const { judge } of answer.judges)
    disagreements[judge.id] = { disagreements: await readDisagreements(store, judge) };
  return { answer, disagreements };
}
