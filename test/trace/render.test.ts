import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openStore, storeTarget, targetName } from "../../src/adapters/stores/open.ts";
import { EVERYTHING } from "../../src/domain/trace-query.ts";
import type { TraceStore } from "../../src/ports/store.ts";
import { parseQuery } from "../../src/trace/query.ts";
import {
  renderAttempts,
  renderGc,
  renderMerge,
  renderQueryProblems,
  renderRepair,
  renderRepairs,
} from "../../src/trace/render.ts";
import { NOW, record, twoRepairs } from "../stores/support/sample.ts";

describe("traces as text", () => {
  let folder = "";
  let store: TraceStore;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "patchpro-render-"));
    store = await openStore({ kind: "sqlite", file: join(folder, "t.db") }, { now: () => NOW });
    const script = twoRepairs();
    const [one, two] = script.repairs;
    if (!one || !two) throw new Error("no repairs");
    await record(store, {
      run: { ...script.run, repository: "\u001b[31mred" },
      repairs: [one, { ...two, repair: { ...two.repair, path: "a\u202eb\nc.ts" } }],
    });
  });
  afterAll(async () => {
    await store.close();
    await rm(folder, { recursive: true, force: true });
  });

  it("lists repairs one a line, with what they cost and where they failed", async () => {
    const text = renderRepairs((await store.listRepairs(EVERYTHING, { size: 5, sort: "oldest" })).items);
    const [first, second] = text.split("\n");
    expect(first).toMatch(
      /^repair-1\s+2026-11-22 12:00:00\s+accepted\s+F401\s+src\/Shop\/cart\.py:3\s+○●\s+APPLY_CONTEXT_MISMATCH\s+fake:small, fake:large\s+\$0\.001234 \+ 1 of unknown price\s+3000 ms$/,
    );
    expect(second).toContain("mixed");
    expect(renderRepairs([])).toContain("No traces match");
  });

  it("lists attempts with the reason below", async () => {
    const text = renderAttempts((await store.listAttempts(parseQuery("corrupt", NOW).query, { size: 5 })).items);
    expect(text).toContain("    APPLY_CONTEXT_MISMATCH: corrupt patch at line 7\n");
  });

  it("shows a repair whole, prompts and replies only when asked", async () => {
    const trace = await store.repair("repair-1");
    if (!trace) throw new Error("no trace");
    const short = renderRepair(trace, false);
    expect(short).toContain("fail applies: git: corrupt patch at line 7");
    expect(short).toContain("-import os");
    expect(short).not.toContain("sunflower");
    expect(renderRepair(trace, true)).toContain("sunflower");
  });

  it("lets nothing that was recorded act on a terminal", async () => {
    const trace = await store.repair("repair-2");
    if (!trace) throw new Error("no trace");
    const all = renderRepair(trace, true) + renderRepairs((await store.listRepairs(EVERYTHING, { size: 5 })).items);
    expect(all).not.toMatch(/[\u001b\u202e]/);
    expect(all).toContain("a\\u{202e}b c.ts");
  });

  it("says what an import and a clean-up did, and where a query is wrong", () => {
    expect(renderMerge({ runs: 1, repairs: 2, attempts: 3, labels: 0 })).toBe(
      "Added 1 run, 2 repairs, 3 attempts and 0 labels.\n",
    );
    expect(renderGc({ runs: 0, repairs: 1, attempts: 1, blobs: 4 })).toBe(
      "Deleted 0 runs, 1 repair, 1 attempt and 4 texts.\n",
    );
    const parsed = parseQuery("a ruel:F401", NOW);
    expect(parsed.ok ? "" : renderQueryProblems("a ruel:F401", parsed.problems)).toContain(
      "a ruel:F401\n  ^^^^^^^^^\nThere is no key `ruel:`. Did you mean `rule:`?",
    );
  });

  it("reads store.url, and never shows a password", () => {
    expect(storeTarget(undefined, "/r/.patchpro")).toEqual({
      kind: "sqlite",
      file: join("/r/.patchpro", "traces", "traces.db"),
    });
    expect(storeTarget("sqlite:x.db", "/r")).toEqual({ kind: "sqlite", file: join("/r", "x.db") });
    expect(targetName(storeTarget("postgres://u:secret@db/x?password=secret", "/r"))).toBe("postgres://db/x");
    expect(() => storeTarget("mysql://x", "/r")).toThrow(expect.objectContaining({ code: "config" }));
  });

  it("says what is wrong with a file that is no store, and with a store of a later version", async () => {
    const { writeFile } = await import("node:fs/promises");
    await writeFile(join(folder, "bad.db"), "this is no database at all ".repeat(100));
    await expect(openStore({ kind: "sqlite", file: join(folder, "bad.db") }, { now: () => NOW })).rejects.toMatchObject(
      { code: "store", hint: expect.stringContaining("traces import") },
    );
    const { DatabaseSync } = await import("node:sqlite");
    const later = new DatabaseSync(join(folder, "later.db"));
    later.exec(
      "create table schema_migration (number integer primary key, name text, applied_at text); insert into schema_migration values (999, 'x', 'y')",
    );
    later.close();
    await expect(
      openStore({ kind: "sqlite", file: join(folder, "later.db") }, { now: () => NOW }),
    ).rejects.toMatchObject({ code: "store", message: expect.stringContaining("999") });
  });
});
