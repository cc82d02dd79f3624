import { z } from "zod";
import type { CalibrationReport } from "../domain/calibration.ts";
import type { Correction, Judge } from "../domain/judge.ts";
import type { CorrectedRate, Rate } from "../domain/statistics.ts";
import type { Disagreement } from "../eval/judge/disagreements.ts";
import type { Drift } from "../eval/judge/drift.ts";

/*
 * What the page asks of judges, in addition to `api.ts`:
 *
 *   GET    /api/judges                     JudgesAnswer
 *   GET    /api/judges/:id/disagreements   DisagreementsAnswer
 *   POST   /api/judges/:id/accept          AcceptBody -> AcceptAnswer   (400 for one of the test split)
 */

export const acceptBody = z.strictObject({
  attemptId: z.string().min(1).max(200),
  rater: z.string().trim().min(1).max(200),
});
export type AcceptBody = z.input<typeof acceptBody>;

/** A calibration without what only the next one needs. */
export type ShownReport = Omit<CalibrationReport, "splits">;

/** A judge with what it is worth now. */
export interface ShownJudge {
  readonly judge: Judge;
  readonly grade: "trusted" | "advisory" | "rejected" | "uncalibrated";
  readonly gates: boolean;
  /** What its word is worth, one sentence. */
  readonly word: string;
  readonly expired: string | undefined;
  /** Milliseconds since the epoch, UTC; undefined if it was never calibrated. */
  readonly calibratedAt: number | undefined;
  readonly expiresAt: number | undefined;
  readonly drift: Drift | undefined;
  /** Verdicts as given; shown only beside `corrected`. */
  readonly raw: Rate;
  readonly corrected: CorrectedRate | undefined;
  readonly costMicroUsd: number;
  /** Newest first. */
  readonly history: readonly { readonly at: number; readonly grade: string }[];
  readonly report: ShownReport | undefined;
}

export interface JudgesAnswer {
  /** Newest first. */
  readonly judges: readonly ShownJudge[];
}

export interface DisagreementsAnswer {
  readonly disagreements: readonly Disagreement[];
}

export interface AcceptAnswer {
  readonly correction: Correction;
}

/** `data/judges.js` of a bundle. */
export interface BundleJudges {
  readonly answer: JudgesAnswer;
  /** By judge. */
  readonly disagreements: Readonly<Record<string, DisagreementsAnswer>>;
}
