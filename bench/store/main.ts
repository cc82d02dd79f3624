import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import pg from "pg";
import { openStore, type StoreTarget } from "../../src/adapters/stores/open.ts";
import type { TraceStore } from "../../src/ports/store.ts";
import { postgresPrograms, startPostgres } from "../../test/stores/support/postgres-server.ts";
import { ingest } from "./ingest.ts";
import { ingestFast } from "./ingest-fast.ts";
import { measure } from "./measure.ts";

/**
 * `npm run bench:store -- [--attempts 100000] [--million] [--store sqlite|postgres|both]`: fills a store through the real
 * recorder (a million: in large batches with short texts), then prints median and p95 of what the page asks.
 */
const { values } = parseArgs({
  options: {
    attempts: { type: "string", default: "100000" },
    million: { type: "boolean", default: false },
    store: { type: "string", default: "both" },
  },
});

const folder = await mkdtemp(join(tmpdir(), "patchpro-bench-"));
const clock = { now: Date.now };
try {
  if (values.store !== "postgres") {
    const file = join(folder, "traces.db");
    const size = async () => (await stat(file)).size;
    await bench("SQLite", { kind: "sqlite", file }, size);
  }
  if (values.store !== "sqlite") await benchPostgres();
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function benchPostgres(): Promise<void> {
  const programs = postgresPrograms();
  if (programs === undefined) {
    console.log("PostgreSQL: not measured, initdb is not installed here");
    return;
  }
  const server = await startPostgres(programs);
  try {
    const url = await server.newDatabase();
    await bench("PostgreSQL", { kind: "postgres", url }, undefined, () => vacuum(url));
  } finally {
    server.stop();
  }
}

/** What the server does by itself within a minute or so of such a load. */
async function vacuum(url: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  await client.query("vacuum analyze");
  await client.end();
}

async function bench(
  name: string,
  target: StoreTarget,
  size?: () => Promise<number>,
  settle?: () => Promise<void>,
): Promise<void> {
  const wanted = values.million ? 1_000_000 : Number(values.attempts);
  let store: TraceStore = await openStore(target, clock);
  console.log(`\n${name}, ${wanted.toLocaleString("en")} attempts`);
  const started = performance.now();
  const made = values.million ? await ingestFast(store, wanted) : await ingest(store, wanted);
  const perAttempt = (performance.now() - started) / made.attempts;
  await store.close();
  console.log(
    `  recorded ${made.attempts} attempts of ${made.repairs} repairs, ${perAttempt.toFixed(2)} ms each in all`,
  );
  if (made.recorderMs !== undefined)
    console.log(`  of the run's own time: ${made.recorderMs.toFixed(2)} ms an attempt`);
  if (made.processorMs !== undefined) console.log(`  processor time: ${made.processorMs.toFixed(2)} ms an attempt`);
  if (size) console.log(`  ${Math.round((await size()) / made.attempts)} bytes an attempt`);
  await settle?.();
  store = await openStore(target, clock);
  await measure(store, made.someRepair, made.someTicket);
  await store.close();
}
