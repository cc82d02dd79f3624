import type { ClusterRun, ClusterSpans, FailedAttempt } from "../../domain/cluster.ts";
import type { TraceQuery } from "../../domain/trace-query.ts";
import type { Clusters } from "../../ports/clusters.ts";
import type { Embedder } from "../../ports/embedder.ts";
import { type ClusteredFailures, clusterFailures } from "./cluster.ts";

/** Names the clusters of a run otherwise than by their terms. */
export type Namer = (found: ClusteredFailures, failures: readonly FailedAttempt[]) => Promise<ClusterRun>;

export interface ClusterOrder {
  readonly store: Clusters;
  readonly query: TraceQuery;
  /** The query as typed. */
  readonly typed: string;
  /** Milliseconds since the epoch; everything if missing. */
  readonly since?: number;
  readonly seed: number;
  readonly now: number;
  readonly newId: () => string;
  readonly embedder?: Embedder;
  readonly namer?: Namer;
  readonly signal?: AbortSignal;
}

/** Groups the failures of a store, keeps what was found, and gives it. Rejects with `PatchProError("store")`. */
export async function clusterStore(order: ClusterOrder): Promise<ClusterRun> {
  const { store, query, typed, since, now } = order;
  // what goes on while this looks is left to the next run; a moment is kept, as trends end where failures do
  const until = now + 1;
  const from = since === undefined ? undefined : Math.max(0, since - (until - since));
  const failures = await store.failures(query, { ...(from !== undefined && { since: from }), until });
  const spans = await spansOf(order, failures, from, until);
  const found = await clusterFailures({
    ...order,
    failures,
    scope: { query: typed, ...(since !== undefined && { since }), until },
    ...(spans && { spans }),
    known: await store.known(),
    modes: await store.modes(),
  });
  const run = order.namer ? await order.namer(found, failures) : found.run;
  await store.add(run, found.members);
  return run;
}

/** With a beginning: that span and the equally long one before. Without: the two halves of what was recorded. */
async function spansOf(
  { store, query, since }: ClusterOrder,
  failures: readonly FailedAttempt[],
  from: number | undefined,
  until: number,
): Promise<ClusterSpans | undefined> {
  const times = failures.map(({ at }) => at);
  const first = from ?? times.reduce((least, at) => Math.min(least, at), Number.POSITIVE_INFINITY);
  const to = from === undefined ? 1 + times.reduce((most, at) => Math.max(most, at), 0) : until;
  if (!(to > first)) return undefined;
  const middle = since ?? Math.floor((first + to) / 2);
  const [endedBefore, endedNow] = await Promise.all([
    store.endedRepairs(query, { since: first, until: middle }),
    store.endedRepairs(query, { since: middle, until: to }),
  ]);
  return { from: first, middle, to, endedBefore, endedNow };
}
