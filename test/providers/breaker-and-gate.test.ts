import { describe, expect, it } from "vitest";
import { createBreaker } from "../../src/adapters/providers/breaker.ts";
import { createGate } from "../../src/adapters/providers/gate.ts";
import { fakeClock } from "./fake-clock.ts";

describe("breaker", () => {
  function opened() {
    const clock = fakeClock();
    const breaker = createBreaker({ threshold: 3, pauseMs: 1000 }, () => clock.now());
    for (let i = 0; i < 3; i += 1) breaker.failed();
    return { clock, breaker };
  }

  it("opens after consecutive failures only", () => {
    const breaker = createBreaker({ threshold: 3, pauseMs: 1000 }, () => 0);
    breaker.failed();
    breaker.failed();
    breaker.succeeded();
    breaker.failed();
    breaker.failed();
    expect(breaker.admits()).toBe(true);
    breaker.failed();
    expect(breaker.admits()).toBe(false);
  });

  it("admits one probe after its pause, and closes when that succeeds", () => {
    const { clock, breaker } = opened();
    expect(breaker.waitMs()).toBe(1000);
    clock.advance(1000);
    expect([breaker.admits(), breaker.admits()]).toEqual([true, false]);
    breaker.succeeded();
    expect([breaker.admits(), breaker.admits()]).toEqual([true, true]);
  });

  it("stays open for another pause when the probe fails", () => {
    const { clock, breaker } = opened();
    clock.advance(1000);
    breaker.admits();
    breaker.failed();
    expect(breaker.admits()).toBe(false);
    clock.advance(1000);
    expect(breaker.admits()).toBe(true);
  });

  it("allows another probe when one told nothing", () => {
    const { clock, breaker } = opened();
    clock.advance(1000);
    breaker.admits();
    breaker.undecided();
    expect(breaker.admits()).toBe(true);
  });
});

describe("gate", () => {
  const never = new AbortController().signal;

  it("admits as many as it has places, the others in order", async () => {
    const gate = createGate(2);
    const order: number[] = [];
    const enter = async (id: number) => {
      const leave = await gate.enter(never);
      order.push(id);
      return leave;
    };
    const first = await enter(1);
    await enter(2);
    const third = enter(3);
    const fourth = enter(4);
    await Promise.resolve();
    expect(order).toEqual([1, 2]);
    first();
    first();
    (await third)();
    await fourth;
    expect(order).toEqual([1, 2, 3, 4]);
  });

  it("halves on a complaint, never below one, and grows back by one a round", () => {
    const gate = createGate(8);
    gate.narrow();
    expect(gate.width).toBe(4);
    for (let i = 0; i < 5; i += 1) gate.widen();
    expect(gate.width).toBe(5);
    for (let i = 0; i < 9; i += 1) gate.narrow();
    expect(gate.width).toBe(1);
    for (let i = 0; i < 100; i += 1) gate.widen();
    expect(gate.width).toBe(8);
  });

  it("lets those who wait leave, and forgets them", async () => {
    const gate = createGate(1);
    const leave = await gate.enter(never);
    const impatient = new AbortController();
    const waiting = gate.enter(impatient.signal);
    const patient = gate.enter(never);
    impatient.abort(new Error("enough"));
    await expect(waiting).rejects.toThrow("enough");
    leave();
    await expect(patient).resolves.toBeTypeOf("function");
  });

  it("refuses at once when the signal is aborted already", async () => {
    await expect(createGate(1).enter(AbortSignal.abort(new Error("no")))).rejects.toThrow("no");
  });
});
