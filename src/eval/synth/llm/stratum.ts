import { z } from "zod";
import { sha256 } from "../../../domain/digest.ts";
import type { Provider } from "../../../ports/provider.ts";
import { type Draft, dimensionsOf } from "../draft.ts";
import { randomOf } from "../random.ts";
import type { RecipeFacts } from "../recipes/recipe.ts";
import { type SynthPrompts, synthRequest } from "./prompts.ts";
import { llmRecipe, topicOf } from "./topics.ts";

/** Findings that a model writes, beside those of recipes. */
export interface LlmStratum {
  readonly provider: Provider;
  readonly prompts: SynthPrompts;
  /** Share of all findings, 0 to 1. */
  readonly share: number;
  readonly timeoutMs: number;
}

/** What a reply came to. `recipe` says whose count it belongs to. */
export type LlmDraft = { readonly draft: Draft } | { readonly recipe: Pick<RecipeFacts, "name">; readonly why: string };

const MAX_OUTPUT_TOKENS = 6_000;
/** A generated file is small; whatever is longer is no answer to the question. */
const LONGEST = 20_000;

const replyShape = z.object({
  rule: z.string().max(20),
  before: z.string().min(1).max(LONGEST),
  after: z.string().min(1).max(LONGEST),
});
const SCHEMA = {
  type: "object",
  properties: { rule: { type: "string" }, before: { type: "string" }, after: { type: "string" } },
  required: ["rule", "before", "after"],
  additionalProperties: false,
};

/** The model's turn for an index, 0-based; undefined if a recipe makes that finding. Turns are spread evenly. */
export function turnOf({ share }: Pick<LlmStratum, "share">, index: number): number | undefined {
  const turn = Math.floor(index * share);
  return Math.floor((index + 1) * share) > turn ? turn : undefined;
}

/** Asks for one finding. Never throws for what the model says; the analyzer has not looked at the draft yet. */
export async function askForFinding(
  stratum: LlmStratum,
  { seed, index, turn, signal }: { seed: number; index: number; turn: number; signal: AbortSignal },
): Promise<LlmDraft> {
  const topic = topicOf(turn);
  const random = randomOf(`${seed}/${index}/llm`);
  const user = synthRequest(stratum.prompts, topic, random);
  const recipe = { name: `llm:${topic}` };
  const reply = await stratum.provider.ask({
    system: stratum.prompts.system,
    user,
    schema: SCHEMA,
    maxOutputTokens: MAX_OUTPUT_TOKENS,
    timeoutMs: stratum.timeoutMs,
    signal,
    key: { task: `synth.${topic}`, fileHash: sha256(user), findings: [], attempt: 1 },
  });
  if (!reply.ok) return { recipe, why: `the model gave no answer: ${reply.reason}` };
  const read = replyShape.safeParse(jsonIn(reply.text));
  if (!read.success) return { recipe, why: "the answer is not the JSON object that was asked for" };
  const { rule } = read.data;
  const [before, after] = [normal(read.data.before), normal(read.data.after)];
  const facts = llmRecipe(topic, rule);
  if (!facts) return { recipe, why: `the answer plants ${JSON.stringify(rule)}, which is no rule of the topic` };
  if (before === after) return { recipe, why: "the answer gives the same text twice" };
  const plain = {
    lineEnds: "lf",
    indentation: "4 spaces",
    bom: false,
    finalNewline: true,
    neighbours: "none",
  } as const;
  return {
    draft: {
      recipe: facts,
      language: "python",
      file: `${topic.replace("-", "_")}.py`,
      before,
      after,
      dimensions: dimensionsOf(before, { ...plain, nesting: "unknown", hunks: 1 }),
    },
  };
}

/** Models write carriage returns and forget the last line's end; neither is what is planted. */
function normal(text: string): string {
  return `${text
    .replace(/^\ufeff/, "")
    .replace(/\r\n?/g, "\n")
    .replace(/\n+$/, "")}\n`;
}

/** The outermost object in a text, however it is wrapped; undefined if there is none. */
function jsonIn(text: string): unknown {
  const [from, to] = [text.indexOf("{"), text.lastIndexOf("}")];
  if (from === -1 || to < from) return undefined;
  try {
    return JSON.parse(text.slice(from, to + 1));
  } catch {
    return undefined;
  }
}
