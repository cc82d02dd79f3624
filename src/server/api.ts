import { z } from "zod";
import type { CheckResult } from "../domain/check.ts";
import type { TimeLeft } from "../domain/estimate.ts";
import type { Label } from "../domain/label.ts";
import { LABEL_VALUES } from "../domain/label.ts";
import type { Overview } from "../domain/overview.ts";
import type { AttemptTrace, RepairTrace, RunProgress } from "../domain/trace.ts";
import { SORTS } from "../domain/trace-query.ts";
import type { Facets, LabelPace, Page, QueueItem, RepairRow, SavedView } from "../ports/store.ts";

/*
 * What the page and the server say to each other: JSON both ways. Fields that are `undefined` are left out. Times are
 * milliseconds since the epoch, UTC; money is whole millionths of a US dollar.
 *
 *   GET    /api/config                      ConfigAnswer
 *   GET    /api/overview?from&to&q          OverviewAnswer
 *   GET    /api/repairs?q&sort&after&size   RepairsAnswer      (facets with the first page; `facets=no` leaves them out)
 *   GET    /api/facets?q                    FacetsAnswer
 *   GET    /api/repairs/:id                 RepairAnswer       (404 `not-found`)
 *   GET    /api/attempts/:id/raw            RawAnswer
 *   GET    /api/attempts/:id/files          FilesAnswer        (what `correct` starts from; 403 `not-here` in a bundle)
 *   GET    /api/pace?from&to                PaceAnswer
 *   GET    /api/views                       ViewsAnswer
 *   GET    /api/live                        server-sent events, see LiveEvent
 *   POST   /api/labels                      LabelsBody   -> LabelsAnswer
 *   POST   /api/labels/:id/undo             {}           -> UndoAnswer
 *   POST   /api/queue                       QueueBody    -> QueueAnswer
 *   POST   /api/queue/release               ReleaseBody  -> {}
 *   POST   /api/views                       ViewBody     -> ViewAnswer
 *   DELETE /api/views/:id                                -> DeletedAnswer
 *   POST   /api/correct                     CorrectBody  -> CorrectAnswer
 *   POST   /api/playground                  PlaygroundBody -> PlaygroundAnswer
 *
 * Anything that changes state (POST, DELETE) carries the token in the header `x-patchpro-token`. The page finds it in the
 * fragment of the address that `patchpro ui` prints (`#token=…`), and keeps it in `sessionStorage` or `localStorage`; it
 * stays the same when the server is started again. `ConfigAnswer.token` tells whether one is needed. Every POST, also one
 * without anything to say, has `content-type: application/json`.
 *
 * A bundle answers the same GET routes without a server: `bundle/format.ts`.
 *
 * Where something failed, the status is 4xx or 5xx and the body a `Failure`.
 */

/** The header of the token. */
export const TOKEN_HEADER = "x-patchpro-token";

/** Codes of failures of the server itself; those of `PatchProError` (`store`, `input`, …) come as they are. */
export type FailureCode =
  | "bad-host"
  | "bad-origin"
  | "token"
  | "not-json"
  | "too-large"
  | "not-found"
  | "not-here"
  | "bug"
  | (string & {});

export interface Failure {
  readonly error: { readonly code: FailureCode; readonly message: string; readonly hint: string };
}

const text = (longest: number) => z.string().max(longest);
const id = text(200).min(1);
/** A moment in a query string. */
const moment = z.coerce.number().int().min(0).max(8.64e15);

// Questions ------------------------------------------------------------------------------------------------------------

export const rangeQuery = z.object({ from: moment.optional(), to: moment.optional(), q: text(4000).default("") });

export const repairsQuery = z.object({
  q: text(4000).default(""),
  sort: z.enum(SORTS).default("newest"),
  after: text(1000).optional(),
  size: z.coerce.number().int().min(1).max(500).default(100),
  facets: z.enum(["yes", "no"]).default("yes"),
});

export const facetsQuery = z.object({ q: text(4000).default("") });

