import type { AttemptFinding } from "../domain/attempt.ts";
import type { Label, LabelValue, NewLabel } from "../domain/label.ts";
import type { Overview, TimeRange } from "../domain/overview.ts";
import type { RepairTrace, RunProgress, ShownOutcome, TraceRecord } from "../domain/trace.ts";
import type { FacetKey, Sort, TraceQuery } from "../domain/trace-query.ts";
import type { Clusters } from "./clusters.ts";
import type { Datasets } from "./datasets.ts";
import type { EvalRuns } from "./eval-runs.ts";
import type { Judgements } from "./judgements.ts";

export type { FacetKey, Sort };

/** Where records go. */
export interface TraceWriter {
  /**
   * Writes all of the records or none. A store in the same process has written when this returns undefined; a server has
   * when the promise resolves. Throws or rejects with `PatchProError("store", …)`; nothing is written then.
   * Calls must not overlap where a promise is returned.
   */
  write(records: readonly TraceRecord[]): Promise<void> | undefined;
}

export interface PageRequest {
  /** 1 to 500. */
  readonly size: number;
  readonly sort?: Sort;
  /** `next` of the page before; undefined for the first page. A cursor of another query or sort is refused. */
  readonly after?: string;
}

export interface Page<Item> {
  readonly items: readonly Item[];
  /** Undefined on the last page. */
  readonly next: string | undefined;
}

/** A repair in a list. */
export interface RepairRow {
  readonly id: string;
  readonly runId: string;
  readonly startedAt: number;
  /** Undefined while it is worked on. */
  readonly status: string | undefined;
  readonly stopReason: string | undefined;
  readonly strategy: string;
  readonly source: string;
  readonly path: string;
  /** Of its findings; `mixed` where they differ. */
  readonly ruleId: string;
  readonly startLine: number;
  readonly message: string;
  readonly findings: number;
  /** In order of their numbers. */
  readonly attempts: readonly {
    readonly id: string;
    readonly number: number;
    readonly outcome: ShownOutcome | undefined;
    readonly code: string | undefined;
  }[];
  readonly models: readonly string[];
  readonly promptTokens: number;
  readonly completionTokens: number;
  readonly costMicroUsd: number;
  readonly unpriced: number;
  readonly latencyMs: number;
  /** Current labels on its attempts. */
  readonly labels: readonly { readonly attemptId: string; readonly value: LabelValue; readonly rater: string }[];
}

/** An attempt in a list. */
export interface AttemptRow {
  readonly id: string;
  readonly repairId: string;
  readonly runId: string;
  readonly number: number;
  readonly startedAt: number;
  readonly outcome: ShownOutcome | undefined;
  readonly failedCheck: string | undefined;
  readonly code: string | undefined;
  readonly reason: string | undefined;
  readonly signature: string | undefined;
  readonly path: string;
  readonly ruleId: string;
  readonly model: string;
  readonly strategy: string;
  /** `name@version`. */
  readonly template: string;
  readonly promptTokens: number | undefined;
  readonly completionTokens: number | undefined;
  readonly costMicroUsd: number | undefined;
  readonly latencyMs: number | undefined;
}

/** A value of a facet and how many repairs of the current query have it. */
export interface FacetCount {
  readonly value: string;
  readonly count: number;
}

export interface Facets {
  /** Repairs under the query. */
  readonly total: number;
  /** At most 30 values each, most frequent first. */
  readonly facets: Readonly<Record<FacetKey, readonly FacetCount[]>>;
}

/** Which attempts a person is asked to label. */
export interface QueueRequest {
  readonly rater: string;
  /** How many to lease, 1 to 100. */
  readonly size: number;
  /** Which attempts; accepted ones if the query says nothing of outcomes. Those without a patch only if it asks for failures. */
  readonly query?: TraceQuery;
  /** `flash`: at most ten changed lines; `deep`: more. Both if missing. */
  readonly lane?: "flash" | "deep";
  /** `triage`: by rule, then by equal patches; `calibration`: in an order that has nothing to do with what they are. */
  readonly order?: "triage" | "calibration";
  /** Given to several raters: hidden only from who labelled it, leased to all. For measuring agreement. */
  readonly shared?: boolean;
  readonly criterion?: string;
}

/**
 * An item that is not new: one that the rater labelled before (`repeat`), or one that others agreed about (`known`). The
 * page does not tell; the label that answers it has this word as its `queue`.
 */
export type QueueControl = "repeat" | "known";

/** One attempt to label, leased to one rater. */
export interface QueueItem {
  readonly attemptId: string;
  readonly repairId: string;
  readonly ruleId: string;
  readonly path: string;
  readonly changedLines: number;
  /** Attempts of the same rule with an equal patch, this one included; they are shown once. */
  readonly duplicates: readonly string[];
  /** Milliseconds since the epoch. */
  readonly leasedUntil: number;
  readonly control?: QueueControl;
}

/** How often a word was the expected one. */
export interface Agreed {
  readonly same: number;
  readonly n: number;
}

/** How fast a rater works: over sessions, pauses over a minute left out. */
export interface LabelPace {
  readonly rater: string;
  readonly labels: number;
  readonly medianMs: number | undefined;
  readonly perHour: number | undefined;
  readonly unsure: number;
  /** With the rater's own word, on items that were shown a second time. */
  readonly withOneself?: Agreed;
  /** With what others agreed about. */
  readonly withOthers?: Agreed;
}

