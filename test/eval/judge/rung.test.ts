import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it, onTestFinished } from "vitest";
import { scriptedProvider } from "../../../src/adapters/providers/scripted.ts";
import { openStore } from "../../../src/adapters/stores/open.ts";
import { readPromptFiles } from "../../../src/adapters/system/prompt-files.ts";
import { CHECKS, type CheckResult } from "../../../src/domain/check.ts";
import { ulidMaker } from "../../../src/domain/ulid.ts";
import { calibrate } from "../../../src/eval/judge/calibrate.ts";
import { judgeGate } from "../../../src/eval/judge/gate.ts";
import { judgeOf } from "../../../src/eval/judge/identity.ts";
import { parseJudgePrompts } from "../../../src/eval/judge/judge-prompts.ts";
import type { JudgeGate } from "../../../src/pipeline/judge-rung.ts";
import { type JudgeOpinion, judged } from "../../../src/verify/judged.ts";
import { type LoopOptions, runLoop } from "../../model/support/loop.ts";
import { rewriteLines } from "../../model/support/replies.ts";
import { toyLinter } from "../../pipeline/toy/linter.ts";
import { openPlayground, textAfter } from "../../pipeline/toy/repair.ts";
import { DAY, NOW, planted } from "./simulated.ts";

const playground = openPlayground();
afterAll(() => playground.remove());
const lint = toyLinter([{ id: "no-bad", match: "bad\\d*\\(\\)" }]);
const prompts = parseJudgePrompts(await readPromptFiles(join(import.meta.dirname, "..", "..", "..", "prompts")));

/** A gate over a store in which the judge was calibrated `daysAgo` with these rates. */
async function gateOf(
  say: (user: string, call: number) => string,
  { tpr = 0.97, tnr = 0.96, daysAgo = 1, measured = "scripted", required = true } = {},
) {
  const folder = await mkdtemp(join(tmpdir(), "patchpro-gate-"));
  const store = await openStore({ kind: "sqlite", file: join(folder, "traces.db") }, { now: () => NOW });
  onTestFinished(async () => {
    await store.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  });
  const provider = scriptedProvider(({ user }, call) => say(user, call), { name: "scripted:judge" });
  const judge = judgeOf(
    { criterion: "overall", model: provider.name, params: { maxOutputTokens: 500 }, prompts, examples: [] },
    NOW,
  );
  await store.judgements.addJudge(judge);
  const { labels, judgements } = planted({ count: 700, good: 0.5, tpr, tnr, seed: 2 });
  const said = judgements.map((each) => ({
    ...each,
    judgeId: judge.id,
    answeredBy: measured,
    at: NOW - daysAgo * DAY,
  }));
  await store.judgements.addCalibration(
    calibrate({ judge, labels, judgements: said, corrections: [], earlier: [] }, "c1", NOW - daysAgo * DAY),
  );
  const newUlid = ulidMaker();
  const tools = {
    provider,
    prompts,
    examples: [],
    timeoutMs: 1000,
    now: () => NOW,
    newId: () => newUlid(NOW),
    redact: (text: string) => text,
  };
  return { gate: await judgeGate(judge, store.judgements, tools, required), provider, judge, store };
}

const verdict = (word: string) =>
  JSON.stringify({ critique: "The renamed call takes other arguments.", verdict: word });

async function repaired(judge: JudgeGate, more: Partial<LoopOptions> = {}) {
  playground.fill({ "a.py": "x = 1\nbad1()\n" });
  const model = scriptedProvider((request) => rewriteLines(request, (line) => line.replace("bad", "good")));
  const loop = await runLoop(playground, { lint, chain: [model], judge, settings: { attempts: 2 }, ...more });
  return { ...loop, model, text: textAfter(loop.result, "a.py", playground) };
}

