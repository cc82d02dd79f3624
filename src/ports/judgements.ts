import type { Calibration } from "../domain/calibration.ts";
import type {
  BlindLabel,
  Correction,
  Criterion,
  Judge,
  JudgeCall,
  JudgedAttempt,
  Judgement,
  SampleDraw,
} from "../domain/judge.ts";
import type { TraceQuery } from "../domain/trace-query.ts";

/**
 * Judges, what they said and how they were measured. Rows are only ever added. Methods reject with
 * `PatchProError("store", …)` when the database cannot be used.
 */
export interface Judgements {
  /** Writes a judge down; again, it changes nothing. */
  addJudge(judge: Judge): Promise<void>;
  /** Newest first. */
  judges(): Promise<readonly Judge[]>;
  /** Writes calls, each with its judgement if there is a verdict, or nothing. */
  addCalls(calls: readonly JudgeCall[]): Promise<void>;
  /** What a judge said, oldest first. */
  judgements(judgeId: string): Promise<readonly Judgement[]>;
  /** Every call about an attempt, oldest first. */
  calls(attemptId: string): Promise<readonly JudgeCall[]>;
  /** Ids of attempts under a query whose every check passed and that have a patch, oldest first. */
  provedAttempts(query: TraceQuery): AsyncIterable<string>;
  /** What a judge is shown of an attempt; undefined if there is none, or one of its checks did not pass. */
  attempt(id: string): Promise<JudgedAttempt | undefined>;
  /** Each rater's newest label of their own on each attempt that was given blind to judges, in order of their ids. */
  blindLabels(criterion: Criterion): Promise<readonly BlindLabel[]>;
  addDraws(draws: readonly SampleDraw[]): Promise<void>;
  addCalibration(calibration: Calibration): Promise<void>;
  /** Newest first; of one judge or of all. */
  calibrations(judgeId?: string): Promise<readonly Calibration[]>;
  addCorrection(correction: Correction): Promise<void>;
  /** Oldest first; one for each attempt: the newest. */
  corrections(criterion: Criterion): Promise<readonly Correction[]>;
}
