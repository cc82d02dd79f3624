import type { Statement, Value } from "../engine.ts";
import { specOf, type TableName } from "../schema/tables.ts";

/** The column that says how a run, a repair or an attempt ended. */
const ENDING: Partial<Record<TableName, string>> = { run: "status", repair: "status", attempt: "outcome" };

/**
 * Inserts a row, or replaces a less complete one: ended before interrupted before open, then the later end, then the
 * larger by its columns, so that every order of merging comes to the same row.
 */
export function rankedUpsert(table: TableName, row: Readonly<Record<string, Value>>): Statement {
  const spec = specOf(table);
  const columns = Object.keys(row);
  const names = columns.map((column) => `"${column}"`).join(", ");
  const changed = columns.filter((column) => !spec.key.includes(column) && !(spec.derived ?? []).includes(column));
  const sets = changed.map((column) => `"${column}" = excluded."${column}"`).join(", ");
  const rank = (of: string) => {
    const ending = `${of}."${ENDING[table] ?? "status"}"`;
    const finished = `case when ${ending} is null then 0 when ${ending} = 'interrupted' then 1 else 2 end`;
    return `(${finished}, coalesce(${of}.ended_at, 0), coalesce(${ending}, ''), ${of}.started_at)`;
  };
  return {
    sql: `insert into "${table}" (${names}) values (${columns.map(() => "?").join(", ")})
      on conflict (${spec.key.join(", ")}) do update set ${sets} where ${rank("excluded")} > ${rank(`"${table}"`)}`,
    values: columns.map((column) => row[column] ?? null),
  };
}
