import { cpSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openStore, storeTarget } from "../../src/adapters/stores/open.ts";
import { settle } from "../../src/cli/context.ts";
import { pageWork } from "../../src/cli/wire/page-work.ts";
import { readEnvironment } from "../../src/config/environment.ts";
import type { TraceStore } from "../../src/ports/store.ts";
import type { JobOrder, JobProgress, JobResult } from "../../src/server/job-api.ts";
import { project } from "../e2e/support/cli.ts";
import { openPlayground } from "../pipeline/toy/repair.ts";

const CASES = ["imports-combine-as", "imports-extra-blank-between", "imports-future-first", "batch-audit-log"];
const here = openPlayground();
let store: TraceStore;

beforeAll(async () => {
  here.fill({ "a.py": "x = 1\n" });
  for (const name of CASES)
    cpSync(join(project, "evals", "cases", name), join(here.root, "evals", "cases", name), { recursive: true });
  store = await openStore(storeTarget(undefined, join(here.root, ".patchpro")), { now: Date.now });
});
afterAll(async () => {
  await store.close();
  here.remove();
});

/** Does a job as the page's server has it done. `onProgress` may stop it. */
async function work(
  order: JobOrder,
  onProgress: (now: JobProgress, stop: () => void) => void = () => undefined,
): Promise<JobResult> {
  const stopping = new AbortController();
  const context = {
    cwd: here.root,
    environment: readEnvironment({ ...process.env, TMPDIR: here.tmp, TEMP: here.tmp, TMP: here.tmp }),
    toolVersion: "0.0.0-test",
    signal: new AbortController().signal,
    stdout: async () => undefined,
    stderr: () => undefined,
  };
  const { root, config } = settle(context, {});
  const stop = (): void => stopping.abort();
  const progress = (now: JobProgress): void => onProgress(now, stop);
  return pageWork({ root, config, context }, store.judgements).doJob(order, { signal: stopping.signal, progress });
}

describe("work that the page starts", () => {
  it("runs a family of the repository's cases, tells each that ended, and keeps the run", async () => {
    const told: JobProgress[] = [];
    const result = await work({ kind: "evals", family: "imports" }, (now) => told.push(now));
    expect(told).toEqual([1, 2, 3].map((done) => ({ done, of: 3 })));
    expect(result).toMatchObject({
      kind: "evals",
      suite: "cases/imports",
      counts: { cases: 3, passed: 3 },
      problems: [],
    });
    expect((await store.evals.list()).map(({ suite, tier, counts }) => [suite, tier, counts.passed])).toEqual([
      ["cases/imports", "replay", 3],
    ]);
  });

  it("keeps no run that was cancelled", async () => {
    const before = (await store.evals.list()).length;
    await expect(work({ kind: "evals" }, (_, stop) => stop())).rejects.toThrow();
    expect((await store.evals.list()).length).toBe(before);
  });

  it("says what a person can mend: an unknown judge, a trace that is not there, a bad query, nothing to export", async () => {
    await expect(work({ kind: "calibrate", judgeId: "none" })).rejects.toMatchObject({ code: "input" });
    await expect(work({ kind: "case", ids: ["none"] })).rejects.toMatchObject({
      code: "input",
      message: "there is no repair or attempt none",
    });
    const several = await work({ kind: "case", ids: ["none", "neither"] });
    expect(several).toMatchObject({
      cases: [
        { id: "none", made: false, error: { code: "input" } },
        { id: "neither", made: false },
      ],
    });
    const exported = { kind: "export", format: "jsonl", q: "" } as const;
    await expect(work({ ...exported, q: "nokey:1", write: false })).rejects.toMatchObject({ code: "input" });
    expect(await work({ ...exported, write: false })).toMatchObject({
      considered: 0,
      written: undefined,
      tooFew: expect.stringContaining("at least 10 are needed"),
    });
    await expect(work({ ...exported, write: true })).rejects.toThrow("at least 10 are needed");
    expect(await store.datasets.list()).toEqual([]);
  });
});
