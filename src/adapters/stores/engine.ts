import type { Kysely, RawBuilder } from "kysely";
import type { Dialect } from "./schema/columns.ts";
import type { Database } from "./schema/tables.ts";

export type Value = string | number | Uint8Array | null;

/** A statement with `?` for each parameter, in both dialects. */
export interface Statement {
  readonly sql: string;
  readonly values: readonly Value[];
}

/** Rows to insert; rows whose key is there already are left out. */
export interface Insert {
  readonly table: string;
  readonly row: Readonly<Record<string, Value>>;
}

/** What an engine writes in one transaction: first all rows, then the statements in order. */
export interface Batch {
  readonly inserts: readonly Insert[];
  readonly statements: readonly Statement[];
}

export type ResultRow = Readonly<Record<string, unknown>>;

/**
 * One database. Reads go through Kysely; writes are whole transactions handed over as data, so that no transaction waits
 * for anything while it holds SQLite's only writer lock.
 */
export interface Engine {
  readonly dialect: Dialect;
  readonly reads: Kysely<Database>;
  /** Writes all or nothing: at once in SQLite (then it returns undefined), over the wire in PostgreSQL. */
  write(batch: Batch): Promise<void> | undefined;
  /** Runs one statement in a transaction of its own and gives the rows of its `returning`. */
  run(statement: Statement): Promise<readonly ResultRow[]>;
  /** Runs statements in one transaction and gives the rows of each. */
  transact(statements: readonly Statement[]): Promise<readonly (readonly ResultRow[])[]>;
  /** Gives room that deletions freed back to the system, where that does not happen by itself. */
  compact(): Promise<void>;
  close(): Promise<void>;
}

/** `insert into "t" ("a", "b") values (?, ?)[, …] on conflict do nothing`. */
export function insertSql(table: string, columns: readonly string[], rows = 1): string {
  const names = columns.map((column) => `"${column}"`).join(", ");
  const marks = `(${columns.map(() => "?").join(", ")})`;
  return `insert into "${table}" (${names}) values ${Array.from({ length: rows }, () => marks).join(", ")} on conflict do nothing`;
}

/** `?` marks as PostgreSQL numbers them. No statement of ours holds a question mark in a literal. */
export function numberedMarks(sql: string): string {
  let count = 0;
  return sql.replace(/\?/g, () => {
    count += 1;
    return `$${count}`;
  });
}

/** A built query as a statement. Throws a TypeError for values that no database holds. */
export function statementOf(engine: Engine, query: RawBuilder<unknown>): Statement {
  const { sql, parameters } = query.compile(engine.reads);
  return { sql, values: parameters.map(boundValue) };
}

function boundValue(value: unknown): Value {
  if (value === null || typeof value === "string" || typeof value === "number" || value instanceof Uint8Array)
    return value;
  throw new TypeError(`A ${typeof value} cannot be stored`);
}
