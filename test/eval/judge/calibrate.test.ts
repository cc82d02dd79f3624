import { describe, expect, it } from "vitest";
import type { Calibration } from "../../../src/domain/calibration.ts";
import type { BlindLabel, Judgement } from "../../../src/domain/judge.ts";
import { randomFrom } from "../../../src/domain/statistics.ts";
import { type CalibrationInput, calibrate } from "../../../src/eval/judge/calibrate.ts";
import { DAY, JUDGE, judgement, label, NOW, planted } from "./simulated.ts";

function measure(
  { labels, judgements }: { labels: readonly BlindLabel[]; judgements: readonly Judgement[] },
  more: Partial<CalibrationInput> = {},
): Calibration {
  return calibrate({ judge: JUDGE, labels, judgements, corrections: [], earlier: [], ...more }, "calibration-1", NOW);
}

describe("a planted judge", () => {
  it.each([
    ["trusted", { count: 700, good: 0.6, tpr: 0.95, tnr: 0.94 }],
    ["advisory", { count: 90, good: 0.6, tpr: 0.92, tnr: 0.92 }],
    ["rejected", { count: 300, good: 0.6, tpr: 0.97, tnr: 0.6 }],
    ["rejected", { count: 300, good: 0.6, tpr: 0.6, tnr: 0.97 }],
  ] as const)("is graded %s with %o, in at least 19 of 20 sets of labels", (grade, judge) => {
    const grades = Array.from({ length: 20 }, (_, seed) => measure(planted({ ...judge, seed })).report.grade);
    expect(grades.filter((each) => each === grade).length).toBeGreaterThanOrEqual(19);
  });

  it("that always says pass has kappa 0 and is rejected, however many patches are good", () => {
    const { report } = measure(planted({ count: 600, good: 0.9, tpr: 1, tnr: 0, seed: 1 }));
    expect(report.test.agreement.share).toBeCloseTo(0.9, 1);
    expect(report.test.kappa.kappa).toBe(0);
    expect(report.grade).toBe("rejected");
    expect(report.corrected).toBeUndefined();
  });

  it("is measured on the test split only, within the error of its size", () => {
    const { report } = measure(planted({ count: 1000, good: 0.5, tpr: 0.9, tnr: 0.8, seed: 3 }));
    expect(report.test.n).toBeGreaterThan(420);
    expect(report.test.tpr.low).toBeLessThan(0.9);
    expect(report.test.tpr.high).toBeGreaterThan(0.9);
    expect(report.test.tnr.low).toBeLessThan(0.8);
    expect(report.test.tnr.high).toBeGreaterThan(0.8);
  });

  it("gives the true pass rate after correction, although what it passes is far from it", () => {
    const covered = Array.from({ length: 40 }, (_, seed) => {
      const { report } = measure(planted({ count: 300, good: 0.7, tpr: 0.95, tnr: 0.85, seed }));
      return (report.corrected?.low ?? 1) <= 0.7 && 0.7 <= (report.corrected?.high ?? 0);
    });
    expect(covered.filter(Boolean).length).toBeGreaterThanOrEqual(37);
    const { report } = measure(planted({ count: 500, good: 0.3, tpr: 0.95, tnr: 0.85, seed: 4 }));
    expect(report.raw.low).toBeGreaterThan(0.3);
  });
});

describe("the claim of more than 85 % agreement", () => {
  it("is made only when the lower bound says so", () => {
    const sure = measure(planted({ count: 1000, good: 0.5, tpr: 0.95, tnr: 0.95, seed: 1 })).report;
    expect(sure.test.agreement.low).toBeGreaterThan(0.85);
    expect(sure.claim).toMatch(/^It agrees with people more than 85 %: 9\d\.\d % of \d+ labels/);
    const few = measure(planted({ count: 220, good: 0.5, tpr: 0.9, tnr: 0.9, seed: 1 })).report;
    expect(few.test.agreement.low).toBeLessThan(0.85);
    expect(few.claim).toMatch(/not shown yet: \d+ more labels at this rate/);
    const bad = measure(planted({ count: 1000, good: 0.5, tpr: 0.8, tnr: 0.8, seed: 1 })).report;
    expect(bad.claim).toMatch(/not shown yet: .*a better judge is needed/);
  });

  it("names the labels that really are enough at the same rate", () => {
    const few = planted({ count: 230, good: 0.5, tpr: 0.9, tnr: 0.9, seed: 2 });
    const { test, claim } = measure(few).report;
    const more = Number(/yet: (\d+) more labels/.exec(claim)?.[1]);
    const n = test.n + more;
    const hits = Math.round((test.agreement.share ?? 0) * n);
    const z = 1.959964;
    const low =
      (hits / n + z ** 2 / (2 * n) - z * Math.sqrt(((hits / n) * (1 - hits / n)) / n + z ** 2 / (4 * n * n))) /
      (1 + z ** 2 / n);
    expect(low).toBeGreaterThan(0.85);
  });
});

