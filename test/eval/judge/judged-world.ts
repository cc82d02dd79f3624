import { join } from "node:path";
import { scriptedProvider } from "../../../src/adapters/providers/scripted.ts";
import { readPromptFiles } from "../../../src/adapters/system/prompt-files.ts";
import type { Judge } from "../../../src/domain/judge.ts";
import { ulidMaker } from "../../../src/domain/ulid.ts";
import { calibrate } from "../../../src/eval/judge/calibrate.ts";
import { judgeOf } from "../../../src/eval/judge/identity.ts";
import { parseJudgePrompts } from "../../../src/eval/judge/judge-prompts.ts";
import { runJudge } from "../../../src/eval/judge/run.ts";
import type { TraceStore } from "../../../src/ports/store.ts";
import { attemptId, recordProved } from "./proved-world.ts";

/**
 * Fills a store with attempts of which each fourth is bad, labelled by a person, judged by a model that misses each eighth,
 * and calibrated at `now`.
 */
export async function judgedWorld(store: TraceStore, count: number, now: number): Promise<Judge> {
  await recordProved(
    store,
    Array.from({ length: count }, (_, n) => ({ ruleId: ["F401", "S608", "D103"][n % 3] ?? "F401" })),
  );
  for (let n = 0; n < count; n += 1) {
    const bad = n % 4 === 0;
    await store.addLabel({
      attemptId: attemptId(n),
      rater: "ada",
      value: bad ? "bad" : "good",
      ...(bad && { note: `<b>lost</b> ${n}` }),
    });
  }
  const prompts = parseJudgePrompts(await readPromptFiles(join(import.meta.dirname, "..", "..", "..", "prompts")));
  const provider = scriptedProvider(
    ({ key }) => {
      const n = Number(/finding-(\d+)/.exec(key.findings[0] ?? "")?.[1]);
      const bad = (n % 4 === 0) !== (n % 8 === 0 || n % 8 === 3);
      return JSON.stringify({ critique: `Critique of ${n}.`, verdict: bad ? "fail" : "pass" });
    },
    { name: "scripted:judge", price: { input: 1, output: 1 } },
  );
  const params = { maxOutputTokens: 500 };
  const judge = judgeOf({ criterion: "overall", model: provider.name, params, prompts, examples: [] }, now);
  const newUlid = ulidMaker();
  const attemptIds = Array.from({ length: count }, (_, n) => attemptId(n));
  await runJudge(
    { judge, attemptIds, purpose: "run", repeat: 1, budgetUsd: undefined, concurrency: 1 },
    store.judgements,
    {
      provider,
      prompts,
      examples: [],
      timeoutMs: 1000,
      now: () => now,
      newId: () => newUlid(now),
      redact: (text) => text,
    },
  );
  const labels = await store.judgements.blindLabels("overall");
  const judgements = await store.judgements.judgements(judge.id);
  await store.judgements.addCalibration(
    calibrate({ judge, labels, judgements, corrections: [], earlier: [] }, newUlid(now), now),
  );
  return judge;
}
