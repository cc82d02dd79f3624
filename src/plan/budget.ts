/** What may be spent; undefined: no limit. Money in US dollars. */
export interface Limits {
  readonly usd: number | undefined;
  readonly tokens: number | undefined;
  readonly ms: number | undefined;
  readonly attempts: number | undefined;
}

/** The limits of a run, of each of its files, and of each finding. */
export interface BudgetLimits {
  readonly run: Limits;
  readonly file: Limits;
  readonly finding: Limits;
}

/** What one request may cost at most, as far as it can be told. */
export interface Ceiling {
  readonly usd: number | undefined;
  readonly tokens: number;
}

/** What one request did cost. */
export interface Cost {
  /** Undefined: the price is not known. */
  readonly usd: number | undefined;
  readonly tokens: number;
}

interface Account {
  usd: number;
  tokens: number;
  attempts: number;
  /** Reserved for requests under way. */
  heldUsd: number;
  heldTokens: number;
  readonly startedAt: number;
}

/** An account that a request is booked on: a finding's is charged its share of a batch. */
interface Booking {
  readonly scope: string;
  readonly account: Account;
  readonly limits: Limits;
  readonly share: number;
}

/** A reservation: to be settled, once, with what the request did cost. */
export interface Reservation {
  /** Milliseconds until the first limit of time is reached; undefined where there is none. */
  readonly msLeft: number | undefined;
  settle(cost: Cost): void;
}

/** A limit that a request would break, in words. */
export interface Refusal {
  readonly refused: string;
  /** Nothing can be asked any more in this run. */
  readonly wholeRun: boolean;
  /** Only what is set aside for requests under way stands in the way; when one of them is settled, it may fit. */
  readonly mayFitLater: boolean;
}

/**
 * Keeps accounts per run, file and finding, so that what is under way can never cost more than the limits allow: the most
 * that a request could cost is set aside before it is sent. No clock of its own: the time is passed in, in milliseconds.
 */
export class BudgetLedger {
  readonly #limits: BudgetLimits;
  readonly #accounts = new Map<string, Account>();
  #waiting: (() => void)[] = [];

  constructor(limits: BudgetLimits) {
    this.#limits = limits;
  }

  /** Sets aside the most that a request may cost, or says which limit forbids it. */
  reserve(path: string, findings: readonly string[], ceiling: Ceiling, now: number): Reservation | Refusal {
    const { run, file, finding } = this.#limits;
    const share = 1 / Math.max(1, findings.length);
    const bookings: Booking[] = [
      { scope: "run", account: this.#account("run", now), limits: run, share: 1 },
      { scope: "file", account: this.#account(`file ${path}`, now), limits: file, share: 1 },
      ...findings.map((id) => ({
        scope: "finding",
        account: this.#account(`finding ${id}`, now),
        limits: finding,
        share,
      })),
    ];
    const refusals = bookings.map((booking) => refusalOf(booking, ceiling, now)).filter((one) => one !== undefined);
    // A limit that is really reached tells more than one that will be free again.
    const refusal = refusals.find(({ mayFitLater }) => !mayFitLater) ?? refusals[0];
    if (refusal) return refusal;
    for (const { account, share: part } of bookings) {
      account.heldUsd += (ceiling.usd ?? 0) * part;
      account.heldTokens += ceiling.tokens * part;
      account.attempts += 1;
    }
    return { msLeft: msLeft(bookings, now), settle: (cost) => this.#settle(bookings, ceiling, cost) };
  }

  /** Resolves when the next reservation is settled. Only to be awaited while there is one. */
  nextSettlement(): Promise<void> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  #settle(bookings: readonly Booking[], ceiling: Ceiling, cost: Cost): void {
    for (const { account, share } of bookings) {
      account.heldUsd -= (ceiling.usd ?? 0) * share;
      account.heldTokens -= ceiling.tokens * share;
      account.usd += (cost.usd ?? 0) * share;
      account.tokens += cost.tokens * share;
    }
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const wake of waiting) wake();
  }

  #account(key: string, now: number): Account {
    const known = this.#accounts.get(key);
    if (known) return known;
    const fresh = { usd: 0, tokens: 0, attempts: 0, heldUsd: 0, heldTokens: 0, startedAt: now };
    this.#accounts.set(key, fresh);
    return fresh;
  }
}

/** What rounding may add up to, in dollars or tokens. */
const ROUNDING = 1e-9;

function refusalOf({ scope, account, limits, share }: Booking, ceiling: Ceiling, now: number): Refusal | undefined {
  const no = (refused: string, mayFitLater = false): Refusal => ({ refused, wholeRun: scope === "run", mayFitLater });
  if (limits.attempts !== undefined && account.attempts >= limits.attempts)
    return no(`the ${scope} had its ${limits.attempts} attempts`);
  if (limits.ms !== undefined && now - account.startedAt >= limits.ms)
    return no(`the time for the ${scope} is over (${limits.ms / 1000} s)`);
  if (limits.usd !== undefined) {
    if (ceiling.usd === undefined)
      return no(
        `the price of the model is not known, so a limit of $${limits.usd} cannot be kept; state it in [model.prices]`,
      );
    const most = account.usd + ceiling.usd * share;
    const words = `another request could cost the ${scope} more than $${limits.usd} ($${account.usd.toFixed(4)} spent)`;
    if (most + account.heldUsd > limits.usd + ROUNDING) return no(words, most <= limits.usd + ROUNDING);
  }
  if (limits.tokens !== undefined) {
    const most = account.tokens + ceiling.tokens * share;
    const words = `another request could cost the ${scope} more than ${limits.tokens} tokens (${Math.round(account.tokens)} spent)`;
    if (most + account.heldTokens > limits.tokens + ROUNDING) return no(words, most <= limits.tokens + ROUNDING);
  }
  return undefined;
}

function msLeft(bookings: readonly Booking[], now: number): number | undefined {
  const left = bookings.flatMap(({ account, limits }) =>
    limits.ms === undefined ? [] : [limits.ms - (now - account.startedAt)],
  );
  return left.length === 0 ? undefined : Math.min(...left);
}
