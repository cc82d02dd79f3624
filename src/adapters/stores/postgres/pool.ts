import { type Dialect, PostgresDialect } from "kysely";
import pg from "pg";

const INT8 = 20;
const NUMERIC = 1700;
const CONNECTIONS = 4;

/** A pool of connections to a PostgreSQL server, with its counts as numbers (they stay below 2^53). */
export function postgresDialect(url: string): Dialect {
  const types: pg.CustomTypesConfig = {
    getTypeParser: (oid, format) =>
      oid === INT8 || oid === NUMERIC ? (text: string) => Number(text) : pg.types.getTypeParser(oid, format),
  };
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS,
    types,
    connectionTimeoutMillis: 10_000,
    application_name: "patchpro",
  });
  // an idle connection that breaks is replaced by the next query; without a listener it would end the process
  pool.on("error", () => undefined);
  return new PostgresDialect({ pool });
}
