import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createProvider } from "../../../src/adapters/providers/create.ts";
import { createEndpoints } from "../../../src/adapters/providers/endpoints.ts";
import { createFineTuner } from "../../../src/adapters/providers/fine-tuning.ts";
import { parseSpec } from "../../../src/adapters/providers/spec.ts";
import { openStore } from "../../../src/adapters/stores/open.ts";
import { PatchProError } from "../../../src/domain/errors.ts";
import { patchpro } from "../../e2e/support/cli.ts";
import { openPlayground, type Playground } from "../../pipeline/toy/repair.ts";
import { startModelServer } from "../../support/model-server.ts";
import { NOW, unusedImport } from "./support/labelled.ts";
import { plantIn } from "./support/store.ts";
import { startTuningServer, type TuningServer } from "./support/tuning-server.ts";

const KEY = "sk-proj-tuning-key-0123456789";
const MODEL = "gpt-4.1-mini-2025-04-14";
const TRAINED = "ft:gpt-4.1-mini-2025-04-14:acme:patches:AbC123";

function tunerAt({ url }: TuningServer, waits: number[] = []) {
  const clock = {
    now: () => NOW,
    sleep: async (ms: number) => {
      waits.push(ms);
    },
  };
  return createFineTuner({ baseUrl: url, apiKey: KEY, clock, random: () => 0.5 });
}

const order = { model: MODEL, method: "supervised" as const, trainingFile: "file-1" };
const bytes = () => Buffer.from('{"a":1}\n');

describe("the fine-tuning API of OpenAI", () => {
  it("takes a file for fine-tuning, word by word, and a job with its method", async () => {
    await using server = await startTuningServer();
    const tuner = tunerAt(server);
    const file = await tuner.upload("train.jsonl", Buffer.from('{"a":"ü\\r\\n--x"}\n'));
    expect(file).toMatchObject({ id: "file-1" });
    expect(server.seen[0]).toMatchObject({
      authorization: `Bearer ${KEY}`,
      fields: { purpose: "fine-tune", filename: "train.jsonl", file: '{"a":"ü\\r\\n--x"}\n' },
    });
    const job = await tuner.create({ ...order, validationFile: "file-2", suffix: "patches", epochs: 2, seed: 7 });
    expect(server.seen[1]?.body).toEqual({
      model: MODEL,
      training_file: "file-1",
      validation_file: "file-2",
      suffix: "patches",
      seed: 7,
      method: { type: "supervised", supervised: { hyperparameters: { n_epochs: 2 } } },
    });
    expect(job).toMatchObject({
      id: "ftjob-1",
      state: "validating_files",
      error: undefined,
      createdAt: 1_790_000_000_000,
    });
    await tuner.create({ ...order, method: "dpo" });
    expect(server.seen[2]?.body).toEqual({ model: MODEL, training_file: "file-1", method: { type: "dpo", dpo: {} } });
  });

  it("tells events oldest first, and a trained model or why it failed", async () => {
    await using server = await startTuningServer();
    const tuner = tunerAt(server);
    await tuner.create(order);
    server.events.push(
      { id: "e1", created_at: 1, level: "info", message: "Created" },
      { id: "e2", created_at: 2, level: "info", message: "Step 1" },
    );
    expect((await tuner.events("ftjob-1")).map(({ message }) => message)).toEqual(["Created", "Step 1"]);
    server.onJob(
      { status: "succeeded", fine_tuned_model: TRAINED, trained_tokens: 900, finished_at: 1_790_000_100 },
      { status: "failed", fine_tuned_model: null, error: { code: "invalid_training_file", message: `line 3 ${KEY}` } },
    );
    expect(await tuner.job("ftjob-1")).toMatchObject({ state: "succeeded", trainedModel: TRAINED, trainedTokens: 900 });
    expect(await tuner.job("ftjob-1")).toMatchObject({
      state: "failed",
      error: "invalid_training_file: line 3 [secret]",
    });
  });

  it("waits as long as a 429 asks, and gives up where no wait helps", async () => {
    await using server = await startTuningServer();
    const waits: number[] = [];
    const tuner = tunerAt(server, waits);
    server.fail("POST /files", { status: 429, message: "slow down", headers: { "retry-after": "3" } });
    expect((await tuner.upload("a.jsonl", bytes())).id).toBe("file-1");
    expect(waits).toEqual([3000]);
    server.fail("POST /files", { status: 429, message: "You exceeded insufficient_quota", code: "insufficient_quota" });
    await expect(tuner.upload("a.jsonl", bytes())).rejects.toMatchObject({ code: "provider" });
    server.fail("POST /fine_tuning/jobs", { status: 429, message: "later", headers: { "retry-after": "86400" } });
    await expect(tuner.create(order)).rejects.toMatchObject({ code: "provider" });
    expect(waits).toEqual([3000]);
  });

  it("names a refused key and a refused file, without the key", async () => {
    await using server = await startTuningServer();
    const tuner = tunerAt(server);
    server.fail("POST /files", { status: 401, message: `Incorrect API key provided: ${KEY}` });
    const refused = await tuner.upload("a.jsonl", bytes()).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: "config", message: expect.stringMatching(/does not accept the key/) });
    expect(String(refused)).not.toContain(KEY);
    server.fail("POST /fine_tuning/jobs", { status: 400, message: "Invalid file format. Line 3 misses messages." });
    await expect(tuner.create(order)).rejects.toMatchObject({
      code: "input",
      message: expect.stringMatching(/Line 3 misses/),
    });
  });

  it("asks again after server errors only where that changes nothing", async () => {
    await using server = await startTuningServer();
    const tuner = tunerAt(server);
    await tuner.create(order);
    server.fail("GET /fine_tuning/jobs/ftjob-1", { status: 503, message: "" }, { cut: true, worked: false });
    expect((await tuner.job("ftjob-1")).id).toBe("ftjob-1");
    server.fail("POST /fine_tuning/jobs", { status: 500, message: "boom" });
    await expect(tuner.create(order)).rejects.toBeInstanceOf(PatchProError);
    expect(server.jobs.size).toBe(1);
  });

  it("finds the job that was started although the answer was lost, and never starts two", async () => {
    await using server = await startTuningServer();
    const tuner = tunerAt(server);
    server.fail("POST /fine_tuning/jobs", { cut: true, worked: true });
    expect((await tuner.create(order)).id).toBe("ftjob-1");
    server.fail("POST /fine_tuning/jobs", { cut: true, worked: false });
    await expect(tuner.create({ ...order, trainingFile: "file-9" })).rejects.toMatchObject({ code: "network" });
    expect(server.jobs.size).toBe(1);
  });

  it("needs a key at OpenAI's own address, and an http(s) address elsewhere", () => {
    const clock = { now: () => 0, sleep: async () => undefined };
    expect(() => createFineTuner({ baseUrl: undefined, apiKey: undefined, clock })).toThrow(/needs a key/);
    expect(() => createFineTuner({ baseUrl: "ftp://x", apiKey: KEY, clock })).toThrow(/not an http/);
  });
});

