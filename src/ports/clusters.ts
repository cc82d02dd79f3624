import type { ClusterMember, ClusterRun, FailedAttempt, FailureMode } from "../domain/cluster.ts";
import type { TimeRange } from "../domain/overview.ts";
import type { TraceQuery } from "../domain/trace-query.ts";

/** A cluster as some run found it last. */
export interface KnownCluster {
  readonly key: string;
  readonly signatures: readonly string[];
}

/** A run in a list. */
export interface ClusterRunRow {
  readonly id: string;
  readonly at: number;
  readonly query: string;
  readonly attempts: number;
  readonly clusters: number;
}

/** Failures and the groups that were found in them. Methods reject with `PatchProError("store", …)`. */
export interface Clusters {
  /** Failed attempts under a query that started in a span, newest first; at most 100,000. */
  failures(query: TraceQuery, range: TimeRange): Promise<readonly FailedAttempt[]>;
  /** Repairs under a query that started in a span and ended, with or without a patch. */
  endedRepairs(query: TraceQuery, range: TimeRange): Promise<number>;
  /** Writes a run with its clusters and their members, or nothing. Writing the same run again changes nothing. */
  add(run: ClusterRun, members: readonly ClusterMember[]): Promise<void>;
  /** By id, by what is unique of it, or `latest`, `latest~1`, … Undefined if there is none. */
  find(id: string): Promise<ClusterRun | undefined>;
  /** Newest first; at most 100. */
  runs(): Promise<readonly ClusterRunRow[]>;
  /** Members of a cluster, most typical first. */
  members(clusterId: string): Promise<readonly ClusterMember[]>;
  /** Every key that was given in the last 200 runs, with what it held last. */
  known(): Promise<readonly KnownCluster[]>;
  /** What people said of clusters: the newest word on each key, in order of the keys. */
  modes(): Promise<readonly FailureMode[]>;
  /** Adds people's words, all or none. Rows are never changed. */
  addModes(modes: readonly FailureMode[]): Promise<void>;
}
