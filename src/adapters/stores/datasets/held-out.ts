import { sql } from "kysely";
import type { HeldOutAttempt } from "../../../ports/datasets.ts";
import type { Engine } from "../engine.ts";

type Kept = Pick<HeldOutAttempt, "attemptId" | "heldBy">;

const AT_ONCE = 500;

/**
 * Attempts that something is measured by: drawn for calibration, results of eval runs, rows of datasets that are not for
 * training, and those that are given. One for each attempt and keeper, in order.
 */
export async function heldOutAttempts(engine: Engine, also: readonly Kept[]): Promise<HeldOutAttempt[]> {
  const { rows } = await sql<{ id: string; held_by: string }>`
    select attempt_id as id, 'calibration sample' as held_by from label_draw
    union select attempt_id, 'eval results' from test_results where attempt_id is not null
    union select i.attempt_id, 'dataset ' || v.dataset from dataset_item i
      join dataset_version v on v.id = i.dataset_version_id
      where i.attempt_id is not null and v.purpose <> 'training'`.execute(engine.reads);
  const kept = [...rows.map(({ id, held_by }) => ({ attemptId: id, heldBy: held_by })), ...also];
  const facts = await factsOf(engine, [...new Set(kept.map(({ attemptId }) => attemptId))]);
  const named = new Map(kept.map((one) => [`${one.attemptId} ${one.heldBy}`, one]));
  return [...named]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, one]) => ({ ...one, ...(facts.get(one.attemptId) ?? { findingIds: [], patchHash: undefined }) }));
}

type Facts = Pick<HeldOutAttempt, "findingIds" | "patchHash">;

async function factsOf(engine: Engine, ids: readonly string[]): Promise<Map<string, Facts>> {
  const facts = new Map<string, Facts>();
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const rows = await engine.reads
      .selectFrom("attempt as a")
      .leftJoin("repair_finding as f", "f.repair_id", "a.repair_id")
      .select(["a.id", "a.patch_normal_sha", "f.finding_id"])
      .where("a.id", "in", ids.slice(at, at + AT_ONCE))
      .orderBy("a.id")
      .orderBy("f.ord")
      .execute();
    for (const [id, own] of Map.groupBy(rows, (row) => row.id))
      facts.set(id, {
        findingIds: own.flatMap(({ finding_id }) => finding_id ?? []),
        patchHash: own[0]?.patch_normal_sha ?? undefined,
      });
  }
  return facts;
}
