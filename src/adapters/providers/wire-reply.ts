import { z } from "zod";
import type { Usage } from "../../ports/provider.ts";

/** What can be read from a success's body without insisting on its exact shape. */
export interface WireReply {
  readonly text: string;
  /** What the server says are the model's thoughts, if it parts them from the text. */
  readonly thoughts?: string | undefined;
  readonly refusal: string | undefined;
  /** In the SDK's words: `stop`, `length`, `content-filter`, `tool-calls`, `other`. */
  readonly finishReason: string;
  readonly model: string | undefined;
  readonly usage: Usage;
}

const count = z.number().optional().catch(undefined);
const words = z.string().optional().catch(undefined);
const part = z.looseObject({
  type: words,
  text: words,
  refusal: words,
  thought: z.boolean().optional().catch(undefined),
});
const parts = z.array(part).catch([]);
const usage = z
  .looseObject({
    prompt_tokens: count,
    completion_tokens: count,
    input_tokens: count,
    output_tokens: count,
    cache_read_input_tokens: count,
    cache_creation_input_tokens: count,
  })
  .optional()
  .catch(undefined);
const googleUsage = z
  .looseObject({
    promptTokenCount: count,
    candidatesTokenCount: count,
    cachedContentTokenCount: count,
    thoughtsTokenCount: count,
  })
  .optional()
  .catch(undefined);

/** OpenAI chat completions (and everything like it), responses; Anthropic messages; Google generateContent. */
const wire = z.looseObject({
  model: words,
  modelVersion: words,
  usage,
  usageMetadata: googleUsage,
  choices: z
    .array(
      z.looseObject({
        finish_reason: words,
        text: words,
        message: z
          .looseObject({
            content: z.union([z.string(), parts]).nullish().catch(undefined),
            refusal: words,
            reasoning_content: words,
            reasoning: words,
            tool_calls: z.array(z.looseObject({ function: z.looseObject({ arguments: z.unknown() }) })).catch([]),
          })
          .optional()
          .catch(undefined),
      }),
    )
    .optional()
    .catch(undefined),
  output: z
    .array(z.looseObject({ type: words, content: parts.optional() }))
    .optional()
    .catch(undefined),
  incomplete_details: z.looseObject({ reason: words }).nullish().catch(undefined),
  content: parts.optional(),
  stop_reason: words,
  candidates: z
    .array(z.looseObject({ finishReason: words, content: z.looseObject({ parts }).optional().catch(undefined) }))
    .optional()
    .catch(undefined),
  promptFeedback: z.looseObject({ blockReason: words }).optional().catch(undefined),
});
type Wire = z.infer<typeof wire>;

/**
 * Reads a reply from a body in any of the known formats, however incomplete: the safety net for servers whose
 * answers the SDK rejects (a token count that is a string, a missing `created`), because such replies were paid for.
 * Undefined if the body is not JSON or holds no reply.
 */
export function readWireReply(body: string): WireReply | undefined {
  const parsed = wire.safeParse(jsonOf(body));
  if (!parsed.success) return undefined;
  return fromChat(parsed.data) ?? fromResponses(parsed.data) ?? fromMessages(parsed.data) ?? fromGoogle(parsed.data);
}

function fromChat(seen: Wire): WireReply | undefined {
  const choice = seen.choices?.[0];
  if (choice === undefined) return undefined;
  const { message } = choice;
  const content = message?.content;
  const said = typeof content === "string" ? content : content?.map((each) => each.text ?? "").join("");
  return {
    ...common(seen),
    text: filled(said) ?? argumentsOf(message?.tool_calls[0]?.function.arguments) ?? choice.text ?? "",
    thoughts: message?.reasoning_content ?? message?.reasoning,
    refusal: filled(choice.message?.refusal),
    finishReason: unified(choice.finish_reason),
  };
}

/** As the API has them, one string of JSON, or as the object that some servers make of it. */
function argumentsOf(told: unknown): string | undefined {
  return typeof told === "string" || told === undefined ? told : JSON.stringify(told);
}

function fromResponses(seen: Wire): WireReply | undefined {
  if (seen.output === undefined) return undefined;
  const all = seen.output.filter((item) => item.type === "message").flatMap((item) => item.content ?? []);
  return { ...common(seen), ...joined(all), finishReason: unified(seen.incomplete_details?.reason ?? "stop") };
}

function fromMessages(seen: Wire): WireReply | undefined {
  if (seen.content === undefined) return undefined;
  const finishReason = unified(seen.stop_reason);
  return { ...common(seen), ...joined(seen.content.filter((each) => each.type !== "thinking")), finishReason };
}

function fromGoogle(seen: Wire): WireReply | undefined {
  const candidate = seen.candidates?.[0];
  const blocked = filled(seen.promptFeedback?.blockReason);
  if (candidate === undefined && blocked === undefined) return undefined;
  const told = joined((candidate?.content?.parts ?? []).filter((each) => each.thought !== true));
  return {
    ...common(seen),
    text: told.text,
    refusal: blocked,
    finishReason: unified(candidate?.finishReason ?? "SAFETY"),
  };
}

function joined(all: readonly z.infer<typeof part>[]): { text: string; refusal: string | undefined } {
  const refusal = all.map((each) => each.refusal ?? "").join("");
  return { text: all.map((each) => each.text ?? "").join(""), refusal: filled(refusal) };
}

function common(seen: Wire): { model: string | undefined; usage: Usage } {
  const told = seen.usage;
  const google = seen.usageMetadata;
  const uncached = told?.prompt_tokens ?? told?.input_tokens ?? google?.promptTokenCount;
  const anthropicCache = (told?.cache_read_input_tokens ?? 0) + (told?.cache_creation_input_tokens ?? 0);
  return {
    model: seen.model ?? seen.modelVersion,
    usage: {
      inputTokens: uncached === undefined ? undefined : uncached + anthropicCache,
      outputTokens: told?.completion_tokens ?? told?.output_tokens ?? google?.candidatesTokenCount,
      cachedInputTokens: told?.cache_read_input_tokens ?? google?.cachedContentTokenCount,
      reasoningTokens: google?.thoughtsTokenCount,
    },
  };
}

const FINISH: Readonly<Record<string, string>> = {
  stop: "stop",
  end_turn: "stop",
  stop_sequence: "stop",
  length: "length",
  max_tokens: "length",
  max_output_tokens: "length",
  model_context_window_exceeded: "length",
  content_filter: "content-filter",
  refusal: "content-filter",
  safety: "content-filter",
  prohibited_content: "content-filter",
  tool_calls: "tool-calls",
  tool_use: "tool-calls",
};

function unified(reason: string | undefined): string {
  return FINISH[reason?.toLowerCase() ?? ""] ?? "other";
}

function filled(text: string | undefined): string | undefined {
  return text === undefined || text === "" ? undefined : text;
}

/** A body's JSON; undefined if it is none. */
export function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
