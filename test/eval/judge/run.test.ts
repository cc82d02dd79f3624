import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { type Script, scriptedProvider } from "../../../src/adapters/providers/scripted.ts";
import { openStore } from "../../../src/adapters/stores/open.ts";
import { readPromptFiles } from "../../../src/adapters/system/prompt-files.ts";
import { ulidMaker } from "../../../src/domain/ulid.ts";
import type { JudgeTools } from "../../../src/eval/judge/ask.ts";
import { acceptCorrection, judgeExamples, readDisagreements } from "../../../src/eval/judge/disagreements.ts";
import { judgeOf } from "../../../src/eval/judge/identity.ts";
import { parseJudgePrompts } from "../../../src/eval/judge/judge-prompts.ts";
import { type JudgeOrder, runJudge } from "../../../src/eval/judge/run.ts";
import type { TraceStore } from "../../../src/ports/store.ts";
import { redactor } from "../../../src/trace/redact.ts";
import { attemptId, recordProved } from "./proved-world.ts";
import { DAY, NOW } from "./simulated.ts";

const prompts = parseJudgePrompts(await readPromptFiles(join(import.meta.dirname, "..", "..", "..", "prompts")));
const SAYS = (verdict: string) => JSON.stringify({ critique: "The module is used elsewhere.", verdict });

async function world(attempts: number): Promise<TraceStore> {
  const folder = await mkdtemp(join(tmpdir(), "patchpro-judge-"));
  const store = await openStore({ kind: "sqlite", file: join(folder, "traces.db") }, { now: () => NOW });
  onTestFinished(async () => {
    await store.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  });
  await recordProved(
    store,
    Array.from({ length: attempts }, () => ({})),
  );
  return store;
}

function asked(script: Script, { now = NOW, usd = 0 }: { now?: number; usd?: number } = {}) {
  const provider = scriptedProvider(script, { name: "scripted:judge", price: { input: usd, output: usd } });
  const newUlid = ulidMaker();
  const redact = redactor({ values: ["canary-secret"] });
  const tools: JudgeTools = {
    provider,
    prompts,
    examples: [],
    timeoutMs: 1000,
    now: () => now,
    newId: () => newUlid(now),
    redact: (text) => redact.text(text).text,
  };
  const judge = judgeOf(
    { criterion: "overall", model: provider.name, params: { maxOutputTokens: 500 }, prompts, examples: [] },
    now,
  );
  const run = (store: TraceStore, attempts: number, more: Partial<JudgeOrder> = {}) =>
    runJudge(
      {
        judge,
        attemptIds: Array.from({ length: attempts }, (_, n) => attemptId(n)),
        purpose: "run",
        repeat: 1,
        budgetUsd: undefined,
        concurrency: 3,
        ...more,
      },
      store.judgements,
      tools,
    );
  return { provider, judge, tools, run };
}

