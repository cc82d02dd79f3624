import type { ClusterRun, ClusterWord, FailureCluster, FailureMode } from "../../domain/cluster.ts";
import { PatchProError } from "../../domain/errors.ts";
import { newKey } from "./identity.ts";

/** Who says it, and when. */
export interface Speaker {
  readonly by: string;
  readonly now: number;
  readonly newId: () => string;
}

const LONGEST_NAME = 120;

/**
 * A person's word as rows to add. Clusters are named by key, by the beginning of a key, or by rank. Throws
 * `PatchProError("input")` for clusters that there are not, and for words that mean nothing.
 */
export function rowsOf(
  word: ClusterWord,
  run: ClusterRun,
  modes: readonly FailureMode[],
  speaker: Speaker,
): FailureMode[] {
  const row = (cluster: FailureCluster, changed: Partial<FailureMode>): FailureMode => {
    const before = modes.find(({ key }) => key === cluster.key);
    return {
      id: speaker.newId(),
      key: cluster.key,
      name: before?.name ?? cluster.name.name,
      definition: before?.definition ?? "",
      state: before?.state === "fixed" ? "fixed" : "open",
      pinned: before?.pinned ?? false,
      signatures: cluster.signatures,
      by: speaker.by,
      at: speaker.now,
      ...(before && { supersedes: before.id }),
      ...changed,
    };
  };
  switch (word.kind) {
    case "rename":
      return [
        row(clusterOf(run, word.cluster), {
          name: nameOf(word.name),
          ...(word.definition !== undefined && { definition: word.definition.trim() }),
        }),
      ];
    case "fixed":
      return [row(clusterOf(run, word.cluster), { state: "fixed" })];
    case "reopen":
      return [row(clusterOf(run, word.cluster), { state: "open" })];
    case "merge": {
      const clusters = [...new Set(word.clusters.map((each) => clusterOf(run, each)))].sort((a, b) => a.rank - b.rank);
      const [kept, ...others] = clusters;
      if (!kept || others.length === 0) throw refused("A merge needs at least two different clusters.");
      const signatures = [...new Set(clusters.flatMap((each) => each.signatures))].sort();
      return [
        row(kept, {
          pinned: true,
          signatures,
          state: "open",
          ...(word.name !== undefined && { name: nameOf(word.name) }),
        }),
        ...others.map((each) => row(each, { state: "dissolved", into: kept.key })),
      ];
    }
    case "split": {
      const cluster = clusterOf(run, word.cluster);
      const leaving = cluster.signatures.filter((each) => word.signatures.includes(each));
      const staying = cluster.signatures.filter((each) => !leaving.includes(each));
      if (leaving.length === 0 || staying.length === 0)
        throw refused("A split needs some of the cluster's messages, and must leave some.");
      const key = newKey(leaving, new Set(run.clusters.map((each) => each.key)));
      const { supersedes: _, ...fresh } = row(cluster, { key, name: nameOf(word.name), definition: "", state: "open" });
      return [row(cluster, { pinned: true, signatures: staying }), { ...fresh, pinned: true, signatures: leaving }];
    }
  }
}

/** A cluster by key, by the beginning of its key (at least three characters), or by rank. Throws `PatchProError("input")` if there is none. */
export function clusterOf(run: ClusterRun, named: string): FailureCluster {
  const text = named.trim();
  const exact = run.clusters.find(({ key, rank }) => key === text || String(rank) === text);
  const begins = text.length < 3 ? [] : run.clusters.filter(({ key }) => key.startsWith(text));
  const found = exact ?? (begins.length === 1 ? begins[0] : undefined);
  if (!found) throw refused(`There is no cluster ${JSON.stringify(text.slice(0, 80))} in the newest run.`);
  return found;
}

function nameOf(text: string): string {
  const name = text.replace(/\s+/g, " ").trim();
  if (name === "") throw refused("A cluster needs a name.");
  return name.slice(0, LONGEST_NAME);
}

function refused(message: string): PatchProError {
  return new PatchProError("input", message, "`patchpro cluster` lists the clusters with their keys.");
}
