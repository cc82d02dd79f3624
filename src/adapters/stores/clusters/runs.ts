import { sql } from "kysely";
import type { ClusterMember, ClusterRun, FailureCluster } from "../../../domain/cluster.ts";
import type { ClusterRunRow, KnownCluster } from "../../../ports/clusters.ts";
import type { Engine, Insert } from "../engine.ts";
import { given } from "../given.ts";
import { words } from "../read/stored-words.ts";
import { type Texts, textsAt } from "../read/texts.ts";
import type { Row } from "../schema/tables.ts";
import type { BatchMaker } from "../write/batch.ts";
import { type StoredCluster, storedCluster, storedParams, storedScope } from "./stored-run.ts";

const MOST_LISTED = 100;
const RUNS_REMEMBERED = 200;
const SHORTEST_ID = 4;

export async function addRun(
  engine: Engine,
  batches: BatchMaker,
  run: ClusterRun,
  members: readonly ClusterMember[],
): Promise<void> {
  const inserts: Insert[] = [{ table: "cluster_run", row: runRow(run) }];
  for (const cluster of run.clusters)
    inserts.push({ table: "cluster", row: clusterRow(run.id, cluster, batches, inserts) });
  for (const { clusterId, attemptId, distance } of members)
    inserts.push({ table: "cluster_member", row: { cluster_id: clusterId, attempt_id: attemptId, distance } });
  await engine.write({ inserts, statements: [] });
}

function runRow({ id, at, scope, method, attempts, repairs, spans, unclustered, clusters }: ClusterRun): Insert["row"] {
  return {
    id,
    corpus_json: JSON.stringify(scope),
    method: method.name,
    params_json: JSON.stringify({ method, repairs, spans, unclustered }),
    embedder: method.embedder,
    seed: method.seed,
    n: attempts,
    k: clusters.length,
    noise: unclustered.attempts,
    silhouette: method.silhouette ?? null,
    stability_ari: method.stability ?? null,
    at,
  };
}

function clusterRow(runId: string, cluster: FailureCluster, batches: BatchMaker, texts: Insert[]): Insert["row"] {
  const { definition, test, remedy, by, cites } = cluster.name;
  const stored: StoredCluster = {
    ...cluster,
    name: { definition, remedy, by, cites: [...cites], ...given("test", test) },
    codes: [...cluster.codes],
    signatures: [...cluster.signatures],
    examples: [...cluster.examples],
  };
  return {
    id: cluster.id,
    cluster_run_id: runId,
    stable_key: cluster.key,
    name: cluster.name.name,
    // parsed once, so that only what is read again is kept
    summary_sha: batches.text(JSON.stringify(storedCluster.parse(stored)), texts),
    naming_f1: cluster.name.f1 ?? null,
    n_attempts: cluster.attempts,
    n_repairs: cluster.repairs.count,
    wasted_usd_micro: cluster.wastedMicroUsd,
    medoid: cluster.examples[0]?.attemptId ?? null,
    exemplars_json: JSON.stringify(cluster.examples.map(({ attemptId }) => attemptId)),
    keywords: JSON.stringify(cluster.terms),
  };
}

export async function findRun(engine: Engine, id: string): Promise<ClusterRun | undefined> {
  const row = await runRowOf(engine, id);
  if (!row) return undefined;
  const rows = await engine.reads.selectFrom("cluster").selectAll().where("cluster_run_id", "=", row.id).execute();
  const texts = await textsAt(
    engine,
    rows.map((each) => each.summary_sha),
  );
  const { method, spans, unclustered, repairs } = storedParams.parse(JSON.parse(row.params_json));
  return {
    id: row.id,
    at: row.at,
    scope: storedScope.parse(JSON.parse(row.corpus_json)),
    method,
    attempts: row.n,
    repairs,
    spans,
    unclustered,
    clusters: rows.map((each) => clusterOf(each, texts)).sort((a, b) => a.rank - b.rank),
  };
}

function clusterOf(row: Row<"cluster">, texts: Texts): FailureCluster {
  const { name, trend, medianAttempts, ...stored } = storedCluster.parse(JSON.parse(texts.at(row.summary_sha) ?? "{}"));
  return {
    ...stored,
    id: row.id,
    key: row.stable_key,
    name: { ...name, name: row.name, ...given("f1", row.naming_f1) },
    terms: words.parse(JSON.parse(row.keywords)),
    attempts: row.n_attempts,
    wastedMicroUsd: row.wasted_usd_micro,
    trend,
    medianAttempts,
  };
}

async function runRowOf(engine: Engine, id: string): Promise<Row<"cluster_run"> | undefined> {
  const newest = engine.reads.selectFrom("cluster_run").selectAll().orderBy("at", "desc").orderBy("id", "desc");
  const latest = /^latest(?:~(\d{1,4}))?$/.exec(id);
  if (latest)
    return newest
      .limit(1)
      .offset(Number(latest[1] ?? 0))
      .executeTakeFirst();
  if (id.length < SHORTEST_ID) return undefined;
  const begins = await newest.where(sql<string>`substr(id, 1, ${id.length})`, "=", id).limit(2).execute();
  return begins.find((row) => row.id === id) ?? (begins.length === 1 ? begins[0] : undefined);
}

export async function listRuns(engine: Engine): Promise<ClusterRunRow[]> {
  const rows = await engine.reads
    .selectFrom("cluster_run")
    .select(["id", "at", "corpus_json", "n", "k"])
    .orderBy("at", "desc")
    .orderBy("id", "desc")
    .limit(MOST_LISTED)
    .execute();
  return rows.map(({ id, at, corpus_json, n, k }) => ({
    id,
    at,
    query: storedScope.parse(JSON.parse(corpus_json)).query,
    attempts: n,
    clusters: k,
  }));
}

export async function membersOf(engine: Engine, clusterId: string): Promise<ClusterMember[]> {
  const rows = await engine.reads
    .selectFrom("cluster_member")
    .selectAll()
    .where("cluster_id", "=", clusterId)
    .orderBy("distance")
    .orderBy("attempt_id", "desc")
    .execute();
  return rows.map((row) => ({ clusterId: row.cluster_id, attemptId: row.attempt_id, distance: row.distance }));
}

/** Each key as the newest run that gave it knew it. */
export async function knownClusters(engine: Engine): Promise<KnownCluster[]> {
  const rows = await engine.reads
    .selectFrom("cluster as c")
    .innerJoin("cluster_run as n", "n.id", "c.cluster_run_id")
    .select(["c.stable_key", "c.summary_sha"])
    .where("n.id", "in", (from) =>
      from.selectFrom("cluster_run").select("id").orderBy("at", "desc").orderBy("id", "desc").limit(RUNS_REMEMBERED),
    )
    .orderBy("n.at", "desc")
    .orderBy("c.id", "desc")
    .execute();
  const newest = new Map<string, Uint8Array | null>();
  for (const row of rows) if (!newest.has(row.stable_key)) newest.set(row.stable_key, row.summary_sha);
  const texts = await textsAt(engine, [...newest.values()]);
  return [...newest].map(([key, address]) => ({
    key,
    signatures: storedCluster.parse(JSON.parse(texts.at(address) ?? "{}")).signatures,
  }));
}
