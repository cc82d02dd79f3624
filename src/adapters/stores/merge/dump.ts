import { createHash } from "node:crypto";
import { type RawBuilder, sql } from "kysely";
import type { DumpLine } from "../../../ports/store.ts";
import type { Engine } from "../engine.ts";
import { hexOf, type TextAddress, type Texts, textsAt } from "../read/texts.ts";
import { shaColumns, specOf, TABLE_NAMES, type TableName } from "../schema/tables.ts";

const AT_ONCE = 500;
type PlainRow = Record<string, string | number | null | Uint8Array>;

/** Every row that merges, tables and keys in order, with the texts themselves in place of their addresses. */
export async function* dump(engine: Engine): AsyncGenerator<DumpLine> {
  for (const table of mergedTables()) {
    const addresses = shaColumns(specOf(table));
    for await (const rows of pages(engine, table)) {
      const texts = await textsAt(
        engine,
        rows.flatMap((row) => addresses.map((column) => textAddress(row[column]))),
      );
      for (const row of rows) yield { table, row: withTexts(row, addresses, texts) };
    }
  }
}

/** SHA-256 (hex) of all rows that merge; texts count by their addresses. */
export async function fingerprint(engine: Engine): Promise<string> {
  const hash = createHash("sha256");
  for (const table of mergedTables()) {
    for await (const rows of pages(engine, table)) {
      for (const row of rows) hash.update(`${JSON.stringify([table, plainEntries(row)])}\n`);
    }
  }
  return hash.digest("hex");
}

/** Tables whose rows are exchanged between stores. */
export function mergedTables(): readonly TableName[] {
  return TABLE_NAMES.filter((table) => specOf(table).merge !== "never");
}

/** The columns of a table that are exchanged. */
export function mergedColumns(table: TableName): readonly string[] {
  const { columns, local = [], derived = [] } = specOf(table);
  return Object.entries(columns)
    .filter(([name, type]) => type !== "seq" && !local.includes(name) && !derived.includes(name))
    .map(([name]) => name);
}

/** The name of a text's field in a dump: `prompt` for `prompt_sha`. */
export function textField(column: string): string {
  return column.replace(/_sha$/, "");
}

/** Rows in the order of their keys as bytes compare, a page at a time. */
async function* pages(engine: Engine, table: TableName): AsyncGenerator<readonly PlainRow[]> {
  const { key, columns } = specOf(table);
  const names = sql.join(mergedColumns(table).map((column) => sql.ref(column)));
  const keys = sql.join(key.map((column) => sortable(engine, column, columns[column] === "int")));
  for (let last: PlainRow | undefined; ; ) {
    const after: RawBuilder<unknown> = last
      ? sql`where (${keys}) > (${sql.join(key.map((column) => last?.[column]))})`
      : sql``;
    const page =
      await sql<PlainRow>`select ${names} from ${sql.table(table)} ${after} order by ${keys} limit ${AT_ONCE}`.execute(
        engine.reads,
      );
    if (page.rows.length > 0) yield page.rows;
    if (page.rows.length < AT_ONCE) return;
    last = page.rows.at(-1);
  }
}

function sortable(engine: Engine, column: string, isNumber: boolean): RawBuilder<unknown> {
  return engine.dialect === "sqlite" || isNumber ? sql.ref(column) : sql`${sql.ref(column)} collate "C"`;
}

/** A row with its texts; bytes are only ever addresses. */
function withTexts(row: PlainRow, addresses: readonly string[], texts: Texts): DumpLine["row"] {
  const entries = Object.entries(row).map(([column, value]): [string, string | number | null] => {
    if (value instanceof Uint8Array) return [textField(column), texts.at(value) ?? null];
    return [addresses.includes(column) ? textField(column) : column, value];
  });
  return Object.fromEntries(entries);
}

function plainEntries(row: PlainRow): [string, string | number | null][] {
  return Object.entries(row)
    .map(([column, value]): [string, string | number | null] => [
      column,
      value instanceof Uint8Array ? hexOf(value) : value,
    ])
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

function textAddress(value: PlainRow[string] | undefined): TextAddress {
  return value instanceof Uint8Array ? value : undefined;
}
