import type { RunProgress } from "../../../domain/trace.ts";
import type { Engine } from "../engine.ts";

/** How far a living run is; undefined if it ended or told nothing yet. */
export async function progressOf(
  engine: Engine,
  runId: string,
): Promise<(RunProgress & { readonly since: number }) | undefined> {
  const row = await engine.reads
    .selectFrom("run_progress")
    .innerJoin("run", "run.id", "run_progress.run_id")
    .select(["done", "total", "told_at"])
    .where("run_id", "=", runId)
    .where("run.status", "is", null)
    .executeTakeFirst();
  return row && { done: row.done, total: row.total, since: row.told_at };
}
