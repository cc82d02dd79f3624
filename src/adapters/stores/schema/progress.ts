import type { TableSpec } from "./columns.ts";

/** Covers the overview's count by day, status and rule: that of migration 1 did not know which prices are unknown. */
export const OVERVIEW_INDEX: readonly string[] = [
  "drop index repair_overview",
  "create index repair_overview on repair (started_at, status, attempts, rule_id, cost_micro_usd, unpriced)",
];

/** How far living runs are: the table of migration 6. A row goes when its run ends. */
export const PROGRESS_TABLES = {
  run_progress: {
    columns: { run_id: "text", done: "int", total: "int", told_at: "int" },
    key: ["run_id"],
    merge: "never",
  },
} as const satisfies Record<string, TableSpec>;