/** A patch that was proved and that a person called good. */
export interface GoodExample {
  readonly attemptId: string;
  readonly labelId: string;
  readonly ruleId: string;
  readonly path: string;
  readonly message: string;
  readonly patch: string;
  /** The changed lines with their context, hunk by hunk. */
  readonly snippets: readonly { readonly before: string; readonly after: string }[];
}

export interface SavedView {
  readonly id: string;
  readonly name: string;
  readonly screen: string;
  /** In the search grammar, as typed. */
  readonly query: string;
  readonly sort: Sort | undefined;
  readonly columns: readonly string[];
}

/** What is added when stores are merged. */
export interface MergeTally {
  readonly runs: number;
  readonly repairs: number;
  readonly attempts: number;
  readonly labels: number;
}

export interface GcRequest {
  /** Attempts of repairs that started longer ago than this go. */
  readonly olderThanMs: number;
  /** Repairs with a label or a judgement on any attempt stay. */
  readonly keepLabelled: boolean;
}

export interface GcTally {
  readonly runs: number;
  readonly repairs: number;
  readonly attempts: number;
  readonly blobs: number;
}

/** One line of a dump: a table and a row of it, texts in full. */
export interface DumpLine {
  readonly table: string;
  readonly row: Readonly<Record<string, string | number | null>>;
}

/**
 * Everything that was recorded, labelled and measured. Reading never blocks a writer nor waits for one. Methods reject with
 * `PatchProError("store", …)` when the database cannot be used.
 */
export interface TraceStore extends TraceWriter {
  readonly dialect: "sqlite" | "postgres";
  /** Judges, what they said and how they were measured. */
  readonly judgements: Judgements;

  listRepairs(query: TraceQuery, page: PageRequest): Promise<Page<RepairRow>>;
  listAttempts(query: TraceQuery, page: PageRequest): Promise<Page<AttemptRow>>;
  facets(query: TraceQuery): Promise<Facets>;
  /** Undefined if there is none. Ids may be shortened to what is unique. */
  repair(id: string): Promise<RepairTrace | undefined>;
  /** The repair that an attempt belongs to. */
  repairOfAttempt(attemptId: string): Promise<string | undefined>;
  findingsOf(repairId: string): Promise<readonly AttemptFinding[]>;
  overview(range: TimeRange, query?: TraceQuery): Promise<Overview>;
  /** How far a living run is, and since when that is told; undefined of a run that ended or told nothing yet. */
  progressOf(runId: string): Promise<(RunProgress & { readonly since: number }) | undefined>;
  /** Ids of all repairs under a query in order of their start, for exports. */
  repairIds(query: TraceQuery): AsyncIterable<string>;

  /** `duplicates`: written for all attempts with the same rule and an equal patch, as propagated ones. */
  addLabel(label: NewLabel, options?: { readonly duplicates?: boolean }): Promise<Label>;
  /** Takes a label back: what the rater had said before counts again. False if it is not the rater's current one. */
  undoLabel(labelId: string): Promise<boolean>;
  /** Current labels of an attempt, oldest first. */
  labels(attemptId: string): Promise<readonly Label[]>;
  /**
   * Leases attempts to label. Leases of the rater that are still open come first. Among new ones stand a few that are not
   * (`control`): 5 % repeats, 2 % that others agreed about, once there are enough labels; those are not leased.
   */
  labelQueue(request: QueueRequest): Promise<readonly QueueItem[]>;
  /** Gives back what was leased and not labelled. */
  releaseLeases(rater: string): Promise<void>;
  labelPace(range: TimeRange): Promise<readonly LabelPace[]>;
  /** At most `count`, newest label first, one per equal patch. */
  goodExamples(ruleId: string, count: number): Promise<readonly GoodExample[]>;

  savedViews(): Promise<readonly SavedView[]>;
  /** Adds or replaces by id. */
  saveView(view: Omit<SavedView, "id"> & { readonly id?: string }): Promise<SavedView>;
  deleteView(id: string): Promise<boolean>;

  /** Rows of a named view for outside dashboards (`VIEWS` lists them). */
  view(name: string): Promise<readonly Readonly<Record<string, string | number | null>>[]>;

  /** Runs of eval suites and their results. */
  readonly evals: EvalRuns;

  /** Versions of datasets. */
  readonly datasets: Datasets;

  /** Failures, and the groups that were found in them. */
  readonly clusters: Clusters;

  /** Adds what another store holds. Done twice or in another order, the result is the same. */
  importFrom(source: DumpSource): Promise<MergeTally>;
  /** Every row that merges, in an order and form that do not depend on the database. */
  dump(): AsyncIterable<DumpLine>;
  /** SHA-256 (hex) of the dump. */
  fingerprint(): Promise<string>;
  /** Deletes old attempts and the texts that nothing refers to any more, in one transaction. */
  gc(request: GcRequest): Promise<GcTally>;
  /** Marks what dead runs left open as interrupted; a run that only looked dead takes its rows back by itself. */
  sweep(): Promise<number>;
  close(): Promise<void>;
}

/** Something that can be imported. */
export interface DumpSource {
  dump(): AsyncIterable<DumpLine>;
}
