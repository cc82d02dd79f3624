import type { AttemptEnd } from "../../../../src/domain/attempt.ts";
import type { TraceRecord } from "../../../../src/domain/trace.ts";
import type { TraceStore } from "../../../../src/ports/store.ts";
import { attemptFacts } from "../../../../src/trace/facts.ts";
import { labelledRepair, newLabels, type Planted } from "./labelled.ts";

/** Writes repairs and their labels to a store, word by word: nothing is redacted, as in traces of elsewhere. */
export async function plantIn(store: TraceStore, planted: readonly Planted[]): Promise<void> {
  for (const one of planted) {
    const made = await labelledRepair(one);
    const { run, repair, attempts } = made.trace;
    const { sums: _, endedAt = 0, status = "accepted", stopReason = "", closed = [], ...begun } = repair;
    const records: TraceRecord[] = [
      { kind: "run", run, place: { host: "here", pid: 0 } },
      { kind: "repair", repair: begun },
    ];
    for (const { outcome, checks, signature: _s, patchFacts: _p, redactions, ...rest } of attempts) {
      const { endedAt: at = 0, mended = [], latencyMs = 0, transportRetries = 0, replayed = false } = rest;
      if (outcome === undefined || outcome === "interrupted") continue;
      const end: AttemptEnd = { ...rest, outcome, checks, endedAt: at, mended, latencyMs, transportRetries, replayed };
      records.push({ kind: "attempt", attempt: rest, redactions });
      records.push({ kind: "attempt-ended", attempt: rest, end, facts: attemptFacts(end), redactions });
    }
    records.push({ kind: "repair-ended", repairId: repair.id, end: { endedAt, status, stopReason, closed } });
    await store.write(records);
    for (const label of newLabels(made)) await store.addLabel(label);
  }
}
