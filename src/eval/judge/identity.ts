import { sha256 } from "../../domain/digest.ts";
import type { Criterion, Judge, JudgeParams } from "../../domain/judge.ts";
import type { JudgePrompts } from "./judge-prompts.ts";

export interface JudgeMakeup {
  readonly criterion: Criterion;
  /** As configured: `provider:name`. */
  readonly model: string;
  readonly params: JudgeParams;
  readonly prompts: JudgePrompts;
  /** Ids of the corrections that are shown as examples. */
  readonly examples: readonly string[];
}

/** The judge that all this makes: the same makeup is the same judge, whenever and wherever it is put together. */
export function judgeOf({ criterion, model, params, prompts, examples }: JudgeMakeup, now: number): Judge {
  const { maxOutputTokens, temperature } = params;
  const parts = {
    criterion,
    model,
    params: { maxOutputTokens, ...(temperature !== undefined && { temperature }) },
    prompt: prompts.prompt,
    promptSha: prompts.promptSha,
    rubricSha: prompts.rubrics.sha,
    examples: examples.toSorted(),
  };
  return { id: sha256(JSON.stringify(parts)).slice(0, 12), ...parts, createdAt: now };
}

/** In what a judge differs from an earlier one, in words; empty if in nothing. */
export function differences(now: Judge, before: Judge): string[] {
  const said: string[] = [];
  if (now.criterion !== before.criterion) said.push("the criterion");
  if (now.model !== before.model) said.push("the model");
  if (JSON.stringify(now.params) !== JSON.stringify(before.params)) said.push("the parameters");
  if (now.promptSha !== before.promptSha) said.push("the prompt");
  if (now.rubricSha !== before.rubricSha) said.push("the rubrics");
  if (now.examples.join() !== before.examples.join()) said.push("the examples");
  return said;
}
