import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SPLITS } from "../../../src/domain/calibration.ts";
import { firstOfKind } from "../../../src/eval/judge/near-duplicates.ts";
import { groupKey, type SplitItem, splitGroups } from "../../../src/eval/judge/split.ts";
import { truthOf } from "../../../src/eval/judge/truth.ts";
import { label } from "./simulated.ts";

const items = (count: number, files = count): SplitItem[] =>
  Array.from({ length: count }, (_, n) => ({
    attemptId: `a${n}`,
    repository: `r${n % 5}`,
    path: `f${n % files}.py`,
    verdict: n % 5 === 0 ? "fail" : "pass",
  }));

describe("splits", () => {
  it("are 15, 40 and 45 %, of passes as of fails", () => {
    const all = items(400);
    const splits = splitGroups(all);
    const shares = (verdict: string) =>
      SPLITS.map((split) => {
        const of = all.filter((each) => each.verdict === verdict);
        return of.filter((each) => splits[groupKey(each)] === split).length / of.length;
      });
    for (const verdict of ["pass", "fail"]) {
      const [train = 0, dev = 0, test = 0] = shares(verdict);
      expect(train).toBeCloseTo(0.15, 1);
      expect(dev).toBeCloseTo(0.4, 1);
      expect(test).toBeCloseTo(0.45, 1);
    }
  });

  it("keep a file together, do not depend on the order of items, and never change when items are added", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 80 }), fc.integer({ min: 1, max: 80 }), fc.integer(), (few, more, turn) => {
        const all = items(few + more, 40);
        const start = Math.abs(turn) % few;
        const known = all.slice(0, few);
        const first = splitGroups(known);
        expect(splitGroups([...known.slice(start), ...known.slice(0, start)])).toEqual(first);
        expect(splitGroups(all, first)).toMatchObject(first);
        expect(Object.keys(first).length).toBe(new Set(known.map(groupKey)).size);
      }),
      { numRuns: 50 },
    );
  });

  it("never share near-duplicates: of patches that are nearly equal one counts", () => {
    const body = (name: string) =>
      `--- a/f.py\n+++ b/f.py\n@@ -1,6 +1,6 @@\n${Array.from({ length: 12 }, (_, n) => `-value_${n} = compute(${n}, data)\n+result_${n} = compute(${n}, data)`).join("\n")}\n+${name} = 1\n`;
    const labels = Array.from({ length: 60 }, (_, n) => {
      const kind = n % 3;
      if (kind === 0) return label(n, { patchHash: "same" });
      if (kind === 1) return label(n, { patch: body(`name${n}`) });
      return label(n);
    });
    const { items: kept, nearDuplicates } = truthOf(labels);
    expect(kept.length).toBe(22);
    expect(nearDuplicates).toBe(38);
    const heads = firstOfKind(kept.map(({ label: each }) => each));
    expect(heads).toEqual(kept.map((_, at) => at));
  });

  it("tell patches of different rules, and small ones with other words, apart", () => {
    const patch = (name: string) => `@@ -1 +0,0 @@\n-import ${name}\n`;
    const one = { ruleId: "F401", patchHash: "1", patch: patch("os") };
    expect(firstOfKind([one, { ...one, ruleId: "I001" }, { ...one, patchHash: "2", patch: patch("re") }, one])).toEqual(
      [0, 1, 2, 0],
    );
  });
});
