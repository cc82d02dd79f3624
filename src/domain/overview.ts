import type { Rate } from "./statistics.ts";

/** A span of time: milliseconds since the epoch, UTC; `until` exclusive. Missing ends are open. */
export interface TimeRange {
  readonly since?: number;
  readonly until?: number;
}

/** Money spent on one model or one rule. */
export interface Spend {
  readonly name: string;
  readonly costMicroUsd: number;
  /** Attempts it was spent on. */
  readonly attempts: number;
  /** Ended attempts among them whose price is not known: their cost is not in the sum. */
  readonly unpriced: number;
}

/** One code that attempts failed with. */
export interface FailureShare {
  readonly code: string;
  /** Failed attempts with this code, of all failed attempts. */
  readonly share: Rate;
}

/** What the overview shows; every share with its n and 95 % Wilson interval. Rates are of repairs unless they say otherwise. */
export interface Overview {
  readonly repairs: number;
  readonly attempts: number;
  /** Repairs that ended accepted, of those that ended (interrupted ones did not). */
  readonly accepted: Rate;
  /** Repairs accepted at their first attempt, of those that ended. */
  readonly firstTry: Rate;
  /** Accepted attempts with a number above 1, of all ended attempts with a number above 1. */
  readonly retryYield: Rate;
  readonly costMicroUsd: number;
  /** Ended attempts whose price is not known: their cost is in no sum. */
  readonly unpriced: number;
  /** All spend over accepted repairs; undefined without one. */
  readonly costPerAcceptedMicroUsd: number | undefined;
  /** Spent on repairs that ended without a patch. */
  readonly wastedMicroUsd: number;
  /** Of model requests, milliseconds; undefined without any. */
  readonly latencyMs: { readonly p50: number | undefined; readonly p95: number | undefined; readonly n: number };
  readonly failures: readonly FailureShare[];
  readonly byModel: readonly Spend[];
  readonly byRule: readonly Spend[];
  /** One point per UTC day with repairs, in order. */
  readonly days: readonly OverviewDay[];
}

export interface OverviewDay {
  /** `2026-11-22`. */
  readonly day: string;
  readonly repairs: number;
  readonly accepted: Rate;
  readonly firstTry: Rate;
  readonly attempts: number;
  readonly costMicroUsd: number;
}
