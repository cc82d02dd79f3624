import type { AttemptEnd, AttemptStart, RepairRecord, RunRecord } from "../domain/attempt.ts";
import type { RunProgress } from "../domain/trace.ts";

/**
 * Takes down what happens in a run. Calls come in order: run, repair, attempt started (before the request is sent),
 * attempt ended, repair ended, run ended. Implementations redact secrets before anything is written, and never make a
 * run fail: what cannot be written becomes a warning.
 */
export interface Recorder {
  runStarted(run: RunRecord): void;
  /** How far the run is: told again and again, from the moment its total is known. */
  runProgress(runId: string, progress: RunProgress): void;
  repairStarted(repair: RepairRecord): void;
  attemptStarted(attempt: AttemptStart): void;
  attemptEnded(attemptId: string, end: AttemptEnd): void;
  repairEnded(
    repairId: string,
    end: Required<Pick<RepairRecord, "endedAt" | "status" | "stopReason" | "closed">>,
  ): void;
  runEnded(runId: string, end: { readonly endedAt: number; readonly status: "done" | "stopped" }): void;
  /** Writes what is still waiting. */
  close(): Promise<void>;
}
