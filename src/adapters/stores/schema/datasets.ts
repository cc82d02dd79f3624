import type { ColumnType, Dialect, TableSpec } from "./columns.ts";
import { addColumn } from "./columns.ts";
import { JUDGED_TABLES } from "./judged.ts";

/** What migration 5 adds to the rows of datasets: their place in the files, and their tokens. */
const ADDED = { ord: "int?", tokens: "int?" } as const satisfies Readonly<Record<string, ColumnType>>;

/** The tables of datasets as they are since migration 5. */
export const DATASET_TABLES = {
  dataset_item: {
    ...JUDGED_TABLES.dataset_item,
    columns: { ...JUDGED_TABLES.dataset_item.columns, ...ADDED },
  },
} as const satisfies Record<string, TableSpec>;

/** The statements of migration 5. */
export function datasetColumns(dialect: Dialect): readonly string[] {
  return [
    ...Object.entries(ADDED).map(([column, type]) => addColumn("dataset_item", column, type, dialect)),
    "create index dataset_item_in_order on dataset_item (dataset_version_id, ord)",
    "create index export_content on export (sha256)",
    "create index export_of_version on export (dataset_version_id)",
  ];
}
