import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  adjustedRandIndex,
  clusteredRate,
  cohenKappa,
  correctedRate,
  fisherExact,
  holm,
  kappaInterval,
  krippendorffAlpha,
  mcnemarMidP,
  mcnemarPower,
  median,
  minimumDetectableEffect,
  p95,
  pairedDifference,
  pairedLogRatio,
  quantile,
  randomFrom,
  shuffled,
  twoProportionTest,
  unitsForLowerBound,
  unpairedCasesNeeded,
  wilson,
} from "../../src/domain/statistics.ts";

const percent = (share: number | undefined): number => Math.round((share ?? Number.NaN) * 1000) / 10;

describe("wilson", () => {
  it.each([
    [3, 4, 30.1, 95.4],
    [2, 13, 4.3, 42.2],
    [90, 100, 82.6, 94.5],
    [0, 10, 0, 27.8],
    [10, 10, 72.2, 100],
  ])("gives %i of %i the interval %f to %f per cent", (count, n, low, high) => {
    expect([percent(wilson(count, n).low), percent(wilson(count, n).high)]).toEqual([low, high]);
  });
});

describe("unitsForLowerBound", () => {
  it.each([
    [0.88, 520],
    [0.9, 184],
    [0.92, 92],
    [0.95, 45],
  ])("asks, of an agreement of %f, for %i units to show more than 0.85", (share, n) => {
    expect(unitsForLowerBound(share, 0.85)).toBe(n);
  });

  it.each([
    [0.88, 100],
    [0.9, 68],
    [0.92, 47],
    [0.95, 33],
  ])("asks, of a class with a rate of %f, for %i units to show more than 0.80", (share, n) => {
    expect(unitsForLowerBound(share, 0.8, "below")).toBe(n);
  });

  it("refuses what no number of units shows", () => {
    expect(() => unitsForLowerBound(0.85, 0.85)).toThrow(RangeError);
  });
});

describe("fisherExact", () => {
  it("finds p = 0.053 for 3 of 4 against 2 of 13", () => {
    expect(fisherExact(3, 4, 2, 13)).toBeCloseTo(0.0525, 4);
  });

  it("finds Fisher's own tea tasting: 0.486 for 3 of 4 against 1 of 4", () => {
    expect(fisherExact(3, 4, 1, 4)).toBeCloseTo(0.4857, 4);
  });

  it("is the same whichever sample comes first, and 1 where there is nothing to see", () => {
    fc.assert(
      fc.property(fc.nat(20), fc.nat(20), fc.nat(20), fc.nat(20), (a, b, c, d) => {
        expect(fisherExact(a, a + b, c, c + d)).toBeCloseTo(fisherExact(c, c + d, a, a + b), 9);
      }),
    );
    expect(fisherExact(0, 0, 0, 0)).toBe(1);
  });
});

describe("twoProportionTest", () => {
  it("is Fisher's test for small numbers, z for others, with Newcombe's interval", () => {
    expect(twoProportionTest(2, 13, 3, 4).p).toBeCloseTo(0.0525, 4);
    // Newcombe 1998, table II, row a: 56/70 and 48/80
    const seen = twoProportionTest(48, 80, 56, 70);
    expect(seen.difference).toBeCloseTo(0.2, 9);
    expect(seen.low).toBeCloseTo(0.0524, 4);
    expect(seen.high).toBeCloseTo(0.3339, 4);
    expect(seen.p).toBeCloseTo(0.00805, 4);
    expect(twoProportionTest(0, 0, 3, 4)).toEqual({ difference: undefined, low: -1, high: 1, p: 1 });
  });
});

describe("mcnemarMidP", () => {
  it.each([
    [0, 0, 1],
    [1, 0, 0.5],
    [0, 5, 0.03125],
    [10, 2, 0.02246],
    // Fagerland, Lydersen and Laake 2013, tables 1 and 2: airway hyper-responsiveness, and complete response
    [1, 7, 0.039],
    [3, 9, 0.0923],
  ])("gives %i fixed and %i broken p = %f", (fixed, broken, p) => {
    expect(mcnemarMidP(fixed, broken)).toBeCloseTo(p, 3);
    expect(mcnemarMidP(broken, fixed)).toBeCloseTo(p, 3);
  });
});

