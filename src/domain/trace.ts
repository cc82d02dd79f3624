import type { AttemptEnd, AttemptOutcome, AttemptStart, RepairRecord, RunRecord } from "./attempt.ts";
import type { CheckResult } from "./check.ts";

/** What an attempt shows as: its outcome, `interrupted` if its run died under it; undefined while it is open. */
export type ShownOutcome = AttemptOutcome | "interrupted";

/** What was worked out about a patch when it was recorded. */
export interface PatchFacts {
  /** 32 hex digits, a hash of the changed lines without their places, blanks folded: equal for patches that do the same. */
  readonly normalHash: string;
  readonly files: number;
  readonly added: number;
  readonly deleted: number;
}

/** A check as it is kept. */
export interface TracedCheck extends CheckResult {
  /** The masked message (traces.md, 7.2); only of failures. */
  readonly signature?: string;
}

/** What is worked out from an attempt's end before it is written. */
export interface AttemptFacts {
  /** The masked reason, of failures. */
  readonly signature?: string;
  readonly patch?: PatchFacts;
  readonly checks: readonly TracedCheck[];
}

/** Where a run is worked on, so that others can tell whether it still lives. */
export interface RunPlace {
  readonly host: string;
  readonly pid: number;
}

/** The end of a repair. */
export type RepairEnd = Required<Pick<RepairRecord, "endedAt" | "status" | "stopReason" | "closed">>;

/** How far the work of a run is, in findings that models may be asked about. */
export interface RunProgress {
  readonly done: number;
  readonly total: number;
}

/** The end of a run. */
export interface RunEnd {
  readonly endedAt: number;
  readonly status: "done" | "stopped";
}

/** One thing to write. Everything in it is redacted already. */
export type TraceRecord =
  | { readonly kind: "run"; readonly run: RunRecord; readonly place: RunPlace }
  | { readonly kind: "beat"; readonly runId: string; readonly at: number }
  | { readonly kind: "progress"; readonly runId: string; readonly progress: RunProgress; readonly at: number }
  | { readonly kind: "run-ended"; readonly runId: string; readonly end: RunEnd }
  | { readonly kind: "repair"; readonly repair: RepairRecord }
  | { readonly kind: "repair-ended"; readonly repairId: string; readonly end: RepairEnd }
  | { readonly kind: "attempt"; readonly attempt: AttemptStart; readonly redactions: number }
  | {
      readonly kind: "attempt-ended";
      readonly attempt: AttemptStart;
      readonly end: AttemptEnd;
      readonly facts: AttemptFacts;
      readonly redactions: number;
    };

/** An attempt with all its texts. */
export interface AttemptTrace extends AttemptStart, Partial<Omit<AttemptEnd, "outcome" | "checks">> {
  readonly outcome?: ShownOutcome;
  readonly checks: readonly TracedCheck[];
  readonly signature?: string;
  readonly patchFacts?: PatchFacts;
  /** How many secrets were taken out of it. */
  readonly redactions: number;
}

/** What the attempts of a repair add up to. */
export interface RepairSums {
  readonly attempts: number;
  /** Of the attempts whose price is known; whole millionths of a US dollar. */
  readonly costMicroUsd: number;
  /** Ended attempts without a known price. */
  readonly unpriced: number;
  readonly promptTokens: number;
  readonly completionTokens: number;
  readonly cachedTokens: number;
  /** Time spent on model requests, milliseconds. */
  readonly latencyMs: number;
}

/** A repair with what its attempts add up to. */
export interface StoredRepair extends RepairRecord {
  readonly sums: RepairSums;
}

/** A repair with everything: its run and every attempt in order. */
export interface RepairTrace {
  readonly run: RunRecord;
  readonly repair: StoredRepair;
  readonly attempts: readonly AttemptTrace[];
  /** Numbers between 1 and the last attempt that are missing: a gap in what was recorded. */
  readonly missing: readonly number[];
}

/** Version of the JSON files beside the store. Files of a later version are refused. */
export const TRACE_FILE_VERSION = 1;

/** One JSON file: `<run>/<repair>/<n>.json`, `<run>/<repair>/repair.json` or `<run>/run.json`. */
export type TraceFile =
  | { readonly kind: "attempt"; readonly run: RunRecord; readonly repair: RepairRecord; readonly attempt: AttemptTrace }
  | { readonly kind: "repair"; readonly run: RunRecord; readonly repair: RepairRecord }
  | { readonly kind: "run"; readonly run: RunRecord };
