import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Sort } from "../../../ports/store.ts";
import type { Unit } from "./conditions.ts";
import type { Cursor } from "./cursor.ts";
import type { Condition } from "./values.ts";

interface Order {
  readonly column: string;
  readonly id: string;
  readonly descending: boolean;
}

const COLUMNS: Record<Unit, Record<Sort, string>> = {
  repair: {
    newest: "r.started_at",
    oldest: "r.started_at",
    cost: "r.cost_micro_usd",
    latency: "r.latency_ms",
    attempts: "r.attempts",
  },
  attempt: {
    newest: "a.started_at",
    oldest: "a.started_at",
    cost: "a.cost_micro_usd",
    latency: "a.latency_ms",
    attempts: "a.number",
  },
};

export function orderOf(unit: Unit, sort: Sort): Order {
  return { column: COLUMNS[unit][sort], id: unit === "repair" ? "r.id" : "a.id", descending: sort !== "oldest" };
}

/** What a row is sorted by; rows without a cost or a latency come as if they had none. */
export function sortValue(unit: Unit, order: Order): RawBuilder<number> {
  const ref = sql.ref<number>(order.column);
  const optional = unit === "attempt" && /cost|latency/.test(order.column);
  return optional ? sql<number>`coalesce(${ref}, -1)` : ref;
}

export function orderBy(unit: Unit, order: Order): RawBuilder<unknown> {
  const direction = sql.raw(order.descending ? "desc" : "asc");
  return sql`${sortValue(unit, order)} ${direction}, ${sql.ref(order.id)} ${direction}`;
}

/** The rows behind a cursor. */
export function behind(unit: Unit, order: Order, cursor: Cursor): Condition {
  const sign = sql.raw(order.descending ? "<" : ">");
  return sql<SqlBool>`(${sortValue(unit, order)}, ${sql.ref(order.id)}) ${sign} (${cursor.value}, ${cursor.id})`;
}
