import type { AttemptStart, RepairRecord, RunRecord } from "../domain/attempt.ts";
import { messageOf } from "../domain/errors.ts";
import type { RunPlace } from "../domain/trace.ts";
import type { Clock } from "../ports/clock.ts";
import type { Recorder } from "../ports/recorder.ts";
import type { TraceWriter } from "../ports/store.ts";
import type { TraceFiles } from "../ports/trace-files.ts";
import { attemptFacts, traceOf } from "./facts.ts";
import { FileQueue } from "./file-queue.ts";
import type { Redactor } from "./redact.ts";
import { redactEnd, redactRepair, redactRepairEnd, redactRun, redactStart } from "./redact-records.ts";
import { WriteQueue } from "./write-queue.ts";

export interface RecorderParts {
  readonly store: TraceWriter;
  /** JSON files beside the store; none are written if undefined. */
  readonly files?: TraceFiles;
  readonly redactor: Redactor;
  readonly clock: Pick<Clock, "now">;
  readonly place: RunPlace;
  readonly warn: (message: string) => void;
}

const BATCH = 64;
const DELAY_MS = 50;
const CAPACITY = 20_000;
const BEAT_MS = 5000;

interface OpenAttempt {
  readonly attempt: AttemptStart;
  readonly redactions: number;
}

/**
 * Takes a run down in a store and in files. Everything is redacted first. An attempt is in a store of this process
 * before `attemptStarted` returns, so that a killed run leaves it behind as open; everything else waits for at most 50 ms.
 */
export function createRecorder(parts: RecorderParts): Recorder {
  const { redactor, clock, warn } = parts;
  const queue = new WriteQueue(parts.store, { batch: BATCH, delayMs: DELAY_MS, capacity: CAPACITY, warn });
  const files = parts.files && new FileQueue(parts.files, warn);
  const runs = new Map<string, RunRecord>();
  const repairs = new Map<string, RepairRecord>();
  const attempts = new Map<string, OpenAttempt>();

  const beat = setInterval(() => {
    for (const runId of runs.keys()) queue.add({ kind: "beat", runId, at: clock.now() });
  }, BEAT_MS);
  beat.unref();

  let warned = false;
  const harmless = (work: () => void): void => {
    try {
      work();
    } catch (error) {
      if (!warned) warn(`Traces are incomplete: ${messageOf(error)}`);
      warned = true;
    }
  };
  const known = <T>(map: ReadonlyMap<string, T>, id: string, what: string): T => {
    const found = map.get(id);
    if (found === undefined) throw new Error(`${what} ${id} ended without having started`);
    return found;
  };

  return {
    runStarted: (raw) =>
      harmless(() => {
        const run = redactRun(raw, redactor);
        runs.set(run.id, run);
        queue.add({ kind: "run", run, place: parts.place });
        files?.add({ kind: "run", run });
      }),
    runProgress: (runId, progress) => harmless(() => queue.add({ kind: "progress", runId, progress, at: clock.now() })),
    repairStarted: (raw) =>
      harmless(() => {
        const repair = redactRepair(raw, redactor);
        repairs.set(repair.id, repair);
        queue.add({ kind: "repair", repair });
      }),
    attemptStarted: (raw) =>
      harmless(() => {
        const { record: attempt, redactions } = redactStart(raw, redactor);
        attempts.set(attempt.id, { attempt, redactions });
        queue.add({ kind: "attempt", attempt, redactions });
        queue.flushBeginnings();
      }),
    attemptEnded: (attemptId, raw) =>
      harmless(() => {
        const open = known(attempts, attemptId, "Attempt");
        attempts.delete(attemptId);
        const { record: end, redactions: more } = redactEnd(raw, redactor);
        const facts = attemptFacts(end);
        const redactions = open.redactions + more;
        queue.add({ kind: "attempt-ended", attempt: open.attempt, end, facts, redactions });
        const repair = repairs.get(open.attempt.repairId);
        const run = runs.get(open.attempt.runId);
        if (repair && run)
          files?.add({ kind: "attempt", run, repair, attempt: traceOf(open.attempt, end, facts, redactions) });
      }),
    repairEnded: (repairId, raw) =>
      harmless(() => {
        const repair = known(repairs, repairId, "Repair");
        repairs.delete(repairId);
        const end = redactRepairEnd(raw, redactor);
        queue.add({ kind: "repair-ended", repairId, end });
        const run = runs.get(repair.runId);
        if (run) files?.add({ kind: "repair", run, repair: { ...repair, ...end } });
      }),
    runEnded: (runId, end) =>
      harmless(() => {
        const run = known(runs, runId, "Run");
        runs.delete(runId);
        queue.add({ kind: "run-ended", runId, end });
        files?.add({ kind: "run", run: { ...run, ...end } });
      }),
    close: async () => {
      clearInterval(beat);
      await queue.close();
      await files?.close();
    },
  };
}

/** A recorder that takes nothing down. */
export const NO_RECORDER: Recorder = {
  runStarted: () => undefined,
  runProgress: () => undefined,
  repairStarted: () => undefined,
  attemptStarted: () => undefined,
  attemptEnded: () => undefined,
  repairEnded: () => undefined,
  runEnded: () => undefined,
  close: async () => undefined,
};
