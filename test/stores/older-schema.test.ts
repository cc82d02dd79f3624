import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, it } from "vitest";
import { openStore } from "../../src/adapters/stores/open.ts";
import { MIGRATION_TABLE, MIGRATIONS } from "../../src/adapters/stores/schema/migrations.ts";

it("brings a store of migration 1 up to date, and reads the eval runs that it holds", async () => {
  const folder = await mkdtemp(join(tmpdir(), "patchpro-older-"));
  try {
    const file = join(folder, "traces.db");
    const database = new DatabaseSync(file);
    database.exec(MIGRATION_TABLE);
    for (const statement of MIGRATIONS[0]?.statements("sqlite") ?? []) database.exec(statement);
    database.exec(`insert into schema_migration values (1, 'first', 'long ago');
      insert into test_runs (id, suite, timestamp, repetitions, total_tests, passed, failed, errored, skipped) values ('old-run', 'unit', 5, 1, 2, 1, 1, 0, 0);
      insert into test_results (id, run_id, test_name, case_id, variant, repetition, passed) values ('r', 'old-run', 'one', 'one', 'native', 1, 0);`);
    database.close();
    const store = await openStore({ kind: "sqlite", file }, { now: Date.now });
    expect(await store.evals.find("old-run")).toMatchObject({
      suite: "unit",
      models: [],
      counts: { cases: 2, passed: 1, failed: 1, flaky: 0 },
    });
    expect(await store.evals.results("old-run")).toMatchObject([{ caseId: "one", status: "failed", group: "one" }]);
    await store.close();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
