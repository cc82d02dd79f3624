import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EVAL_STATUSES, type EvalResult } from "../../../src/domain/eval.ts";
import { caseOutcomes, evalCounts, isFlaky, passRate } from "../../../src/domain/eval-counts.ts";
import { compareRuns } from "../../../src/eval/metrics/compare.ts";
import { matchCases } from "../../../src/eval/metrics/pairs.ts";
import { renderComparison } from "../../../src/eval/metrics/render-compare.ts";
import { ratesBy } from "../../../src/eval/metrics/slices.ts";
import { evalResult, evalRun, runOf, times } from "./support.ts";

const anyResults = fc.array(
  fc.record({ at: fc.nat(12), status: fc.constantFrom(...EVAL_STATUSES), repetition: fc.integer({ min: 1, max: 3 }) }),
);
const resultsOf = (some: readonly { at: number; status: EvalResult["status"]; repetition: number }[]) =>
  some.map(({ at, status, repetition }) => evalResult(at, status, { repetition }));

describe("counts of a run", () => {
  it("count each case once, as the mean of its decided repetitions, and flag those that differ", () => {
    const results = [
      evalResult(1, "passed"),
      evalResult(1, "failed", { repetition: 2 }),
      evalResult(1, "passed", { repetition: 3 }),
      evalResult(2, "failed"),
      evalResult(2, "errored", { repetition: 2 }),
      evalResult(3, "errored"),
      evalResult(4, "skipped"),
    ];
    const counts = evalCounts(results);
    expect(counts).toMatchObject({ cases: 4, errored: 1, skipped: 1, flaky: 1 });
    expect(counts.passed).toBeCloseTo(2 / 3, 12);
    expect(counts.failed).toBeCloseTo(4 / 3, 12);
    expect(
      caseOutcomes(results)
        .filter(isFlaky)
        .map(({ caseId }) => caseId),
    ).toEqual(["case-001"]);
  });

  it("add up to the cases, whatever happened", () => {
    fc.assert(
      fc.property(anyResults, (some) => {
        const { cases, passed, failed, errored, skipped } = evalCounts(resultsOf(some));
        expect(passed + failed + errored + skipped).toBeCloseTo(cases, 9);
        expect(cases).toBe(new Set(some.map(({ at }) => at)).size);
      }),
    );
  });

  it("give rates by slice with intervals, and none for what does not say", () => {
    const outcomes = caseOutcomes(runOf([...times(60, "passed" as const), ...times(40, "failed" as const)]).results);
    const families = ratesBy("family", outcomes);
    expect(families.map(({ slice, rate }) => [slice, rate.count, rate.n])).toContainEqual(["imports", 12, 20]);
    expect(families.reduce((sum, { rate }) => sum + rate.n, 0)).toBe(100);
    expect(ratesBy("recipe", outcomes)).toEqual([]);
    expect(passRate(outcomes).share).toBe(0.6);
    expect(ratesBy("variant", outcomes).map(({ slice, rate }) => [slice, rate.n])).toEqual([["scripted auto", 100]]);
  });
});

describe("matching", () => {
  it("puts every case of either run into exactly one list", () => {
    fc.assert(
      fc.property(anyResults, anyResults, (before, after) => {
        const { pairs, errored, skipped, undecidedBefore, onlyBase, onlyHead } = matchCases(
          resultsOf(before),
          resultsOf(after),
        );
        const ids = [
          ...pairs.map(({ head }) => head),
          ...errored,
          ...skipped,
          ...undecidedBefore,
          ...onlyBase,
          ...onlyHead,
        ];
        const all = new Set([...before, ...after].map(({ at }) => at));
        expect(ids.map(({ caseId }) => caseId).sort()).toEqual([...new Set(ids.map(({ caseId }) => caseId))].sort());
        expect(ids).toHaveLength(all.size);
      }),
    );
  });

  it("matches two runs of one variant each whatever they are called, and by name where a run has several", () => {
    const named = (variant: string) => evalResult(1, "passed", { variant });
    expect(matchCases([named("gpt v1")], [named("gpt auto")]).pairs).toHaveLength(1);
    const both = matchCases([named("gpt v1"), named("gpt auto")], [named("gpt auto")]);
    expect(both.pairs).toHaveLength(1);
    expect(both.onlyBase.map(({ variant }) => variant)).toEqual(["gpt v1"]);
  });
});

