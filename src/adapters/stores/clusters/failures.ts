import { sql } from "kysely";
import { z } from "zod";
import type { FailedAttempt } from "../../../domain/cluster.ts";
import type { TimeRange } from "../../../domain/overview.ts";
import type { TraceQuery } from "../../../domain/trace-query.ts";
import type { Engine } from "../engine.ts";
import { given } from "../given.ts";
import { conditionOf } from "../read/conditions.ts";
import { checkCode } from "../read/stored-words.ts";

const MOST = 100_000;
/** Statuses of repairs that ended without a patch although one was wanted. */
const FAILED = z.enum(["rejected", "failed", "budget"]);

interface FailureRow {
  id: string;
  repair_id: string;
  started_at: number;
  failed_check: string | null;
  code: string | null;
  reason: string | null;
  rule_id: string;
  rule_family: string | null;
  path: string;
  model: string;
  is_last: number;
  status: string | null;
  attempts: number;
  cost_micro_usd: number;
  unpriced: number;
}

/** Failed attempts, newest first. */
export async function failuresOf(engine: Engine, query: TraceQuery, range: TimeRange): Promise<FailedAttempt[]> {
  const { rows } =
    await sql<FailureRow>`select a.id, a.repair_id, a.started_at, a.failed_check, a.code, a.reason, r.rule_id, r.path, a.model,
      (select f.rule_family from repair_finding f where f.repair_id = r.id order by f.ord limit 1) as rule_family,
      case when exists (select 1 from attempt b where b.repair_id = a.repair_id and b.number > a.number and b.outcome in ('rejected', 'failed'))
        then 0 else 1 end as is_last,
      r.status, r.attempts, r.cost_micro_usd, r.unpriced
    from attempt a join repair r on r.id = a.repair_id
    where a.outcome in ('rejected', 'failed') and a.started_at >= ${range.since ?? 0} and a.started_at < ${range.until ?? Number.MAX_SAFE_INTEGER}
      and ${conditionOf(query, "attempt", engine.dialect)}
    order by a.started_at desc, a.id desc limit ${MOST}`.execute(engine.reads);
  return rows.map((row) => ({
    attemptId: row.id,
    at: row.started_at,
    check: row.failed_check ?? "provider",
    ...given("code", checkCode.safeParse(row.code).data),
    reason: row.reason ?? "",
    ruleId: row.rule_id,
    ruleFamily: row.rule_family ?? row.rule_id,
    path: row.path,
    model: row.model,
    last: row.is_last === 1,
    repair: {
      id: row.repair_id,
      failed: FAILED.safeParse(row.status).success,
      attempts: row.attempts,
      costMicroUsd: row.cost_micro_usd,
      unpriced: row.unpriced,
    },
  }));
}

/** Repairs that ended; those that people dismissed and those that were cut off did not. */
export async function endedRepairs(engine: Engine, query: TraceQuery, range: TimeRange): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from repair r
    where r.status in ('accepted', 'rejected', 'failed', 'budget') and r.started_at >= ${range.since ?? 0}
      and r.started_at < ${range.until ?? Number.MAX_SAFE_INTEGER} and ${conditionOf(query, "repair", engine.dialect)}`.execute(
    engine.reads,
  );
  return Number(rows[0]?.n ?? 0);
}
