import { PGlite } from "@electric-sql/pglite";
import { PGliteDialect } from "kysely";
import { openStore } from "../../src/adapters/stores/open.ts";
import { openPostgres } from "../../src/adapters/stores/postgres/engine.ts";
import { storeOver } from "../../src/adapters/stores/store.ts";
import { storeContract } from "../contracts/store.ts";
import { postgresPrograms, startPostgres } from "./support/postgres-server.ts";

const programs = postgresPrograms();

if (programs === undefined) {
  storeContract("PGlite, in place of a PostgreSQL server (initdb is not installed here)", async () => ({
    open: async () =>
      storeOver(await openPostgres(new PGliteDialect({ pglite: new PGlite() })), "PGlite", { now: Date.now }),
    close: async () => undefined,
  }));
} else {
  storeContract("a PostgreSQL server", async () => {
    const server = await startPostgres(programs);
    return {
      open: async () => openStore({ kind: "postgres", url: await server.newDatabase() }, { now: Date.now }),
      close: async () => server.stop(),
    };
  });
}
