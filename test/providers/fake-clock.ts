import type { Clock } from "../../src/ports/clock.ts";

export interface FakeClock extends Clock {
  /** Every wait that was asked for, in milliseconds. */
  readonly slept: readonly number[];
  advance(ms: number): void;
}

/** A clock whose sleeps return at once and move it on. */
export function fakeClock(start = Date.UTC(2026, 10, 22)): FakeClock {
  const slept: number[] = [];
  let now = start;
  return {
    slept,
    now: () => now,
    async sleep(ms, signal) {
      signal?.throwIfAborted();
      slept.push(ms);
      now += ms;
      await new Promise((resolve) => setImmediate(resolve));
      signal?.throwIfAborted();
    },
    advance(ms) {
      now += ms;
    },
  };
}
