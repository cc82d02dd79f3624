import { sql } from "kysely";
import type { TraceQuery } from "../../../domain/trace-query.ts";
import type { AttemptRow, Page, PageRequest } from "../../../ports/store.ts";
import type { Engine } from "../engine.ts";
import { conditionOf } from "./conditions.ts";
import { readCursor, writeCursor } from "./cursor.ts";
import { behind, orderBy, orderOf, sortValue } from "./order.ts";
import { pageSize } from "./page-size.ts";
import { shownOutcome } from "./repairs.ts";
import { areCommon } from "./text-match.ts";
import { allOf } from "./values.ts";

interface ListedAttempt {
  id: string;
  repair_id: string;
  run_id: string;
  number: number;
  started_at: number;
  outcome: string | null;
  failed_check: string | null;
  code: string | null;
  reason: string | null;
  signature: string | null;
  path: string;
  rule_id: string;
  model: string;
  strategy: string;
  prompt_name: string;
  prompt_version: number;
  prompt_tokens: number | null;
  completion_tokens: number | null;
  cost_micro_usd: number | null;
  latency_ms: number | null;
  sort_value: number;
}

/** One page of attempts. */
export async function listAttempts(engine: Engine, query: TraceQuery, page: PageRequest): Promise<Page<AttemptRow>> {
  const sort = page.sort ?? "newest";
  const order = orderOf("attempt", sort);
  const cursor = page.after === undefined ? undefined : readCursor("attempts", query, sort, page.after);
  const where = allOf([
    conditionOf(query, "attempt", engine.dialect, { walk: await areCommon(engine, query) }),
    ...(cursor ? [behind("attempt", order, cursor)] : []),
  ]);
  const size = pageSize(page.size);
  const { rows } =
    await sql<ListedAttempt>`select a.id, a.repair_id, a.run_id, a.number, a.started_at, a.outcome, a.failed_check, a.code, a.reason,
      a.signature, r.path, r.rule_id, a.model, r.strategy, a.prompt_name, a.prompt_version, a.prompt_tokens, a.completion_tokens,
      a.cost_micro_usd, a.latency_ms, ${sortValue("attempt", order)} as sort_value
    from attempt a join repair r on r.id = a.repair_id where ${where} order by ${orderBy("attempt", order)} limit ${size + 1}`.execute(
      engine.reads,
    );
  const listed = rows.slice(0, size);
  const last = rows.length > size ? listed.at(-1) : undefined;
  return {
    items: listed.map(toRow),
    next: last && writeCursor("attempts", query, sort, { value: last.sort_value, id: last.id }),
  };
}

function toRow(row: ListedAttempt): AttemptRow {
  return {
    id: row.id,
    repairId: row.repair_id,
    runId: row.run_id,
    number: row.number,
    startedAt: row.started_at,
    outcome: shownOutcome.optional().parse(row.outcome ?? undefined),
    failedCheck: row.failed_check ?? undefined,
    code: row.code ?? undefined,
    reason: row.reason ?? undefined,
    signature: row.signature ?? undefined,
    path: row.path,
    ruleId: row.rule_id,
    model: row.model,
    strategy: row.strategy,
    template: `${row.prompt_name}@${row.prompt_version}`,
    promptTokens: row.prompt_tokens ?? undefined,
    completionTokens: row.completion_tokens ?? undefined,
    costMicroUsd: row.cost_micro_usd ?? undefined,
    latencyMs: row.latency_ms ?? undefined,
  };
}
