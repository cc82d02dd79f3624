import type { DatabaseSync } from "node:sqlite";
import { PatchProError } from "../../../domain/errors.ts";
import { MIGRATION_TABLE, NEWEST_MIGRATION, pendingMigrations } from "../schema/migrations.ts";

/** Brings a database to the newest schema, in one transaction. Two processes that open it at once wait for each other. */
export function migrate(database: DatabaseSync): void {
  if (current(database) === NEWEST_MIGRATION) return;
  database.exec("begin immediate");
  try {
    database.exec(MIGRATION_TABLE);
    const at = current(database);
    if (at > NEWEST_MIGRATION) throw newerStore(at);
    for (const migration of pendingMigrations(at)) {
      for (const statement of migration.statements("sqlite")) database.exec(statement);
      database
        .prepare("insert into schema_migration (number, name, applied_at) values (?, ?, datetime('now'))")
        .run(migration.number, migration.name);
    }
    database.exec("commit");
  } catch (error) {
    if (database.isTransaction) database.exec("rollback");
    throw error;
  }
}

function current(database: DatabaseSync): number {
  const table = database.prepare("select count(*) as n from sqlite_schema where name = 'schema_migration'").get();
  if (table?.n !== 1) return 0;
  return Number(database.prepare("select coalesce(max(number), 0) as n from schema_migration").get()?.n);
}

/** What is said of a store that a later PatchPro has changed. */
export function newerStore(at: number): PatchProError {
  return new PatchProError(
    "store",
    `The trace store has schema ${at}; this PatchPro knows ${NEWEST_MIGRATION}.`,
    "Update PatchPro, or point store.url at another place.",
  );
}
