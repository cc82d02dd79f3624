import { type RawBuilder, sql } from "kysely";
import type { Overview, OverviewDay, TimeRange } from "../../../domain/overview.ts";
import { wilson } from "../../../domain/statistics.ts";
import { EVERYTHING, type TraceQuery } from "../../../domain/trace-query.ts";
import type { Engine } from "../engine.ts";
import { conditionOf } from "./conditions.ts";
import {
  type AttemptGroup,
  dayName,
  failuresOf,
  isEnded,
  type RepairGroup,
  spendBy,
  sumOf,
} from "./overview-groups.ts";
import { allOf, type Condition, compares } from "./values.ts";

const DAY_MS = 86_400_000;

/**
 * The figures of a span of time, under a query if one is given. Two counts over narrow indexes (repairs and attempts by
 * day and property) carry everything but the latencies.
 */
export async function overview(engine: Engine, range: TimeRange, query: TraceQuery = EVERYTHING): Promise<Overview> {
  const [repairs, attempts, latencyMs] = await Promise.all([
    repairGroups(engine, range, query),
    attemptGroups(engine, range, query),
    latencies(engine, range, query),
  ]);
  const ended = repairs.filter(isEnded);
  const accepted = sumOf(ended, (group) => group.status === "accepted");
  const retries = attempts.filter(
    (group) => group.retry === 1 && group.outcome !== null && group.outcome !== "interrupted",
  );
  const cost = attempts.reduce((sum, group) => sum + group.cost, 0);
  return {
    repairs: sumOf(repairs),
    attempts: sumOf(attempts),
    accepted: wilson(accepted, sumOf(ended)),
    firstTry: wilson(
      sumOf(ended, (group) => group.status === "accepted" && group.single === 1),
      sumOf(ended),
    ),
    retryYield: wilson(
      sumOf(retries, (group) => group.outcome === "accepted"),
      sumOf(retries),
    ),
    costMicroUsd: cost,
    unpriced: attempts.reduce((sum, group) => sum + group.unpriced, 0),
    costPerAcceptedMicroUsd: accepted === 0 ? undefined : Math.round(cost / accepted),
    wastedMicroUsd: repairs.reduce(
      (sum, group) => (group.status === null || group.status === "accepted" ? sum : sum + group.cost),
      0,
    ),
    latencyMs,
    failures: failuresOf(attempts),
    byModel: spendBy(
      attempts,
      (group) => group.model,
      (group) => group.n,
    ),
    byRule: spendBy(
      repairs,
      (group) => group.rule_id,
      (group) => group.attempts,
    ),
    days: daysOf(repairs, attempts),
  };
}

async function repairGroups(engine: Engine, range: TimeRange, query: TraceQuery): Promise<RepairGroup[]> {
  const day = dayOf("r.started_at");
  const single = sql`case when r.attempts = 1 then 1 else 0 end`;
  const { rows } = await sql<RepairGroup>`select ${day} as day, r.status, ${single} as single, r.rule_id, count(*) as n,
      cast(sum(r.attempts) as bigint) as attempts, cast(sum(r.cost_micro_usd) as bigint) as cost, cast(sum(r.unpriced) as bigint) as unpriced
    from repair r where ${within("r.started_at", range)} and ${conditionOf(query, "repair", engine.dialect)}
    group by ${day}, r.status, ${single}, r.rule_id`.execute(engine.reads);
  return rows;
}

async function attemptGroups(engine: Engine, range: TimeRange, query: TraceQuery): Promise<AttemptGroup[]> {
  const day = dayOf("a.started_at");
  const retry = sql`case when a.number > 1 then 1 else 0 end`;
  const { rows } =
    await sql<AttemptGroup>`select ${day} as day, a.model, a.outcome, ${retry} as retry, a.code, count(*) as n,
      cast(coalesce(sum(a.cost_micro_usd), 0) as bigint) as cost,
      sum(case when a.outcome is not null and a.outcome <> 'interrupted' and a.cost_micro_usd is null then 1 else 0 end) as unpriced
    from attempt a where ${within("a.started_at", range)} and ${attemptsUnder(engine, query)}
    group by ${day}, a.model, a.outcome, ${retry}, a.code`.execute(engine.reads);
  return rows;
}

/** Median and 95th percentile by nearest rank, read off an index that is in order already. */
async function latencies(engine: Engine, range: TimeRange, query: TraceQuery): Promise<Overview["latencyMs"]> {
  const from = sql`from attempt a where a.latency_ms is not null and ${within("a.started_at", range)} and ${attemptsUnder(engine, query)}`;
  const counted = await sql<{ n: number }>`select count(*) as n ${from}`.execute(engine.reads);
  const n = counted.rows[0]?.n ?? 0;
  const at = async (share: number): Promise<number | undefined> => {
    const rank = Math.max(0, Math.ceil(share * n) - 1);
    const found = await sql<{
      ms: number;
    }>`select a.latency_ms as ms ${from} order by a.latency_ms limit 1 offset ${rank}`.execute(engine.reads);
    return found.rows[0]?.ms;
  };
  return n === 0 ? { p50: undefined, p95: undefined, n } : { p50: await at(0.5), p95: await at(0.95), n };
}

/** Attempts of the repairs that the query finds: repairs and attempts in one overview are about the same work. */
function attemptsUnder(engine: Engine, query: TraceQuery): RawBuilder<unknown> {
  if (query.terms.length === 0) return sql`1 = 1`;
  return sql`a.repair_id in (select r.id from repair r where ${conditionOf(query, "repair", engine.dialect)})`;
}

function within(column: string, range: TimeRange): Condition {
  return allOf([
    ...(range.since === undefined ? [] : [compares(sql.ref(column), ">=", range.since)]),
    ...(range.until === undefined ? [] : [compares(sql.ref(column), "<", range.until)]),
  ]);
}

function dayOf(column: string): RawBuilder<number> {
  return sql<number>`${sql.ref(column)} / ${sql.lit(DAY_MS)}`;
}

function daysOf(repairs: readonly RepairGroup[], attempts: readonly AttemptGroup[]): OverviewDay[] {
  const days = [...new Set([...repairs.map((group) => group.day), ...attempts.map((group) => group.day)])].sort(
    (a, b) => a - b,
  );
  return days.map((day) => {
    const own = repairs.filter((group) => group.day === day);
    const ended = own.filter(isEnded);
    const asked = attempts.filter((group) => group.day === day);
    return {
      day: dayName(day * DAY_MS),
      repairs: sumOf(own),
      accepted: wilson(
        sumOf(ended, (group) => group.status === "accepted"),
        sumOf(ended),
      ),
      firstTry: wilson(
        sumOf(ended, (group) => group.status === "accepted" && group.single === 1),
        sumOf(ended),
      ),
      attempts: sumOf(asked),
      costMicroUsd: asked.reduce((sum, group) => sum + group.cost, 0),
    };
  });
}
