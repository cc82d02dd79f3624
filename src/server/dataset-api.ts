import { z } from "zod";
import type { DatasetItem, DatasetVersion, Refused } from "../domain/dataset.ts";
import type { LabelValue } from "../domain/label.ts";
import type { Manifest } from "../eval/datasets/manifest.ts";

/*
 * What the page asks of datasets, in addition to `api.ts`:
 *
 *   GET /api/datasets                         DatasetsAnswer
 *   GET /api/datasets/:id                     DatasetAnswer        (404 `not-found`)
 *   GET /api/datasets/:id/items?from&size     DatasetItemsAnswer   (at most 100 rows)
 */

export const itemsQuery = z.object({
  from: z.coerce.number().int().min(0).max(10_000_000).default(0),
  size: z.coerce.number().int().min(1).max(100).default(50),
});

export interface DatasetsAnswer {
  /** Newest first. */
  readonly datasets: readonly DatasetVersion[];
}

/** Attempts that were left out for one reason. */
export interface RefusedGroup {
  readonly reason: Refused["reason"];
  readonly what: string;
  readonly remedy: string | undefined;
  readonly count: number;
  /** At most 200 of them. */
  readonly attempts: readonly { readonly attemptId: string; readonly detail: string }[];
}

export interface DatasetAnswer {
  readonly dataset: DatasetVersion;
  readonly manifest: Manifest;
  /** In the order in which reasons are looked at. */
  readonly refused: readonly RefusedGroup[];
}

/** Where a row comes from, as far as the store still knows. */
export interface ItemChain {
  readonly rater: string | undefined;
  readonly value: LabelValue | undefined;
  readonly corrected: boolean;
  readonly repairId: string | undefined;
  readonly runId: string | undefined;
  readonly commit: string | undefined;
}

export interface ShownItem extends DatasetItem {
  readonly input: string;
  readonly output: string;
  readonly path: string | undefined;
  readonly chain: ItemChain;
}

export interface DatasetItemsAnswer {
  readonly items: readonly ShownItem[];
}