describe("power", () => {
  it.each([
    [200, 0.1, 0.05, 0.43],
    [400, 0.1, 0.05, 0.74],
    [600, 0.1, 0.05, 0.89],
    [300, 0.08, 0.03, 0.75],
    [200, 0.15, 0.05, 0.9],
  ])("of %i pairs where %f are fixed and %f broken is %f", (n, fixes, breaks, power) => {
    expect(mcnemarPower(n, fixes, breaks)).toBeCloseTo(power, 2);
  });

  it.each([
    [100, 13.5],
    [200, 8.5],
    [300, 6.5],
    [500, 5],
    [1000, 3.5],
  ])("lets %i pairs see a gain of %f points, in half points, when 0.05 break", (n, points) => {
    const effect = minimumDetectableEffect(n) ?? Number.NaN;
    expect(Math.ceil((effect * 100) / 0.5) * 0.5).toBe(points);
    expect(mcnemarPower(n, 0.05 + effect, 0.05)).toBeGreaterThanOrEqual(0.8);
    expect(mcnemarPower(n, 0.05 + effect - 0.002, 0.05)).toBeLessThan(0.8);
  });

  it("lets five pairs see nothing", () => {
    expect(minimumDetectableEffect(5)).toBeUndefined();
    expect(minimumDetectableEffect(0)).toBeUndefined();
  });

  it("needs 1,251 cases for each of two unpaired runs to see 70 become 75 %", () => {
    expect(unpairedCasesNeeded(0.7, 0.75)).toBe(1251);
  });
});

describe("clusteredRate", () => {
  const alone = (values: readonly number[]) => values.map((value, at) => ({ value, group: String(at) }));

  it("has the error that Inspect and Miller state, C/(C-1) with it", () => {
    const groups = [
      { group: "a", values: [1, 1, 1, 0] },
      { group: "b", values: [0, 0] },
      { group: "c", values: [1, 0, 1] },
    ];
    const seen = clusteredRate(groups.flatMap(({ group, values }) => values.map((value) => ({ group, value }))));
    const mean = 5 / 9;
    const squares = (3 - 4 * mean) ** 2 + (0 - 2 * mean) ** 2 + (2 - 3 * mean) ** 2;
    expect(seen.standardError).toBeCloseTo(Math.sqrt((3 / 2) * squares) / 9, 12);
    expect(seen).toMatchObject({ count: 5, n: 9, clusters: 3 });
  });

  it("comes close to Wilson's interval where every case stands alone", () => {
    const seen = clusteredRate(alone(Array.from({ length: 200 }, (_, at) => Number(at % 5 > 0))));
    expect(seen.low).toBeCloseTo(wilson(160, 200).low, 2);
    expect(seen.high).toBeCloseTo(wilson(160, 200).high, 2);
  });

  it("is wider the more the cases of a group are alike", () => {
    const values = Array.from({ length: 200 }, (_, at) => ({ value: Number(at % 10 > 1), group: `${at % 10}` }));
    const width = ({ low, high }: { low: number; high: number }) => high - low;
    expect(width(clusteredRate(values))).toBeGreaterThan(3 * width(wilson(160, 200)));
  });

  it("counts a group once where all cases are alike, and knows nothing of nothing", () => {
    const ones = Array.from({ length: 60 }, (_, at) => ({ value: 1, group: `${at % 6}` }));
    expect(clusteredRate(ones).low).toBeLessThan(wilson(6, 6).low + 1e-9);
    expect(clusteredRate([])).toMatchObject({ share: undefined, low: 0, high: 1 });
    expect(clusteredRate(ones.map((each) => ({ ...each, group: "one" })))).toMatchObject({ clusters: 1, share: 1 });
  });

  it("lets repetitions narrow it: the spread of a case that passes half the time falls from 0.50 to 0.29 with three", () => {
    const random = randomFrom(3);
    const spread = (repetitions: number) =>
      clusteredRate(
        alone(
          Array.from({ length: 20_000 }, () => {
            let sum = 0;
            for (let each = 0; each < repetitions; each += 1) sum += Number(random() < 0.5);
            return sum / repetitions;
          }),
        ),
      );
    expect((spread(1).standardError ?? 0) * Math.sqrt(20_000)).toBeCloseTo(0.5, 2);
    expect((spread(3).standardError ?? 0) * Math.sqrt(20_000)).toBeCloseTo(0.29, 2);
  });
});

