import type { FailedAttempt } from "../../../src/domain/cluster.ts";
import type { TraceRecord } from "../../../src/domain/trace.ts";
import { attemptFacts } from "../../../src/trace/facts.ts";

export const RUN_ID = "planted-run";

/** Failures as a run would record them: one attempt each, with a patch where it came so far, its repair ended as it says. */
export function recordsOf(failures: readonly FailedAttempt[], runId = RUN_ID): TraceRecord[] {
  const startedAt = Math.min(...failures.map(({ at }) => at));
  const run = { id: runId, kind: "local", repository: "example/shop", toolVersion: "0.1.0", startedAt } as const;
  return [
    { kind: "run", run, place: { host: "test", pid: 1 } },
    ...failures.flatMap((failure) => recordsOfOne(failure, runId)),
    { kind: "run-ended", runId, end: { endedAt: startedAt + 1, status: "done" } },
  ];
}

function recordsOfOne(failure: FailedAttempt, runId: string): TraceRecord[] {
  const { attemptId, at, check, code, reason, ruleId, path, model, repair } = failure;
  const finding = {
    id: `f-${repair.id}`,
    tool: "ruff",
    ruleId,
    severity: "warning",
    path,
    startLine: 3,
    endLine: 3,
    message: `${ruleId} is not right here`,
  } as const;
  const attempt = {
    id: attemptId,
    repairId: repair.id,
    runId,
    number: 1,
    model,
    promptName: "single",
    promptVersion: 1,
    promptHash: "b".repeat(64),
    system: "You repair findings.",
    prompt: `Repair ${path}.`,
    startedAt: at,
  };
  const end = {
    endedAt: at + 900,
    outcome: "rejected",
    failedCheck: check,
    ...(code && { code }),
    reason,
    ...(check !== "provider" && {
      patch: `--- a/${path}\n+++ b/${path}\n@@ -1 +1 @@\n-x = 1\n+x = "${attemptId}"\n`,
    }),
    mended: [],
    checks: [],
    latencyMs: 900,
    transportRetries: 0,
    replayed: false,
    costMicroUsd: repair.costMicroUsd,
  } as const;
  return [
    {
      kind: "repair",
      repair: {
        id: repair.id,
        runId,
        strategy: "single",
        source: "model",
        path,
        fileType: path.split(".").at(-1) ?? "",
        fileLines: 40,
        startedAt: at,
        findings: [finding],
      },
    },
    { kind: "attempt", attempt, redactions: 0 },
    { kind: "attempt-ended", attempt, end, facts: attemptFacts(end), redactions: 0 },
    {
      kind: "repair-ended",
      repairId: repair.id,
      end: {
        endedAt: at + 1000,
        status: repair.failed ? "rejected" : "accepted",
        stopReason: repair.failed ? "attempts" : "accepted",
        closed: [],
      },
    },
  ];
}
