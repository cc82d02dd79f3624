import { plant } from "../../../bench/clusters/corpus.ts";
import { OUR_CHECKS } from "../../../bench/clusters/our-checks.ts";
import { randomFrom } from "../../../src/domain/statistics.ts";
import { ulidMaker } from "../../../src/domain/ulid.ts";
import { clusterStore } from "../../../src/eval/clusters/run.ts";
import { datasetFolder } from "../../../src/eval/datasets/folder.ts";
import type { TraceStore } from "../../../src/ports/store.ts";
import { recordsOf } from "../../eval/clusters/planted.ts";
import { exportPlanted, REQUEST } from "../../eval/datasets/support/exporting.ts";
import { unusedImport } from "../../eval/datasets/support/labelled.ts";
import { judgedWorld } from "../../eval/judge/judged-world.ts";
import { history } from "../../eval/metrics/history.ts";
import { recorded } from "./recorded.ts";
import { NOW } from "./world.ts";

/** Fills a store with something for every screen: repairs, labels, verdicts, clusters, eval runs and a dataset. */
export async function fillEverything(store: TraceStore): Promise<void> {
  await recorded(store, 40);
  await judgedWorld(store, 40, NOW);
  await store.write(recordsOf(plant(OUR_CHECKS, 60, randomFrom(3)).map(({ failure }) => failure)));
  for (const { run, results } of history(4, 40)) await store.evals.add(run, results);
  const newUlid = ulidMaker();
  await clusterStore({
    store: store.clusters,
    query: { terms: [] },
    typed: "",
    seed: 1,
    now: NOW,
    newId: () => newUlid(NOW),
  });
  await addDataset(store);
}

/** A dataset of twelve rows, one attempt left out. */
async function addDataset(store: TraceStore): Promise<void> {
  const planted = Array.from({ length: 12 }, (_, at) => ({
    id: `row-${at}`,
    repository: "shop",
    path: `src/m${at}.py`,
    ...unusedImport(at),
  }));
  const exported = await exportPlanted([
    ...planted,
    { id: "bad", repository: "shop", path: "src/bad.py", ...unusedImport(40), labels: [{ value: "bad" }] },
  ]);
  const facts = { dataset: "repairs", toolVersion: "0.1.0", heldOut: 0, filters: {}, warnings: [] };
  const { manifestText, refusals, contentHash, manifest } = datasetFolder(exported, REQUEST, facts);
  await store.datasets.add({
    dataset: "repairs",
    format: REQUEST.format,
    manifest: manifestText,
    refusals,
    contentHash,
    filters: "{}",
    tokens: manifest.tokens.total,
    items: exported.rows.map(({ row, split, group }) => ({
      itemId: row.id,
      split,
      attemptId: row.provenance.attemptId,
      labelId: row.provenance.labelId,
      group,
      dupGroup: row.provenance.dupGroup,
      tokens: row.tokens,
      input: row.prompt,
      output: row.answer,
    })),
  });
}
