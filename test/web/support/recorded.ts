import type { AttemptEnd, AttemptStart, RepairRecord } from "../../../src/domain/attempt.ts";
import type { AttemptTrace, TraceRecord } from "../../../src/domain/trace.ts";
import type { TraceStore } from "../../../src/ports/store.ts";
import type { RepairAnswer } from "../../../src/server/api.ts";
import { repairNumber } from "./world.ts";

/** Writes the made-up repairs into a real store, oldest first. */
export async function recorded(store: Pick<TraceStore, "write">, count: number): Promise<void> {
  const repairs = Array.from({ length: count }, (_, n) => repairNumber(count - 1 - n));
  const runs = new Map(repairs.map(({ run }) => [run.id, run]));
  await store.write(
    [...runs.values()].map(
      ({ status: _status, ...run }): TraceRecord => ({ kind: "run", run, place: { host: "elsewhere", pid: 1 } }),
    ),
  );
  await store.write(repairs.flatMap(recordsOf));
  await store.write(
    [...runs.values()].map(
      ({ id, startedAt }): TraceRecord => ({
        kind: "run-ended",
        runId: id,
        end: { endedAt: startedAt + 60_000, status: "done" },
      }),
    ),
  );
}

function recordsOf({ repair, attempts }: RepairAnswer): TraceRecord[] {
  const { sums: _sums, endedAt = 0, status = "rejected", stopReason = "", closed = [], ...begun } = repair;
  const record: RepairRecord = begun;
  return [
    { kind: "repair", repair: record },
    ...attempts.flatMap((attempt): TraceRecord[] => [
      { kind: "attempt", attempt: startOf(attempt), redactions: 0 },
      { kind: "attempt-ended", attempt: startOf(attempt), end: endOf(attempt), facts: factsOf(attempt), redactions: 0 },
    ]),
    { kind: "repair-ended", repairId: repair.id, end: { endedAt, status, stopReason, closed } },
  ];
}

function startOf({
  id,
  repairId,
  runId,
  number,
  previousId,
  model,
  promptName,
  promptVersion,
  promptHash,
  system,
  prompt,
  feedback,
  startedAt,
}: AttemptTrace): AttemptStart {
  return {
    id,
    repairId,
    runId,
    number,
    model,
    promptName,
    promptVersion,
    promptHash,
    system,
    prompt,
    startedAt,
    ...(previousId !== undefined && { previousId }),
    ...(feedback !== undefined && { feedback }),
  };
}

function endOf(attempt: AttemptTrace): AttemptEnd {
  const {
    endedAt = 0,
    outcome,
    mended = [],
    latencyMs = 0,
    transportRetries = 0,
    replayed = false,
    signature: _signature,
    patchFacts: _facts,
    redactions: _redactions,
    ...rest
  } = attempt;
  return {
    ...rest,
    endedAt,
    mended,
    latencyMs,
    transportRetries,
    replayed,
    outcome: outcome === "accepted" ? "accepted" : "rejected",
  };
}

function factsOf({ signature, patchFacts, checks }: AttemptTrace) {
  return { checks, ...(signature !== undefined && { signature }), ...(patchFacts && { patch: patchFacts }) };
}
