import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Exchange } from "../../src/adapters/providers/exchange.ts";
import { backoffMs, DEFAULT_RETRY, mayPass, nextStep, retryAfterMs } from "../../src/adapters/providers/policy.ts";

const NOW = Date.UTC(2026, 10, 22, 12, 0, 0);

function rejected(status: number, headers: Record<string, string> = {}, body = ""): Exchange {
  return { kind: "rejected", status, headers, body };
}

describe("retryAfterMs", () => {
  it.each([
    [{ "retry-after": "1" }, 1000],
    [{ "retry-after": "0" }, 0],
    [{ "retry-after": " 2.5 " }, 2500],
    [{ "retry-after-ms": "150", "retry-after": "9" }, 150],
    [{ "retry-after": "Sun, 22 Nov 2026 12:02:00 GMT" }, 120_000],
    [{ "retry-after": "Sun, 22 Nov 2026 11:00:00 GMT" }, 0],
    [{ "retry-after": "soon" }, undefined],
    [{ "retry-after": "-5" }, undefined],
    [{ "retry-after": "" }, undefined],
    [{ "retry-after-ms": "NaN", "retry-after": "3" }, 3000],
    [{}, undefined],
  ])("reads %j as %s ms", (headers, ms) => {
    expect(retryAfterMs(headers, NOW)).toBe(ms);
  });

  it.each([
    ["Rate limit reached for gpt-4o (TPM): Limit 30000, Used 29500. Please try again in 20s.", 20_000],
    ["Rate limit reached for model `x`. Please try again in 1m26.4s. Need more tokens?", 86_400],
    ["Please try again in 429ms.", 429],
    ["Please try again in 6h0m2s", 21_602_000],
    ["Requests have exceeded the rate limit. Please retry after 7 seconds.", 7000],
    ["Rate limit of 10 per 60s exceeded for UserByModelByMinute. Please wait 1 second before retrying.", 1000],
    ["You exceeded your current quota. Please retry in 34.074824224s.", 34_075],
    ['{"details":[{"@type":"type.googleapis.com/google.rpc.RetryInfo","retryDelay":"34s"}]}', 34_000],
    ["Please try again in a while. Limit: 30 in 60s", undefined],
  ])("reads the words %j as %s ms", (body, ms) => {
    expect(retryAfterMs({}, NOW, body)).toBe(ms);
    expect(retryAfterMs({ "retry-after": "3" }, NOW, body)).toBe(3000);
  });
});

describe("mayPass", () => {
  it.each([408, 409, 429, 500, 502, 503, 504, 529])("tries again after %i", (status) => {
    expect(mayPass(rejected(status))).toBe(true);
  });
  it.each([301, 307, 400, 401, 402, 403, 404, 405, 413, 418, 422, 501])("does not try again after %i", (status) => {
    expect(mayPass(rejected(status))).toBe(false);
  });
  it("does not wait for an account without money", () => {
    expect(mayPass(rejected(429, {}, '{"error":{"code":"insufficient_quota"}}'))).toBe(false);
  });
  it("tries again after a broken connection, not after a time-out", () => {
    expect(mayPass({ kind: "disconnected", message: "x", sent: true })).toBe(true);
    expect(mayPass({ kind: "timed-out", sent: true })).toBe(false);
  });
});

describe("nextStep", () => {
  const at = { retry: 0, now: NOW, deadline: NOW + 60_000 };
  const half = () => 0.5;

  it("waits as long as the server asks, to the millisecond", () => {
    expect(nextStep(rejected(429, { "retry-after": "7" }), at, DEFAULT_RETRY, half)).toEqual({
      kind: "wait",
      ms: 7000,
    });
  });
  it("gives up at once when the server asks for more time than there is", () => {
    const step = nextStep(rejected(503, { "retry-after": "60" }), at, DEFAULT_RETRY, half);
    expect(step).toEqual({ kind: "give-up", why: "deadline" });
  });
  it("gives up after its retries", () => {
    const step = nextStep(rejected(500), { ...at, retry: DEFAULT_RETRY.retries }, DEFAULT_RETRY, half);
    expect(step).toEqual({ kind: "give-up", why: "retries" });
  });
  it.each([429, 503, 529])(
    "asks a server that is only busy (%i) for some minutes, with longer waits, and not for ever",
    (status) => {
      const later = { ...at, deadline: NOW + 600_000 };
      const waits = [0, 4, 9].map((retry) => nextStep(rejected(status), { ...later, retry }, DEFAULT_RETRY, half));
      expect(waits).toEqual([250, 4000, 30_000].map((ms) => ({ kind: "wait", ms })));
      expect(nextStep(rejected(status), { ...later, retry: 10 }, DEFAULT_RETRY, half)).toMatchObject({
        why: "retries",
      });
      const late = { ...at, retry: 9, deadline: NOW + 10_000 };
      expect(nextStep(rejected(status), late, DEFAULT_RETRY, half)).toEqual({ kind: "give-up", why: "deadline" });
    },
  );
  it("gives up on what no retry mends", () => {
    expect(nextStep(rejected(401), at, DEFAULT_RETRY, half)).toEqual({ kind: "give-up", why: "final" });
  });
  it("never waits past the deadline", () => {
    fc.assert(
      fc.property(fc.nat(20), fc.nat(100_000), fc.double({ min: 0, max: 0.999, noNaN: true }), (retry, left, drawn) => {
        const step = nextStep(
          rejected(500),
          { retry, now: NOW, deadline: NOW + left },
          { ...DEFAULT_RETRY, retries: 30 },
          () => drawn,
        );
        return step.kind !== "wait" || step.ms < left;
      }),
    );
  });
});

describe("backoffMs", () => {
  it("draws from 0 to twice as much each time, up to the cap", () => {
    const most = [0, 1, 2, 3, 10].map((retry) => backoffMs(retry, { ...DEFAULT_RETRY, capMs: 3000 }, () => 1));
    expect(most).toEqual([500, 1000, 2000, 3000, 3000]);
    expect(backoffMs(5, DEFAULT_RETRY, () => 0)).toBe(0);
  });
});
