import type { AcceptedPatch, FileChange, FindingOutcome, Source } from "./outcome.ts";

/** What one source cost and closed. */
export interface SourceTally {
  readonly accepted: number;
  /** US dollars; undefined as soon as one call had an unknown price. */
  readonly costUsd: number | undefined;
  readonly requests: number;
}

/** Everything a run found out; reports are renderings of this. */
export interface RunResult {
  readonly runId: string;
  /** Absolute. */
  readonly root: string;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  readonly wallMs: number;
  readonly toolVersion: string;
  /** One per finding read, in the order of path, line, rule. */
  readonly findings: readonly FindingOutcome[];
  readonly patches: readonly AcceptedPatch[];
  /** What the accepted patches together change, from the tree that the run started from. */
  readonly changes: readonly FileChange[];
  /** Every accepted patch in one diff against the tree that the run started from. Empty text if none. */
  readonly combinedDiff: Uint8Array;
  readonly bySource: Readonly<Record<Source, SourceTally>>;
  readonly promptTokens: number;
  readonly completionTokens: number;
  /** US dollars spent on models; undefined if a price is not known. 0 when no model was asked. */
  readonly costUsd: number | undefined;
  /** Things that a person should know: unreadable parts of reports, cycles, tools that could not say safe or unsafe. */
  readonly notices: readonly string[];
  /** Why the run ended before its work was done, if it did. */
  readonly stopped?: { readonly why: "budget" | "interrupted" | "outside-failed"; readonly detail: string };
}

/** Progress of a run, for the live view. */
export type RunEvent =
  | {
      readonly kind: "stage";
      readonly stage: "collect" | "plan" | "fix" | "verify" | "report";
      readonly detail: string;
    }
  | {
      readonly kind: "progress";
      readonly done: number;
      readonly total: number;
      readonly accepted: number;
      readonly costUsd: number;
      readonly what: string;
    }
  | { readonly kind: "notice"; readonly text: string };
