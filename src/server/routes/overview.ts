import type { Hono } from "hono";
import type { TimeRange } from "../../domain/overview.ts";
import { answer, readQuery } from "../answer.ts";
import { type OverviewAnswer, type PaceAnswer, rangeQuery } from "../api.ts";
import { readSearch } from "../search.ts";
import type { ServerTools } from "../tools.ts";

/** Totals over a span of time, and how fast raters label. */
export function addOverview(app: Hono, { store, clock }: ServerTools): void {
  app.get("/api/overview", async (c) => {
    const { from, to, q } = readQuery(c, rangeQuery);
    const now = clock.now();
    const { query, problems } = readSearch(q, now);
    const [overview, previous] = await Promise.all([
      store.overview(rangeOf(from, to), query),
      from === undefined ? undefined : store.overview(spanBefore(from, to ?? now), query),
    ]);
    return answer(c, { overview, previous, problems } satisfies OverviewAnswer);
  });

  app.get("/api/pace", async (c) => {
    const { from, to } = readQuery(c, rangeQuery);
    return answer(c, { pace: await store.labelPace(rangeOf(from, to)) } satisfies PaceAnswer);
  });
}

function rangeOf(from: number | undefined, to: number | undefined): TimeRange {
  return { ...(from !== undefined && { since: from }), ...(to !== undefined && { until: to }) };
}

/** The span of equal length that ends where this one begins. */
function spanBefore(from: number, to: number): TimeRange {
  return { since: Math.max(0, from - Math.max(0, to - from)), until: from };
}
