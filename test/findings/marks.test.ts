import { describe, expect, test } from "vitest";
import type { CollectedFinding, Finding, Fix } from "../../src/domain/finding.ts";
import { markDuplicates } from "../../src/findings/dedupe.ts";
import { markOutOfScope } from "../../src/findings/scope.ts";

let nextId = 0;
function finding(tool: string, ruleId: string, startLine = 1, more: Partial<Finding> = {}): CollectedFinding {
  nextId += 1;
  const base = {
    path: "a.py",
    startLine,
    startColumn: 1,
    endLine: startLine,
    endColumn: 9,
    severity: "warning",
    message: "m",
    fixes: [],
    witnesses: [],
  } as const;
  return { finding: { ...base, id: `id${nextId}`, tool, ruleId, ...more } };
}
const fix = (text: string, applicability: Fix["applicability"] = "unknown"): Fix => ({
  applicability,
  message: "",
  edits: [{ path: "a.py", start: 0, end: 1, text }],
});
const reasons = (all: readonly CollectedFinding[]) => all.map(({ skip }) => skip?.reason);

describe("duplicates", () => {
  test.each([
    ["bandit", "B608", "ruff", "S608"],
    ["flake8", "F401", "ruff", "F401"],
    ["pylint", "W0120", "ruff", "PLW0120"],
    ["oxlint", "eslint(no-var)", "eslint", "no-var"],
    ["semgrep", "bandit.B608", "bandit", "B608"],
  ])("%s %s and %s %s are one defect with two witnesses", (tool, rule, stays, staysRule) => {
    const marked = markDuplicates([finding(tool, rule, 1, { message: "other words" }), finding(stays, staysRule)]);
    expect(marked).toHaveLength(2);
    expect(reasons(marked).filter(Boolean)).toEqual(["duplicate"]);
    expect(marked.find(({ skip }) => !skip)?.finding.witnesses).toHaveLength(1);
  });

  test("the finding that PatchPro can prove stays, wherever it stands in the reports", () => {
    expect(reasons(markDuplicates([finding("bandit", "B608"), finding("ruff", "S608")]))).toEqual([
      "duplicate",
      undefined,
    ]);
  });

  test("the survivor gets the other's fixes as alternatives, equal ones once, with what is known about their safety", () => {
    const marked = markDuplicates([
      finding("ruff", "F401", 1, { fixes: [fix("a"), fix("b")] }),
      finding("flake8", "F401", 1, { fixes: [fix("a", "safe"), fix("c")] }),
    ]);
    expect(marked[0]?.finding.fixes.map((one) => [one.edits[0]?.text, one.applicability])).toEqual([
      ["a", "safe"],
      ["b", "unknown"],
      ["c", "unknown"],
    ]);
  });

  test("a finding repeated in one report, or in two of one tool, is one without another witness", () => {
    const marked = markDuplicates([finding("ruff", "F401"), finding("ruff", "F401"), finding("ruff", "F401")]);
    expect(reasons(marked)).toEqual([undefined, "duplicate", "duplicate"]);
    expect(marked[0]?.finding.witnesses).toEqual([]);
  });

  test("two findings of one rule in one line are two, and two witnesses find one each", () => {
    const two = (tool: string, rule: string) => [
      finding(tool, rule),
      finding(tool, rule, 1, { startColumn: 5, message: "second" }),
    ];
    expect(reasons(markDuplicates(two("ruff", "F401")))).toEqual([undefined, undefined]);
    const marked = markDuplicates([...two("ruff", "S608"), ...two("bandit", "B608")]);
    expect(reasons(marked)).toEqual([undefined, undefined, "duplicate", "duplicate"]);
    expect(marked.slice(0, 2).map((one) => one.finding.witnesses.length)).toEqual([1, 1]);
  });

  test("ranges that overlap are one place, lines apart are two, other files and rules too", () => {
    const wide = finding("bandit", "B608", 3, { endLine: 8 });
    expect(reasons(markDuplicates([finding("ruff", "S608", 5), wide]))).toEqual([undefined, "duplicate"]);
    expect(reasons(markDuplicates([finding("ruff", "S608", 5), finding("bandit", "B608", 6)]))).toEqual([
      undefined,
      undefined,
    ]);
    expect(
      reasons(
        markDuplicates([
          finding("ruff", "S608"),
          finding("bandit", "B608", 1, { path: "b.py" }),
          finding("bandit", "B101"),
        ]),
      ),
    ).toEqual([undefined, undefined, undefined]);
  });

  test("a finding that is set aside already is no duplicate and has none", () => {
    const stale: CollectedFinding = { ...finding("ruff", "F401"), skip: { reason: "stale", detail: "" } };
    expect(reasons(markDuplicates([stale, finding("ruff", "F401")]))).toEqual(["stale", undefined]);
  });
});

describe("scope", () => {
  test("severity below the least", () => {
    const all = [
      finding("r", "R", 1, { severity: "info" }),
      finding("r", "R"),
      finding("r", "R", 1, { severity: "error" }),
    ];
    expect(reasons(markOutOfScope(all, { minSeverity: "warning" }))).toEqual(["below-severity", undefined, undefined]);
  });

  test("paths are files and folders, not prefixes of names", () => {
    const all = ["src/a.py", "src2/a.py", "b.py"].map((path) => finding("r", "R", 1, { path }));
    expect(reasons(markOutOfScope(all, { paths: ["./src/"] }))).toEqual([undefined, "outside-scope", "outside-scope"]);
    expect(reasons(markOutOfScope(all, { paths: ["b.py", "src2"] }))).toEqual(["outside-scope", undefined, undefined]);
    expect(reasons(markOutOfScope(all, { paths: ["."] }))).toEqual([undefined, undefined, undefined]);
  });

  test("only findings that touch a changed line", () => {
    const all = [
      finding("r", "R", 4),
      finding("r", "R", 5),
      finding("r", "R", 2, { endLine: 9 }),
      finding("r", "R", 5, { path: "b.py" }),
    ];
    expect(reasons(markOutOfScope(all, { changedLines: new Map([["a.py", [{ start: 5, end: 6 }]]]) }))).toEqual([
      "outside-scope",
      undefined,
      undefined,
      "outside-scope",
    ]);
  });

  test("keeps an earlier mark", () => {
    const stale: CollectedFinding = { ...finding("r", "R"), skip: { reason: "stale", detail: "d" } };
    expect(markOutOfScope([stale], { minSeverity: "error" })).toEqual([stale]);
  });
});