describe("pairedDifference", () => {
  const pairs = (fixed: number, broken: number, same: number) =>
    [
      ...Array.from({ length: fixed }, () => ({ base: 0, head: 1 })),
      ...Array.from({ length: broken }, () => ({ base: 1, head: 0 })),
      ...Array.from({ length: same }, () => ({ base: 1, head: 1 })),
    ].map((pair, at) => ({ ...pair, group: String(at) }));

  it("is the same for the same seed, and holds the difference", () => {
    const seen = pairedDifference(pairs(20, 10, 170), { seed: 7 });
    expect(seen).toEqual(pairedDifference(pairs(20, 10, 170), { seed: 7 }));
    expect(seen.delta).toBeCloseTo(0.05, 12);
    expect(seen.low).toBeCloseTo(-0.004, 2);
    expect(seen.high).toBeCloseTo(0.104, 2);
  });

  it("does not claim certainty where no case flipped", () => {
    const { delta, low, high } = pairedDifference(pairs(0, 0, 100), { seed: 1 });
    expect(delta).toBe(0);
    expect(low).toBeCloseTo(-0.019, 3);
    expect(high).toBeCloseTo(0.019, 3);
  });

  it("knows nothing of no pairs and of one group", () => {
    expect(pairedDifference([], { seed: 1 })).toEqual({ n: 0, clusters: 0, delta: undefined, low: -1, high: 1 });
    expect(pairedDifference([{ base: 0, head: 1, group: "a" }], { seed: 1 })).toMatchObject({ low: -1, high: 1 });
  });
});

describe("holm", () => {
  it("adjusts in the given order and never past 1", () => {
    expect(holm([0.01, 0.04, 0.03, 0.005])).toEqual([0.03, 0.06, 0.06, 0.02]);
    expect(holm([0.9, 0.8])).toEqual([1, 1]);
    expect(holm([])).toEqual([]);
  });
});

describe("agreement", () => {
  const table = (counts: readonly (readonly number[])[]) =>
    counts.flatMap((row, first) =>
      row.flatMap((count, second) =>
        Array.from({ length: count }, () => ({ first: String(first), second: String(second) })),
      ),
    );

  it("is kappa 0.444 at 90 % agreement where both say yes to 90 %", () => {
    expect(
      cohenKappa(
        table([
          [85, 5],
          [5, 5],
        ]),
      ),
    ).toBeCloseTo(0.444, 3);
  });

  it("is kappa 0 for a judge that always passes, at 90 % agreement", () => {
    expect(
      cohenKappa(
        table([
          [90, 0],
          [10, 0],
        ]),
      ),
    ).toBeCloseTo(0, 12);
  });

  it("has an interval that holds it, is stable for a seed, and does not claim certainty", () => {
    const seen = kappaInterval(
      table([
        [85, 5],
        [5, 5],
      ]),
      { seed: 4 },
    );
    expect(seen).toEqual(
      kappaInterval(
        table([
          [85, 5],
          [5, 5],
        ]),
        { seed: 4 },
      ),
    );
    expect(seen.low).toBeLessThan(0.25);
    expect(seen.high).toBeGreaterThan(0.65);
    const perfect = kappaInterval(
      table([
        [20, 0],
        [0, 20],
      ]),
      { seed: 4 },
    );
    expect(perfect).toMatchObject({ kappa: 1, high: 1 });
    expect(perfect.low).toBeLessThan(0.9);
    expect(kappaInterval(table([[9]]), { seed: 1 })).toMatchObject({ kappa: undefined, low: -1, high: 1 });
  });

  it("is Krippendorff's alpha 0.743 on his own example with gaps", () => {
    const a = "1 2 3 3 2 1 4 1 2 . . .";
    const b = "1 2 3 3 2 2 4 1 2 5 . 3";
    const c = ". 3 3 3 2 3 4 2 2 5 1 .";
    const d = "1 2 3 3 2 4 4 1 2 5 1 .";
    const rows = [a, b, c, d].map((row) => row.split(" "));
    const units = Array.from({ length: 12 }, (_, at) =>
      rows.map((row) => row[at] ?? ".").filter((each) => each !== "."),
    );
    expect(krippendorffAlpha(units)).toBeCloseTo(0.743, 3);
    expect(krippendorffAlpha([["a", "a"], ["a"]])).toBeUndefined();
  });

  it("is adjusted Rand 1 for the same grouping under other names, about 0 by chance", () => {
    expect(adjustedRandIndex([0, 0, 1, 1], ["b", "b", "a", "a"])).toBe(1);
    expect(adjustedRandIndex([0, 0, 1, 1], [0, 0, 1, 2])).toBeCloseTo(0.5714, 4);
    const random = randomFrom(5);
    const labels = () => Array.from({ length: 3000 }, () => Math.floor(random() * 6));
    expect(Math.abs(adjustedRandIndex(labels(), labels()))).toBeLessThan(0.01);
    expect(() => adjustedRandIndex([1], [])).toThrow(RangeError);
  });
});

