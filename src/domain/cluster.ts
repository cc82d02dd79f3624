import type { CheckCode } from "./check.ts";
import type { TimeRange } from "./overview.ts";
import type { Rate } from "./statistics.ts";

/** One attempt that failed, as far as grouping looks at it. */
export interface FailedAttempt {
  readonly attemptId: string;
  /** Milliseconds since the epoch, UTC. */
  readonly at: number;
  /** The first thing that failed: a check, or `reply` (unreadable) or `provider` (none came). */
  readonly check: string;
  readonly code?: CheckCode;
  readonly reason: string;
  /** Of the repair's findings; `mixed` where they differ. */
  readonly ruleId: string;
  readonly ruleFamily: string;
  readonly path: string;
  readonly model: string;
  /** No later attempt of its repair failed: what the repair failed of, if it did. */
  readonly last: boolean;
  readonly repair: FailedRepair;
}

/** The repair that a failed attempt belongs to. Money is whole millionths of a US dollar. */
export interface FailedRepair {
  readonly id: string;
  /** It ended, and without a patch. False where a later attempt was accepted, and while it is worked on. */
  readonly failed: boolean;
  readonly attempts: number;
  readonly costMicroUsd: number;
  /** Attempts whose price is not known: their cost is in no sum. */
  readonly unpriced: number;
}

/** What a cluster is called and what can be done about it. */
export interface ClusterName {
  /** At most six words. */
  readonly name: string;
  /** One or two sentences. */
  readonly definition: string;
  /** How to tell a member from its neighbours. */
  readonly test?: string;
  /** What is worth trying. */
  readonly remedy: string;
  /** `terms`, `person`, or the model that named it. */
  readonly by: string;
  /**
   * How well the definition alone tells members from others that it was not made from: F1 of a second call on members and
   * non-members. Undefined if it was not measured.
   */
  readonly f1?: number;
  /** Attempts that the name was made from. */
  readonly cites: readonly string[];
}

/** A name whose definition tells members from others worse than this is shown with a warning. */
export const TRUSTED_NAME_F1 = 0.8;

/** How often something happens now against the time before. Shares are of all repairs that ended in each span. */
export interface ClusterTrend {
  readonly now: Rate;
  readonly before: Rate;
  /** The share now minus the share before; undefined if a span has no repairs. 95 %. */
  readonly difference: number | undefined;
  readonly low: number;
  readonly high: number;
  /** Two-sided, adjusted over all clusters of the run (Holm). */
  readonly p: number;
  readonly direction: "more" | "fewer" | "same" | "unknown";
}

export interface ClusterExample {
  readonly attemptId: string;
  readonly repairId: string;
  readonly ruleId: string;
  readonly path: string;
  readonly reason: string;
}

/** `open`: nobody said otherwise; `fixed`: a person did; `came-back`: it has members since then. */
export type ClusterState = "open" | "fixed" | "came-back";

/** Failures of one cause, as far as their messages tell. */
export interface FailureCluster {
  /** ULID. */
  readonly id: string;
  /** The same from run to run, as long as the cluster is the same: what trends, names and fixes hang on. */
  readonly key: string;
  /** 1 for the one that most failed repairs failed of. */
  readonly rank: number;
  readonly name: ClusterName;
  readonly state: ClusterState;
  /** Failures since it was marked as fixed. */
  readonly since?: { readonly fixedAt: number; readonly failures: number };
  /** Codes of its failures, most frequent first; at most five. */
  readonly codes: readonly { readonly code: CheckCode; readonly count: number }[];
  /** Words that it has and others have not. */
  readonly terms: readonly string[];
  /** Of its failures, sorted. */
  readonly signatures: readonly string[];
  /** Failed attempts in it. */
  readonly attempts: number;
  /** Failed repairs whose last failure is in it, of all failed repairs. */
  readonly repairs: Rate;
  /** Attempts of repairs that came to a patch all the same. */
  readonly recovered: number;
  /** What its failed repairs cost. */
  readonly wastedMicroUsd: number;
  readonly unpriced: number;
  /** Of its failed repairs; undefined without any. */
  readonly medianAttempts: number | undefined;
  readonly trend: ClusterTrend | undefined;
  /** The first is the one that is most like all others. At most three, of different repairs. */
  readonly examples: readonly ClusterExample[];
}

/** How the groups came about. */
export interface ClusterMethod {
  readonly name: "average linkage" | "k-means";
  /** `lexical`, or the model that embedded the messages. */
  readonly embedder: string;
  readonly seed: number;
  readonly maskingRules: number;
  readonly signatures: number;
  /** Groups before small ones were taken out. */
  readonly groups: number;
  /** Mean adjusted Rand index of refits; undefined where there was nothing to choose. */
  readonly stability: number | undefined;
  /** Mean over failures; told, never decided by. */
  readonly silhouette: number | undefined;
}

/** What was looked at. */
export interface ClusterScope extends TimeRange {
  /** In the search grammar, as typed; "" for everything. */
  readonly query: string;
}

/** One look at the failures of a store. */
export interface ClusterRun {
  /** ULID. */
  readonly id: string;
  readonly at: number;
  readonly scope: ClusterScope;
  readonly method: ClusterMethod;
  /** Failed attempts, and the repairs that failed. */
  readonly attempts: number;
  readonly repairs: number;
  /** The spans that trends compare: before is from `from` to `middle`, now from `middle` to `to`. */
  readonly spans: ClusterSpans | undefined;
  /** Failures in groups too small to mean anything: fewer than `atLeast`. */
  readonly unclustered: { readonly attempts: number; readonly repairs: Rate; readonly atLeast: number };
  /** By rank. */
  readonly clusters: readonly FailureCluster[];
}

export interface ClusterSpans {
  readonly from: number;
  readonly middle: number;
  readonly to: number;
  /** Repairs that ended in each span. */
  readonly endedBefore: number;
  readonly endedNow: number;
}

/** Which failures belong to which cluster of a run. */
export interface ClusterMember {
  readonly clusterId: string;
  readonly attemptId: string;
  /** 0 for the one most like all others, up to 1. */
  readonly distance: number;
}

export const MODE_STATES = ["open", "fixed", "dissolved"] as const;
export type ModeState = (typeof MODE_STATES)[number];

/** A person's word on a cluster: rows are only ever added, the newest of a key counts. */
export interface FailureMode {
  /** ULID. */
  readonly id: string;
  /** Of the cluster. */
  readonly key: string;
  readonly name: string;
  readonly definition: string;
  /** `dissolved`: it was merged into `into`. */
  readonly state: ModeState;
  readonly into?: string;
  /** The cluster keeps these together, or apart from others, in later runs: it was merged or split. */
  readonly pinned: boolean;
  /** What it held when this was said. */
  readonly signatures: readonly string[];
  readonly by: string;
  readonly at: number;
  readonly supersedes?: string;
}

/** What a person says of clusters of a run. They are named by key, by the beginning of a key, or by rank. */
export type ClusterWord =
  | { readonly kind: "rename"; readonly cluster: string; readonly name: string; readonly definition?: string }
  | { readonly kind: "merge"; readonly clusters: readonly string[]; readonly name?: string }
  | {
      readonly kind: "split";
      readonly cluster: string;
      /** Those that leave it. */
      readonly signatures: readonly string[];
      readonly name: string;
    }
  | { readonly kind: "fixed" | "reopen"; readonly cluster: string };
