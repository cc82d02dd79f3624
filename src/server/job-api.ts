import { z } from "zod";
import type { Grade } from "../domain/calibration.ts";
import { DATASET_FORMATS, type DatasetFormat, type Split } from "../domain/dataset.ts";
import type { EvalCounts } from "../domain/eval.ts";
import type { Failure } from "./api.ts";
import type { RefusedGroup } from "./dataset-api.ts";

/*
 * Work that the page starts and that lasts, in addition to `api.ts`: what the commands do, one at a time.
 *
 *   GET    /api/suite                        SuiteAnswer      (403 `not-here` where nothing can be started)
 *   GET    /api/jobs/current                 JobAnswer        (the one that runs, or the last one)
 *   POST   /api/jobs              JobOrder -> JobAnswer        (409 `job-running`)
 *   POST   /api/jobs/:id/cancel   {}       -> JobAnswer        (what has ended stays as it is)
 */

const id = z.string().min(1).max(200);

export const jobOrder = z.discriminatedUnion("kind", [
  /** As `patchpro judge calibrate --judge ID`. */
  z.strictObject({ kind: z.literal("calibrate"), judgeId: id }),
  /** As `patchpro eval add ID`, for each. */
  z.strictObject({ kind: z.literal("case"), ids: z.array(id).min(1).max(20) }),
  /** As `patchpro eval run`, in replay: of the suite `cases`, or one family of it. */
  z.strictObject({ kind: z.literal("evals"), family: z.string().min(1).max(200).exactOptional() }),
  /** As `patchpro dataset export`; `write: false` is its `--dry-run`. */
  z.strictObject({
    kind: z.literal("export"),
    format: z.enum(DATASET_FORMATS),
    /** In the search grammar. */
    q: z.string().max(4000).default(""),
    write: z.boolean(),
  }),
]);
export type JobOrder = z.output<typeof jobOrder>;
export type JobKind = JobOrder["kind"];

/** What became of one repair or attempt that was to be a case. */
export type MadeCase = { readonly id: string } & (
  | {
      readonly made: true;
      readonly name: string;
      /** Relative to the repository, `/` between parts. */
      readonly folder: string;
      readonly expects: string;
      readonly passes: boolean;
      /** What its first run came to, one sentence without a capital. */
      readonly said: string;
    }
  | ({ readonly made: false } & Failure)
);

/** One of the first rows of an export. */
export interface PreviewRow {
  readonly attemptId: string;
  readonly rules: readonly string[];
  readonly path: string;
  readonly split: Split;
  readonly tokens: number;
  /** At most 600 characters of each. */
  readonly answer: string;
  readonly notAnswer: string | undefined;
}

export type JobResult =
  | {
      readonly kind: "calibrate";
      readonly judgeId: string;
      readonly labels: number;
      readonly grade: Grade;
      readonly claim: string;
    }
  | { readonly kind: "case"; readonly cases: readonly MadeCase[] }
  | {
      readonly kind: "evals";
      readonly runId: string;
      readonly suite: string;
      readonly counts: EvalCounts;
      /** Cases that are broken, one sentence each. */
      readonly problems: readonly string[];
    }
  | {
      readonly kind: "export";
      readonly format: DatasetFormat;
      readonly considered: number;
      readonly train: number;
      readonly validation: number;
      readonly tokens: number;
      /** Rows that the ladder accepted again. */
      readonly proved: number;
      readonly refused: readonly RefusedGroup[];
      readonly warnings: readonly string[];
      readonly preview: readonly PreviewRow[];
      /** Undefined while nothing is written: why it could not be, if it could not. */
      readonly tooFew: string | undefined;
      readonly written: WrittenDataset | undefined;
    };

export interface WrittenDataset {
  readonly id: string;
  /** `repairs v2`. */
  readonly name: string;
  /** Relative to the repository, `/` between parts. */
  readonly folder: string;
  /** The store had the same rows already. */
  readonly known: boolean;
}

/** How far a job is. */
export interface JobProgress {
  readonly done: number;
  readonly of: number;
}

export interface Job {
  readonly id: string;
  readonly order: JobOrder;
  readonly state: "running" | "stopping" | "done" | "failed" | "cancelled";
  /** Milliseconds since the epoch, UTC. */
  readonly startedAt: number;
  readonly endedAt: number | undefined;
  readonly progress: JobProgress | undefined;
  /** Of those that are done. */
  readonly result: JobResult | undefined;
  /** Of those that failed. */
  readonly failure: Failure["error"] | undefined;
}

export interface JobAnswer {
  readonly job: Job | undefined;
}

export interface SuiteAnswer {
  readonly cases: number;
  /** By name. */
  readonly families: readonly { readonly name: string; readonly cases: number }[];
}
