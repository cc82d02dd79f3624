import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { openStore } from "../../src/adapters/stores/open.ts";
import { EVERYTHING } from "../../src/domain/trace-query.ts";
import { parseQuery } from "../../src/trace/query.ts";

const CHILD = join(import.meta.dirname, "support", "endless-run.ts");

describe("a run that is killed in the middle", () => {
  let folder = "";
  let child: ChildProcess | undefined;
  afterEach(async () => {
    child?.kill("SIGKILL");
    await rm(folder, { recursive: true, force: true });
  });

  it("leaves a store that opens; while it lives its calls are open, after its death they are interrupted and can be found", async () => {
    folder = await mkdtemp(join(tmpdir(), "patchpro-killed-"));
    const file = join(folder, "traces.db");
    child = spawn(process.execPath, [CHILD, file], { stdio: ["ignore", "pipe", "inherit"] });
    await new Promise<void>((resolve) => {
      let seen = 0;
      child?.stdout?.on("data", (chunk: Buffer) => {
        seen += chunk.toString().split("\n").length - 1;
        if (seen >= 20) resolve();
      });
    });

    const beside = await openStore({ kind: "sqlite", file }, { now: Date.now });
    const running = await beside.listRepairs(EVERYTHING, { size: 500 });
    expect(running.items.filter((row) => row.status === "interrupted")).toEqual([]);
    expect(running.items.some((row) => row.status === undefined)).toBe(true);
    await beside.close();

    child.kill("SIGKILL");
    await once(child, "exit");
    const store = await openStore({ kind: "sqlite", file }, { now: Date.now });
    const { items } = await store.listRepairs(EVERYTHING, { size: 500 });
    expect(items.length).toBeGreaterThan(3);
    expect(items.filter((row) => row.status === undefined)).toEqual([]);
    const cut = await store.listAttempts(parseQuery("outcome:interrupted sunflower", 0).query, { size: 500 });
    expect(cut.items.length).toBeGreaterThan(0);
    const trace = await store.repair(cut.items[0]?.repairId ?? "");
    expect(trace?.run.status).toBe("interrupted");
    expect(trace?.attempts.at(-1)?.prompt).toContain("sunflower");
    expect(trace?.missing).toEqual([]);
    await store.close();
  }, 60_000);
});
