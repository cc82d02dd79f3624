import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openStore } from "../../../src/adapters/stores/open.ts";
import { runProgram } from "../../../src/cli/program.ts";
import { readEnvironment } from "../../../src/config/environment.ts";
import { baselineText, parseBaseline } from "../../../src/eval/metrics/baseline-file.ts";
import type { StoredEval } from "../../../src/eval/metrics/pairs.ts";
import { history } from "./history.ts";

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), "patchpro-gate-"));
  mkdirSync(path.join(root, ".git"));
});
afterEach(() => rmSync(root, { recursive: true, force: true, maxRetries: 5 }));

async function patchpro(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ["", ""];
  const code = await runProgram(["eval", ...words], {
    cwd: root,
    environment: readEnvironment({ NO_COLOR: "1" }),
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

async function stored(runs: readonly StoredEval[]): Promise<void> {
  const file = path.join(root, ".patchpro", "traces", "traces.db");
  const store = await openStore({ kind: "sqlite", file }, { now: Date.now });
  for (const { run, results } of runs) await store.evals.add(run, results);
  await store.close();
}

/** The same results as another run, an hour later. */
const again = ({ run, results }: StoredEval, id: string): StoredEval => ({
  run: { ...run, id, at: run.at + 3_600_000 },
  results,
});

describe("eval gate", () => {
  it("opens for an unchanged build, and shuts with exit code 1 for one that broke cases, naming them", async () => {
    const [first, second, third] = history(3, 60);
    if (!first || !second || !third) throw new Error("no runs");
    await stored([second, again(second, "01K9SAME")]);
    const same = await patchpro("gate");
    expect(same).toMatchObject({ code: 0, err: "" });
    expect(same.out).toContain("The gate is open: head is not worse than base.");
    expect(same.out).toContain("60 cases compared, none flipped");
    await stored([again(third, "01K9WORSE")]);
    const worse = await patchpro("gate");
    expect(worse.code).toBe(1);
    expect(worse.out).toContain("The gate is shut.");
    expect(worse.out).toContain("docstrings-case-10");
    const data = JSON.parse((await patchpro("gate", "--format", "json")).out);
    expect(data).toMatchObject({ version: 1, verdict: "block", comparison: { n: expect.any(Number) } });
  });

  it("takes the committed baseline before the run before, and writes it on request", async () => {
    const [first] = history(1, 30);
    if (!first) throw new Error("no run");
    await stored([first]);
    const alone = await patchpro("gate");
    expect(alone.code).toBe(2);
    expect(alone.err).toContain("eval gate --update");
    expect(await patchpro("gate", "--update")).toMatchObject({ code: 0 });
    const file = path.join(root, "evals", "baselines", "cases.json");
    const baseline = parseBaseline(readFileSync(file, "utf8"), file);
    expect(baseline.results).toHaveLength(first.results.length);
    expect((await patchpro("gate")).code).toBe(0);
    const broken = { ...baseline, results: baseline.results.map((each) => ({ ...each, status: "passed" as const })) };
    writeFileSync(file, baselineText(broken));
    expect((await patchpro("gate")).code).toBe(1);
    expect((await patchpro("gate", "--allow-broken", "--margin", "50")).out).toContain("gate");
    writeFileSync(file, '{"version":1,"run":{}}');
    expect(await patchpro("gate")).toMatchObject({
      code: 2,
      err: expect.stringContaining("evals/baselines/cases.json"),
    });
  });

  it.each([
    [["gate", "--head", "nothing"], "there is no eval run nothing"],
    [["gate", "--base", "latest"], "base and head are the same run"],
    [["gate", "--margin", "lots"], "percentage points"],
    [["gate", "--base", "not-there.json"], "there is no not-there.json"],
    [["compare", "latest", "01K9nothing"], "patchpro eval runs"],
  ])("says what is wrong with %s", async (words, said) => {
    await stored(history(1, 5));
    expect(await patchpro(...words)).toMatchObject({ code: 2, err: expect.stringContaining(said) });
  });
});

describe("eval compare and eval runs", () => {
  it("compare by id, by its beginning, by latest~N and by file", async () => {
    const all = history(3, 40);
    await stored(all);
    const [first] = all;
    if (!first) throw new Error("no run");
    const file = path.join(root, "before.json");
    writeFileSync(file, JSON.stringify({ version: 1, ...first, problems: [] }));
    const texts = await Promise.all(
      [first.run.id, "latest~2", "before.json"].map(async (name) => (await patchpro("compare", name)).out),
    );
    expect(texts[0]).toContain("Broken (");
    expect(texts[1]).toBe(texts[0]);
    expect(texts[2]).toBe(texts[0]);
  });

  it("lists runs over time, and says what to do where there are none", async () => {
    expect((await patchpro("runs")).out).toContain("`patchpro eval run` stores one");
    await stored(history(3, 40));
    const { out } = await patchpro("runs", "--suite", "cases", "--limit", "2");
    expect(out.trimEnd().split("\n")).toHaveLength(1 + 2 + 1);
    expect(out).toContain("/40 = ");
    const data = JSON.parse((await patchpro("runs", "--format", "json")).out);
    expect(data.runs).toHaveLength(3);
    const byFamily = (await patchpro("runs", "--by", "family")).out.trimEnd().split("\n");
    expect(byFamily).toHaveLength(1 + 7);
    expect(byFamily[0]).toMatch(/^family +abc123/);
  });
});

describe("a baseline file", () => {
  it("holds one result a line, the same on every machine, and is read back", () => {
    const [first] = history(1, 20);
    if (!first) throw new Error("no run");
    const slower = { ...first, results: first.results.map((each) => ({ ...each, wallMs: 7, attemptId: "x" })) };
    const quicker = { ...first, results: first.results.map((each) => ({ ...each, wallMs: 1 })) };
    expect(baselineText(slower)).toBe(baselineText(quicker));
    expect(
      baselineText(first)
        .split("\n")
        .filter((line) => line.includes('"caseId"')),
    ).toHaveLength(first.results.length);
    expect(parseBaseline(baselineText(first), "b").results.map(({ status }) => status)).toEqual(
      first.results.map(({ status }) => status),
    );
  });
});
