import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openStore } from "../../../src/adapters/stores/open.ts";
import { runProgram } from "../../../src/cli/program.ts";
import { readEnvironment } from "../../../src/config/environment.ts";
import type { TraceStore } from "../../../src/ports/store.ts";
import { type ModelServer, startModelServer } from "../../support/model-server.ts";

const CASES = path.resolve(import.meta.dirname, "../../../evals/cases");
/** One that only a model fixes, one that Ruff fixes itself, and one that must be refused. */
const NAMES = ["except-bare", "compare-none-equality", "refuse-ambiguous-far"];
/** What is meant is clear, but the counts of its header are wrong: `git apply` calls it corrupt. */
const MISCOUNTED =
  "```diff\n--- a/parse_port.py\n+++ b/parse_port.py\n@@ -3,7 +3,9 @@\n         port = int(text)\n-    except:\n+    except ValueError:\n         return default\n```\n";

let root: string;
let model: ModelServer;
beforeEach(async () => {
  root = mkdtempSync(path.join(tmpdir(), "patchpro-baseline-"));
  mkdirSync(path.join(root, ".git"));
  for (const name of NAMES)
    cpSync(path.join(CASES, name), path.join(root, "evals", "cases", name), { recursive: true });
  model = await startModelServer();
});
afterEach(async () => {
  await model[Symbol.asyncDispose]();
  rmSync(root, { recursive: true, force: true, maxRetries: 5 });
});

async function baseline(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ["", ""];
  const code = await runProgram(["eval", "baseline", ...words], {
    cwd: root,
    environment: readEnvironment({
      NO_COLOR: "1",
      PATH: process.env.PATH ?? "",
      OPENAI_API_KEY: "sk-test-key-123456",
      OPENAI_BASE_URL: `${model.url}/v1`,
    }),
    toolVersion: "0.0.0",
    signal: new AbortController().signal,
    stdout: async (text) => {
      out += String(text);
    },
    stderr: (text) => {
      err += text;
    },
  });
  return { code, out, err };
}

async function withStore(look: (store: TraceStore) => Promise<void>): Promise<void> {
  const file = path.join(root, ".patchpro", "traces", "traces.db");
  const store = await openStore({ kind: "sqlite", file }, { now: Date.now });
  try {
    await look(store);
  } finally {
    await store.close();
  }
}

describe("eval baseline", () => {
  it("asks one model both ways, says which cases only ours solved, and keeps both runs", async () => {
    model.plays({ does: "reply", text: MISCOUNTED });
    const { code, out } = await baseline("--model", "openai:gpt-5-mini", "--format", "json");
    expect(code).toBe(0);
    const { rates, fixed, broken, base, head, n } = JSON.parse(out);
    expect([n, rates.base.count, rates.head.count, broken]).toEqual([2, 0, 2, []]);
    expect(fixed.map(({ name }: { name: string }) => name).sort()).toEqual(["compare-none-equality", "except-bare"]);
    expect([base.strategy, head.strategy, head.tier]).toEqual(["v1", "auto", "live"]);
    // v1 asks once for each; ours leaves to Ruff what Ruff fixes, and reads what is meant.
    expect(model.seen).toHaveLength(3);

    await withStore(async (store) =>
      expect((await store.evals.list()).map(({ strategy, counts }) => [strategy, counts.passed]).sort()).toEqual([
        ["auto", 2],
        ["v1", 0],
      ]),
    );
  });

  it("with --model-only lets the model work on what Ruff would fix too, and keeps no run", async () => {
    model.plays({ does: "reply", text: MISCOUNTED });
    const { out } = await baseline("--model", "openai:gpt-5-mini", "--model-only", "--no-record", "--format", "json");
    expect(JSON.parse(out).fixed.map(({ name }: { name: string }) => name)).toEqual(["except-bare"]);
    await withStore(async (store) => {
      expect(await store.evals.list()).toEqual([]);
      // What a model was asked is traced all the same.
      expect((await store.overview({})).attempts).toBeGreaterThanOrEqual(4);
    });
  });

  it("stops both before more is spent than was allowed, and says what was not decided", async () => {
    model.plays({ does: "reply", text: MISCOUNTED, usage: { input: 1000, cached: 0, output: 1000, reasoning: 0 } });
    const { out } = await baseline("--model", "openai:gpt-5-mini", "--budget-usd", "0.000001");
    expect(model.seen).toEqual([]);
    expect(out).toContain("No case was decided in both runs.");
  });

  it("with scripted replies asks nobody, and leaves out what no patch is expected of", async () => {
    const { code, out } = await baseline("--no-record");
    expect([code, model.seen]).toEqual([0, []]);
    expect(out).toMatch(/^ +v1: one request, raw diff +ours/m);
    expect(out).toContain("1 case, the same findings and scripted replies");
    expect(out).toContain("nothing says how v1 would reply: 2.");
  });

  it.each([
    [["--repeat", "0"], /--repeat must be at least 1/],
    [["--model", "openai:a,openai:b"], /the baseline asks one model/],
    [["nothing-of-this-name"], /no case is called nothing-of-this-name/],
    [["refuse-ambiguous-far"], /none of these cases ends in a patch/],
  ])("refuses %j with a sentence and exit code 2", async (words, sentence) => {
    const { code, err } = await baseline(...words);
    expect(code).toBe(2);
    expect(err).toMatch(sentence);
  });
});
