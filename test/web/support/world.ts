import type { CheckCode, CheckName, CheckResult } from "../../../src/domain/check.ts";
import type { Label } from "../../../src/domain/label.ts";
import type { Overview, OverviewDay } from "../../../src/domain/overview.ts";
import { wilson } from "../../../src/domain/statistics.ts";
import type { AttemptTrace } from "../../../src/domain/trace.ts";
import type { RepairRow } from "../../../src/ports/store.ts";
import type { RepairAnswer } from "../../../src/server/api.ts";

const RULES = [
  ["F401", "`os` imported but unused", "ruff"],
  ["F841", "Local variable `result` is assigned to but never used", "ruff"],
  ["E711", "Comparison to `None` should be `cond is None`", "ruff"],
  ["B006", "Do not use mutable data structures for argument defaults", "ruff"],
  [
    "python.lang.security.audit.subprocess-shell-true",
    "Found `subprocess` with `shell=True`: an attacker may run commands",
    "semgrep",
  ],
  ["no-unused-vars", "'total' is assigned a value but never used.", "eslint"],
] as const;
const MODELS = ["openai:gpt-5-mini", "anthropic:claude-haiku-4.5", "ollama:qwen3-coder"] as const;
const CODES: readonly (readonly [CheckName, CheckCode, string])[] = [
  [
    "anchored",
    "APPLY_CONTEXT_MISMATCH",
    "The text that edit 1 replaces does not stand at lines 12 to 13; the nearest is at line 15.",
  ],
  ["cleared", "TARGET_STILL_FIRES", "ruff still reports the finding at line 12."],
  ["clean", "NEW_FINDING_OTHER", "ruff reports F821 at line 14: Undefined name `items`."],
  ["honest", "SCOPE_SUPPRESSION_ADDED", "Line 12 adds `# noqa: F401`: the finding is silenced, not fixed."],
];
const LADDER: readonly CheckName[] = ["anchored", "applies", "scoped", "parses", "cleared", "clean", "honest"];
const DETAILS: Readonly<Partial<Record<CheckName, string>>> = {
  applies: "git apply accepted the diff.",
  cleared: "ruff 0.16.9 no longer reports it.",
  clean: "Nothing new is reported.",
};
export const NOW = Date.UTC(2026, 10, 22, 14, 0, 0);
const DAY = 86_400_000;

/** Numbers from 0 to 1 that are the same in every run. */
function dice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const id = (kind: string, n: number): string => `01KX${kind}${String(n).padStart(20, "0")}`;

/** The nth repair of a made-up store; 0 is the newest. */
export function repairNumber(n: number): RepairAnswer {
  const roll = dice(n + 7);
  roll();
  const [ruleId, message, tool] = RULES[Math.floor(roll() * RULES.length)] ?? RULES[0];
  const accepted = roll() < 0.66;
  const many = accepted ? (roll() < 0.7 ? 1 : 2) : 1 + Math.floor(roll() * 3);
  const path = `src/${["billing", "accounts", "reports", "ingest"][n % 4]}/${["views", "models", "client", "tasks", "export"][n % 5]}_${n % 97}.${tool === "eslint" ? "ts" : "py"}`;
  const startedAt = NOW - Math.floor(n * (n < 400 ? 0.2 : 0.02) * DAY * 0.2) - 60_000;
  const line = 5 + Math.floor(roll() * 60);
  const model = MODELS[Math.floor(roll() ** 2 * MODELS.length)] ?? MODELS[0];
  const repairId = id("R", n);
  const attempts = Array.from(
    { length: many },
    (_, at): AttemptTrace =>
      attemptOf(n, at, at === many - 1 && accepted, { path, line, model, startedAt, roll, repairId }),
  );
  const finding = {
    id: `f${n}`,
    tool,
    ruleId,
    severity: "warning",
    path,
    startLine: line,
    endLine: line,
    message,
  } as const;
  const sum = (of: (attempt: AttemptTrace) => number | undefined): number =>
    attempts.reduce((all, each) => all + (of(each) ?? 0), 0);
  return {
    run: {
      id: id("N", Math.floor(n / 200)),
      kind: "local",
      repository: "shop",
      branch: "main",
      toolVersion: "0.1.0",
      startedAt,
      status: "done",
    },
    repair: {
      id: repairId,
      runId: id("N", Math.floor(n / 200)),
      strategy: "single",
      source: "model",
      path,
      fileType: tool === "eslint" ? "ts" : "py",
      fileLines: 200,
      findings: [finding],
      startedAt,
      endedAt: startedAt + 4000,
      status: accepted ? "accepted" : "rejected",
      stopReason: accepted ? "accepted" : "attempts",
      closed: accepted ? [finding.id] : [],
      sums: {
        attempts: many,
        costMicroUsd: sum(({ costMicroUsd }) => costMicroUsd),
        unpriced: 0,
        promptTokens: sum(({ promptTokens }) => promptTokens),
        completionTokens: sum(({ completionTokens }) => completionTokens),
        cachedTokens: sum(({ cachedTokens }) => cachedTokens),
        latencyMs: sum(({ latencyMs }) => latencyMs),
      },
    },
    attempts,
    missing: [],
    labels: [],
  };
}