describe("a run of a judge", () => {
  it("writes every call with its words, tokens and cost, and asks nothing twice", async () => {
    const store = await world(4);
    const first = asked(() => SAYS("pass"), { usd: 5 });
    const done = await first.run(store, 4);
    expect(done.calls.length).toBe(4);
    const [call] = await store.judgements.calls(attemptId(0));
    expect(call).toMatchObject({ verdict: "pass", critique: "The module is used elsewhere.", answeredBy: "scripted" });
    expect(call?.prompt).toContain("module_0");
    expect(call?.costMicroUsd).toBeGreaterThan(0);
    const again = await first.run(store, 4, { repeat: 2 });
    expect(again).toMatchObject({ before: 4, left: 0, ended: "done" });
    expect(again.calls.map(({ sample }) => sample)).toEqual([2, 2, 2, 2]);
  });

  it("keeps what gave no verdict as a call, and asks that again the next time", async () => {
    const store = await world(2);
    const odd = asked((_, n) => (n === 0 ? "I would say pass." : SAYS("fail")));
    const done = await odd.run(store, 2, { concurrency: 1 });
    expect(done.calls.map(({ verdict, code }) => verdict ?? code)).toEqual(["PARSE_NOT_JSON", "fail"]);
    expect((await store.judgements.judgements(odd.judge.id)).length).toBe(1);
    expect((await odd.run(store, 2)).calls.map((call) => call.attemptId)).toEqual([attemptId(0)]);
  });

  it("stops before the budget is passed, and goes on from there", async () => {
    const store = await world(6);
    const dear = asked(() => SAYS("pass"), { usd: 100 });
    const one = await dear.run(store, 1);
    const usd = (one.calls[0]?.costMicroUsd ?? 0) / 1e6;
    const [request] = dear.provider.calls;
    if (!request) throw new Error("nothing was asked");
    const ceiling = dear.provider.ceilingUsd(request) ?? 0;
    const done = await dear.run(store, 6, { budgetUsd: 2 * usd + ceiling + 0.001, concurrency: 1 });
    expect(done.ended).toBe("budget");
    expect(done.left).toBeGreaterThan(0);
    const spent = done.calls.reduce((sum, call) => sum + (call.costMicroUsd ?? 0), 0) / 1e6;
    expect(spent).toBeLessThanOrEqual(2 * usd + ceiling + 0.001);
    expect((await dear.run(store, 6)).before).toBe(1 + done.calls.length);
  });

  it("gives up after five failures of the provider in a row", async () => {
    const store = await world(20);
    const dead = asked([]);
    const done = await dead.run(store, 20, { concurrency: 1 });
    expect(done).toMatchObject({ ended: "stopped", left: 15 });
  });

  it("takes secrets out of what it writes down", async () => {
    const store = await world(1);
    await asked(() => JSON.stringify({ critique: "It leaks canary-secret here.", verdict: "fail" })).run(store, 1);
    const text = JSON.stringify(await store.judgements.calls(attemptId(0)));
    expect(text).not.toContain("canary-secret");
    expect(text).toContain("[secret: known]");
  });

  it("judges anew what is older than 30 days, and anchors every time", async () => {
    const store = await world(3);
    await asked(() => SAYS("pass")).run(store, 3);
    expect((await asked(() => SAYS("pass"), { now: NOW + 29 * DAY }).run(store, 3)).calls.length).toBe(0);
    expect((await asked(() => SAYS("pass")).run(store, 3, { purpose: "anchor" })).calls.length).toBe(3);
    expect((await asked(() => SAYS("pass"), { now: NOW + 31 * DAY }).run(store, 3)).calls.length).toBe(3);
  });
});

describe("disagreements", () => {
  it("come with what the judge passed first, and can be accepted except in the test split", async () => {
    const store = await world(60);
    const { judge, run, tools } = asked((_, n) => SAYS(n % 2 ? "fail" : "pass"));
    await run(store, 60, { concurrency: 1 });
    for (let n = 0; n < 60; n += 1) {
      const value = n % 3 === 0 ? "bad" : "good";
      await store.addLabel({ attemptId: attemptId(n), rater: "ada", value, note: `because ${n}` });
    }
    const found = await readDisagreements(store.judgements, judge);
    expect(found.length).toBeGreaterThan(20);
    expect(found[0]?.judge).toBe("pass");
    expect(found.at(-1)?.judge).toBe("fail");
    const by = { rater: "ada", now: NOW, newId: tools.newId };
    const tested = found.find(({ split }) => split === "test")?.attemptId ?? "";
    const shown = found.find(({ split }) => split !== "test")?.attemptId ?? "";
    await expect(acceptCorrection(store.judgements, judge, tested, by)).rejects.toThrow(/test split/);
    await acceptCorrection(store.judgements, judge, shown, by);
    const { ids, examples } = await judgeExamples(store.judgements, "overall");
    expect(ids.length).toBe(1);
    expect(examples[0]?.note).toMatch(/^because/);
    expect((await readDisagreements(store.judgements, judge)).filter(({ accepted }) => accepted).length).toBe(1);
    await expect(acceptCorrection(store.judgements, judge, "attempt-x", by)).rejects.toThrow(/do not disagree/);
  });
});
