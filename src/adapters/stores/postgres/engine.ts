import { CompiledQuery, type Dialect, Kysely, sql } from "kysely";
import {
  type Batch,
  type Engine,
  type Insert,
  insertSql,
  numberedMarks,
  type ResultRow,
  type Statement,
  type Value,
} from "../engine.ts";
import { MIGRATION_TABLE, NEWEST_MIGRATION, pendingMigrations } from "../schema/migrations.ts";
import type { Database } from "../schema/tables.ts";
import { newerStore } from "../sqlite/migrate.ts";

/** Of the protocol: a statement has at most 65,535 parameters. */
const MOST_PARAMETERS = 60_000;
/** Any number, as long as every PatchPro takes the same. */
const MIGRATION_LOCK = 7_270_201;

/** Opens PostgreSQL through a Kysely dialect (a pool of `pg`, or PGlite) and brings its schema up to date. */
export async function openPostgres(dialect: Dialect): Promise<Engine> {
  const reads = new Kysely<Database>({ dialect });
  try {
    await migrate(reads);
  } catch (error) {
    await reads.destroy();
    throw error;
  }
  return new PostgresEngine(reads);
}

class PostgresEngine implements Engine {
  readonly dialect = "postgres";
  readonly reads: Kysely<Database>;

  constructor(reads: Kysely<Database>) {
    this.reads = reads;
  }

  write(batch: Batch): Promise<void> {
    return this.reads.transaction().execute(async (transaction) => {
      for (const statement of grouped(batch.inserts)) await execute(transaction, statement);
      for (const statement of batch.statements) await execute(transaction, statement);
    });
  }

  run(statement: Statement): Promise<readonly ResultRow[]> {
    return execute(this.reads, statement);
  }

  transact(statements: readonly Statement[]): Promise<readonly (readonly ResultRow[])[]> {
    return this.reads.transaction().execute(async (transaction) => {
      const results: (readonly ResultRow[])[] = [];
      for (const statement of statements) results.push(await execute(transaction, statement));
      return results;
    });
  }

  /** The server's own vacuum does it. */
  async compact(): Promise<void> {}

  async close(): Promise<void> {
    await this.reads.destroy();
  }
}

async function execute(on: Kysely<Database>, statement: Statement): Promise<readonly ResultRow[]> {
  const { rows } = await on.executeQuery(CompiledQuery.raw(numberedMarks(statement.sql), [...statement.values]));
  return rows.filter(isRow);
}

function isRow(row: unknown): row is ResultRow {
  return typeof row === "object" && row !== null;
}

/** Rows of one table in one statement: a round trip costs more than a row. */
function grouped(inserts: readonly Insert[]): Statement[] {
  const groups = new Map<
    string,
    { readonly table: string; readonly columns: readonly string[]; readonly rows: Insert["row"][] }
  >();
  for (const { table, row } of inserts) {
    const columns = Object.keys(row);
    const key = `${table}(${columns.join()})`;
    const group = groups.get(key) ?? { table, columns, rows: [] };
    group.rows.push(row);
    groups.set(key, group);
  }
  return [...groups.values()].flatMap(({ table, columns, rows }) => {
    const size = Math.floor(MOST_PARAMETERS / columns.length);
    // the same text may come twice in a batch; in the order of their keys no two writers lock each other out
    const ordered = table === "blob" ? rows.toSorted((a, b) => compareBytes(a.sha256, b.sha256)) : rows;
    return Array.from({ length: Math.ceil(ordered.length / size) }, (_, at) => {
      const slice = ordered.slice(at * size, (at + 1) * size);
      return { sql: insertSql(table, columns, slice.length), values: slice.flatMap((row) => Object.values(row)) };
    });
  });
}

function compareBytes(a: Value | undefined, b: Value | undefined): number {
  return a instanceof Uint8Array && b instanceof Uint8Array ? Buffer.compare(a, b) : 0;
}

async function migrate(database: Kysely<Database>): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    await sql`select pg_advisory_xact_lock(${sql.lit(MIGRATION_LOCK)})`.execute(transaction);
    await raw(transaction, MIGRATION_TABLE);
    const found = await sql<{ n: number }>`select coalesce(max(number), 0) as n from schema_migration`.execute(
      transaction,
    );
    const at = Number(found.rows[0]?.n ?? 0);
    if (at > NEWEST_MIGRATION) throw newerStore(at);
    for (const migration of pendingMigrations(at)) {
      for (const statement of migration.statements("postgres")) await raw(transaction, statement);
      await sql`insert into schema_migration (number, name, applied_at) values (${migration.number}, ${migration.name}, now()::text)`.execute(
        transaction,
      );
    }
  });
}

async function raw(on: Kysely<Database>, statement: string): Promise<void> {
  await on.executeQuery(CompiledQuery.raw(statement));
}
