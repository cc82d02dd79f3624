import { describe, expect, it } from "vitest";
import { hits } from "../../bench/statistics/chance.ts";
import { coverage, SETTINGS } from "../../bench/statistics/coverage.ts";
import { randomFrom, wilson } from "../../src/domain/statistics.ts";

/** `node bench/statistics/main.ts` prints the same with more looks. */
const LOOKS = 400;

describe("every published 95 % interval", () => {
  it.each(SETTINGS)("holds the truth in at least 93 % of looks: $interval, $world", (setting) => {
    expect(coverage(setting, LOOKS, 1)).toBeGreaterThanOrEqual(0.93);
  });
});

describe("the simulation", () => {
  it("catches an interval that treats cases of one group as independent", () => {
    const look = (random: () => number) => {
      let passed = 0;
      for (let group = 0; group < 30; group += 1) passed += random() < 0.8 ? 10 : 0;
      return wilson(passed, 300);
    };
    expect(coverage({ interval: "rate", world: "30 groups of 10", truth: 0.8, look }, LOOKS, 1)).toBeLessThan(0.6);
  });

  it("catches the bootstrap of judgy, which draws the labels again and holds the judged sample fixed: near 70 %", () => {
    const [tpr, tnr, share] = [0.92, 0.88, 0.8];
    const look = (random: () => number) => {
      const [ones, zeros] = [hits(random, 50, tpr) / 50, hits(random, 50, tnr) / 50];
      const passed = hits(random, 100, share * tpr + (1 - share) * (1 - tnr)) / 100;
      const drawn = Array.from({ length: 300 }, () => {
        const [q1, q0] = [hits(random, 50, ones) / 50, hits(random, 50, zeros) / 50];
        return Math.min(1, Math.max(0, (passed + q0 - 1) / (q0 + q1 - 1)));
      }).sort((a, b) => a - b);
      return { low: drawn[7] ?? 0, high: drawn[292] ?? 1 };
    };
    const seen = coverage({ interval: "judgy", world: "100 labels, 100 judged", truth: share, look }, LOOKS, 1);
    expect(seen).toBeGreaterThan(0.6);
    expect(seen).toBeLessThan(0.8);
  });

  it("is the same for the same seed", () => {
    const [setting] = SETTINGS;
    if (!setting) throw new Error("no setting");
    expect(coverage(setting, 50, 3)).toBe(coverage(setting, 50, 3));
    expect(randomFrom(3)()).not.toBe(randomFrom(4)());
  });
});
