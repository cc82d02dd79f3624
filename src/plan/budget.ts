/** What may be spent; undefined: no limit. Money in US dollars. */
export interface Limits {
  readonly usd: number | undefined;
  readonly tokens: number | undefined;
  readonly ms: number | undefined;
  readonly attempts: number | undefined;
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
  startedAt: number;
}

/** A reservation: to be settled with what the request did cost. */
export interface Reservation {
  settle(cost: Cost): void;
}

/** A limit that a request would break, in words. */
export interface Refusal {
  readonly refused: string;
  /** Nothing can be asked any more in this run. */
  readonly wholeRun: boolean;
}

/**
 * Keeps accounts per run, file and finding, so that what is under way can never cost more than the limits allow: the most
 * that a request could cost is set aside before it is sent. Pure: the time is passed in.
 */
export class BudgetLedger {
  readonly #limits: { readonly run: Limits; readonly file: Limits; readonly finding: Limits };
  readonly #accounts = new Map<string, Account>();

  constructor(limits: { readonly run: Limits; readonly file: Limits; readonly finding: Limits }) {
    this.#limits = limits;
  }

  /** Sets aside the most that a request may cost, or says which limit forbids it. `now`: milliseconds. */
  reserve(path: string, findings: readonly string[], ceiling: Ceiling, now: number): Reservation | Refusal {
    const share = findings.length;
    const accounts = [
      { scope: "run", account: this.#account("run", now), limits: this.#limits.run, share: 1 },
      { scope: `file ${path}`, account: this.#account(`file ${path}`, now), limits: this.#limits.file, share: 1 },
      ...findings.map((id) => ({ scope: "finding", account: this.#account(`finding ${id}`, now), limits: this.#limits.finding, share })),
    ];
    for (const { scope, account, limits, share: parts } of accounts) {
      const refused = refusal(scope, account, limits, { usd: ceiling.usd === undefined ? undefined : ceiling.usd / parts, tokens: ceiling.tokens / parts }, now);
      if (refused !== undefined) return { refused, wholeRun: scope === "run" };
    }
    for (const { account, share: parts } of accounts) {
      account.heldUsd += (ceiling.usd ?? 0) / parts;
      account.heldTokens += ceiling.tokens / parts;
      account.attempts += 1;
    }
    return {
      settle: (cost) => {
        for (const { account, share: parts } of accounts) {
          account.heldUsd -= (ceiling.usd ?? 0) / parts;
          account.heldTokens -= ceiling.tokens / parts;
          account.usd += (cost.usd ?? 0) / parts;
          account.tokens += cost.tokens / parts;
        }
      },
    };
  }

  #account(key: string, now: number): Account {
    let account = this.#accounts.get(key);
    if (!account) this.#accounts.set(key, (account = { usd: 0, tokens: 0, attempts: 0, heldUsd: 0, heldTokens: 0, startedAt: now }));
    return account;
  }
}

function refusal(scope: string, account: Account, limits: Limits, ceiling: Ceiling, now: number): string | undefined {
  if (limits.attempts !== undefined && account.attempts >= limits.attempts) return `the ${scope} had its ${limits.attempts} attempts`;
  if (limits.ms !== undefined && now - account.startedAt >= limits.ms) return `the time for the ${scope} is over (${limits.ms / 1000} s)`;
  if (limits.usd !== undefined) {
    if (ceiling.usd === undefined) return `the price of the model is not known, so a limit of $${limits.usd} cannot be kept; state it in [model.prices]`;
    if (account.usd + account.heldUsd + ceiling.usd > limits.usd + 1e-12) return `another request could cost the ${scope} more than $${limits.usd} ($${account.usd.toFixed(4)} spent)`;
  }
  if (limits.tokens !== undefined && account.tokens + account.heldTokens + ceiling.tokens > limits.tokens) return `another request could cost the ${scope} more than ${limits.tokens} tokens`;
  return undefined;
}
