import type { Hono } from "hono";
import type { ClusterRun } from "../../domain/cluster.ts";
import { PatchProError } from "../../domain/errors.ts";
import { ulidMaker } from "../../domain/ulid.ts";
import { rowsOf } from "../../eval/clusters/people.ts";
import { clusterStore } from "../../eval/clusters/run.ts";
import { answer, readBody, readQuery, refuse } from "../answer.ts";
import { type ClustersAnswer, clustersQuery, findBody, wordBody } from "../cluster-api.ts";
import { readSearch } from "../search.ts";
import type { ServerTools } from "../tools.ts";

const SEED = 1;

/** Failures in groups of one cause, and what people say of them. Grouping here needs no model and no network. */
export function addClusters(app: Hono, { store: { clusters }, clock }: ServerTools): void {
  const newUlid = ulidMaker();
  const newId = (): string => newUlid(clock.now());
  const find = (typed: string, since: number | undefined, seed: number): Promise<ClusterRun> => {
    const now = clock.now();
    const { query, problems } = readSearch(typed, now);
    const [problem] = problems;
    if (problem) throw new PatchProError("input", problem.message, "Write the query as in the search of the traces.");
    return clusterStore({
      store: clusters,
      query,
      typed,
      ...(since !== undefined && { since }),
      seed,
      now,
      newId,
    });
  };
  const withRuns = async (run: ClusterRun | undefined): Promise<ClustersAnswer> => ({
    run,
    runs: await clusters.runs(),
  });

  app.get("/api/clusters", async (c) => {
    const { run } = readQuery(c, clustersQuery);
    const found = await clusters.find(run);
    if (!found && run !== "latest")
      return refuse(c, 404, "not-found", "There is no such run of the clustering.", "Choose one of the list.");
    return answer(c, await withRuns(found));
  });

  app.post("/api/clusters", async (c) => {
    const { q, since } = await readBody(c, findBody);
    return answer(c, await withRuns(await find(q, since, SEED)));
  });

  app.post("/api/clusters/word", async (c) => {
    const { by, word } = await readBody(c, wordBody);
    const latest = await clusters.find("latest");
    if (!latest) throw new PatchProError("input", "There are no clusters yet.", "Group the failures first.");
    await clusters.addModes(rowsOf(word, latest, await clusters.modes(), { by, now: clock.now(), newId }));
    return answer(c, await withRuns(await find(latest.scope.query, latest.scope.since, latest.method.seed)));
  });
}
