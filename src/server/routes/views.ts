import type { Hono } from "hono";
import { answer, readBody } from "../answer.ts";
import { type DeletedAnswer, type ViewAnswer, type ViewsAnswer, viewBody } from "../api.ts";
import type { ServerTools } from "../tools.ts";

/** Queries that people gave a name. */
export function addViews(app: Hono, { store }: ServerTools): void {
  app.get("/api/views", async (c) => answer(c, { views: await store.savedViews() } satisfies ViewsAnswer));

  app.post("/api/views", async (c) => {
    const { q, sort, ...view } = await readBody(c, viewBody);
    return answer(c, { view: await store.saveView({ ...view, query: q, sort }) } satisfies ViewAnswer);
  });

  app.delete("/api/views/:id", async (c) =>
    answer(c, { deleted: await store.deleteView(c.req.param("id")) } satisfies DeletedAnswer),
  );
}
