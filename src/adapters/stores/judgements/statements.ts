import { type Insert, insertSql, type Statement } from "../engine.ts";
import type { Row, TableName } from "../schema/tables.ts";

/** Rows as statements, texts before the rows that refer to them. What is there already stays as it is. */
export function insertStatements(inserts: readonly Insert[]): Statement[] {
  return inserts.map(({ table, row }) => ({ sql: insertSql(table, Object.keys(row)), values: Object.values(row) }));
}

/** A row of a table, its columns checked by the compiler. */
export function rowFor<Name extends TableName>(table: Name, row: Row<Name>): Insert {
  return { table, row };
}
