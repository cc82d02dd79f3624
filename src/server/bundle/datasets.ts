import type { TraceStore } from "../../ports/store.ts";
import type { DatasetAnswer, DatasetItemsAnswer, DatasetsAnswer } from "../dataset-api.ts";
import { datasetAnswer, shownItems } from "../datasets.ts";
import { type BundleFile, dataFile } from "./data-file.ts";

/** Rows of each version that a bundle shows. */
const PREVIEWED = 50;

/** `data/datasets.js`: what the page is answered of datasets. */
export interface BundleDatasets {
  readonly answer: DatasetsAnswer;
  /** By version. */
  readonly versions: Readonly<Record<string, DatasetAnswer>>;
  readonly items: Readonly<Record<string, DatasetItemsAnswer>>;
}

/** The datasets of a store as a file. */
export async function bundledDatasets(
  store: Pick<TraceStore, "datasets" | "repair" | "repairOfAttempt" | "labels">,
): Promise<BundleFile> {
  const datasets = await store.datasets.list();
  const versions: Record<string, DatasetAnswer> = {};
  const items: Record<string, DatasetItemsAnswer> = {};
  for (const dataset of datasets) {
    const found = await datasetAnswer(store, dataset);
    if (!found) continue;
    versions[dataset.id] = found;
    items[dataset.id] = { items: await shownItems(store, dataset.id, { from: 0, size: PREVIEWED }) };
  }
  return dataFile("datasets", { answer: { datasets }, versions, items } satisfies BundleDatasets);
}
