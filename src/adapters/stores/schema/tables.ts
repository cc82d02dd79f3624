import type { Generated } from "kysely";
import type { RowOf, TableSpec } from "./columns.ts";
import { DATASET_TABLES } from "./datasets.ts";
import { EVAL_TABLES } from "./evals.ts";
import { JUDGED_TABLES } from "./judged.ts";
import { JUDGE_TABLES } from "./judges.ts";
import { PROGRESS_TABLES } from "./progress.ts";
import { TAXONOMY_TABLES } from "./taxonomy.ts";
import { WORK_TABLES } from "./work.ts";

/** Every table as it is now. */
export const TABLES = {
  ...WORK_TABLES,
  ...JUDGED_TABLES,
  ...EVAL_TABLES,
  ...JUDGE_TABLES,
  ...DATASET_TABLES,
  ...TAXONOMY_TABLES,
  ...PROGRESS_TABLES,
};
export type TableName = keyof typeof TABLES;
export const TABLE_NAMES = Object.keys(TABLES) as readonly TableName[];

type Rows = { [Name in TableName]: RowOf<(typeof TABLES)[Name]> };

/** The tables and views as queries see them. */
export interface Database extends Omit<Rows, "attempt"> {
  attempt: Omit<Rows["attempt"], "seq"> & { seq: Generated<number> };
  label_current: Rows["label"];
}

export type Row<Name extends TableName> = Rows[Name];

/** A table's specification without its literal types. */
export function specOf(name: TableName): TableSpec {
  return TABLES[name];
}

/** The columns that refer to texts in `blob`. */
export function shaColumns(spec: TableSpec): readonly string[] {
  return Object.entries(spec.columns)
    .filter(([, type]) => type.startsWith("sha"))
    .map(([name]) => name);
}
