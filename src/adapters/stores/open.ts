import { mkdirSync } from "node:fs";
import { dirname, isAbsolute, join } from "node:path";
import { PatchProError } from "../../domain/errors.ts";
import type { Clock } from "../../ports/clock.ts";
import type { TraceStore } from "../../ports/store.ts";
import { storeError } from "./failure.ts";
import { storeOver } from "./store.ts";

/** Where traces are kept. */
export type StoreTarget =
  | { readonly kind: "sqlite"; readonly file: string }
  | { readonly kind: "postgres"; readonly url: string };

/**
 * The target that `store.url` names: `postgres://…`, `sqlite:PATH` (relative to `folder`), or, if it is undefined,
 * `traces/traces.db` in `folder` (`.patchpro`, absolute). Throws `PatchProError("config", …)` for anything else.
 */
export function storeTarget(url: string | undefined, folder: string): StoreTarget {
  if (url === undefined) return { kind: "sqlite", file: join(folder, "traces", "traces.db") };
  if (/^postgres(?:ql)?:\/\//i.test(url)) return { kind: "postgres", url };
  const path = /^sqlite:(?:\/\/)?(.+)$/i.exec(url)?.[1];
  if (path !== undefined) return { kind: "sqlite", file: isAbsolute(path) ? path : join(folder, path) };
  throw new PatchProError(
    "config",
    "`store.url` names no store.",
    "Write `sqlite:PATH` or `postgres://HOST/DB`, or leave it out.",
  );
}

/** A target as people may read it, without a password. */
export function targetName(target: StoreTarget): string {
  if (target.kind === "sqlite") return target.file;
  return target.url.replace(/^([a-z]+:\/\/)(?:[^@/?#]*@)?([^?#]*).*$/is, "$1$2");
}

/**
 * Opens a store, makes it if it is not there, brings its schema up to date and marks what dead runs left open. Throws
 * `PatchProError("store", …)` where that fails, also for a store that a later PatchPro has changed.
 */
export async function openStore(target: StoreTarget, clock: Pick<Clock, "now">): Promise<TraceStore> {
  const where = targetName(target);
  try {
    const store = storeOver(await openEngine(target), where, clock);
    await store.sweep();
    return store;
  } catch (error) {
    throw storeError(where, error);
  }
}

/** The libraries are loaded when they are needed: a run without a server never loads its client. */
async function openEngine(target: StoreTarget) {
  if (target.kind === "sqlite") {
    mkdirSync(dirname(target.file), { recursive: true });
    const { openSqlite } = await import("./sqlite/engine.ts");
    return openSqlite(target.file);
  }
  const [{ openPostgres }, { postgresDialect }] = await Promise.all([
    import("./postgres/engine.ts"),
    import("./postgres/pool.ts"),
  ]);
  return openPostgres(postgresDialect(target.url));
}
