import { sha256 } from "../../domain/digest.ts";
import type { KnownCluster } from "../../ports/clusters.ts";
import { jaccard } from "./templates.ts";

/** Clusters of two runs with this much of their signatures in common (Jaccard) are one cluster. */
const SAME = 0.5;

/**
 * Keys for the clusters of a run: that of the known cluster with most signatures in common, best match first, each given
 * once; a new one otherwise. `taken`: keys that are given already, by place.
 */
export function keysFor(
  clusters: readonly (readonly string[])[],
  known: readonly KnownCluster[],
  taken: ReadonlyMap<number, string>,
): string[] {
  const keys = new Map(taken);
  const free = new Set([...clusters.keys()].filter((at) => !keys.has(at)));
  const used = new Set(keys.values());
  const sets = clusters.map((signatures) => new Set(signatures));
  const pairs = known
    .filter(({ key }) => !used.has(key))
    .flatMap(({ key, signatures }) => {
      const other = new Set(signatures);
      return [...free].map((at) => ({ at, key, alike: jaccard(sets[at] ?? new Set(), other) }));
    })
    .filter(({ alike }) => alike >= SAME)
    .sort((a, b) => b.alike - a.alike || a.at - b.at || (a.key < b.key ? -1 : 1));
  for (const { at, key } of pairs) {
    if (!free.has(at) || used.has(key)) continue;
    free.delete(at);
    used.add(key);
    keys.set(at, key);
  }
  return clusters.map((signatures, at) => keys.get(at) ?? newKey(signatures, used));
}

/** Made of what the cluster holds, so that two stores that find the same call it the same. */
export function newKey(signatures: readonly string[], used: Set<string>): string {
  const digest = sha256([...signatures].sort().join("\n"));
  for (let length = 8; ; length += 1) {
    const key = `c${digest.slice(0, length)}`;
    if (used.has(key) && length < digest.length) continue;
    used.add(key);
    return key;
  }
}
