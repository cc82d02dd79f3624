import { fileURLToPath } from "node:url";
import { systemClock } from "../../adapters/system/clock.ts";
import { readPromptFiles } from "../../adapters/system/prompt-files.ts";
import type { Config } from "../../config/config.ts";
import { PatchProError } from "../../domain/errors.ts";
import type { Criterion, Judge } from "../../domain/judge.ts";
import { ulidMaker } from "../../domain/ulid.ts";
import type { JudgeTools } from "../../eval/judge/ask.ts";
import { judgeExamples } from "../../eval/judge/disagreements.ts";
import { judgeGate } from "../../eval/judge/gate.ts";
import { judgeOf } from "../../eval/judge/identity.ts";
import { parseJudgePrompts } from "../../eval/judge/judge-prompts.ts";
import type { JudgeGate } from "../../pipeline/judge-rung.ts";
import type { Judgements } from "../../ports/judgements.ts";
import type { CommandContext } from "../context.ts";
import { modelChain } from "./models.ts";
import { openTraces, redactorFor } from "./traces.ts";

/** Room for a critique; what a judge thinks before it writes is the provider's affair. */
const MAX_OUTPUT_TOKENS = 2_000;

/** A judge as it is configured now, ready to be asked. */
export interface ReadyJudge {
  readonly judge: Judge;
  readonly tools: JudgeTools;
}

/**
 * The judge that the shipped prompt and rubrics, the accepted corrections and a model make. `model`: `provider:name`; the
 * configured judge, else the last of the model chain, if undefined. Throws `PatchProError` where there is none.
 */
export async function readyJudge(
  config: Config,
  context: CommandContext,
  store: Judgements,
  { model, criterion }: { readonly model?: string | undefined; readonly criterion: Criterion },
): Promise<ReadyJudge> {
  const spec = model ?? config.judge.model ?? config.model.chain.at(-1);
  if (spec === undefined)
    throw new PatchProError(
      "usage",
      "no model is named that could judge",
      "Give --model PROVIDER:NAME, or set `model` under [judge] in the configuration.",
    );
  const [provider] = await modelChain({ ...config, model: { ...config.model, chain: [spec] } }, context);
  if (!provider) throw new PatchProError("config", `${spec} cannot be asked`, "Name another model.");
  const prompts = parseJudgePrompts(await readPromptFiles(fileURLToPath(new URL("../../../prompts", import.meta.url))));
  const { ids, examples } = await judgeExamples(store, criterion);
  const { temperature, timeoutMs } = config.model;
  const params = { maxOutputTokens: MAX_OUTPUT_TOKENS, ...(temperature !== undefined && { temperature }) };
  const redact = redactorFor(context);
  const newUlid = ulidMaker();
  return {
    judge: judgeOf({ criterion, model: provider.name, params, prompts, examples: ids }, systemClock.now()),
    tools: {
      provider,
      prompts,
      examples,
      timeoutMs,
      now: () => systemClock.now(),
      newId: () => newUlid(systemClock.now()),
      redact: (text) => redact.text(text).text,
      signal: context.signal,
    },
  };
}

/** The configured judge as the last rung of a run; undefined where none is configured. `close` when the run has ended. */
export async function openJudgeGate(
  root: string,
  config: Config,
  context: CommandContext,
): Promise<{ readonly gate: JudgeGate; close(): Promise<void> } | undefined> {
  if (config.judge.model === undefined) return undefined;
  const store = await openTraces(root, config);
  try {
    const { judge, tools } = await readyJudge(config, context, store.judgements, { criterion: "overall" });
    const gate = await judgeGate(judge, store.judgements, tools, config.require.includes("judged"));
    return { gate, close: () => store.close() };
  } catch (error) {
    await store.close();
    throw error;
  }
}
