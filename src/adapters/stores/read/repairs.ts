import { sql } from "kysely";
import { z } from "zod";
import { ATTEMPT_OUTCOMES } from "../../../domain/attempt.ts";
import { LABEL_VALUES } from "../../../domain/label.ts";
import type { TraceQuery } from "../../../domain/trace-query.ts";
import type { Page, PageRequest, RepairRow } from "../../../ports/store.ts";
import type { Engine } from "../engine.ts";
import { conditionOf } from "./conditions.ts";
import { readCursor, writeCursor } from "./cursor.ts";
import { behind, orderBy, orderOf, sortValue } from "./order.ts";
import { pageSize } from "./page-size.ts";
import { areCommon } from "./text-match.ts";
import { allOf } from "./values.ts";

interface ListedRepair {
  id: string;
  run_id: string;
  started_at: number;
  status: string | null;
  stop_reason: string | null;
  strategy: string;
  source: string;
  path: string;
  rule_id: string;
  findings: number;
  prompt_tokens: number;
  completion_tokens: number;
  cost_micro_usd: number;
  unpriced: number;
  latency_ms: number;
  sort_value: number;
}

export const shownOutcome = z.enum([...ATTEMPT_OUTCOMES, "interrupted"]);
const labelValue = z.enum(LABEL_VALUES);

/** One page of repairs. Texts are not touched: three small queries beside the list. */
export async function listRepairs(engine: Engine, query: TraceQuery, page: PageRequest): Promise<Page<RepairRow>> {
  const sort = page.sort ?? "newest";
  const order = orderOf("repair", sort);
  const cursor = page.after === undefined ? undefined : readCursor("repairs", query, sort, page.after);
  const where = allOf([
    conditionOf(query, "repair", engine.dialect, { walk: await areCommon(engine, query) }),
    ...(cursor ? [behind("repair", order, cursor)] : []),
  ]);
  const size = pageSize(page.size);
  const { rows } =
    await sql<ListedRepair>`select r.id, r.run_id, r.started_at, r.status, r.stop_reason, r.strategy, r.source, r.path, r.rule_id,
      r.findings, r.prompt_tokens, r.completion_tokens, r.cost_micro_usd, r.unpriced, r.latency_ms, ${sortValue("repair", order)} as sort_value
    from repair r where ${where} order by ${orderBy("repair", order)} limit ${size + 1}`.execute(engine.reads);
  const listed = rows.slice(0, size);
  const last = rows.length > size ? listed.at(-1) : undefined;
  return {
    items: await withParts(engine, listed),
    next: last && writeCursor("repairs", query, sort, { value: last.sort_value, id: last.id }),
  };
}

async function withParts(engine: Engine, listed: readonly ListedRepair[]): Promise<RepairRow[]> {
  const ids = listed.map((row) => row.id);
  if (ids.length === 0) return [];
  const [attempts, findings, labels] = await Promise.all([
    attemptsOf(engine, ids),
    firstFindingsOf(engine, ids),
    labelsOf(engine, ids),
  ]);
  return listed.map((row) => {
    const own = attempts.filter((attempt) => attempt.repair_id === row.id);
    const finding = findings.find((each) => each.repair_id === row.id);
    return {
      id: row.id,
      runId: row.run_id,
      startedAt: row.started_at,
      status: row.status ?? undefined,
      stopReason: row.stop_reason ?? undefined,
      strategy: row.strategy,
      source: row.source,
      path: row.path,
      ruleId: row.rule_id,
      startLine: finding?.start_line ?? 1,
      message: finding?.message ?? "",
      findings: row.findings,
      attempts: own.map((attempt) => ({
        id: attempt.id,
        number: attempt.number,
        outcome: shownOutcome.optional().parse(attempt.outcome ?? undefined),
        code: attempt.code ?? undefined,
      })),
      models: [...new Set(own.map((attempt) => attempt.model))],
      promptTokens: row.prompt_tokens,
      completionTokens: row.completion_tokens,
      costMicroUsd: row.cost_micro_usd,
      unpriced: row.unpriced,
      latencyMs: row.latency_ms,
      labels: labels
        .filter((label) => label.repair_id === row.id)
        .map((label) => ({ attemptId: label.attempt_id, value: labelValue.parse(label.value), rater: label.rater })),
    };
  });
}

function attemptsOf(engine: Engine, ids: readonly string[]) {
  return engine.reads
    .selectFrom("attempt")
    .select(["id", "repair_id", "number", "outcome", "code", "model"])
    .where("repair_id", "in", ids)
    .orderBy("repair_id")
    .orderBy("number")
    .execute();
}

function firstFindingsOf(engine: Engine, ids: readonly string[]) {
  return engine.reads
    .selectFrom("repair_finding")
    .select(["repair_id", "start_line", "message"])
    .where("repair_id", "in", ids)
    .where("ord", "=", 0)
    .execute();
}

function labelsOf(engine: Engine, ids: readonly string[]) {
  return engine.reads
    .selectFrom("label_current")
    .innerJoin("attempt", "attempt.id", "label_current.attempt_id")
    .select(["attempt.repair_id", "label_current.attempt_id", "label_current.value", "label_current.rater"])
    .where("attempt.repair_id", "in", ids)
    .orderBy("label_current.id")
    .execute();
}
