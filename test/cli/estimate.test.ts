import { describe, expect, it } from "vitest";
import { timeLeft, timeLeftWords } from "../../src/domain/estimate.ts";
import { randomFrom } from "../../src/domain/statistics.ts";

describe("the time that is left", () => {
  it("is not said before enough is done, nor when nothing is left", () => {
    expect(timeLeft(4, 100, 60_000)).toBeUndefined();
    expect(timeLeft(50, 100, 2000)).toBeUndefined();
    expect(timeLeft(50, 0, 60_000)).toBeUndefined();
  });

  it.each([
    [8, 60],
    [20, 100],
    [60, 60],
  ])("holds the pace of all in four of five runs, seen over %i of %i pieces", (done, left) => {
    const random = randomFrom(done);
    const piece = (): number => -Math.log(1 - random()) * 10_000;
    const runs = 4000;
    let held = 0;
    for (let run = 0; run < runs; run += 1) {
      let elapsed = 0;
      for (let at = 0; at < done; at += 1) elapsed += piece();
      const estimate = timeLeft(done, left, elapsed);
      const expected = left * 10_000;
      if (estimate && estimate.lowMs <= expected && expected <= estimate.highMs) held += 1;
    }
    expect(held / runs).toBeGreaterThan(0.75);
    expect(held / runs).toBeLessThan(0.86);
  });

  it.each([
    [64_000, 151_000, "1 to 3 min"],
    [8900, 11_700, "5 to 15 s"],
    [100, 900, "less than 5 s"],
    [3_000_000, 9_000_000, "less than 3 h"],
    [3_700_000, 9_000_000, "1 to 3 h"],
    [119_000, 119_500, "115 to 120 s"],
  ])("reads well from %i to %i ms", (lowMs, highMs, words) => {
    expect(timeLeftWords({ lowMs, highMs })).toBe(words);
  });
});
