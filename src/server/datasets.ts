import { type DatasetVersion, REFUSALS, type Refused } from "../domain/dataset.ts";
import { manifestSchema } from "../eval/datasets/manifest.ts";
import { readRefusals } from "../eval/datasets/read-refusals.ts";
import { REASON_WORDS } from "../eval/datasets/render.ts";
import type { StoredDatasetItem } from "../ports/datasets.ts";
import type { TraceStore } from "../ports/store.ts";
import type { DatasetAnswer, RefusedGroup, ShownItem } from "./dataset-api.ts";

type Store = Pick<TraceStore, "datasets" | "repair" | "repairOfAttempt" | "labels">;

const MOST_LISTED = 200;

/** A version with its papers; undefined if they are lost. */
export async function datasetAnswer(store: Store, dataset: DatasetVersion): Promise<DatasetAnswer | undefined> {
  const papers = await store.datasets.papers(dataset.id);
  if (!papers) return undefined;
  const manifest = manifestSchema.parse(JSON.parse(papers.manifest));
  return { dataset, manifest, refused: refusedGroups(readRefusals(papers.refusals)) };
}

/** What was left out, by reason, in the order in which reasons are looked at. */
export function refusedGroups(refused: readonly Refused[]): RefusedGroup[] {
  const byReason = Map.groupBy(refused, ({ reason }) => reason);
  return REFUSALS.flatMap((reason) => {
    const own = byReason.get(reason) ?? [];
    const { what, remedy } = REASON_WORDS[reason];
    const attempts = own.slice(0, MOST_LISTED).map(({ attemptId, detail }) => ({ attemptId, detail }));
    return own.length === 0 ? [] : [{ reason, what, remedy, count: own.length, attempts }];
  });
}

/** Rows of a version, each with the chain back to the commit as far as the store still has it. */
export async function shownItems(
  store: Store,
  versionId: string,
  page: { readonly from: number; readonly size: number },
): Promise<ShownItem[]> {
  const items = await store.datasets.items(versionId, page);
  return Promise.all(items.map((item) => shownItem(store, item)));
}

async function shownItem(store: Store, item: StoredDatasetItem): Promise<ShownItem> {
  const repairId = await store.repairOfAttempt(item.attemptId);
  const trace = repairId === undefined ? undefined : await store.repair(repairId);
  const label = (await store.labels(item.attemptId)).find(({ id }) => id === item.labelId);
  const chain = {
    rater: label?.rater,
    value: label?.value,
    corrected: label?.correctedPatch !== undefined,
    repairId,
    runId: trace?.run.id,
    commit: trace?.run.commit,
  };
  return { ...item, path: trace?.repair.path, chain };
}