describe("the rung `judged`", () => {
  it("refuses what passed everything else if the judge is trusted, and the model hears why", async () => {
    const { gate, provider, judge, store } = await gateOf((_, call) => verdict(call === 0 ? "fail" : "pass"));
    expect(gate.gates).toBe(true);
    const { ended, model, text } = await repaired(gate);
    expect(text).toBe("x = 1\ngood1()\n");
    expect(ended.map(({ outcome, failedCheck, code }) => [outcome, failedCheck, code])).toEqual([
      ["rejected", "judged", "JUDGED_UNFIT"],
      ["accepted", undefined, undefined],
    ]);
    expect(model.calls[1]?.user).toContain("The renamed call takes other arguments.");
    expect(ended[1]?.checks.at(-1)).toMatchObject({ name: "judged", status: "pass" });
    expect(provider.calls[0]?.user).toMatch(/-bad1\(\)\n\+good1\(\)/);
    const said = await store.judgements.judgements(judge.id);
    expect(said.map(({ purpose, verdict: word }) => [purpose, word])).toEqual([
      ["gate", "fail"],
      ["gate", "pass"],
    ]);
  });

  it.each([
    ["its calibration has expired", { daysAgo: 31 }, /30 days have passed/],
    ["it is only advisory", { tpr: 0.87, tnr: 0.83 }, /advisory and refuses nothing/],
    ["it was rejected", { tpr: 0.97, tnr: 0.3 }, /rejected and refuses nothing/],
    ["`judged` is not required", { required: false }, /does not require/],
  ])("refuses nothing if %s: the run records what it said, and says so", async (_, how, words) => {
    const { gate } = await gateOf(() => verdict("fail"), how);
    const { result, ended, text } = await repaired(gate);
    expect(text).toBe("x = 1\ngood1()\n");
    expect(ended[0]?.checks.at(-1)).toMatchObject({
      name: "judged",
      status: "skip",
      detail: expect.stringMatching(/would refuse it, but its word does not count/),
      evidence: expect.objectContaining({ verdict: "fail" }),
    });
    expect(result.notices.join("\n")).toMatch(words);
  });

  it("refuses nothing by the word of a model that was never measured, or by none", async () => {
    const other = await gateOf(() => verdict("fail"), { measured: "scripted-before" });
    expect((await repaired(other.gate)).ended[0]).toMatchObject({ outcome: "accepted" });
    const mute = await gateOf(() => "pass, I think");
    const { ended } = await repaired(mute.gate);
    expect(ended[0]?.checks.at(-1)).toMatchObject({ status: "skip", detail: expect.stringMatching(/no verdict/) });
  });

  it("is never asked about what a rung below refused, and cannot overrule it", async () => {
    const { gate, provider } = await gateOf(() => verdict("pass"));
    const wrong = scriptedProvider((request) => rewriteLines(request, (line) => `${line}  # still`));
    const { ended, text } = await repaired(gate, { chain: [wrong] });
    expect(text).toBe("x = 1\nbad1()\n");
    expect(ended.every(({ outcome }) => outcome === "rejected")).toBe(true);
    expect(provider.calls.length).toBe(0);
  });

  it("lets any word of any judge change nothing where any check failed", () => {
    for (const name of CHECKS.filter((each) => each !== "judged")) {
      for (const word of ["pass", "fail"] as const) {
        const below: CheckResult[] = [{ name, status: "fail", ms: 1, detail: "no" }];
        const opinion: JudgeOpinion = {
          judgeId: "j",
          model: "m",
          verdict: word,
          critique: "c",
          gates: true,
          standing: "s",
        };
        expect(judged(below, opinion).status).toBe("skip");
      }
    }
  });

  it("is left out where the budget does not allow it", async () => {
    const { gate } = await gateOf(() => verdict("fail"));
    const { ended } = await repaired(gate, { budget: { run: { attempts: 1 } } });
    expect(ended[0]?.checks.at(-1)).toMatchObject({
      name: "judged",
      status: "skip",
      detail: expect.stringMatching(/attempts/),
    });
  });
});
