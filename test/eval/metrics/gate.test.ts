import { describe, expect, it } from "vitest";
import { gateRates } from "../../../bench/statistics/live-runs.ts";
import { randomFrom } from "../../../src/domain/statistics.ts";
import { DEFAULT_GATE, gate } from "../../../src/eval/metrics/gate.ts";
import { renderGate } from "../../../src/eval/metrics/render-gate.ts";
import { evalResult, runOf, times } from "./support.ts";

const passed = (count: number) => times(count, "passed" as const);
const failed = (count: number) => times(count, "failed" as const);
const rulesOf = (verdict: ReturnType<typeof gate>, level: string) =>
  verdict.findings.filter((finding) => finding.level === level).map(({ rule }) => rule);

describe("the gate in replay", () => {
  const base = runOf([...passed(290), ...failed(10)]);

  it("lets an unchanged build pass 20 times of 20", () => {
    const random = randomFrom(1);
    const verdicts = Array.from({ length: 20 }, () => {
      const order = base.results.toSorted(() => random() - 0.5);
      return gate(
        base,
        { run: { ...base.run, id: String(random()), wallMs: random() }, results: order },
        DEFAULT_GATE,
        300,
      ).verdict;
    });
    expect(verdicts).toEqual(times(20, "pass"));
  });

  it("blocks on a single case that broke, because nothing is left to chance, and names it", () => {
    const head = runOf([...passed(289), ...failed(11)]);
    const verdict = gate(base, head);
    expect(verdict.verdict).toBe("block");
    expect(verdict.findings).toMatchObject([{ level: "block", rule: "broken", cases: ["case 289"] }]);
    expect(renderGate(verdict)).toContain("case 289");
  });

  it("lets that single case pass if the rule is switched off, and still catches a planted regression", () => {
    const policy = { ...DEFAULT_GATE, exactReplay: false };
    expect(gate(base, runOf([...passed(289), ...failed(11)]), policy).verdict).toBe("pass");
    expect(rulesOf(gate(base, runOf([...passed(270), ...failed(30)]), policy), "block")).toEqual(["regression"]);
  });

  it("does not hold a flaky case against a change", () => {
    const flaky = (status: "passed" | "failed") => [
      ...base.results,
      evalResult(500, "passed"),
      evalResult(500, status, { repetition: 2 }),
    ];
    const verdict = gate({ ...base, results: flaky("passed") }, { ...base, results: flaky("failed") });
    expect(verdict.verdict).toBe("pass");
    expect(verdict.comparison.broken).toMatchObject([{ flaky: true }]);
  });

  it.each([
    ["errored", runOf([...passed(289), "errored", ...failed(10)])],
    ["skipped", runOf([...passed(289), "skipped", ...failed(10)])],
    ["missing", runOf([...passed(290), ...failed(9)])],
    ["no-cases", runOf([])],
  ] as const)("blocks where cases are %s", (rule, head) => {
    expect(rulesOf(gate(base, head), "block")).toContain(rule);
  });

  it("notes new cases without comparing them", () => {
    const verdict = gate(base, runOf([...passed(290), ...failed(10), ...failed(3)]));
    expect(verdict.verdict).toBe("pass");
    expect(verdict.findings).toMatchObject([
      { level: "note", rule: "new", cases: ["case 300", "case 301", "case 302"] },
    ]);
  });
});

describe("the gate in the live tier", () => {
  const live = { tier: "live" } as const;

  it("blocks only what is shown: a loss whose whole interval is below zero", () => {
    const base = runOf([...passed(200), ...failed(100)], live);
    expect(gate(base, runOf([...passed(170), ...failed(130)], live)).verdict).toBe("block");
    expect(gate(base, runOf([...failed(1), ...passed(199), ...failed(100)], live)).verdict).toBe("pass");
  });

  it("warns where a loss beyond the margin is not ruled out", () => {
    const base = runOf([...passed(15), ...failed(15)], live);
    const head = runOf([...failed(1), ...passed(15), ...failed(14)], live);
    const verdict = gate(base, head);
    expect(verdict.verdict).toBe("warn");
    expect(verdict.findings).toMatchObject([{ level: "warn", rule: "margin" }]);
    expect(gate(base, head, { ...DEFAULT_GATE, margin: 0.5 }).verdict).toBe("pass");
  });

  /** `node bench/statistics/gate.ts` prints more worlds. Nominal for false alarms: 2.5 %, one side of a 95 % interval. */
  it("raises a false alarm in at most one gate of 30, and mostly sees it when 12 % of the cases are lost", () => {
    const { falseAlarms, caught } = gateRates({ cases: 200, repetitions: 3, lost: 0.12 }, 60, randomFrom(7));
    expect(falseAlarms).toBeLessThanOrEqual(1 / 30);
    expect(caught).toBeGreaterThan(0.85);
  });
});