describe("labels", () => {
  it("of several raters make one word: the principal's, else that of most", () => {
    const labels = [
      label(1),
      label(2),
      label(3, { value: "unsure" }),
      label(1, { id: "x1", rater: "bob", value: "bad" }),
      label(4, { rater: "bob", value: "bad" }),
      label(4, { id: "x4", rater: "eve" }),
    ];
    const { report } = measure({ labels, judgements: [1, 2, 3, 4].map((n) => judgement(n, "pass")) });
    expect(report.principal).toBe("ada");
    expect(report.items.map(({ attemptId, human }) => [attemptId, human])).toEqual([
      ["attempt-000001", "pass"],
      ["attempt-000002", "pass"],
    ]);
    expect(report.leftOut).toMatchObject({ unsure: 1, tied: 1 });
  });

  it("of two raters give kappa between people, only where neither saw the other's", () => {
    const random = randomFrom(9);
    const labels = Array.from({ length: 120 }, (_, n) => label(n, { value: n % 3 === 0 ? "bad" : "good" }));
    const second = labels.slice(0, 60).map((each, n): BlindLabel => {
      const agrees = random() < 0.9;
      const other = each.value === "good" ? "bad" : "good";
      return { ...each, id: `second-${n}`, rater: "bob", value: agrees ? each.value : other, sawLabels: n >= 50 };
    });
    const { humans } = measure({ labels: [...labels, ...second], judgements: [] }).report;
    expect(humans?.n).toBe(50);
    expect(humans?.kappa).toBeGreaterThan(0.5);
    expect(humans?.low).toBeLessThan(humans?.kappa ?? 0);
  });

  it("on attempts with a failed check, and of patches that were not judged, do not count and are counted", () => {
    const labels = [label(1), label(2, { proved: false }), label(3)];
    const { report } = measure({ labels, judgements: [judgement(1, "pass"), judgement(2, "pass")] });
    expect(report.items.map(({ attemptId }) => attemptId)).toEqual(["attempt-000001"]);
    expect(report.leftOut).toMatchObject({ notProved: 1, notJudged: 1 });
  });

  it("on corrections that judges are shown are measured by no more", () => {
    const set = planted({ count: 100, good: 0.5, tpr: 0.9, tnr: 0.9, seed: 1 });
    const shown = measure(set).report.items.find(({ split, human, judge }) => split === "dev" && human !== judge);
    const correction = {
      id: "c1",
      attemptId: shown?.attemptId ?? "",
      criterion: "overall" as const,
      judgementId: "j",
      verdict: "pass" as const,
      note: "",
      rater: "ada",
      at: NOW,
    };
    const { report } = measure(set, { corrections: [correction] });
    expect(report.leftOut.corrections).toBe(1);
    expect(report.items.some(({ attemptId }) => attemptId === shown?.attemptId)).toBe(false);
  });

  it("are weighed by the chance with which they were drawn, and the interval knows that weights cost", () => {
    // Of 1,000 patches 100 are bad; all bad ones were drawn, and each tenth of the good ones. The judge misses half of the bad.
    const labels = Array.from({ length: 190 }, (_, n) =>
      label(n, n < 90 ? { value: "good", sampleProb: 0.1 } : { value: "bad", sampleProb: 1 }),
    );
    const judgements = labels.map((_, n) => judgement(n, n < 90 || n % 2 === 0 ? "pass" : "fail"));
    const plain = measure({ labels: labels.map(({ sampleProb: _, ...rest }) => rest), judgements }).report;
    const weighed = measure({ labels, judgements }).report;
    expect(plain.test.agreement.share).toBeLessThan(0.8);
    expect(weighed.test.agreement.share).toBeGreaterThan(0.9);
    expect(weighed.weighted).toBe(true);
    const width = ({ low, high }: { low: number; high: number }) => high - low;
    expect(width(weighed.test.agreement)).toBeGreaterThan(0.05);
  });
});

describe("judgements", () => {
  it("count as first said: repeats tell how often the judge changes its mind", () => {
    const labels = [label(1), label(2), label(3)];
    const judgements = [1, 2, 3].flatMap((n) =>
      [1, 2, 3].map((sample) => judgement(n, n === 1 && sample === 3 ? "fail" : "pass", { sample })),
    );
    const { report } = measure({ labels, judgements });
    expect(report.flips).toMatchObject({ count: 1, n: 3 });
    expect(report.items.every(({ judge }) => judge === "pass")).toBe(true);
  });

  it("of another answering model, or older than 30 days, are no evidence any more", () => {
    const labels = [label(1), label(2), label(3)];
    const judgements = [
      judgement(1, "pass", { at: NOW - 31 * DAY }),
      judgement(2, "pass", { answeredBy: "judge-2026-05" }),
      judgement(3, "pass"),
    ];
    const calibration = measure({ labels, judgements });
    expect(calibration.report.leftOut.notJudged).toBe(2);
    expect(calibration.answeredBy).toEqual(["judge-2026-11"]);
  });

  it("of one rule family that are significantly worse are named, adjusted for all families", () => {
    const labels = Array.from({ length: 600 }, (_, n) =>
      label(n, { value: n % 2 ? "good" : "bad", family: ["F", "S", "D"][n % 3] ?? "" }),
    );
    const judgements = labels.map(({ value, family }, n) => {
      const right = family === "S" && value === "bad" ? n % 4 === 0 : n % 20 !== 0;
      return judgement(n, (value === "good") === right ? "pass" : "fail");
    });
    const { families } = measure({ labels, judgements }).report;
    expect(families.filter(({ worse }) => worse).map(({ family }) => family)).toEqual(["S"]);
    expect(families.find(({ family }) => family === "S")?.p).toBeLessThan(0.01);
  });

  it("that follow the length of patches are seen to", () => {
    const labels = Array.from({ length: 100 }, (_, n) => label(n, { changedLines: n }));
    const judgements = labels.map((_, n) => judgement(n, n < 50 ? "pass" : "fail"));
    expect(measure({ labels, judgements }).report.lengthCorrelation).toBeLessThan(-0.7);
  });
});
