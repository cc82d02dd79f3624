import type { generateText, LanguageModel, ToolSet } from "ai";
import { messageOf } from "../../domain/errors.ts";
import type { Usage } from "../../ports/provider.ts";
import type { Answer, Ask, Exchange } from "./exchange.ts";
import { isJson } from "./manner.ts";
import type { ObservedFetch } from "./observed-fetch.ts";
import { readWireFailure } from "./wire-failure.ts";
import { readWireReply, type WireReply } from "./wire-reply.ts";

type Sdk = typeof import("ai");
type SdkRequest = Parameters<typeof generateText>[0];
/** Provider options of the AI SDK, by provider. */
export type SdkOptions = NonNullable<SdkRequest["providerOptions"]>;

/** The part of the SDK's result that we read. */
interface SdkResult {
  readonly text: string;
  readonly toolCalls: readonly { readonly input: unknown }[];
  readonly finishReason: string;
  readonly usage: {
    readonly inputTokens: number | undefined;
    readonly outputTokens: number | undefined;
    readonly inputTokenDetails: { readonly cacheReadTokens: number | undefined };
    readonly outputTokenDetails: { readonly reasoningTokens: number | undefined };
  };
  readonly warnings: readonly object[] | undefined;
  readonly response: { readonly modelId: string };
}

const REPLY_NAME = "answer";

/**
 * Sends one request through the AI SDK and says how it ended; never throws. Whatever a server said with a success
 * status and that holds a reply comes back as `answered`, also where the SDK would have refused it.
 */
export async function exchange(
  makeModel: () => Promise<LanguageModel>,
  ask: Ask,
  wire: ObservedFetch,
  providerOptions: SdkOptions,
  signal: AbortSignal,
): Promise<Exchange> {
  try {
    // 200 ms to load: only for runs that ask a model.
    const sdk = await import("ai");
    Reflect.set(globalThis, "AI_SDK_LOG_WARNINGS", false);
    const result = await send(sdk, await makeModel(), ask, providerOptions, signal);
    return reportedFailure(wire) ?? withThoughts(answered(result, wire), ask, wire);
  } catch (error) {
    return reportedFailure(wire) ?? withThoughts(unanswered(error, wire), ask, wire);
  }
}

function send(
  sdk: Sdk,
  model: LanguageModel,
  ask: Ask,
  providerOptions: SdkOptions,
  signal: AbortSignal,
): Promise<SdkResult> {
  const request = {
    model,
    ...(ask.system === "" ? {} : { instructions: ask.system }),
    prompt: ask.user,
    maxOutputTokens: ask.maxOutputTokens,
    ...(ask.temperature === undefined ? {} : { temperature: ask.temperature }),
    maxRetries: 0,
    abortSignal: signal,
    providerOptions,
    telemetry: { isEnabled: false },
  };
  if (ask.schema === undefined || ask.mode === "text") return sdk.generateText(request);
  // The reply's own text is what we want, whatever it is: nothing is parsed here.
  const verbatim = { parseCompleteOutput: ({ text }: { text: string }) => Promise.resolve(text) };
  if (ask.mode === "json-object")
    return sdk.generateText({ ...request, output: { ...sdk.Output.json(), ...verbatim } });
  const schema = sdk.jsonSchema(ask.schema);
  if (ask.mode === "json-schema") {
    return sdk.generateText({
      ...request,
      output: { ...sdk.Output.object({ schema, name: REPLY_NAME }), ...verbatim },
    });
  }
  const tools: ToolSet = { [REPLY_NAME]: { description: "Takes the answer.", inputSchema: schema } };
  return sdk.generateText({ ...request, tools, toolChoice: "required" });
}

function answered(result: SdkResult, wire: ObservedFetch): Answer {
  const told = readWireReply(wire.seen().body ?? "");
  const called = result.toolCalls[0]?.input;
  const argument = typeof called === "string" || called === undefined ? called : JSON.stringify(called);
  return {
    kind: "answered",
    text: argument ?? result.text,
    finishReason: result.finishReason,
    refusal: told?.refusal,
    usage: told === undefined || hasCounts(told.usage) ? usageOf(result.usage) : told.usage,
    model: result.response.modelId,
    warnings: (result.warnings ?? []).map(wordsOf),
  };
}

/** A rejection in the body of a success: it may pass like any other. */
function reportedFailure(wire: ObservedFetch): Exchange | undefined {
  const { status = 0, headers, body = "" } = wire.seen();
  const told = status >= 200 && status <= 299 ? readWireFailure(body) : undefined;
  return told && { kind: "rejected", headers, ...told };
}

/** Servers that part a model's thoughts from its answer take JSON without any thoughts before it for thoughts. */
function withThoughts(exchange: Exchange, { schema }: Ask, wire: ObservedFetch): Exchange {
  if (exchange.kind !== "answered" || exchange.text.trim() !== "" || schema === undefined) return exchange;
  const thoughts = readWireReply(wire.seen().body ?? "")?.thoughts ?? "";
  return isJson(thoughts) ? { ...exchange, text: thoughts } : exchange;
}

function unanswered(error: unknown, wire: ObservedFetch): Exchange {
  const { tried, status, headers, body, failure } = wire.seen();
  if (!tried) return { kind: "unsendable", message: messageOf(error) };
  if (failure !== undefined) return { kind: "disconnected", ...failure };
  if (status === undefined || body === undefined)
    return { kind: "disconnected", message: messageOf(error), sent: false };
  if (status < 200 || status > 299) return { kind: "rejected", status, headers, body };
  const told = readWireReply(body);
  if (told === undefined) return { kind: "unreadable", status, contentType: headers["content-type"] ?? "", body };
  return salvaged(told);
}

function salvaged({ thoughts: _, ...told }: WireReply): Answer {
  const warnings = ["the answer does not follow the API's format; it was read as well as could be"];
  return { kind: "answered", ...told, model: told.model ?? "", warnings };
}

/** The SDK counts a missing number as 0: then the server's own body is asked. */
function hasCounts(usage: Usage): boolean {
  return usage.inputTokens !== undefined && usage.outputTokens !== undefined;
}

function usageOf(usage: SdkResult["usage"]): Usage {
  return {
    inputTokens: usage.inputTokens,
    outputTokens: usage.outputTokens,
    cachedInputTokens: usage.inputTokenDetails.cacheReadTokens,
    reasoningTokens: usage.outputTokenDetails.reasoningTokens,
  };
}

function wordsOf(warning: object): string {
  const told = Object.entries(warning).filter(([, value]) => typeof value === "string");
  return told.map(([name, value]) => `${name}: ${value}`).join(", ");
}
