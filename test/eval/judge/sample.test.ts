import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomFrom } from "../../../src/domain/statistics.ts";
import { type Drawable, drawSample } from "../../../src/eval/judge/sample.ts";

const attempts = (fails: number, others: number): Drawable[] => [
  ...Array.from({ length: fails }, (_, n) => ({ attemptId: `f${n}`, verdict: "fail" as const })),
  ...Array.from({ length: others }, (_, n) => ({ attemptId: `o${n}`, verdict: n % 2 ? ("pass" as const) : undefined })),
];

describe("a sample for labelling", () => {
  it("holds as many as were asked for or there are, each once, and the same for the same seed", () => {
    fc.assert(
      fc.property(fc.nat(60), fc.nat(60), fc.nat(80), fc.nat(1000), (fails, others, count, seed) => {
        const draw = () => drawSample(attempts(fails, others), count, "overall", 1, randomFrom(seed));
        const drawn = draw();
        expect(drawn.length).toBe(Math.min(count, fails + others));
        expect(new Set(drawn.map(({ attemptId }) => attemptId)).size).toBe(drawn.length);
        expect(drawn.every(({ probability }) => probability > 0 && probability <= 1)).toBe(true);
        expect(draw()).toEqual(drawn);
      }),
    );
  });

  it("takes more of what the judge fails, and its chances give back the number that there are of each", () => {
    const drawn = drawSample(attempts(40, 400), 50, "overall", 1, randomFrom(1));
    const of = (letter: string) => drawn.filter(({ attemptId }) => attemptId.startsWith(letter));
    expect(of("f").length).toBe(25);
    const estimated = (letter: string) => of(letter).reduce((sum, { probability }) => sum + 1 / probability, 0);
    expect(estimated("f")).toBeCloseTo(40);
    expect(estimated("o")).toBeCloseTo(400);
  });
});
