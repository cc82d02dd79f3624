import { timeLeft } from "../domain/estimate.ts";
import { EVERYTHING, type TraceQuery } from "../domain/trace-query.ts";
import type { RepairRow } from "../ports/store.ts";
import type { LiveEvent, LiveRun } from "./api.ts";
import type { ServerStore } from "./tools.ts";

/** Repairs that can be open at once, and those that ended since the last look, with room. */
const LOOKED_AT = 100;

type LiveStore = Pick<ServerStore, "listRepairs" | "overview" | "progressOf">;
type Changed = Extract<LiveEvent, { event: "changed" }>["data"];

/**
 * A look at the newest repairs, which gives what is new or differs from the look before; undefined if nothing does. The
 * first look gives those that are worked on.
 */
export function changesIn(store: LiveStore, now: () => number): () => Promise<Changed | undefined> {
  let known: ReadonlyMap<string, string> | undefined;
  return async () => {
    const { items } = await store.listRepairs(EVERYTHING, { size: LOOKED_AT, sort: "newest" });
    const seen = new Map(items.map((row) => [row.id, JSON.stringify(row)]));
    const before = known;
    known = seen;
    const rows = items.filter((row) => (before ? seen.get(row.id) !== before.get(row.id) : row.status === undefined));
    if (before && rows.length === 0) return undefined;
    return { rows, run: await runOf(items, store, now()) };
  };
}

async function runOf(items: readonly RepairRow[], store: LiveStore, now: number): Promise<LiveRun | undefined> {
  const [newest] = items;
  if (!newest) return undefined;
  const query: TraceQuery = { terms: [{ kind: "word", key: "run", values: [newest.runId], negated: false }] };
  const { repairs, accepted, attempts, costMicroUsd, unpriced } = await store.overview({}, query);
  const told = await store.progressOf(newest.runId);
  const left = told && timeLeft(told.done, told.total - told.done, now - told.since);
  return {
    runId: newest.runId,
    repairs,
    ended: accepted.n,
    accepted: accepted.count,
    attempts,
    costMicroUsd,
    unpriced,
    living: told !== undefined || items.some((row) => row.runId === newest.runId && row.status === undefined),
    ...(told && { findings: { done: told.done, total: told.total } }),
    ...(left && { left }),
  };
}
