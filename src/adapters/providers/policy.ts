import type { Exchange } from "./exchange.ts";

export interface RetrySettings {
  /** Requests after the first one, at most. */
  readonly retries: number;
  /** The same for a server that is only busy. */
  readonly busyRetries: number;
  /** Milliseconds: the first wait is drawn from 0 to this, each later one from twice as much. */
  readonly baseMs: number;
  /** Milliseconds that no drawn wait exceeds. */
  readonly capMs: number;
}

export const DEFAULT_RETRY: RetrySettings = { retries: 4, busyRetries: 10, baseMs: 500, capMs: 60_000 };

/** Whether the same request may succeed later, going by how it ended. */
export function mayPass(exchange: Exchange): boolean {
  if (exchange.kind === "disconnected") return true;
  return exchange.kind === "rejected" && isPassing(exchange.status) && !isExhausted(exchange.body);
}

/** Request timeout, conflict, too many requests, and server errors except "not implemented". 529 is Anthropic's "overloaded". */
function isPassing(status: number): boolean {
  return status === 408 || status === 409 || status === 429 || (status >= 500 && status !== 501);
}

/** Too many requests, unavailable, overloaded: time alone mends it, mostly within a minute; a quota for the day it does not. */
const isBusy = (exchange: Exchange): boolean =>
  exchange.kind === "rejected" && [429, 503, 529].includes(exchange.status);

/** OpenAI answers 429 also when the account has no money left, which no wait mends. */
export function isExhausted(body: string): boolean {
  return /insufficient_quota|billing_hard_limit|credit balance is too low/i.test(body);
}

/**
 * Milliseconds that the server asks to wait: `retry-after-ms`, or `Retry-After` as seconds or as an HTTP date (RFC 9110, 10.2.3),
 * else what its words in `body` say. `now` in milliseconds since the epoch. Undefined if it does not say, or says something unreadable.
 */
export function retryAfterMs(headers: Readonly<Record<string, string>>, now: number, body = ""): number | undefined {
  const precise = Number.parseFloat(headers["retry-after-ms"] ?? "");
  if (Number.isFinite(precise) && precise >= 0) return precise;
  const written = headers["retry-after"]?.trim() ?? "";
  if (/^\d+(?:\.\d+)?$/.test(written)) return Number.parseFloat(written) * 1000;
  const date = /[a-z]/i.test(written) ? Date.parse(written) : Number.NaN;
  return Number.isFinite(date) ? Math.max(0, date - now) : durationMs(body);
}

const WAIT =
  /(?:(?:try again|retry) (?:in|after)|please wait|"retryDelay":) ?"?(?:(\d+)h)?(?:(\d+)m(?!s))?(?:(\d+(?:\.\d+)?) ?(ms|s))?/i;
const UNIT_MS: Readonly<Record<string, number>> = { ms: 1, s: 1000 };

/** "Please try again in 1m26.4s", "retry after 7 seconds", Google's `retryDelay`. */
function durationMs(words: string): number | undefined {
  const [, hours, minutes, rest, unit = "s"] = WAIT.exec(words) ?? [];
  if ((hours ?? minutes ?? rest) === undefined) return undefined;
  const seconds = Number(rest ?? 0) * (UNIT_MS[unit.toLowerCase()] ?? 0);
  return Math.ceil(Number(hours ?? 0) * 3_600_000 + Number(minutes ?? 0) * 60_000 + seconds);
}

/** Exponential back-off with full jitter. `retry` counts from 0; `random` draws from [0, 1). */
export function backoffMs(retry: number, settings: RetrySettings, random: () => number): number {
  return Math.min(settings.capMs, settings.baseMs * 2 ** retry) * random();
}

/** What to do after a request that brought no answer. */
export type NextStep =
  | { readonly kind: "wait"; readonly ms: number }
  | { readonly kind: "give-up"; readonly why: "final" | "retries" | "deadline" };

/** Decides whether and when to try again. `now` and `deadline` in milliseconds since the epoch; `retry` counts from 0. */
export function nextStep(
  exchange: Exchange,
  at: { readonly retry: number; readonly now: number; readonly deadline: number },
  settings: RetrySettings,
  random: () => number,
): NextStep {
  if (!mayPass(exchange)) return { kind: "give-up", why: "final" };
  const askedMs = exchange.kind === "rejected" ? retryAfterMs(exchange.headers, at.now, exchange.body) : undefined;
  const ms = askedMs ?? backoffMs(at.retry, settings, random);
  if (at.now + ms >= at.deadline) return { kind: "give-up", why: "deadline" };
  if (at.retry >= (isBusy(exchange) ? settings.busyRetries : settings.retries))
    return { kind: "give-up", why: "retries" };
  return { kind: "wait", ms };
}
