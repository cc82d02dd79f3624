import { existsSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { recordLine } from "../../src/adapters/providers/recording.ts";
import { openStore, storeTarget } from "../../src/adapters/stores/open.ts";
import { type CommandContext, settle } from "../../src/cli/context.ts";
import { playground as playgroundOf } from "../../src/cli/wire/playground.ts";
import { type Bench, openBench } from "../../src/cli/wire/workbench.ts";
import { readEnvironment } from "../../src/config/environment.ts";
import type { RepairRecord } from "../../src/domain/attempt.ts";
import { sha256 } from "../../src/domain/digest.ts";
import type { TraceRecord } from "../../src/domain/trace.ts";
import type { CorrectAnswer, FilesAnswer, PlaygroundAnswer } from "../../src/server/api.ts";
import { patchpro, project, startPatchpro } from "../e2e/support/cli.ts";
import { openPlayground } from "../pipeline/toy/repair.ts";
import { aServer, fill, NOW } from "./support.ts";

const here = openPlayground();
afterAll(() => here.remove());
const data = join(here.root, ".patchpro");

/** Reports every line that begins with `bad`. */
const LINTER = `
import { readFileSync } from "node:fs";
const lines = readFileSync("a.txt", "utf8").split(/\\r?\\n/);
const findings = lines.flatMap((line, at) => line.startsWith("bad") ? [{ ruleId: "bad", path: "a.txt", startLine: at + 1, startColumn: 1, endLine: at + 1, endColumn: line.length + 1, severity: "warning", message: line + " is bad", fixes: [] }] : []);
process.stdout.write(JSON.stringify({ version: 1, tool: "toy", findings }));
`;
const PATCH =
  "diff --git a/a.txt b/a.txt\n--- a/a.txt\n+++ b/a.txt\n@@ -1,3 +1,3 @@\n one\n-bad two\n+worse two\n three\n";

const repair: RepairRecord = {
  id: "r1",
  runId: "run-1",
  strategy: "single",
  source: "model",
  path: "a.txt",
  fileType: "txt",
  fileLines: 4,
  findings: [
    {
      id: "f1",
      tool: "toy",
      ruleId: "bad",
      severity: "warning",
      path: "a.txt",
      startLine: 2,
      endLine: 2,
      message: "bad two is bad",
    },
  ],
  startedAt: NOW,
};

const attempt = {
  id: "a1",
  repairId: "r1",
  runId: "run-1",
  number: 1,
  model: "fake:small",
  promptName: "single",
  promptVersion: 1,
  promptHash: "0".repeat(64),
  system: "s",
  prompt: "p",
  startedAt: NOW,
};
const records: TraceRecord[] = [
  {
    kind: "run",
    run: { id: "run-1", kind: "local", repository: "here", toolVersion: "1", startedAt: NOW },
    place: { host: "elsewhere", pid: 1 },
  },
  { kind: "repair", repair },
  { kind: "attempt", attempt, redactions: 0 },
  {
    kind: "attempt-ended",
    attempt,
    end: {
      endedAt: NOW,
      outcome: "rejected",
      mended: [],
      patch: PATCH,
      checks: [],
      latencyMs: 1,
      transportRetries: 0,
      replayed: false,
    },
    facts: { checks: [] },
    redactions: 0,
  },
  {
    kind: "repair-ended",
    repairId: "r1",
    end: { endedAt: NOW, status: "rejected", stopReason: "attempts", closed: [] },
  },
];

function prepare(text: string): void {
  const linter = join(here.root, "..", "linter.mjs");
  writeFileSync(linter, LINTER);
  const command = JSON.stringify([process.execPath, linter]);
  here.fill({
    "a.txt": text,
    ".patchpro.toml": `[analyzers.ruff]\nenabled = false\n[analyzers.eslint]\nenabled = false\n[analyzers.semgrep]\nenabled = false\n[analyzers.toy]\ncommand = ${command}\nformat = "findings"\n[model]\nname = "replay:recording.jsonl"\n`,
  });
}

function contextHere(): CommandContext {
  return {
    cwd: here.root,
    environment: readEnvironment({ ...process.env, TMPDIR: here.tmp }),
    toolVersion: "0.0.0-test",
    signal: new AbortController().signal,
    stdout: async () => undefined,
    stderr: () => undefined,
  };
}

describe("corrections and the playground of a repository", () => {
  let bench: Bench;
  let server: ReturnType<typeof aServer>;
  let store: Awaited<ReturnType<typeof openStore>>;

  beforeEach(async () => {
    prepare("one\nbad two\nthree\n");
    const context = contextHere();
    const { root, config } = settle(context, {});
    store = await openStore(
      { kind: "sqlite", file: join(here.tmp, `${Math.random()}`, "traces.db") },
      { now: Date.now },
    );
    await store.write(records);
    bench = openBench(root, config, context);
    server = aServer(store, { workbench: bench, ask: playgroundOf(config, context, bench) });
  });
  afterEach(async () => {
    await bench.close();
    await store.close();
  });

  const correct = async (files: Record<string, string | null>) =>
    (
      await server.send<CorrectAnswer>("POST", "/api/correct", {
        attemptId: "a1",
        files,
        label: { value: "bad", rater: "Ada" },
      })
    ).body;

  it("shows the files without and with the patch, and why it cannot once they have changed", async () => {
    const files = await server.get<FilesAnswer>("/api/attempts/a1/files");
    expect(files.body).toEqual({
      files: [{ path: "a.txt", before: "one\nbad two\nthree\n", after: "one\nworse two\nthree\n" }],
    });
    here.fill({ "a.txt": "something else\n" });
    const { files: [file] = [], stale } = (await server.get<FilesAnswer>("/api/attempts/a1/files")).body;
    expect(file).toEqual({ path: "a.txt", before: "something else\n", after: "something else\n" });
    expect(stale).toContain("does not apply");
  });

  it("proves a correction on the ladder and keeps its diff with the label", async () => {
    const { proved, checks, label } = await correct({ "a.txt": "one\ngood two\nthree\n" });
    expect(checks.filter(({ status }) => status === "fail")).toEqual([]);
    expect(proved).toBe(true);
    expect(label?.correctedPatch).toContain("-bad two\n+good two\n");
    expect(await store.labels("a1")).toMatchObject([{ correctedPatch: label?.correctedPatch }]);
  });

  it("refuses one that leaves the finding, that brings a new one, or that changes nothing, each with its check", async () => {
    const still = await correct({ "a.txt": "one\nbad two\nthree!\n" });
    const more = await correct({ "a.txt": "one\nbad 2\nbad three\n" });
    const same = await correct({ "a.txt": "one\nbad two\nthree\n" });
    expect([still, more, same].map(({ proved, label }) => [proved, label])).toEqual(
      Array.from({ length: 3 }, () => [false, undefined]),
    );
    expect(still.checks.at(-1)).toMatchObject({ status: "fail", code: "TARGET_STILL_FIRES" });
    expect(same.checks).toMatchObject([{ code: "DIFF_EMPTY" }]);
    expect(await store.labels("a1")).toEqual([]);
  });

  it.each(["../outside.txt", "/etc/passwd", "a/../../b", ".git/config", ".GIT/hooks/x", "a//b", "."])(
    "takes no path %j",
    async (path) => {
      const { status, body } = await server.send("POST", "/api/correct", { attemptId: "a1", files: { [path]: "x" } });
      expect([status, body.error.code]).toEqual([400, "input"]);
    },
  );

  it("keeps the line ends that a text field of a browser loses", async () => {
    prepare("one\r\nbad two\r\nthree\r\n");
    const { proved, patch } = await correct({ "a.txt": "one\ngood two\nthree\n" });
    expect(proved).toBe(true);
    expect(patch).toContain("-bad two\r\n+good two\r\n three\r\n");
  });

  it("asks a model again and lets its reply climb", async () => {
    const edit = { path: "a.txt", startLine: 2, endLine: 2, original: "bad two", replacement: "fine two" };
    record(JSON.stringify({ edits: [edit], explanation: "made it fine", unfixable: null }));
    const { body } = await server.send<PlaygroundAnswer>("POST", "/api/playground", {
      attemptId: "a1",
      system: "s",
      user: "p, please",
      model: "replay:recording.jsonl",
    });
    expect(body).toMatchObject({ proved: true, reply: { ok: true, promptTokens: 7, costMicroUsd: 1500 } });
    expect(body.patch).toContain("+fine two");
    expect(body).not.toHaveProperty("unreadable");
  });

  it("shows a reply that cannot be read, and a model that said nothing", async () => {
    record("I am sorry.");
    const ask = async () =>
      (
        await server.send<PlaygroundAnswer>("POST", "/api/playground", {
          attemptId: "a1",
          system: "s",
          user: "p",
          model: "replay:recording.jsonl",
        })
      ).body;
    expect(await ask()).toMatchObject({
      proved: false,
      checks: [],
      unreadable: expect.any(String),
      reply: { text: "I am sorry." },
    });
    writeFileSync(join(here.root, "recording.jsonl"), "");
    expect(await ask()).toMatchObject({
      proved: false,
      reply: { ok: false, reason: expect.stringContaining("nothing is recorded") },
    });
  });

  it("asks no model that is not configured", async () => {
    expect(
      (await server.send("POST", "/api/playground", { attemptId: "a1", system: "s", user: "p", model: "openai:gpt" }))
        .status,
    ).toBe(400);
  });
});

/** What the model of the recording says to the question of the attempt. */
function record(text: string): void {
  const key = { task: "repair.single", fileHash: sha256("one\nbad two\nthree\n"), findings: ["f1"], attempt: 1 };
  const usage = { inputTokens: 7, outputTokens: 3, cachedInputTokens: undefined, reasoningTokens: undefined };
  const line = recordLine(
    { system: "s", user: "p", maxOutputTokens: 1, timeoutMs: 1, key },
    {
      ok: true,
      text,
      finishReason: "stop",
      mode: "text",
      model: "small-1",
      usage,
      costUsd: 0.0015,
      latencyMs: 5,
      transportRetries: 0,
      warnings: [],
    },
    undefined,
  );
  writeFileSync(join(here.root, "recording.jsonl"), line);
}

const built = existsSync(join(project, "dist-ui", "index.html"));

describe.skipIf(!built)(`patchpro ui${built ? "" : " (skipped: dist-ui is not built)"}`, () => {
  beforeEach(async () => {
    prepare("one\n");
    const store = await openStore(storeTarget(undefined, data), { now: Date.now });
    await fill(store, 20);
    await store.close();
  });

  it("prints an address, serves the page there to this computer, and ends with Ctrl-C while somebody listens", async () => {
    const started = startPatchpro(here, ["ui"]);
    const { origin, token } = await addressOf(started);
    expect(await (await fetch(origin)).text()).toContain("<title>");
    expect(await (await fetch(`${origin}/api/repairs?size=5`)).json()).toMatchObject({ facets: { total: 20 } });
    const lease = async (headers: Record<string, string>) =>
      (
        await fetch(`${origin}/api/queue`, {
          method: "POST",
          headers: { "content-type": "application/json", ...headers },
          body: '{"rater":"Ada"}',
        })
      ).status;
    expect([await lease({}), await lease({ "x-patchpro-token": token })]).toEqual([401, 200]);
    expect(await raw(origin, "/..%2fpackage.json")).toBe(404);
    expect(await raw(origin, "/../package.json")).toBe(404);
    expect(await raw(origin, "/", { host: "evil.example" })).toBe(403);
    const live = await fetch(`${origin}/api/live`);
    started.interrupt();
    expect((await started.ended).code).toBe(0);
    await live.text().catch(() => undefined);
  });

  it("has the same address and token when it is started again, so that an open page goes on", async () => {
    const first = startPatchpro(here, ["ui", "--quiet"]);
    const before = await addressOf(first);
    first.interrupt();
    await first.ended;
    const second = startPatchpro(here, ["ui", "--quiet"]);
    const after = await addressOf(second);
    second.interrupt();
    await second.ended;
    expect(after).toEqual(before);
  });

  it("takes another port where its own is taken, and says so where one was asked for", async () => {
    const first = startPatchpro(here, ["ui"]);
    const { origin } = await addressOf(first);
    const second = startPatchpro(here, ["ui"]);
    expect((await addressOf(second)).origin).not.toBe(origin);
    second.interrupt();
    await second.ended;
    const refused = await patchpro(here, ["ui", "--port", new URL(origin).port]);
    expect(refused).toMatchObject({ code: 2, err: expect.stringContaining("--port") });
    first.interrupt();
    await first.ended;
  });

  it("writes a bundle into a new folder, and not over another one", async () => {
    const told = await patchpro(here, ["ui", "--bundle", "out/traces"]);
    expect(told).toMatchObject({ code: 0, out: `${join(here.root, "out", "traces", "index.html")}\n` });
    for (const name of ["index.html", "data/index.js", "data/rows-0.js", "data/repairs-0.js"])
      expect(existsSync(join(here.root, "out", "traces", name))).toBe(true);
    expect(await patchpro(here, ["ui", "--bundle", "out/traces"])).toMatchObject({
      code: 2,
      err: expect.stringContaining("not an empty folder"),
    });
  });

  it.each([
    ["--port", "65536"],
    ["--port", "x"],
    ["--port", "-1"],
  ])("takes no %s %s", async (...words) => {
    expect((await patchpro(here, ["ui", ...words])).code).toBe(2);
  });
});

/** Waits for the address that the command prints. */
async function addressOf({ said }: ReturnType<typeof startPatchpro>): Promise<{ origin: string; token: string }> {
  while (!said.out.includes("\n")) await wait(20);
  const url = new URL(said.out.trim());
  return { origin: url.origin, token: url.hash.replace("#token=", "") };
}

/** Asks for a path exactly as it is written. */
function raw(origin: string, path: string, headers: Record<string, string> = {}): Promise<number | undefined> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    request({ hostname, port, path, headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on("error", reject)
      .end();
  });
}
