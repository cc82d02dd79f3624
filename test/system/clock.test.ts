import { expect, it } from "vitest";
import { systemClock } from "../../src/adapters/system/clock.ts";

it("sleeps at least about as long as asked", async () => {
  const before = performance.now();
  await systemClock.sleep(30);
  expect(performance.now() - before).toBeGreaterThan(25);
  expect(systemClock.now()).toBeGreaterThan(1_600_000_000_000);
});

it("wakes up with the signal's own reason", async () => {
  const controller = new AbortController();
  const sleeping = systemClock.sleep(60_000, controller.signal);
  controller.abort(new Error("enough"));
  await expect(sleeping).rejects.toThrow("enough");
  await expect(systemClock.sleep(1, controller.signal)).rejects.toThrow("enough");
});
