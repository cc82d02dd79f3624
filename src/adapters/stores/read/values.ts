import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Comparison } from "../../../domain/trace-query.ts";

export type Condition = RawBuilder<SqlBool>;

/** Whether a column has one of the values; `*` in a value stands for anything. */
export function isAny(column: string, values: readonly string[]): Condition {
  const exact = values.filter((value) => !value.includes("*"));
  const patterns = values.filter((value) => value.includes("*"));
  const ref = sql.ref(column);
  return anyOf([
    ...(exact.length === 0
      ? []
      : [exact.length === 1 ? sql<SqlBool>`${ref} = ${exact[0]}` : sql<SqlBool>`${ref} in (${sql.join(exact)})`]),
    ...patterns.map((pattern) => likeIgnoringCase(column, likePattern(pattern))),
  ]);
}

/** Whether a column contains one of the texts, capitals or not; `*` stands for anything. */
export function containsAny(column: string, values: readonly string[]): Condition {
  return anyOf(values.map((value) => likeIgnoringCase(column, `%${likePattern(value)}%`)));
}

export function compares(column: RawBuilder<unknown>, comparison: Comparison, value: number): Condition {
  return sql<SqlBool>`${column} ${sql.raw(comparison)} ${value}`;
}

export function allOf(conditions: readonly Condition[]): Condition {
  return conditions.length === 0 ? sql<SqlBool>`1 = 1` : sql<SqlBool>`${sql.join(conditions, sql` and `)}`;
}

export function anyOf(conditions: readonly Condition[]): Condition {
  return conditions.length === 0 ? sql<SqlBool>`1 = 0` : sql<SqlBool>`(${sql.join(conditions, sql` or `)})`;
}

/** A row for which the condition is unknown (an empty column) does not fulfil it, so it fulfils the negated one. */
export function negate(condition: Condition): Condition {
  return sql<SqlBool>`not coalesce((${condition}), 1 = 0)`;
}

function likeIgnoringCase(column: string, pattern: string): Condition {
  return sql<SqlBool>`lower(${sql.ref(column)}) like ${pattern.toLowerCase()} escape '!'`;
}

function likePattern(text: string): string {
  return text.replace(/[!%_]/g, "!$&").replaceAll("*", "%");
}
