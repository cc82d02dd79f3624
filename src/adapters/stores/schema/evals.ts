import type { ColumnType, Dialect, TableSpec } from "./columns.ts";
import { addColumn } from "./columns.ts";
import { JUDGED_TABLES } from "./judged.ts";

/** What migration 2 adds to the tables of eval runs. New columns may be empty: rows of before have none. */
const ADDED = {
  test_runs: {
    tier: "text?",
    tool_version: "text?",
    prompts_json: "text?",
    models_json: "text?",
    strategy: "text?",
    seed: "int?",
    wall_ms: "int?",
    note: "text?",
    counts_json: "text?",
    rate_low: "real?",
    rate_high: "real?",
  },
  test_results: {
    status: "text?",
    check_name: "text?",
    attempts: "int?",
    rule_id: "text?",
    family: "text?",
    language: "text?",
    strategy: "text?",
    source: "text?",
    recipe: "text?",
  },
} as const satisfies Record<string, Readonly<Record<string, ColumnType>>>;

/** The tables of eval runs as they are since migration 2. */
export const EVAL_TABLES = {
  test_runs: {
    ...JUDGED_TABLES.test_runs,
    columns: { ...JUDGED_TABLES.test_runs.columns, ...ADDED.test_runs },
  },
  test_results: {
    ...JUDGED_TABLES.test_results,
    columns: { ...JUDGED_TABLES.test_results.columns, ...ADDED.test_results },
  },
} as const satisfies Record<string, TableSpec>;

/** The statements of migration 2. */
export function evalColumns(dialect: Dialect): readonly string[] {
  const columns = Object.entries(ADDED).flatMap(([table, added]) =>
    Object.entries(added).map(([column, type]) => addColumn(table, column, type, dialect)),
  );
  return [
    ...columns,
    "create index test_runs_newest on test_runs (timestamp, id)",
    "create index test_runs_of_suite on test_runs (suite, timestamp, id)",
  ];
}
