import { EVERYTHING, type TraceQuery } from "../domain/trace-query.ts";
import type { RepairRow } from "../ports/store.ts";
import type { LiveEvent, LiveRun } from "./api.ts";
import type { ServerStore } from "./tools.ts";

/** Repairs that can be open at once, and those that ended since the last look, with room. */
const LOOKED_AT = 100;

type Changed = Extract<LiveEvent, { event: "changed" }>["data"];

/**
 * A look at the newest repairs, which gives what is new or differs from the look before; undefined if nothing does. The
 * first look gives those that are worked on.
 */
export function changesIn(store: Pick<ServerStore, "listRepairs" | "overview">): () => Promise<Changed | undefined> {
  let known: ReadonlyMap<string, string> | undefined;
  return async () => {
    const { items } = await store.listRepairs(EVERYTHING, { size: LOOKED_AT, sort: "newest" });
    const now = new Map(items.map((row) => [row.id, JSON.stringify(row)]));
    const before = known;
    known = now;
    const rows = items.filter((row) => (before ? now.get(row.id) !== before.get(row.id) : row.status === undefined));
    if (before && rows.length === 0) return undefined;
    return { rows, run: await runOf(items[0], store) };
  };
}

async function runOf(
  newest: RepairRow | undefined,
  store: Pick<ServerStore, "overview">,
): Promise<LiveRun | undefined> {
  if (!newest) return undefined;
  const query: TraceQuery = { terms: [{ kind: "word", key: "run", values: [newest.runId], negated: false }] };
  const { repairs, accepted, attempts, costMicroUsd } = await store.overview({}, query);
  return { runId: newest.runId, repairs, ended: accepted.n, accepted: accepted.count, attempts, costMicroUsd };
}
