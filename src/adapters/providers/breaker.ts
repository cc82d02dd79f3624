/** Stops asking an endpoint that keeps failing, then lets one request find out whether it is back. */
export interface Breaker {
  /** Whether a request may go out now. After the pause, true once: for the probe, until its result is known. */
  admits(): boolean;
  /** The endpoint answered, whatever it said. */
  succeeded(): void;
  /** The endpoint is out of order: no connection, a time-out, 5xx. */
  failed(): void;
  /** The admitted request ended without telling anything about the endpoint. */
  undecided(): void;
  /** Milliseconds until a probe is allowed; 0 when requests are admitted. */
  waitMs(): number;
}

export interface BreakerSettings {
  /** Consecutive failures after which the breaker opens. */
  readonly threshold: number;
  /** Milliseconds for which it stays open before a probe. */
  readonly pauseMs: number;
}

/** A closed breaker. `now` in milliseconds. */
export function createBreaker(settings: BreakerSettings, now: () => number): Breaker {
  let failures = 0;
  let openUntil: number | undefined;
  let probing = false;
  return {
    admits() {
      if (openUntil === undefined) return true;
      if (probing || now() < openUntil) return false;
      probing = true;
      return true;
    },
    succeeded() {
      failures = 0;
      openUntil = undefined;
      probing = false;
    },
    failed() {
      failures += 1;
      probing = false;
      if (failures >= settings.threshold) openUntil = now() + settings.pauseMs;
    },
    undecided() {
      probing = false;
    },
    waitMs: () => (openUntil === undefined ? 0 : Math.max(0, openUntil - now())),
  };
}
