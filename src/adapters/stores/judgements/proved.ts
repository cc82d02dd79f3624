import { type SqlBool, sql } from "kysely";
import type { JudgedAttempt } from "../../../domain/judge.ts";
import type { TraceQuery } from "../../../domain/trace-query.ts";
import type { Engine } from "../engine.ts";
import { given } from "../given.ts";
import { conditionOf } from "../read/conditions.ts";
import { oneRepair } from "../read/one-repair.ts";

const AT_ONCE = 500;
/** The file as it stands in a repair prompt, between tags with the prompt's own mark. */
const SHOWN_FILE = /<file-([0-9a-f]{10})>\n([\s\S]*?)\n<\/file-\1>/;

/**
 * Attempts (`a`) that everything but a judge was content with: what a judge refused belongs to those that judges are
 * measured on, or they would be measured on what they let through only.
 */
export const IS_PROVED = sql<SqlBool>`(a.patch_sha is not null and (a.outcome = 'accepted' or a.failed_check = 'judged')
  and exists (select 1 from check_result c where c.attempt_id = a.id and c.name = 'cleared' and c.status = 'pass')
  and not exists (select 1 from check_result c where c.attempt_id = a.id and c.name <> 'judged' and c.status = 'fail'))`;

/** Ids of proved attempts under a query, in order of their ids. */
export async function* provedAttempts(engine: Engine, query: TraceQuery): AsyncGenerator<string> {
  for (let last: string | undefined; ; ) {
    const after = last === undefined ? sql`` : sql`and a.id > ${last}`;
    const { rows } = await sql<{ id: string }>`select a.id from attempt a join repair r on r.id = a.repair_id
      where ${conditionOf(query, "attempt", engine.dialect)} and ${IS_PROVED} ${after} order by a.id limit ${AT_ONCE}`.execute(
      engine.reads,
    );
    for (const row of rows) yield row.id;
    if (rows.length < AT_ONCE) return;
    last = rows.at(-1)?.id;
  }
}

/** What a judge is shown of an attempt; undefined if it is not a proved one. */
export async function judgedAttempt(engine: Engine, id: string): Promise<JudgedAttempt | undefined> {
  const { rows } = await sql<{ repair_id: string }>`select a.repair_id from attempt a
    where a.id = ${id} and ${IS_PROVED}`.execute(engine.reads);
  const trace = rows[0] && (await oneRepair(engine, rows[0].repair_id));
  const attempt = trace?.attempts.find((each) => each.id === id);
  if (!trace || attempt?.patch === undefined) return undefined;
  return {
    id,
    repairId: trace.repair.id,
    model: attempt.model,
    findings: trace.repair.findings,
    patch: attempt.patch,
    ...given("code", SHOWN_FILE.exec(attempt.prompt)?.[2]),
    checks: attempt.checks.filter(({ name }) => name !== "judged"),
  };
}
