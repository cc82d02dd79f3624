import type { AttemptEnd, AttemptStart, RepairRecord } from "../../../src/domain/attempt.ts";
import type { CheckResult } from "../../../src/domain/check.ts";
import type { TraceStore } from "../../../src/ports/store.ts";
import { createRecorder } from "../../../src/trace/recorder.ts";
import { redactor } from "../../../src/trace/redact.ts";
import { DAY, NOW } from "./simulated.ts";

/** What one attempt is made of; the rest is the same for all. */
export interface ProvedAttempt {
  readonly path?: string;
  readonly ruleId?: string;
  readonly patch?: string;
  readonly prompt?: string;
  readonly message?: string;
  readonly checks?: readonly CheckResult[];
  readonly outcome?: AttemptEnd["outcome"];
  readonly failedCheck?: string;
  readonly model?: string;
}

export const PASSED: readonly CheckResult[] = (
  ["anchored", "applies", "scoped", "parses", "cleared", "clean"] as const
).map((name) => ({ name, status: "pass", ms: 1, detail: `${name} holds` }));

export const attemptId = (n: number): string => `attempt-${String(n).padStart(4, "0")}`;

export function patchOf(n: number, path: string): string {
  return `diff --git a/${path} b/${path}\n--- a/${path}\n+++ b/${path}\n@@ -${n + 1},3 +${n + 1},2 @@\n import sys\n-import module_${n}, other_${n * 31}\n print(sys.argv)\n`;
}

/** Writes a run in which each of the attempts is a repair of its own, accepted unless it says otherwise. */
export async function recordProved(store: TraceStore, attempts: readonly ProvedAttempt[]): Promise<void> {
  const recorder = createRecorder({
    store,
    redactor: redactor(),
    clock: { now: () => NOW - 2 * DAY },
    place: { host: "here", pid: process.pid },
    warn: (text) => {
      throw new Error(text);
    },
  });
  recorder.runStarted({
    id: "run-1",
    kind: "local",
    repository: "shop",
    toolVersion: "0.1.0",
    startedAt: NOW - 2 * DAY,
  });
  for (const [n, attempt] of attempts.entries()) {
    const { repair, start, end } = recordsOf(n, attempt);
    recorder.repairStarted(repair);
    recorder.attemptStarted(start);
    recorder.attemptEnded(start.id, end);
    const status = end.outcome === "accepted" ? "accepted" : "rejected";
    recorder.repairEnded(repair.id, { endedAt: end.endedAt, status, stopReason: status, closed: [] });
  }
  recorder.runEnded("run-1", { endedAt: NOW - DAY, status: "done" });
  await recorder.close();
}

function recordsOf(n: number, attempt: ProvedAttempt): { repair: RepairRecord; start: AttemptStart; end: AttemptEnd } {
  const { path = `src/file${n}.py`, ruleId = "F401", checks = PASSED, outcome = "accepted" } = attempt;
  const repair: RepairRecord = {
    id: `repair-${String(n).padStart(4, "0")}`,
    runId: "run-1",
    strategy: "single",
    source: "model",
    path,
    fileType: "py",
    fileLines: 30,
    findings: [
      {
        id: `finding-${n}`,
        tool: "ruff",
        ruleId,
        severity: "warning",
        path,
        startLine: n + 2,
        endLine: n + 2,
        message: attempt.message ?? `\`module_${n}\` imported but unused`,
      },
    ],
    startedAt: NOW - 2 * DAY + n,
  };
  const start: AttemptStart = {
    id: attemptId(n),
    repairId: repair.id,
    runId: "run-1",
    number: 1,
    model: attempt.model ?? "openai:patcher",
    promptName: "repair.single",
    promptVersion: 1,
    promptHash: "c".repeat(64),
    system: "You repair findings.",
    prompt: attempt.prompt ?? `<file-0123456789>\n${n + 1} | import sys\n</file-0123456789>`,
    startedAt: NOW - 2 * DAY + n,
  };
  const end: AttemptEnd = {
    endedAt: NOW - 2 * DAY + n + 1,
    outcome,
    ...(attempt.failedCheck !== undefined && { failedCheck: attempt.failedCheck }),
    mended: [],
    patch: attempt.patch ?? patchOf(n, path),
    checks,
    latencyMs: 10,
    transportRetries: 0,
    replayed: false,
  };
  return { repair, start, end };
}
