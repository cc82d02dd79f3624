import { z } from "zod";
import type { Calibration, CalibrationReport } from "../../../domain/calibration.ts";
import type { Correction, Criterion, SampleDraw } from "../../../domain/judge.ts";
import type { Engine, Insert } from "../engine.ts";
import { words } from "../read/stored-words.ts";
import { textsAt } from "../read/texts.ts";
import type { BatchMaker } from "../write/batch.ts";
import { verdict } from "./calls.ts";
import { criterion } from "./judges.ts";
import { insertStatements, rowFor } from "./statements.ts";

/** Only PatchPro writes reports; the fields that decide are columns. */
const report = z.custom<CalibrationReport>(
  (value) => typeof value === "object" && value !== null && "grade" in value && "test" in value,
);

export async function addCalibration(engine: Engine, batches: BatchMaker, calibration: Calibration): Promise<void> {
  const { report: measured } = calibration;
  const { confusion } = measured.test;
  const inserts: Insert[] = [];
  inserts.push(
    rowFor("calibration", {
      id: calibration.id,
      judge_id: calibration.judgeId,
      criterion: calibration.criterion,
      true_pass: confusion.truePass,
      false_pass: confusion.falsePass,
      false_fail: confusion.falseFail,
      true_fail: confusion.trueFail,
      grade: measured.grade,
      answered_by: JSON.stringify(calibration.answeredBy),
      at: calibration.at,
      expires_at: calibration.expiresAt,
      report_sha: batches.text(JSON.stringify(measured), inserts) ?? new Uint8Array(),
    }),
  );
  await engine.transact(insertStatements(inserts));
}

/** Newest first. */
export async function calibrations(engine: Engine, judgeId?: string): Promise<Calibration[]> {
  let query = engine.reads.selectFrom("calibration").selectAll().orderBy("at", "desc").orderBy("id", "desc");
  if (judgeId !== undefined) query = query.where("judge_id", "=", judgeId);
  const rows = await query.execute();
  const texts = await textsAt(
    engine,
    rows.map((row) => row.report_sha),
  );
  return rows.map((row) => ({
    id: row.id,
    judgeId: row.judge_id,
    criterion: criterion.parse(row.criterion),
    at: row.at,
    expiresAt: row.expires_at,
    answeredBy: words.parse(JSON.parse(row.answered_by)),
    report: report.parse(JSON.parse(texts.at(row.report_sha) ?? "null")),
  }));
}

export async function addDraws(engine: Engine, draws: readonly SampleDraw[]): Promise<void> {
  if (draws.length === 0) return;
  await engine.transact(
    insertStatements(
      draws.map((draw) =>
        rowFor("label_draw", {
          attempt_id: draw.attemptId,
          criterion: draw.criterion,
          at: draw.at,
          probability: draw.probability,
          stratum: draw.stratum,
        }),
      ),
    ),
  );
}

export async function addCorrection(engine: Engine, batches: BatchMaker, correction: Correction): Promise<void> {
  const inserts: Insert[] = [];
  inserts.push(
    rowFor("judge_correction", {
      id: correction.id,
      attempt_id: correction.attemptId,
      criterion: correction.criterion,
      judgement_id: correction.judgementId,
      verdict: correction.verdict,
      note_sha: batches.text(correction.note, inserts),
      rater: correction.rater,
      at: correction.at,
    }),
  );
  await engine.transact(insertStatements(inserts));
}

/** The newest correction of each attempt, oldest first. */
export async function corrections(engine: Engine, of: Criterion): Promise<Correction[]> {
  const rows = await engine.reads
    .selectFrom("judge_correction")
    .selectAll()
    .where("criterion", "=", of)
    .orderBy("at")
    .orderBy("id")
    .execute();
  const newest = new Map(rows.map((row) => [row.attempt_id, row]));
  const texts = await textsAt(
    engine,
    rows.map((row) => row.note_sha),
  );
  return [...newest.values()].map((row) => ({
    id: row.id,
    attemptId: row.attempt_id,
    criterion: of,
    judgementId: row.judgement_id,
    verdict: verdict.parse(row.verdict),
    note: texts.at(row.note_sha) ?? "",
    rater: row.rater,
    at: row.at,
  }));
}