/** A rater's word on one attempt. `shownAt` also tells one labelling from another: sent twice, it is written once. */
export const labelBody = z.strictObject({
  attemptId: id,
  value: z.enum(LABEL_VALUES),
  rater: text(200).trim().min(1),
  criterion: text(100).min(1).exactOptional(),
  note: text(20_000).exactOptional(),
  reasons: z.array(text(100).min(1)).max(20).exactOptional(),
  queue: text(200).exactOptional(),
  shownAt: z.int().min(0).exactOptional(),
  activeMs: z.int().min(0).exactOptional(),
  sawJudge: z.boolean().exactOptional(),
  sawLabels: z.boolean().exactOptional(),
  /** Written for all attempts of the same rule with an equal patch. */
  duplicates: z.boolean().exactOptional(),
});
export type LabelBody = z.input<typeof labelBody>;

/** Labels in the order in which they were given. One that cannot be written does not hold up the others. */
export const labelsBody = z.strictObject({ labels: z.array(labelBody).min(1).max(100) });

export const queueBody = z.strictObject({
  rater: text(200).trim().min(1),
  size: z.int().min(1).max(100).default(20),
  /** Which attempts, in the search grammar; empty: accepted ones. */
  q: text(4000).default(""),
  lane: z.enum(["flash", "deep"]).exactOptional(),
  order: z.enum(["triage", "calibration"]).exactOptional(),
  shared: z.boolean().exactOptional(),
  criterion: text(100).min(1).exactOptional(),
});
export type QueueBody = z.input<typeof queueBody>;

export const releaseBody = z.strictObject({ rater: text(200).trim().min(1) });

export const viewBody = z.strictObject({
  /** Replaces the view of this id. */
  id: id.exactOptional(),
  name: text(200).trim().min(1),
  screen: text(100).min(1),
  q: text(4000),
  sort: z.enum(SORTS).exactOptional(),
  columns: z.array(text(100)).max(50).default([]),
});

/** Whole texts of files by path as the model should have made them; `null`: the file is to go. Others stay as they are. */
export const correctBody = z.strictObject({
  attemptId: id,
  files: z
    .record(text(4096).min(1), z.string().nullable())
    .refine((files) => Object.keys(files).length > 0, "name at least one file")
    .refine((files) => Object.keys(files).length <= 100, "at most 100 files"),
  /** Written with the correction if that proves: `bad` says that the attempt itself was not good enough. */
  label: labelBody.omit({ attemptId: true, duplicates: true }).exactOptional(),
});

export const playgroundBody = z.strictObject({
  attemptId: id,
  system: text(400_000),
  user: text(400_000).min(1),
  /** One of `ConfigAnswer.models`. */
  model: text(300).min(1),
});
export type PlaygroundBody = z.input<typeof playgroundBody>;

export const emptyBody = z.strictObject({});

// Answers --------------------------------------------------------------------------------------------------------------

/** What is wrong with a query, and where: 0-based UTF-16 offsets, end exclusive. The rest of the query was used. */
export interface QueryProblem {
  readonly message: string;
  readonly start: number;
  readonly end: number;
  /** The key that was most likely meant. */
  readonly nearest?: string;
}

export interface ConfigAnswer {
  readonly toolVersion: string;
  /** Name of the repository's folder. */
  readonly repository: string;
  /** A bundle: nothing can be written, and texts of prompts and replies are not searched. */
  readonly readOnly: boolean;
  /** Whether the token must come with what changes state. */
  readonly token: boolean;
  /** Models that the playground can ask, cheapest first: `provider:name`. */
  readonly models: readonly string[];
  readonly can: {
    readonly label: boolean;
    readonly correct: boolean;
    readonly playground: boolean;
    readonly live: boolean;
    /** Calibrations, eval cases, eval runs and exports can be started: `job-api.ts`. */
    readonly work: boolean;
  };
  /** A name to offer to a rater who has not said theirs: the user's, as git knows it. */
  readonly rater: string | undefined;
}

export interface OverviewAnswer {
  readonly overview: Overview;
  /** The same for the span of equal length before, where `from` is given. */
  readonly previous: Overview | undefined;
  readonly problems: readonly QueryProblem[];
}

export interface RepairsAnswer extends Page<RepairRow> {
  /** With the first page only. */
  readonly facets: Facets | undefined;
  readonly problems: readonly QueryProblem[];
}

