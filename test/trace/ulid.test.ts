import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wilson } from "../../src/domain/statistics.ts";
import { timeOfUlid, ulidMaker } from "../../src/domain/ulid.ts";

describe("ulidMaker", () => {
  it("makes 26 characters that tell their time", () => {
    const id = ulidMaker()(1_700_000_000_123);
    expect(id).toMatch(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/);
    expect(timeOfUlid(id)).toBe(1_700_000_000_123);
    expect(timeOfUlid("no ulid")).toBeUndefined();
  });

  it("always rises, also when the clock stands still or steps back", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(5), { minLength: 2, maxLength: 50 }), (times) => {
        const make = ulidMaker(() => Array.from({ length: 16 }, () => 31));
        const ids = times.map((time) => make(time));
        expect(ids).toEqual([...new Set(ids)].sort());
      }),
    );
  });
});

describe("wilson", () => {
  it.each([
    [3, 4, 0.301, 0.954],
    [90, 100, 0.826, 0.945],
    [0, 10, 0, 0.278],
    [10, 10, 0.722, 1],
  ])("gives %i of %i the interval %f to %f", (count, n, low, high) => {
    const rate = wilson(count, n);
    expect(rate.low).toBeCloseTo(low, 3);
    expect(rate.high).toBeCloseTo(high, 3);
  });

  it("knows nothing of nothing, and refuses what cannot be", () => {
    expect(wilson(0, 0)).toEqual({ count: 0, n: 0, share: undefined, low: 0, high: 1 });
    expect(() => wilson(2, 1)).toThrow(RangeError);
  });
});
