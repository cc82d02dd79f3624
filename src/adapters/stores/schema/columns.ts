/** The two databases that a store can be. */
export type Dialect = "sqlite" | "postgres";

/** What a column holds; `?`: or nothing. `sha` is the SHA-256 (32 bytes) of a text in `blob`; `seq` counts up and is never exported. */
export type ColumnType = "text" | "text?" | "int" | "int?" | "real" | "real?" | "sha" | "sha?" | "bytes" | "seq";

export interface TableSpec {
  readonly columns: Readonly<Record<string, ColumnType>>;
  readonly key: readonly string[];
  /** How two rows with one key are merged: the first stays (rows that never change), or the more complete one wins. */
  readonly merge: "first" | "rank" | "never";
  /** Columns that say where a row is worked on, not what it holds: left out of dumps. */
  readonly local?: readonly string[];
  /** Columns that are added up from other tables: left out of dumps and worked out again. */
  readonly derived?: readonly string[];
}

type Base<T extends ColumnType> = T extends `text${string}`
  ? string
  : T extends "bytes" | `sha${string}`
    ? Uint8Array
    : number;

/** The TypeScript type of a table's rows. */
export type RowOf<Spec extends TableSpec> = {
  -readonly [Name in keyof Spec["columns"]]: Spec["columns"][Name] extends `${string}?`
    ? Base<Spec["columns"][Name]> | null
    : Base<Spec["columns"][Name]>;
};

const SQL_TYPE: Record<Dialect, Record<string, string>> = {
  sqlite: { text: "text", int: "integer", real: "real", sha: "blob", bytes: "blob" },
  postgres: { text: "text", int: "bigint", real: "double precision", sha: "bytea", bytes: "bytea" },
};

/** The `create table` statement of a table. No foreign keys: shards are merged in any order. */
export function createTable(name: string, spec: TableSpec, dialect: Dialect): string {
  const columns = Object.entries(spec.columns).map(([column, type]) => `"${column}" ${columnSql(type, dialect)}`);
  const key = spec.key.map((column) => `"${column}"`).join(", ");
  const counted = Object.values(spec.columns).includes("seq");
  const constraint = counted ? `unique (${key})` : `primary key (${key})`;
  const clustered = dialect === "sqlite" && !counted && spec.key.length > 1 ? " without rowid" : "";
  return `create table "${name}" (${[...columns, constraint].join(", ")})${clustered}`;
}

/** The statement that adds a column to a table with rows in it: such a column may be empty. */
export function addColumn(table: string, column: string, type: ColumnType, dialect: Dialect): string {
  return `alter table "${table}" add column "${column}" ${columnSql(type, dialect)}`;
}

function columnSql(type: ColumnType, dialect: Dialect): string {
  if (type === "seq") {
    return dialect === "sqlite" ? "integer primary key" : "bigint generated always as identity primary key";
  }
  const optional = type.endsWith("?");
  return `${SQL_TYPE[dialect][optional ? type.slice(0, -1) : type]}${optional ? "" : " not null"}`;
}
