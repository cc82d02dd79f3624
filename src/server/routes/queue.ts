import type { Hono } from "hono";
import { answer, readBody } from "../answer.ts";
import { type QueueAnswer, queueBody, releaseBody } from "../api.ts";
import { readSearch } from "../search.ts";
import type { ServerTools } from "../tools.ts";

/** What a rater is to look at next. */
export function addQueue(app: Hono, { store, clock }: ServerTools): void {
  app.post("/api/queue", async (c) => {
    const { q, ...wish } = await readBody(c, queueBody);
    const { query, problems } = readSearch(q, clock.now());
    const items = await store.labelQueue({ ...wish, ...(query.terms.length > 0 && { query }) });
    return answer(c, { items, problems } satisfies QueueAnswer);
  });

  app.post("/api/queue/release", async (c) => {
    await store.releaseLeases((await readBody(c, releaseBody)).rater);
    return answer(c, {});
  });
}