interface AttemptPlace {
  readonly path: string;
  readonly line: number;
  readonly model: string;
  readonly startedAt: number;
  readonly roll: () => number;
  readonly repairId: string;
}

function attemptOf(
  n: number,
  at: number,
  accepted: boolean,
  { path, line, model, startedAt, roll, repairId }: AttemptPlace,
): AttemptTrace {
  const [failed, code, reason] = CODES[Math.floor(roll() * CODES.length)] ?? CODES[0] ?? ["anchored", "DIFF_EMPTY", ""];
  const reached = accepted ? LADDER : LADDER.slice(0, LADDER.indexOf(failed) + 1);
  const checks = reached.map((name): CheckResult => {
    const bad = !accepted && name === failed;
    return {
      name,
      status: bad ? "fail" : "pass",
      ms: Math.round(roll() * 60),
      detail: bad ? reason : (DETAILS[name] ?? ""),
      ...(bad && { code }),
      ...(name === "cleared" && {
        evidence: { command: ["ruff", "check", "--output-format=json", path], exitCode: bad ? 1 : 0 },
      }),
    };
  });
  const promptTokens = 1800 + Math.floor(roll() * 900);
  const completionTokens = 120 + Math.floor(roll() * 300);
  return {
    id: id("A", n * 10 + at),
    repairId,
    runId: id("N", Math.floor(n / 200)),
    number: at + 1,
    ...(at > 0 && {
      previousId: id("A", n * 10 + at - 1),
      feedback: `Your edit was rejected by the check "${failed}": ${reason}`,
    }),
    model,
    promptName: "repair.single",
    promptVersion: 1,
    promptHash: "ab".repeat(32),
    system: "You fix static-analysis findings in source code.\nYou answer with edits of that file.\n",
    prompt: promptOf(path, line, at),
    startedAt: startedAt + at * 3000,
    endedAt: startedAt + at * 3000 + 2500,
    outcome: accepted ? "accepted" : "rejected",
    ...(!accepted && { failedCheck: failed, code, reason, signature: `${failed}:${code}` }),
    reply: JSON.stringify(
      {
        edits: [{ path, startLine: line, endLine: line, original: "import os", replacement: "" }],
        explanation: "The import is unused.",
      },
      null,
      2,
    ),
    mode: "json-schema",
    finishReason: "stop",
    answeredBy: model.split(":")[1] ?? model,
    mended: [],
    patch: patchOf(path, line, at),
    patchFacts: { normalHash: String(n), files: 1, added: 2 + at, deleted: 2 },
    checks,
    promptTokens,
    completionTokens,
    cachedTokens: 900,
    costMicroUsd: Math.round(promptTokens * 0.25 + completionTokens * 2),
    latencyMs: Math.round(700 + roll() ** 3 * 9000),
    transportRetries: 0,
    httpStatus: 200,
    replayed: false,
    redactions: 0,
  };
}

function promptOf(path: string, line: number, at: number): string {
  const code = Array.from(
    { length: 40 },
    (_, n) => `${String(line - 20 + n).padStart(4)} | ${CODE[(n + line) % CODE.length]}`,
  ).filter((one) => !/^ *-?0? \|/.test(one) && !one.trim().startsWith("-"));
  return `File: ${path}\n\n<file-a1b2c3d4e5>\n${code.join("\n")}\n</file-a1b2c3d4e5>\n\nThe finding:\nline ${line}: unused import\n${at > 0 ? `\nYour answer before was rejected (attempt ${at}).\n` : ""}`;
}

const CODE = [
  "import os",
  "from datetime import datetime, timedelta",
  "",
  "def total_of(orders, since=None):",
  '    """Sums what was ordered since a day."""',
  "    if since == None:",
  "        since = datetime.now() - timedelta(days=30)",
  "    result = [order.total for order in orders if order.at >= since]",
  "    return sum(result)  # in cents",
  "",
];

