import type { Clusters } from "../../ports/clusters.ts";
import type { ClustersAnswer } from "../cluster-api.ts";

/** The newest clusters as a bundle holds them, and the keys of those that an attempt is in. */
export async function bundledClusters(
  store: Clusters,
): Promise<{ readonly answer: ClustersAnswer; readonly keysOf: ReadonlyMap<string, readonly string[]> }> {
  const run = await store.find("latest");
  const keysOf = new Map<string, readonly string[]>();
  for (const { id, key } of run?.clusters ?? [])
    for (const { attemptId } of await store.members(id)) keysOf.set(attemptId, [key]);
  return { answer: { run, runs: [] }, keysOf };
}