export interface FacetsAnswer extends Facets {
  readonly problems: readonly QueryProblem[];
}

export interface RepairAnswer extends RepairTrace {
  /** Current labels on its attempts, by attempt, oldest first. */
  readonly labels: readonly Label[];
}

/** An attempt exactly as it is kept, and the request as it was put together. */
export interface RawAnswer {
  readonly request: {
    readonly model: string;
    readonly messages: readonly { readonly role: "system" | "user"; readonly content: string }[];
  };
  readonly reply: string | undefined;
  readonly attempt: AttemptTrace;
}

/** One file of an attempt's patch. `null`: it does not exist on that side. */
export interface AttemptFile {
  readonly path: string;
  /** As it stands in the repository now. */
  readonly before: string | null;
  /** With the attempt's patch. */
  readonly after: string | null;
}

export interface FilesAnswer {
  readonly files: readonly AttemptFile[];
  /** Why the patch cannot be shown on the files as they stand now; `after` equals `before` then. */
  readonly stale: string | undefined;
}

export interface PaceAnswer {
  readonly pace: readonly LabelPace[];
}

export interface ViewsAnswer {
  readonly views: readonly SavedView[];
}

export interface ViewAnswer {
  readonly view: SavedView;
}

export interface DeletedAnswer {
  readonly deleted: boolean;
}

export type LabelResult = { readonly ok: true; readonly label: Label } | ({ readonly ok: false } & Failure);

export interface LabelsAnswer {
  /** In the order of the request. */
  readonly results: readonly LabelResult[];
}

export interface UndoAnswer {
  /** False: it was not the rater's current label any more. */
  readonly undone: boolean;
}

export interface QueueAnswer {
  readonly items: readonly QueueItem[];
  readonly problems: readonly QueryProblem[];
}

/** How far up the ladder something came. */
export interface Climb {
  readonly proved: boolean;
  readonly checks: readonly CheckResult[];
  /** Canonical unified diff of what was tried; undefined if nothing could be. */
  readonly patch: string | undefined;
}

export interface CorrectAnswer extends Climb {
  /** Written only if a label was sent and the correction proved. */
  readonly label: Label | undefined;
}

/** What the model said, or why it said nothing. */
export interface PlaygroundReply {
  readonly ok: boolean;
  /** The model that answered, as the provider names it. */
  readonly model: string;
  readonly text: string | undefined;
  /** One sentence, where `ok` is false. */
  readonly reason: string | undefined;
  readonly finishReason: string | undefined;
  readonly promptTokens: number | undefined;
  readonly completionTokens: number | undefined;
  readonly costMicroUsd: number | undefined;
  readonly latencyMs: number;
}

/** Nothing of it is stored. */
export interface PlaygroundAnswer extends Climb {
  readonly reply: PlaygroundReply;
  /** Why the reply could not climb: what was wrong with it, one sentence. */
  readonly unreadable: string | undefined;
}

/** Where a run stands. */
export interface LiveRun {
  readonly runId: string;
  /** Repairs that were begun, and of them those that ended, and ended accepted. */
  readonly repairs: number;
  readonly ended: number;
  readonly accepted: number;
  readonly attempts: number;
  readonly costMicroUsd: number;
  /** Ended attempts whose price is not known. */
  readonly unpriced?: number;
  /** Whether the run goes on. */
  readonly living: boolean;
  /** Findings that models may be asked about, and how many of them are settled; undefined before the run has said. */
  readonly findings?: RunProgress;
  /** Undefined: not yet known, or nothing is left. */
  readonly left?: TimeLeft;
}

/**
 * `event: changed`: repairs that are new or differ from what was sent before, newest first (at most 100), and the newest
 * run. The first one comes at once with what is open now. `event: quiet` every 15 s without a change.
 */
export type LiveEvent =
  | {
      readonly event: "changed";
      readonly data: { readonly rows: readonly RepairRow[]; readonly run: LiveRun | undefined };
    }
  | { readonly event: "quiet"; readonly data: Record<string, never> };

export type { BundleIndex, BundleRepairs, BundleRow, BundleRows } from "./bundle/format.ts";
