import type { Clusters } from "../../../ports/clusters.ts";
import type { Engine } from "../engine.ts";
import type { BatchMaker } from "../write/batch.ts";
import { endedRepairs, failuresOf } from "./failures.ts";
import { addModes, currentModes } from "./modes.ts";
import { addRun, findRun, knownClusters, listRuns, membersOf } from "./runs.ts";

/** Clusters in one database. `guard` runs each piece of work and words its failures. */
export function clustersOf(
  engine: Engine,
  batches: BatchMaker,
  guard: <T>(work: () => Promise<T>) => Promise<T>,
): Clusters {
  return {
    failures: (query, range) => guard(() => failuresOf(engine, query, range)),
    endedRepairs: (query, range) => guard(() => endedRepairs(engine, query, range)),
    add: (run, members) => guard(() => addRun(engine, batches, run, members)),
    find: (id) => guard(() => findRun(engine, id)),
    runs: () => guard(() => listRuns(engine)),
    members: (clusterId) => guard(() => membersOf(engine, clusterId)),
    known: () => guard(() => knownClusters(engine)),
    modes: () => guard(() => currentModes(engine)),
    addModes: (modes) => guard(() => addModes(engine, batches, modes)),
  };
}
