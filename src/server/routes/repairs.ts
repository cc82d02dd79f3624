import type { Hono } from "hono";
import { answer, readQuery, refuse } from "../answer.ts";
import { type FacetsAnswer, facetsQuery, type RepairAnswer, type RepairsAnswer, repairsQuery } from "../api.ts";
import { readPlace, readSearch, writePlace } from "../search.ts";
import type { ServerTools } from "../tools.ts";
import { withLabels } from "../with-labels.ts";

/** Lists of repairs, and one with everything. */
export function addRepairs(app: Hono, { store, clock }: ServerTools): void {
  app.get("/api/repairs", async (c) => {
    const { q, sort, after, size, facets } = readQuery(c, repairsQuery);
    const place = readPlace(after, clock.now());
    const { query, problems } = readSearch(q, place.now);
    const [page, counted] = await Promise.all([
      store.listRepairs(query, { size, sort, ...(place.after !== undefined && { after: place.after }) }),
      facets === "yes" && after === undefined ? store.facets(query) : undefined,
    ]);
    const next = writePlace(place.now, page.next);
    return answer(c, { items: page.items, next, facets: counted, problems } satisfies RepairsAnswer);
  });

  app.get("/api/facets", async (c) => {
    const { query, problems } = readSearch(readQuery(c, facetsQuery).q, clock.now());
    return answer(c, { ...(await store.facets(query)), problems } satisfies FacetsAnswer);
  });

  app.get("/api/repairs/:id", async (c) => {
    const trace = await store.repair(c.req.param("id"));
    if (!trace)
      return refuse(
        c,
        404,
        "not-found",
        "There is no such repair.",
        "It may have been deleted; look for it in the list.",
      );
    return answer(c, (await withLabels(trace, store)) satisfies RepairAnswer);
  });
}
