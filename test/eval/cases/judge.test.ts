import { describe, expect, it } from "vitest";
import type { Finding } from "../../../src/domain/finding.ts";
import type { Outcome } from "../../../src/domain/outcome.ts";
import type { EvalCase } from "../../../src/eval/cases/case.ts";
import { judgeCase } from "../../../src/eval/run/judge.ts";
import { AFTER, BEFORE, caseOf, files } from "./support/cases.ts";

const finding: Finding = {
  id: "1",
  tool: "ruff",
  ruleId: "E722",
  path: "a.py",
  severity: "error",
  message: "bare except",
  startLine: 4,
  startColumn: 5,
  endLine: 4,
  endColumn: 11,
  fixes: [],
  witnesses: [],
};
const ACCEPTED: Outcome = { kind: "accepted", source: "model", patchId: "p", checks: [] };
const REJECTED: Outcome = {
  kind: "rejected",
  check: "honest",
  code: "SCOPE_SUPPRESSION_ADDED",
  reason: "silenced",
  checks: [],
};
const judged = (kase: EvalCase, outcome: Outcome, text = AFTER) =>
  judgeCase(kase, { outcomes: [{ finding, outcome }], files: files({ "a.py": text }) });

describe("a case", () => {
  it("passes when all that it says holds", () => {
    const kase = caseOf({ must: ["except ValueError:"], mustNot: ["noqa"], exact: true });
    expect(judged(kase, ACCEPTED)).toEqual({ status: "passed" });
  });

  it.each([
    [
      "another outcome",
      {},
      REJECTED,
      BEFORE,
      /expected accepted, but it was rejected at honest \(SCOPE_SUPPRESSION_ADDED\): silenced/,
    ],
    [
      "another source",
      { expect: { outcome: "accepted", source: "native" } },
      ACCEPTED,
      AFTER,
      /expected a patch of native/,
    ],
    [
      "another check",
      { expect: { outcome: "rejected", check: "cleared" } },
      REJECTED,
      BEFORE,
      /expected rejected at cleared/,
    ],
    [
      "another code of the same check",
      { expect: { outcome: "rejected", check: "honest", code: "SCOPE_DELETED_CODE" } },
      REJECTED,
      BEFORE,
      /expected rejected at honest \(SCOPE_DELETED_CODE\)/,
    ],
    [
      "a patch where a refusal is right",
      { expect: { outcome: "rejected", check: "honest" } },
      ACCEPTED,
      AFTER,
      /but it was accepted/,
    ],
    ["a missing word", { must: ["OSError"] }, ACCEPTED, AFTER, /no added line holds "OSError" \(must\)/],
    ["a word only in a line that stays", { must: ["return int"] }, ACCEPTED, AFTER, /must/],
    ["an unwanted word", { mustNot: ["ValueError"] }, ACCEPTED, AFTER, /an added line holds "ValueError" \(mustNot\)/],
    ["other bytes", { exact: true }, ACCEPTED, AFTER.replace(/\n$/, ""), /a\.py is not what after\/ says \(exact\)/],
  ])("fails for %s, and says so", (_, more, outcome, text, reason) => {
    expect(judged(caseOf(more), outcome, text)).toEqual({ status: "failed", reason: expect.stringMatching(reason) });
  });

  it("looks at added lines only: what was there before may stay", () => {
    expect(judged(caseOf({ mustNot: ["return 0"] }), ACCEPTED)).toEqual({ status: "passed" });
  });

  it.each<[string, Outcome]>([
    ["a provider that failed", { kind: "failed", code: "LLM_TIMEOUT", reason: "no answer" }],
    ["a budget that ran out", { kind: "skipped", skip: "over-budget", reason: "no money" }],
    ["a finding that is not there now", { kind: "skipped", skip: "stale", reason: "gone" }],
  ])("is not decided by %s", (_, outcome) => {
    expect(judged(caseOf({ expect: { outcome: "skipped" } }), outcome)).toMatchObject({ status: "errored" });
  });
});
