import type { Clock } from "../../ports/clock.ts";
import type { Deadline } from "./deadline.ts";
import type { Endpoint } from "./endpoints.ts";
import { type Exchange, isLost } from "./exchange.ts";
import { nextStep, type RetrySettings, retryAfterMs } from "./policy.ts";

/** What sending needs to know. */
export interface Transport {
  readonly endpoint: Endpoint;
  readonly clock: Clock;
  /** Draws from [0, 1). */
  readonly random: () => number;
  readonly retry: RetrySettings;
}

/** How a request ended after all its retries. */
export interface Delivery {
  readonly exchange: Exchange;
  readonly retries: number;
  /** Sendings of which nothing came back although the server may have worked for them. */
  readonly lost: number;
}

/**
 * Sends until there is an answer, a refusal that no retry mends, or no time left. `deadlineAt` in milliseconds since the
 * epoch; `retriesSoFar` counts against the limit. Throws only for a bug of ours.
 */
export async function deliver(
  send: (signal: AbortSignal) => Promise<Exchange>,
  transport: Transport,
  deadline: Deadline,
  deadlineAt: number,
  retriesSoFar: number,
): Promise<Delivery> {
  const { clock, retry, random } = transport;
  let lost = 0;
  let before: Exchange | undefined;
  for (let retries = retriesSoFar; ; retries += 1) {
    const exchange = await sendOnce(send, transport, deadline, deadlineAt);
    if (isLost(exchange)) lost += 1;
    const step = nextStep(exchange, { retry: retries, now: clock.now(), deadline: deadlineAt }, retry, random);
    if (step.kind === "give-up") {
      // What opened the breaker tells more than that it is open.
      const telling = exchange.kind === "broken" ? (before ?? exchange) : exchange;
      return { exchange: telling, retries: retries - retriesSoFar, lost };
    }
    before = exchange;
    try {
      await clock.sleep(step.ms, deadline.signal);
    } catch (error) {
      if (!deadline.signal.aborted) throw error;
      return { exchange: ended(deadline, false), retries: retries - retriesSoFar, lost };
    }
  }
}

async function sendOnce(
  send: (signal: AbortSignal) => Promise<Exchange>,
  { endpoint, clock }: Transport,
  deadline: Deadline,
  deadlineAt: number,
): Promise<Exchange> {
  let leave: (() => void) | undefined;
  try {
    leave = await endpoint.gate.enter(deadline.signal);
    const quietMs = endpoint.quietUntil - clock.now();
    if (quietMs > 0 && clock.now() + quietMs >= deadlineAt) return { kind: "held-back", ms: quietMs };
    if (quietMs > 0) await clock.sleep(quietMs, deadline.signal);
    if (!endpoint.breaker.admits()) return { kind: "broken", ms: endpoint.breaker.waitMs() };
    const came = await deadline.bound(send(deadline.signal), () => ended(deadline, true));
    const exchange = came.kind === "disconnected" && deadline.signal.aborted ? ended(deadline, true) : came;
    remember(exchange, endpoint, clock.now());
    return exchange;
  } catch (error) {
    if (deadline.signal.aborted) return ended(deadline, false);
    throw error;
  } finally {
    leave?.();
  }
}

function ended(deadline: Deadline, sent: boolean): Exchange {
  return { kind: deadline.ended() ?? "stopped", sent };
}

/** What an exchange tells about the endpoint, for all who ask there. */
function remember(exchange: Exchange, endpoint: Endpoint, now: number): void {
  if (exchange.kind === "stopped" || exchange.kind === "unsendable") endpoint.breaker.undecided();
  else if (isOutOfOrder(exchange)) endpoint.breaker.failed();
  else endpoint.breaker.succeeded();
  if (exchange.kind === "answered") endpoint.gate.widen();
  if (exchange.kind !== "rejected" || exchange.status !== 429) return;
  endpoint.gate.narrow();
  const askedMs = retryAfterMs(exchange.headers, now, exchange.body);
  if (askedMs !== undefined) endpoint.quietUntil = Math.max(endpoint.quietUntil, now + askedMs);
}

function isOutOfOrder(exchange: Exchange): boolean {
  if (exchange.kind === "rejected") return exchange.status >= 500 && exchange.status !== 501;
  return exchange.kind === "disconnected" || exchange.kind === "timed-out";
}
