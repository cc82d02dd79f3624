import { sql } from "kysely";
import type { EvalResult, EvalRun, EvalRunRow } from "../../../domain/eval.ts";
import type { EvalRuns } from "../../../ports/eval-runs.ts";
import type { Engine } from "../engine.ts";
import { evalResultOf, evalResultRow, evalRunOf, evalRunRow } from "./rows.ts";

const MOST_LISTED = 500;
const SHORTEST_ID = 4;

/** Eval runs in one database. `guard` runs each piece of work and words its failures. */
export function evalRunsOf(engine: Engine, guard: <T>(work: () => Promise<T>) => Promise<T>): EvalRuns {
  return {
    add: (run, results) => guard(() => add(engine, run, results)),
    list: (filter = {}) => guard(() => list(engine, filter)),
    find: (id, suite) => guard(() => find(engine, id, suite)),
    results: (runId) => guard(() => resultsOf(engine, runId)),
  };
}

async function add(engine: Engine, run: EvalRun, results: readonly EvalResult[]): Promise<void> {
  await engine.write({
    inserts: [
      { table: "test_runs", row: evalRunRow(run, results) },
      ...results.map((result) => ({ table: "test_results", row: evalResultRow(run.id, result) })),
    ],
    statements: [],
  });
}

function newest(engine: Engine, suite: string | undefined) {
  const runs = engine.reads.selectFrom("test_runs").selectAll().orderBy("timestamp", "desc").orderBy("id", "desc");
  return suite === undefined ? runs : runs.where("suite", "=", suite);
}

async function list(
  engine: Engine,
  { suite, limit }: { readonly suite?: string; readonly limit?: number },
): Promise<EvalRunRow[]> {
  const most = Math.min(MOST_LISTED, Math.max(1, limit ?? MOST_LISTED));
  return (await newest(engine, suite).limit(most).execute()).map(evalRunOf);
}

async function find(engine: Engine, id: string, suite: string | undefined): Promise<EvalRunRow | undefined> {
  const latest = /^latest(?:~(\d{1,4}))?$/.exec(id);
  if (latest) {
    const row = await newest(engine, suite)
      .limit(1)
      .offset(Number(latest[1] ?? 0))
      .executeTakeFirst();
    return row && evalRunOf(row);
  }
  if (id.length < SHORTEST_ID) return undefined;
  const begins = await newest(engine, suite)
    .where(sql<string>`substr(id, 1, ${id.length})`, "=", id)
    .limit(2)
    .execute();
  const exact = begins.find((row) => row.id === id);
  const row = exact ?? (begins.length === 1 ? begins[0] : undefined);
  return row && evalRunOf(row);
}

/** In bytes' order of case, variant and repetition, whatever the database's language. */
async function resultsOf(engine: Engine, runId: string): Promise<EvalResult[]> {
  const bytes = engine.dialect === "postgres" ? sql.raw(` collate "C"`) : sql.raw("");
  const rows = await engine.reads
    .selectFrom("test_results")
    .selectAll()
    .where("run_id", "=", runId)
    .orderBy(sql`case_id${bytes}`)
    .orderBy(sql`variant${bytes}`)
    .orderBy("repetition")
    .execute();
  return rows.map(evalResultOf);
}
