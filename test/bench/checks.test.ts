import { describe, expect, it } from "vitest";
import { Counts } from "../../bench/check/counts.ts";
import { coverage } from "../../bench/check/coverage.ts";
import { addsUp, aftermath, closedBy } from "../../bench/check/invariants.ts";
import type { RunFinding, RunReport } from "../../bench/check/report.ts";
import { sample } from "../../bench/check/sample.ts";
import type { ToolFinding } from "../../bench/check/tool-finding.ts";
import { median } from "../../bench/measure/median.ts";

/** The bench judges PatchPro, so it has to notice what it is there to notice. */

const at = (line: number, rule: string, message = "seen", path = "a.py"): ToolFinding => ({
  path,
  rule,
  message,
  line,
});

function reportOf(...parts: (readonly [ToolFinding, Partial<RunFinding["outcome"]>])[]): RunReport {
  const findings = parts.map(([{ path, rule, message, line }, outcome], index): RunFinding => {
    const decided = { kind: "accepted" as const, patchId: "p1", checks: [], ...outcome };
    return { id: `f${index}`, ruleId: rule, path, startLine: line, message, outcome: decided };
  });
  const count = (kind: string): number => findings.filter(({ outcome }) => outcome.kind === kind).length;
  const [accepted, rejected, skipped, failed] = ["accepted", "rejected", "skipped", "failed"].map(count);
  const summary = { findings: findings.length, accepted, rejected, skipped, failed } as RunReport["summary"];
  return { summary, findings, patches: [], combinedPatch: "combined.diff", notices: [] };
}

const refused = { kind: "rejected", check: "clean", code: "NEW_FINDING_OTHER" } as const;

describe("addsUp", () => {
  const findings = [at(1, "F401"), at(2, "F401"), at(3, "E501", "too long (90 > 88)")];

  it("is content with each finding once and numbers that add up", () => {
    expect(
      addsUp(
        reportOf([at(1, "F401"), {}], [at(2, "F401"), refused], [at(3, "E501", "too long (90 > 88)"), {}]),
        findings,
      ).exceptions,
    ).toEqual([]);
  });

  it("names findings that were dropped, invented, or counted wrong", () => {
    const report = reportOf([at(1, "F401"), {}], [at(3, "E501", "too long (90 > 88)"), {}], [at(9, "B006"), {}]);
    const { exceptions } = addsUp({ ...report, summary: { ...report.summary, accepted: 2 } }, findings);
    expect(exceptions).toEqual([
      "not in the report: 1 × a.py  F401  seen",
      "not from the tool: 1 × a.py  B006  seen",
      "the summary counts 2 accepted, the findings 3",
      "2 + 0 + 0 + 0 is not 3 (3)",
    ]);
  });
});

describe("aftermath", () => {
  const before = [at(1, "F401", "`os` unused"), at(5, "F401", "`re` unused"), at(9, "E501", "too long (90 > 88)")];
  const closed = closedBy(reportOf([at(1, "F401", "`os` unused"), {}], [at(5, "F401", "`re` unused"), refused]));

  it("takes findings that moved, and other numbers in their messages, for the same", () => {
    const { goneAndNothingNew, reworded } = aftermath(before, closed, [
      at(4, "F401", "`re` unused"),
      at(8, "E501", "too long (95 > 88)"),
    ]);
    expect([goneAndNothingNew.exceptions, reworded]).toEqual([[], []]);
  });

  it("sees an accepted finding that is still there", () => {
    const { goneAndNothingNew } = aftermath(before, closed, before);
    expect(goneAndNothingNew.exceptions).toEqual(["1 × a.py  F401  `os` unused"]);
  });

  it("sees a new finding, also in another file", () => {
    const { goneAndNothingNew } = aftermath(before, closed, [
      at(1, "I001"),
      at(9, "E501", "too long (90 > 88)", "b.py"),
    ]);
    expect(goneAndNothingNew.exceptions).toEqual(["1 × a.py  I001  seen", "1 × b.py  E501  too long (# > #)"]);
  });

  it("keeps apart what only reads otherwise", () => {
    const { goneAndNothingNew, reworded } = aftermath(before, closed, [at(4, "F401", "`regex` unused")]);
    expect([goneAndNothingNew.exceptions, reworded]).toEqual([[], ["1 × a.py  F401  `regex` unused"]]);
  });
});

describe("coverage", () => {
  const before = [at(1, "UP031"), at(2, "UP031"), at(3, "PT009"), at(4, "F401")];
  const brings = (rule: string): Partial<RunFinding["outcome"]> => ({
    ...refused,
    checks: [{ status: "fail", evidence: { added: [{ path: "a.py", rule }] } }],
  });
  const report = reportOf(
    [at(1, "UP031"), {}],
    [at(2, "UP031"), brings("E501")],
    [at(3, "PT009"), brings("S101")],
    [at(4, "F401"), { kind: "skipped", skip: "no-fix" }],
  );

  it("counts what the tool removed, and what of that was accepted", () => {
    const { removed, accepted } = coverage(report, before, [at(4, "F401")]);
    expect([removed, accepted]).toEqual([3, 1]);
  });

  it("believes that a patch was refused for its price only if the tool's own fixing pays it too", () => {
    const { atAPrice, missed } = coverage(report, before, [at(4, "F401"), at(3, "S101")]);
    expect(atAPrice).toBe(1);
    expect(missed.map(({ count, rule, reason }) => `${count} ${rule} ${reason}`)).toEqual([
      "1 UP031 rejected clean NEW_FINDING_OTHER",
      "1 PT009 rejected clean NEW_FINDING_OTHER (the tool brings in something new there)",
    ]);
  });
});

describe("small parts", () => {
  it("samples the same things each time, none twice", () => {
    const all = Array.from({ length: 100 }, (_, index) => index);
    expect(sample(all, 10)).toEqual(sample(all, 10));
    expect(new Set(sample(all, 200)).size).toBe(100);
    expect(sample(all, 10, 1)).not.toEqual(sample(all, 10, 2));
  });

  it("finds the middle of some numbers", () => {
    expect([median([3, 1, 2]), median([4, 1, 2, 3]), median([5])]).toEqual([2, 2.5, 5]);
    expect(median([])).toBeNaN();
  });

  it("counts and takes away", () => {
    const more = new Counts(["a", "a", "b"]).minus(new Counts(["a", "c"]));
    expect(more.ranked()).toEqual([
      ["a", 1],
      ["b", 1],
    ]);
    expect(more.total).toBe(2);
  });
});
