import type { AttemptEnd, AttemptStart, RepairRecord, RunRecord } from "../../../src/domain/attempt.ts";
import type { RepairEnd, RunPlace } from "../../../src/domain/trace.ts";
import type { TraceStore, TraceWriter } from "../../../src/ports/store.ts";
import { createRecorder } from "../../../src/trace/recorder.ts";
import { redactor } from "../../../src/trace/redact.ts";

export const NOW = Date.UTC(2026, 10, 22, 12);

export interface Script {
  readonly run: RunRecord;
  readonly repairs: readonly {
    readonly repair: RepairRecord;
    readonly attempts: readonly { readonly start: AttemptStart; readonly end: AttemptEnd }[];
    readonly end: RepairEnd;
  }[];
}

/** A run with two repairs: one accepted at its second attempt, one batch that was cut off. `variant` changes the patch. */
export function twoRepairs(prefix = "", variant = 0): Script {
  const run: RunRecord = {
    id: `${prefix}run-1`,
    kind: "local",
    repository: "example/shop",
    commit: "a".repeat(40),
    branch: "main",
    dirty: true,
    toolVersion: "0.1.0",
    startedAt: NOW,
  };
  const base = { severity: "warning" as const, tool: "ruff", endLine: 3, startLine: 3 };
  const one: RepairRecord = {
    id: `${prefix}repair-1`,
    runId: run.id,
    strategy: "single",
    source: "model",
    path: "src/Shop/cart.py",
    fileType: "py",
    fileLines: 40,
    startedAt: NOW + 1,
    findings: [{ ...base, id: "f1", ruleId: "F401", path: "src/Shop/cart.py", message: "`os` imported but unused" }],
  };
  const two: RepairRecord = {
    id: `${prefix}repair-2`,
    runId: run.id,
    strategy: "batch",
    source: "model",
    path: "lib/büro.ts",
    fileType: "ts",
    fileLines: 9,
    startedAt: NOW + 2,
    findings: [
      { ...base, id: "f2", ruleId: "E711", severity: "error", path: "lib/büro.ts", message: "comparison to None" },
      { ...base, id: "f3", ruleId: "E712", path: "lib/büro.ts", message: "comparison to True" },
    ],
  };
  const start = (number: number, of: RepairRecord, more: Partial<AttemptStart> = {}): AttemptStart => ({
    id: `${prefix}attempt-${number}`,
    repairId: of.id,
    runId: run.id,
    number: of === one ? number : 1,
    model: "fake:small",
    promptName: of.strategy,
    promptVersion: of === one ? 2 : 1,
    promptHash: "b".repeat(64),
    system: "You repair findings.",
    prompt: of === one ? "Repair the sunflower; first_value = 1" : "Grüße an alle",
    startedAt: NOW + number * 10,
    ...more,
  });
  const end: AttemptEnd = {
    endedAt: NOW + 100,
    outcome: "rejected",
    mended: [],
    checks: [],
    latencyMs: 1000,
    transportRetries: 0,
    replayed: false,
    promptTokens: 200,
    completionTokens: 30,
  };
  const patch = `--- a/src/Shop/cart.py\n+++ b/src/Shop/cart.py\n@@ -1,3 +1,2 @@\n-import os\n import sys\n-x = 1\n+x = ${2 + variant}\n`;
  return {
    run,
    repairs: [
      {
        repair: one,
        attempts: [
          {
            start: start(1, one),
            end: {
              ...end,
              failedCheck: "applies",
              code: "APPLY_CONTEXT_MISMATCH",
              reason: "corrupt patch at line 7",
              reply: '{"edits": []}',
              mode: "json-schema",
              finishReason: "stop",
              answeredBy: "small-1",
              mended: ["bad-header"],
              costMicroUsd: 1234,
              cachedTokens: 5,
              httpStatus: 200,
              checks: [
                { name: "anchored", status: "pass", ms: 0.5, detail: "" },
                {
                  name: "applies",
                  status: "fail",
                  ms: 12,
                  detail: "git: corrupt patch at line 7",
                  code: "APPLY_CONTEXT_MISMATCH",
                  evidence: { exitCode: 1, tools: ["git"] },
                },
              ],
            },
          },
          {
            start: start(2, one, {
              previousId: `${prefix}attempt-1`,
              feedback: "corrupt patch at line 7",
              model: "fake:large",
            }),
            end: {
              ...end,
              outcome: "accepted",
              latencyMs: 2000,
              patch,
              reply: "done",
              answeredBy: "large-2026",
              promptTokens: 100,
              checks: [
                { name: "anchored", status: "pass", ms: 1, detail: "" },
                { name: "applies", status: "pass", ms: 3, detail: "" },
                { name: "judged", status: "skip", ms: 0, detail: "no judge" },
              ],
            },
          },
        ],
        end: { endedAt: NOW + 500, status: "accepted", stopReason: "accepted", closed: ["f1"] },
      },
      {
        repair: two,
        attempts: [
          {
            start: start(3, two),
            end: {
              ...end,
              latencyMs: 900,
              failedCheck: "reply",
              code: "LLM_TRUNCATED",
              reason: "the reply was cut off",
              finishReason: "length",
              costMicroUsd: 600,
            },
          },
        ],
        end: { endedAt: NOW + 600, status: "rejected", stopReason: "attempts", closed: [] },
      },
    ],
  };
}

export interface Recording {
  /** Stops when this attempt has started. */
  readonly until?: string;
  readonly place?: RunPlace;
  readonly beatAt?: number;
}

/** Records a script with the real recorder. */
export async function record(store: TraceWriter | TraceStore, script: Script, how: Recording = {}): Promise<void> {
  const recorder = createRecorder({
    store,
    redactor: redactor(),
    clock: { now: () => NOW },
    place: how.place ?? { host: "here", pid: 0 },
    warn: (message) => {
      throw new Error(message);
    },
  });
  recorder.runStarted(script.run);
  for (const { repair, attempts, end } of script.repairs) {
    recorder.repairStarted(repair);
    for (const attempt of attempts) {
      recorder.attemptStarted(attempt.start);
      if (attempt.start.id === how.until) {
        await recorder.close();
        await store.write([{ kind: "beat", runId: script.run.id, at: how.beatAt ?? NOW }]);
        return;
      }
      recorder.attemptEnded(attempt.start.id, attempt.end);
    }
    recorder.repairEnded(repair.id, end);
  }
  recorder.runEnded(script.run.id, { endedAt: NOW + 9000, status: "done" });
  await recorder.close();
}