function patchOf(path: string, line: number, at: number): string {
  return `--- a/${path}
+++ b/${path}
@@ -${line - 1},7 +${line - 1},${7 + at} @@
 def total_of(orders, since=None):
     """Sums what was ordered since a day."""
-    if since == None:
+    if since is None:
         since = datetime.now() - timedelta(days=30)
-    result = [order.total for order in orders if order.at >= since]
+    result = [order.total_cents for order in orders if order.placed_at >= since]
${at > 0 ? "+    logger.debug('summed %d orders', len(result))\n" : ""}     return sum(result)  # in cents
 
`;
}

export function rowOf({ repair, attempts, labels }: RepairAnswer): RepairRow {
  const [finding] = repair.findings;
  return {
    id: repair.id,
    runId: repair.runId,
    startedAt: repair.startedAt,
    status: repair.status,
    stopReason: repair.stopReason,
    strategy: repair.strategy,
    source: repair.source,
    path: repair.path,
    ruleId: finding?.ruleId ?? "",
    startLine: finding?.startLine ?? 1,
    message: finding?.message ?? "",
    findings: repair.findings.length,
    attempts: attempts.map(({ id: attemptId, number, outcome, code }) => ({ id: attemptId, number, outcome, code })),
    models: [...new Set(attempts.map(({ model }) => model))],
    promptTokens: repair.sums.promptTokens,
    completionTokens: repair.sums.completionTokens,
    costMicroUsd: repair.sums.costMicroUsd,
    unpriced: repair.sums.unpriced,
    latencyMs: repair.sums.latencyMs,
    labels: labels.map(({ attemptId, value, rater }: Label) => ({ attemptId, value, rater })),
  };
}

/** Totals of a made-up store. */
export function overviewOf(repairs: readonly RepairAnswer[]): Overview {
  const attempts = repairs.flatMap((each) => each.attempts);
  const retries = attempts.filter(({ number }) => number > 1);
  const latencies = attempts.map(({ latencyMs }) => latencyMs ?? 0).sort((a, b) => a - b);
  const failed = attempts.filter(({ outcome }) => outcome === "rejected");
  const cost = attempts.reduce((sum, { costMicroUsd }) => sum + (costMicroUsd ?? 0), 0);
  const accepted = repairs.filter(({ repair }) => repair.status === "accepted");
  const first = accepted.filter((each) => each.attempts.length === 1);
  const spend = (nameOf: (repair: RepairAnswer) => string) =>
    [...Map.groupBy(repairs, nameOf)]
      .map(([name, group]) => ({
        name,
        costMicroUsd: group.reduce((sum, { repair }) => sum + repair.sums.costMicroUsd, 0),
        attempts: group.reduce((sum, each) => sum + each.attempts.length, 0),
        unpriced: 0,
      }))
      .sort((a, b) => b.costMicroUsd - a.costMicroUsd);
  return {
    repairs: repairs.length,
    attempts: attempts.length,
    accepted: wilson(accepted.length, repairs.length),
    firstTry: wilson(first.length, repairs.length),
    retryYield: wilson(retries.filter(({ outcome }) => outcome === "accepted").length, retries.length),
    costMicroUsd: cost,
    unpriced: 0,
    costPerAcceptedMicroUsd: accepted.length === 0 ? undefined : Math.round(cost / accepted.length),
    wastedMicroUsd: repairs
      .filter((each) => !accepted.includes(each))
      .reduce((sum, { repair }) => sum + repair.sums.costMicroUsd, 0),
    latencyMs: {
      p50: latencies[Math.floor(latencies.length / 2)],
      p95: latencies[Math.floor(latencies.length * 0.95)],
      n: latencies.length,
    },
    failures: [...Map.groupBy(failed, ({ code }) => code ?? "")]
      .map(([code, group]) => ({ code, share: wilson(group.length, failed.length) }))
      .sort((a, b) => b.share.count - a.share.count),
    byModel: spend(({ attempts: [one] }) => one?.model ?? ""),
    byRule: spend(({ repair }) => repair.findings[0]?.ruleId ?? ""),
    days: daysOf(repairs),
  };
}

function daysOf(repairs: readonly RepairAnswer[]): OverviewDay[] {
  return [...Map.groupBy(repairs, ({ repair }) => new Date(repair.startedAt).toISOString().slice(0, 10))]
    .map(([day, group]) => ({
      day,
      repairs: group.length,
      accepted: wilson(group.filter(({ repair }) => repair.status === "accepted").length, group.length),
      firstTry: wilson(
        group.filter((each) => each.repair.status === "accepted" && each.attempts.length === 1).length,
        group.length,
      ),
      attempts: group.reduce((sum, each) => sum + each.attempts.length, 0),
      costMicroUsd: group.reduce((sum, { repair }) => sum + repair.sums.costMicroUsd, 0),
    }))
    .sort((a, b) => a.day.localeCompare(b.day));
}
