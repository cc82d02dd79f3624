import type { TableSpec } from "./columns.ts";

/** What a person's word on failures is about: a table of migration 3, beside `failure_mode`. */
export const TAXONOMY_TABLES = {
  failure_mode_scope: {
    columns: { mode_id: "text", key: "text", pinned: "int", signatures_sha: "sha" },
    key: ["mode_id"],
    merge: "first",
  },
} as const satisfies Record<string, TableSpec>;

export const TAXONOMY_INDEXES: readonly string[] = [
  "create index cluster_of_run on cluster (cluster_run_id)",
  "create index cluster_newest on cluster_run (at, id)",
  "create index cluster_of_attempt on cluster_member (attempt_id)",
];
