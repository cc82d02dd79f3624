import { DatabaseSync, type StatementSync } from "node:sqlite";
import { Kysely } from "kysely";
import { type Batch, type Engine, insertSql, type ResultRow, type Statement } from "../engine.ts";
import type { Database } from "../schema/tables.ts";
import { nodeSqliteDialect } from "./dialect.ts";
import { migrate } from "./migrate.ts";

const BUSY_TIMEOUT_MS = 5000;
const PAGE_CACHE_KIB = 32_768;

/**
 * Opens a SQLite file (made if missing) with one connection that writes and one that reads: in WAL mode readers see the
 * last commit and wait for nobody. Throws what SQLite throws.
 */
export function openSqlite(file: string): Engine {
  const writer = new DatabaseSync(file, { timeout: BUSY_TIMEOUT_MS });
  try {
    writer.exec(
      `pragma journal_mode = wal; pragma synchronous = normal; pragma wal_autocheckpoint = 4000; pragma cache_size = -${PAGE_CACHE_KIB}`,
    );
    migrate(writer);
    const reader = new DatabaseSync(file, { timeout: BUSY_TIMEOUT_MS, readOnly: true });
    reader.exec(`pragma cache_size = -${PAGE_CACHE_KIB}; pragma temp_store = memory; pragma mmap_size = 268435456`);
    return new SqliteEngine(writer, reader);
  } catch (error) {
    writer.close();
    throw error;
  }
}

class SqliteEngine implements Engine {
  readonly dialect = "sqlite";
  readonly reads: Kysely<Database>;
  readonly #writer: DatabaseSync;
  readonly #reader: DatabaseSync;
  readonly #prepared = new Map<string, StatementSync>();

  constructor(writer: DatabaseSync, reader: DatabaseSync) {
    this.#writer = writer;
    this.#reader = reader;
    this.reads = new Kysely<Database>({ dialect: nodeSqliteDialect(reader) });
  }

  write(batch: Batch): undefined {
    this.#inTransaction(() => {
      for (const { table, row } of batch.inserts) {
        this.#prepare(insertSql(table, Object.keys(row))).run(...Object.values(row));
      }
      for (const { sql, values } of batch.statements) this.#prepare(sql).run(...values);
    });
  }

  async run(statement: Statement): Promise<readonly ResultRow[]> {
    return this.#inTransaction(() => this.#prepare(statement.sql).all(...statement.values));
  }

  async transact(statements: readonly Statement[]): Promise<readonly (readonly ResultRow[])[]> {
    return this.#inTransaction(() => statements.map(({ sql, values }) => this.#prepare(sql).all(...values)));
  }

  async compact(): Promise<void> {
    this.#writer.exec("vacuum; pragma wal_checkpoint(truncate)");
  }

  async close(): Promise<void> {
    this.#prepared.clear();
    if (this.#reader.isOpen) this.#reader.close();
    if (!this.#writer.isOpen) return;
    this.#writer.exec("pragma optimize");
    this.#writer.close();
  }

  #inTransaction<T>(work: () => T): T {
    this.#writer.exec("begin immediate");
    try {
      const result = work();
      this.#writer.exec("commit");
      return result;
    } catch (error) {
      if (this.#writer.isTransaction) this.#writer.exec("rollback");
      throw error;
    }
  }

  #prepare(sql: string): StatementSync {
    const known = this.#prepared.get(sql);
    if (known) return known;
    const statement = this.#writer.prepare(sql);
    // statements with a list of any length in them would fill the memory of a long run
    if (this.#prepared.size < 200) this.#prepared.set(sql, statement);
    return statement;
  }
}
