import { type RawBuilder, sql } from "kysely";
import { FACETS, type TraceQuery } from "../../../domain/trace-query.ts";
import type { FacetCount, FacetKey, Facets } from "../../../ports/store.ts";
import type { Engine } from "../engine.ts";
import { conditionOf } from "./conditions.ts";

const MOST_VALUES = 30;

interface Counted {
  facet: string;
  value: string;
  n: number;
}

/** Counts of repairs by each facet, in one pass over the repairs that the query finds. */
export async function facets(engine: Engine, query: TraceQuery): Promise<Facets> {
  const all = query.terms.length === 0;
  const found = all
    ? sql``
    : sql`with found as materialized (select r.id, r.status, r.strategy, r.file_type from repair r where ${conditionOf(query, "repair", engine.dialect)}) `;
  const parts = FACETS.map((facet) => counts(facet, all));
  const total = sql`select 'total' as facet, '' as value, count(*) as n from ${repairs(all)}`;
  const { rows } = await sql<Counted>`${found}${sql.join([total, ...parts], sql` union all `)}`.execute(engine.reads);
  return {
    total: rows.find((row) => row.facet === "total")?.n ?? 0,
    facets: {
      outcome: valuesOf(rows, "outcome"),
      rule: valuesOf(rows, "rule"),
      model: valuesOf(rows, "model"),
      strategy: valuesOf(rows, "strategy"),
      code: valuesOf(rows, "code"),
      type: valuesOf(rows, "type"),
      template: valuesOf(rows, "template"),
      label: valuesOf(rows, "label"),
    },
  };
}

function repairs(all: boolean): RawBuilder<unknown> {
  return all ? sql`repair r` : sql`found r`;
}

function counts(facet: FacetKey, all: boolean): RawBuilder<unknown> {
  const name = sql.lit(facet);
  const ofRepairs = (value: RawBuilder<unknown>) =>
    sql`select ${name} as facet, ${value} as value, count(*) as n from ${repairs(all)} group by ${value}`;
  const ofParts = (value: RawBuilder<unknown>, from: RawBuilder<unknown>, where: RawBuilder<unknown> = sql`1 = 1`) =>
    sql`select ${name} as facet, ${value} as value, count(distinct p.repair_id) as n from ${from} where ${where}${all ? sql`` : sql` and p.repair_id in (select id from found)`} group by ${value}`;
  switch (facet) {
    case "outcome":
      return ofRepairs(sql`coalesce(r.status, 'open')`);
    case "strategy":
      return ofRepairs(sql`r.strategy`);
    case "type":
      return ofRepairs(sql`r.file_type`);
    case "rule":
      return ofParts(sql`p.rule_id`, sql`repair_finding p`);
    case "model":
      return ofParts(sql`p.model`, sql`attempt p`);
    case "code":
      return ofParts(sql`p.code`, sql`attempt p`, sql`p.code is not null`);
    case "template":
      return ofParts(sql`p.prompt_name || '@' || p.prompt_version`, sql`attempt p`);
    case "label":
      return ofParts(sql`l.value`, sql`label_current l join attempt p on p.id = l.attempt_id`);
  }
}

function valuesOf(rows: readonly Counted[], facet: FacetKey): FacetCount[] {
  return rows
    .filter((row) => row.facet === facet && row.value !== "")
    .map(({ value, n }) => ({ value, count: n }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, MOST_VALUES);
}
