import fc from "fast-check";
import { expect, it } from "vitest";
import { newRunId } from "../../src/domain/run-id.ts";

it("names of runs sort by time, also within one second: what is applied is the newest", () => {
  const time = fc.date({ min: new Date("2020-01-01"), max: new Date("2090-01-01"), noInvalidDate: true });
  fc.assert(
    fc.property(time, fc.integer({ min: 1, max: 2_000 }), (date, later) => {
      const now = date.getTime();
      expect(newRunId(now) < newRunId(now + later)).toBe(true);
    }),
  );
});

it("two runs in the same millisecond have two names", () => {
  expect(new Set(Array.from({ length: 100 }, () => newRunId(0))).size).toBe(100);
});