describe("comparing", () => {
  const base = runOf([...times(180, "passed" as const), ...times(20, "failed" as const)], { id: "base" });
  const head = runOf(
    [
      ...times(4, "failed" as const),
      ...times(176, "passed" as const),
      ...times(12, "passed" as const),
      ...times(8, "failed" as const),
    ],
    { id: "head" },
  );

  it("names what broke and what was fixed, and says what it amounts to", () => {
    const seen = compareRuns(base, head);
    expect(seen.broken.map(({ name }) => name)).toEqual(["case 0", "case 1", "case 2", "case 3"]);
    expect(seen.fixed).toHaveLength(12);
    expect(seen).toMatchObject({ n: 200, same: 184 });
    expect(seen.difference.delta).toBeCloseTo(0.04, 12);
    expect(seen.difference.low).toBeLessThan(0.01);
    expect(seen.difference.high).toBeGreaterThan(0.07);
    expect(seen.p).toBeCloseTo(0.049, 3);
    expect(Math.round((seen.detectable ?? 0) * 1000) / 10).toBe(8.4);
    expect(compareRuns(base, head)).toEqual(seen);
  });

  it("adjusts the p values of slices for their number, and leaves out dimensions that say nothing", () => {
    const { slices } = compareRuns(base, head);
    expect(new Set(slices.map(({ dimension }) => dimension))).toEqual(new Set(["family", "rule", "language"]));
    expect(slices).toHaveLength(5 + 20 + 2);
    for (const { p, n, adjustedP } of slices) {
      expect(n).toBeGreaterThanOrEqual(10);
      expect(adjustedP).toBeGreaterThanOrEqual(p);
    }
    expect(slices[0]?.adjustedP).toBeGreaterThan(0.5);
  });

  it("does not test slices of fewer than ten cases, so that they do not hide the others", () => {
    const rare = (run: typeof base) => ({
      ...run,
      results: run.results.map((each, at) => ({ ...each, slices: { ...each.slices, rule: `R${at}` } })),
    });
    const { slices } = compareRuns(rare(base), rare(head));
    expect(slices).toHaveLength(5 + 200 + 2);
    expect(slices.filter(({ adjustedP }) => adjustedP !== undefined)).toHaveLength(5 + 2);
  });

  it("finds the one slice that really fell", () => {
    const fell = base.results.map((result) =>
      result.slices.family === "docstrings" ? { ...result, status: "failed" as const } : result,
    );
    const [first] = compareRuns(base, { ...base, results: fell }).slices;
    expect(first).toMatchObject({ dimension: "family", slice: "docstrings", fixed: 0, broken: 36 });
    expect(first?.adjustedP).toBeLessThan(0.001);
  });

  it("widens the interval where cases come from one file", () => {
    const together = (run: typeof base) => ({
      ...run,
      results: run.results.map((result, at) => ({ ...result, group: String(Math.floor(at / 10)) })),
    });
    const alone = compareRuns(base, head).difference;
    const grouped = compareRuns(together(base), together(head)).difference;
    expect(grouped.clusters).toBe(20);
    expect(grouped.high - grouped.low).toBeGreaterThan(1.3 * (alone.high - alone.low));
  });

  it("compares cost, tokens and time as ratios of pairs", () => {
    const priced = (factor: number) => ({
      run: evalRun(),
      results: Array.from({ length: 30 }, (_, at) =>
        evalResult(at, "passed", { costMicroUsd: Math.round((100 + at) * factor), tokens: 50 + at, wallMs: 20 }),
      ),
    });
    const { amounts } = compareRuns(priced(1), priced(2));
    expect(amounts.map(({ amount, ratio }) => [amount, ratio?.ratio.toFixed(2)])).toEqual([
      ["costMicroUsd", "2.00"],
      ["tokens", "1.00"],
      ["wallMs", "1.00"],
    ]);
  });

  it("is readable as text, and safe whatever cases are called", () => {
    const evil = { ...head, results: head.results.map((result) => ({ ...result, name: `${result.name}\u001b[31m` })) };
    const text = renderComparison(compareRuns(base, evil));
    expect(text).not.toContain("\u001b");
    expect(renderComparison(compareRuns(base, head))).toMatchInlineSnapshot(`
      "base  base, unit, replay, auto, 2026-09-21 14:13
      head  head, unit, replay, auto, 2026-09-21 14:13

      Broken (4)
        - case 0  R0  pass -> fail
        - case 1  R1  pass -> fail
        - case 2  R2  pass -> fail
        - case 3  R3  pass -> fail

      Fixed (12)
        + case 180  R0   fail -> pass
        + case 181  R1   fail -> pass
        + case 182  R2   fail -> pass
        + case 183  R3   fail -> pass
        + case 184  R4   fail -> pass
        + case 185  R5   fail -> pass
        + case 186  R6   fail -> pass
        + case 187  R7   fail -> pass
        + case 188  R8   fail -> pass
        + case 189  R9   fail -> pass
        + case 190  R10  fail -> pass
        + case 191  R11  fail -> pass

      cases   200 compared: 12 fixed, 4 broken, 184 the same
      base    180/200 = 90.0 % (85.0 to 93.5)
      head    188/200 = 94.0 % (89.8 to 96.6)
      change  +4.0 pp (95 %: 0.0 pp to 8.0 pp), p = 0.049 (McNemar, mid-p)
      So many cases show a gain of 8.4 pp or more (80 % power, if a change also breaks 5 %).

      Slices that changed (p after Holm over 27 slices of ten cases or more)
        language python      100 cases  6 fixed  2 broken  +4.0 pp   p = 1.000
        language typescript  100 cases  6 fixed  2 broken  +4.0 pp   p = 1.000
        family security      40 cases   2 fixed  0 broken  +5.0 pp   p = 1.000
        family imports       40 cases   3 fixed  1 broken  +5.0 pp   p = 1.000
        family unused        40 cases   3 fixed  1 broken  +5.0 pp   p = 1.000
        rule R4              10 cases   1 fixed  0 broken  +10.0 pp  p = 1.000
        rule R5              10 cases   1 fixed  0 broken  +10.0 pp  p = 1.000
        rule R6              10 cases   1 fixed  0 broken  +10.0 pp  p = 1.000

      A case costs (median, 95th percentile; change: paired, geometric mean)
        time  base 10 ms, p95 10 ms  head 10 ms, p95 10 ms  x 1.00 (1.00 to 1.00)
      "
    `);
  });

  it("says it where there is nothing to compare", () => {
    expect(renderComparison(compareRuns(runOf([]), runOf(["passed"])))).toContain("No case was decided in both runs.");
  });
});
