import type { CheckResult } from "../../src/domain/check.ts";
import { hashesOf } from "../../src/domain/digest.ts";
import type { Finding } from "../../src/domain/finding.ts";
import type { AcceptedPatch, Candidate, FindingOutcome, Outcome } from "../../src/domain/outcome.ts";
import type { RunResult } from "../../src/domain/run.ts";

/** Small realistic runs for the renderings. */

export function finding(over: Partial<Finding> = {}): Finding {
  return {
    id: "f0f0f0f0",
    tool: "ruff",
    ruleId: "F401",
    path: "src/shop/cart.py",
    startLine: 1,
    startColumn: 8,
    endLine: 1,
    endColumn: 10,
    severity: "error",
    message: "`os` imported but unused",
    fixes: [],
    witnesses: [],
    ...over,
  };
}

export const PASSED: readonly CheckResult[] = [
  { name: "anchored", status: "pass", ms: 0.1234567, detail: "1 edit found" },
  {
    name: "cleared",
    status: "pass",
    ms: 12,
    detail: "ruff 0.16.9 no longer reports F401",
    evidence: { tool: "ruff", version: "0.16.9", exitCode: 0 },
  },
];

export const STILL_FIRES: CheckResult = {
  name: "cleared",
  status: "fail",
  ms: 9,
  detail: "B006 is still reported at line 10",
  code: "TARGET_STILL_FIRES",
};

export function patchOf(id: string, findings: readonly Finding[], over: Partial<Candidate> = {}): AcceptedPatch {
  const before = "import os\nimport sys\n\nprint(sys.argv)\n";
  const after = "import sys\n\nprint(sys.argv)\n";
  const diff =
    "diff --git a/src/shop/cart.py b/src/shop/cart.py\n--- a/src/shop/cart.py\n+++ b/src/shop/cart.py\n@@ -1,4 +1,3 @@\n-import os\n import sys\n \n print(sys.argv)\n";
  const changes: Candidate["changes"] = over.changes ?? [
    { path: findings[0]?.path ?? "src/shop/cart.py", before, after, encoding: "utf8" },
  ];
  return {
    candidate: {
      id,
      source: "native",
      findings,
      changes,
      edits: [{ path: findings[0]?.path ?? "src/shop/cart.py", start: 0, end: 10, text: "" }],
      summary: "Remove unused import: `os`",
      ...over,
    },
    diff: Buffer.from(diff),
    checks: PASSED,
    files: changes.map(hashesOf),
    after: [],
    unproved: [],
  };
}

export function run(
  findings: readonly FindingOutcome[],
  patches: readonly AcceptedPatch[] = [],
  over: Partial<RunResult> = {},
): RunResult {
  const none = { accepted: 0, costUsd: 0, requests: 0 };
  return {
    runId: "20261122-101530-7f3a",
    root: "/home/ann/shop",
    startedAt: Date.UTC(2026, 10, 22, 10, 15, 30),
    wallMs: 8421.7,
    toolVersion: "0.1.0",
    findings,
    patches,
    changes: patches.flatMap(({ candidate }) => candidate.changes),
    combinedDiff: Buffer.concat(patches.map(({ diff }) => diff)),
    bySource: { native: none, codemod: none, model: none },
    promptTokens: 0,
    completionTokens: 0,
    costUsd: 0,
    notices: [],
    ...over,
  };
}

/** A run in which everything happens that can happen. */
export function sampleRun(): RunResult {
  const unused = [1, 2, 3].map((line) => finding({ id: `unused-${line}`, startLine: line, endLine: line }));
  const mutable = finding({
    id: "mutable",
    ruleId: "B006",
    path: "src/shop/orders/service.py",
    startLine: 42,
    endLine: 42,
    message: "Do not use mutable data structures for argument defaults",
  });
  const eqeqeq = finding({
    id: "eqeqeq",
    tool: "eslint",
    ruleId: "eqeqeq",
    path: "web/app.ts",
    startLine: 7,
    endLine: 7,
    severity: "warning",
    message: "Expected '===' and instead saw '=='.",
  });
  const stubborn = [10, 80, 95, 120, 311].map((line) =>
    finding({
      id: `stubborn-${line}`,
      ruleId: "B006",
      path: "src/shop/pricing/rules/discounts_for_returning_customers.py",
      startLine: line,
      endLine: line,
      message: "Do not use mutable data structures for argument defaults",
    }),
  );
  const silenced = finding({
    id: "silenced",
    ruleId: "S608",
    path: "src/shop/db.py",
    startLine: 5,
    endLine: 5,
    message: "Possible SQL injection",
  });
  const noFix = ["E501", "E501", "D100", "PLR0913"].map((ruleId, at) =>
    finding({
      id: `nofix-${at}`,
      ruleId,
      path: "src/shop/util.py",
      startLine: at + 20,
      endLine: at + 20,
      severity: "warning",
      message: "Line too long",
    }),
  );
  const slow = finding({
    id: "slow",
    ruleId: "C901",
    path: "src/shop/api.py",
    startLine: 3,
    endLine: 60,
    message: "`handle` is too complex",
  });

  const patches = [
    ...unused.map((each, at) => patchOf(`p-unused-${at}`, [each])),
    {
      ...patchOf("p-mutable", [mutable], {
        source: "model",
        strategy: "single",
        attemptId: "a-1",
        summary: "Use None as the default",
      }),
      after: ["p-unused-0"],
      unproved: ["tests" as const],
    },
    patchOf("p-eqeqeq", [eqeqeq]),
  ];
  const fixed = (each: Finding, patchId: string, source: "native" | "model" = "native"): FindingOutcome => ({
    finding: each,
    outcome: { kind: "accepted", source, patchId, checks: PASSED, ...(source === "model" && { strategy: "single" }) },
  });
  const left = (each: Finding, outcome: Outcome): FindingOutcome => ({ finding: each, outcome });
  return run(
    [
      ...unused.map((each, at) => fixed(each, `p-unused-${at}`)),
      fixed(mutable, "p-mutable", "model"),
      fixed(eqeqeq, "p-eqeqeq"),
      ...stubborn.map((each) =>
        left(each, {
          kind: "rejected",
          source: "model",
          strategy: "batch",
          check: "cleared",
          code: "TARGET_STILL_FIRES",
          reason: `B006 is still reported at line ${each.startLine}: the default is now \`dict()\`, which is mutable too`,
          checks: [STILL_FIRES],
        }),
      ),
      left(silenced, {
        kind: "rejected",
        source: "model",
        strategy: "single",
        check: "honest",
        code: "SCOPE_SUPPRESSION_ADDED",
        reason: "adds `# noqa: S608`",
        checks: [],
      }),
      ...noFix.map((each) => left(each, { kind: "skipped", skip: "no-fix", reason: "ruff offers no fix" })),
      left(slow, { kind: "failed", code: "LLM_TIMEOUT", reason: "openai:gpt-5-mini did not answer within 120 s" }),
    ],
    patches,
    {
      bySource: {
        native: { accepted: 4, costUsd: 0, requests: 0 },
        codemod: { accepted: 0, costUsd: 0, requests: 0 },
        model: { accepted: 1, costUsd: 0.0234, requests: 7 },
      },
      promptTokens: 18_204,
      completionTokens: 2_911,
      costUsd: 0.0234,
      notices: ["ruff (WebAssembly) does not say which fixes are safe; all were checked"],
    },
  );
}
