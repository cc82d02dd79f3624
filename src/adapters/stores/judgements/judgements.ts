import type { Judgements } from "../../../ports/judgements.ts";
import type { Engine } from "../engine.ts";
import { guarded } from "../failure.ts";
import type { BatchMaker } from "../write/batch.ts";
import { blindLabels } from "./blind-labels.ts";
import { addCalibration, addCorrection, addDraws, calibrations, corrections } from "./calibrations.ts";
import { addCalls, calls, judgements } from "./calls.ts";
import { addJudge, judges } from "./judges.ts";
import { judgedAttempt, provedAttempts } from "./proved.ts";

/** Judges and what they said, over one engine. `where` names the place in messages. */
export function judgementsOver(engine: Engine, batches: BatchMaker, where: string): Judgements {
  const safely = <T>(work: () => Promise<T>): Promise<T> => guarded(where, work);
  return {
    addJudge: (judge) => safely(() => addJudge(engine, judge)),
    judges: () => safely(() => judges(engine)),
    addCalls: (made) => safely(() => addCalls(engine, batches, made)),
    judgements: (judgeId) => safely(() => judgements(engine, judgeId)),
    calls: (attemptId) => safely(() => calls(engine, attemptId)),
    provedAttempts: (query) => provedAttempts(engine, query),
    attempt: (id) => safely(() => judgedAttempt(engine, id)),
    blindLabels: (criterion) => safely(() => blindLabels(engine, criterion)),
    addDraws: (draws) => safely(() => addDraws(engine, draws)),
    addCalibration: (calibration) => safely(() => addCalibration(engine, batches, calibration)),
    calibrations: (judgeId) => safely(() => calibrations(engine, judgeId)),
    addCorrection: (correction) => safely(() => addCorrection(engine, batches, correction)),
    corrections: (criterion) => safely(() => corrections(engine, criterion)),
  };
}
