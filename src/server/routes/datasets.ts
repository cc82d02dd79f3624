import type { Context, Hono } from "hono";
import { answer, readQuery, refuse } from "../answer.ts";
import { type DatasetAnswer, type DatasetItemsAnswer, type DatasetsAnswer, itemsQuery } from "../dataset-api.ts";
import { datasetAnswer, shownItems } from "../datasets.ts";
import type { ServerTools } from "../tools.ts";

/** Datasets that were exported: what is in them, what was left out, and where each row comes from. */
export function addDatasets(app: Hono, { store }: ServerTools): void {
  app.get("/api/datasets", async (c) => answer(c, { datasets: await store.datasets.list() } satisfies DatasetsAnswer));

  app.get("/api/datasets/:id", async (c) => {
    const dataset = await store.datasets.find(c.req.param("id"));
    const found = dataset && (await datasetAnswer(store, dataset));
    return found ? answer(c, found satisfies DatasetAnswer) : notFound(c);
  });

  app.get("/api/datasets/:id/items", async (c) => {
    const page = readQuery(c, itemsQuery);
    const dataset = await store.datasets.find(c.req.param("id"));
    if (!dataset) return notFound(c);
    return answer(c, { items: await shownItems(store, dataset.id, page) } satisfies DatasetItemsAnswer);
  });
}

function notFound(c: Context): Response {
  return refuse(c, 404, "not-found", "There is no such dataset.", "Load the page again.");
}