describe("correctedRate", () => {
  it("is 85 % (76.9 to 97.3) of 80 % of 500 judged, by a judge with TPR 0.92 and TNR 0.88 on 50 each", () => {
    const seen = correctedRate({
      passed: 400,
      judged: 500,
      truePositives: 46,
      positives: 50,
      trueNegatives: 44,
      negatives: 50,
    });
    expect([percent(seen?.share), percent(seen?.low), percent(seen?.high)]).toEqual([85, 76.9, 97.3]);
  });

  it("is nothing from a judge that tells nothing, and stays within 0 to 1", () => {
    const judge = { passed: 5, judged: 10, truePositives: 5, positives: 10, trueNegatives: 5, negatives: 10 };
    expect(correctedRate(judge)).toBeUndefined();
    expect(correctedRate({ ...judge, positives: 0, truePositives: 0 })).toBeUndefined();
    fc.assert(
      fc.property(fc.nat(30), fc.nat(30), fc.nat(30), fc.nat(30), fc.nat(30), fc.nat(30), (a, b, c, d, e, f) => {
        const counts = {
          passed: a,
          judged: a + b,
          truePositives: c,
          positives: c + d,
          trueNegatives: e,
          negatives: e + f,
        };
        const seen = correctedRate(counts);
        if (!seen) return;
        expect(seen.low).toBeGreaterThanOrEqual(0);
        expect(seen.high).toBeLessThanOrEqual(1);
        expect(seen.low).toBeLessThanOrEqual(seen.high);
      }),
    );
  });
});

describe("amounts", () => {
  it("have medians and 95th percentiles between neighbours", () => {
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(p95(Array.from({ length: 101 }, (_, at) => at))).toBe(95);
    expect(quantile([], 0.5)).toBeUndefined();
  });

  it("are compared by the ratio of pairs, leaving out what is zero", () => {
    const random = randomFrom(11);
    const pairs = Array.from({ length: 100 }, (_, at) => {
      const base = 100 + 900 * random();
      return { base, head: base * 1.5 * (0.9 + 0.2 * random()), group: String(at) };
    });
    const seen = pairedLogRatio([...pairs, { base: 0, head: 7, group: "free" }], { seed: 1 });
    expect(seen?.n).toBe(100);
    expect(seen?.ratio).toBeCloseTo(1.5, 1);
    expect(seen?.low).toBeGreaterThan(1.4);
    expect(seen?.high).toBeLessThan(1.6);
    expect(pairedLogRatio([{ base: 1, head: 2, group: "a" }], { seed: 1 })).toBeUndefined();
  });
});

describe("randomFrom", () => {
  it("gives the same numbers for a seed on every machine", () => {
    const random = randomFrom(42);
    expect([random(), random(), random()].map((each) => each.toFixed(10))).toMatchInlineSnapshot(`
      [
        "0.4562558054",
        "0.5641753580",
        "0.5743777175",
      ]
    `);
  });

  it("is even, and shuffles into every order", () => {
    const random = randomFrom(1);
    const tenths = new Array<number>(10).fill(0);
    for (let each = 0; each < 100_000; each += 1) {
      const at = Math.floor(random() * 10);
      tenths[at] = (tenths[at] ?? 0) + 1;
    }
    for (const count of tenths) expect(Math.abs(count - 10_000)).toBeLessThan(400);
    const orders = new Map<string, number>();
    for (let each = 0; each < 6000; each += 1) {
      const order = shuffled(["a", "b", "c"], random).join("");
      orders.set(order, (orders.get(order) ?? 0) + 1);
    }
    expect(orders.size).toBe(6);
    for (const count of orders.values()) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });
});