describe("a trained model", () => {
  it("is a --model like any other, and is priced by the user's own table alone", async () => {
    expect(parseSpec(`openai:${TRAINED}`)).toMatchObject({ kind: "openai", model: TRAINED });
    await using server = await startModelServer();
    const ask = async (prices: Record<string, { input: number; output: number }>) => {
      const clock = { now: Date.now, sleep: async () => undefined };
      const provider = createProvider({
        spec: `openai:${TRAINED}`,
        baseUrl: `${server.url}/v1`,
        apiKey: KEY,
        prices,
        clock,
        endpoints: createEndpoints(Date.now),
      });
      const key = { task: "t", fileHash: "h", findings: [], attempt: 1 };
      return provider.ask({
        system: "s",
        user: "u",
        maxOutputTokens: 10,
        timeoutMs: 10_000,
        signal: new AbortController().signal,
        key,
      });
    };
    server.plays({ does: "reply", text: "fixed" });
    expect(await ask({})).toMatchObject({ ok: true, text: "fixed", costUsd: undefined });
    expect(server.seen[0]?.body.model).toBe(TRAINED);
    expect(await ask({ [`openai:${TRAINED}`]: { input: 1_000_000, output: 0 } })).toMatchObject({ costUsd: 100 });
  });
});

describe("patchpro finetune", () => {
  let playground: Playground;
  let server: TuningServer;
  const run = (...words: string[]) =>
    patchpro(playground, words, {
      env: { OPENAI_API_KEY: KEY, OPENAI_BASE_URL: server.url, PATCHPRO_API_KEY: undefined },
    });
  const create = (...more: string[]) =>
    run("finetune", "create", "--dataset", "data", "--model", `openai:${MODEL}`, ...more);

  beforeEach(async () => {
    playground = openPlayground();
    playground.fill({ ".patchpro.toml": '[dataset]\nconsent = true\nlicences = ["MIT"]\n' });
    const here = basename(playground.root);
    const store = await openStore(
      { kind: "sqlite", file: join(playground.root, ".patchpro/traces/traces.db") },
      { now: () => NOW },
    );
    await plantIn(
      store,
      Array.from({ length: 14 }, (_, at) => ({
        id: `r${at}`,
        repository: here,
        path: `m${at}.py`,
        ...unusedImport(at),
      })),
    );
    await store.close();
    server = await startTuningServer();
    const told = await run("dataset", "export", "--no-prove", "--out", "data");
    expect([told.err, told.code]).toEqual(["", 0]);
  });
  afterEach(async () => {
    await server[Symbol.asyncDispose]();
    playground.remove();
  });

  it("shows files, rows, tokens and cost, and sends nothing without --yes", async () => {
    const told = await create("--epochs", "2");
    expect(told.code).toBe(0);
    expect(told.out).toMatch(/train\.jsonl +1\d rows, about \d+ tokens/);
    expect(told.out).toMatch(/validation\.jsonl/);
    expect(told.out).toMatch(/about \$0\.\d\d \(2 epochs/);
    expect(told.out).toMatch(/Nothing was sent/);
    expect(server.seen).toEqual([]);
  });

  it("uploads what was exported, starts one job, and tells the model's name when it is done", async () => {
    const told = await create("--yes", "--suffix", "patches");
    expect([told.err, told.code]).toEqual(["", 0]);
    expect(server.files.get("file-1")).toBe(readFileSync(join(playground.root, "data/train.jsonl"), "utf8"));
    expect(server.seen.at(-1)?.body).toMatchObject({
      training_file: "file-1",
      validation_file: "file-2",
      suffix: "patches",
    });
    server.events.push({ id: "e", created_at: 1_790_000_001, level: "info", message: "Step 1/9" });
    server.onJob({ status: "running" }, { status: "succeeded", fine_tuned_model: TRAINED, trained_tokens: 4242 });
    const waited = await run("finetune", "status", "--wait", "--every", "1");
    expect(waited.code).toBe(0);
    expect(waited.err).toMatch(/Step 1\/9/);
    expect(waited.out).toContain(`--model openai:${TRAINED}`);
    const again = await create("--yes", "--suffix", "patches");
    expect(again.out).toMatch(/was started before, as ftjob-1/);
    expect([server.jobs.size, server.files.size]).toEqual([1, 2]);
    expect(readFileSync(join(playground.root, ".patchpro/finetune/jobs.json"), "utf8")).not.toContain(KEY);
  });

  it("goes on after a connection that broke between upload and job: no file is sent twice", async () => {
    server.fail("POST /fine_tuning/jobs", { cut: true, worked: false });
    const broken = await create("--yes");
    expect([broken.code, broken.err]).toEqual([3, expect.stringMatching(/broke/)]);
    const again = await create("--yes");
    expect(again.code).toBe(0);
    expect([server.jobs.size, server.files.size]).toEqual([1, 2]);
  });

  it("ends with 3 and the provider's words when the job failed; the same training may be started again", async () => {
    await create("--yes");
    server.onJob({ status: "failed", error: { code: "invalid_training_file", message: "line 3 is too long" } });
    const told = await run("finetune", "status", "ftjob-1", "--json");
    expect(told.code).toBe(3);
    expect(JSON.parse(told.out).job).toMatchObject({
      state: "failed",
      error: "invalid_training_file: line 3 is too long",
    });
    await create("--yes");
    expect(server.jobs.size).toBe(2);
  });

  it("finds a wrong file before it is sent: changed, broken, of another format, or no dataset", async () => {
    const file = join(playground.root, "data/train.jsonl");
    const right = readFileSync(file, "utf8");
    const refused = async (text: string) => {
      writeFileSync(file, text);
      return (await create("--yes")).err;
    };
    expect(await refused(`${right}{"messages": []}\n`)).toMatch(/train\.jsonl, line \d+: messages/);
    expect(await refused(right.replace("import", "imp0rt"))).toMatch(/SHA-256 differs/);
    expect(await refused(right.trimEnd())).toMatch(/does not end/);
    writeFileSync(file, right);
    await run("dataset", "export", "--no-prove", "--format", "jsonl", "--out", "own");
    const own = await run("finetune", "create", "--dataset", "own", "--model", MODEL, "--yes");
    expect([own.code, own.err]).toEqual([2, expect.stringMatching(/PatchPro's own format/)]);
    const none = await run("finetune", "create", "--dataset", "nowhere", "--model", MODEL, "--yes");
    expect([none.code, none.err]).toEqual([2, expect.stringMatching(/no manifest\.json/)]);
    expect(server.seen).toEqual([]);
    expect(existsSync(join(playground.root, ".patchpro/finetune"))).toBe(false);
  });

  it("says so where nothing was started", async () => {
    expect((await run("finetune", "status")).err).toMatch(/no training was started here/);
  });
});
