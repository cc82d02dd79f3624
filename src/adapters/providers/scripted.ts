import type { Clock } from "../../ports/clock.ts";
import type { ModelReply, ModelRequest, Provider } from "../../ports/provider.ts";
import { NO_USAGE } from "./exchange.ts";
import { ceilingOf, costOfExchange, estimateTokens, inputChars, type Price } from "./prices.ts";

/** A reply's text, or a whole reply (a failure, say). */
type ScriptedAnswer = string | ModelReply;

/** Answers in order, or a function of the request and the number of the call (from 0). */
export type Script =
  | readonly ScriptedAnswer[]
  | ((request: ModelRequest, call: number) => ScriptedAnswer | Promise<ScriptedAnswer>);

export interface ScriptedProvider extends Provider {
  /** Every request in the order of the calls. */
  readonly calls: readonly ModelRequest[];
}

export interface ScriptedOptions {
  readonly name?: string;
  /** Tokens are counted as a third of the text's length; free if undefined. */
  readonly price?: Price;
  /** Waits before each answer. */
  readonly latency?: { readonly ms: number; readonly clock: Clock };
}

/** A model that says what it was told to say: for tests and demonstrations. A script that has run out answers `ok: false`. */
export function scriptedProvider(script: Script, options: ScriptedOptions = {}): ScriptedProvider {
  const calls: ModelRequest[] = [];
  const price = options.price ?? { input: 0, output: 0 };
  const latencyMs = options.latency?.ms ?? 0;
  return {
    name: options.name ?? "scripted:model",
    calls,
    async ask(request) {
      const call = calls.push(request) - 1;
      try {
        await options.latency?.clock.sleep(latencyMs, request.signal);
      } catch {
        return failed("stopped before the model answered", latencyMs);
      }
      if (request.signal?.aborted) return failed("stopped before the model answered", latencyMs);
      const answer = typeof script === "function" ? await script(request, call) : script[call];
      if (answer === undefined) return failed(`the script has no answer for call ${call + 1}`, latencyMs);
      return typeof answer === "string" ? said(answer, request, price, latencyMs) : answer;
    },
    ceilingUsd: (request) => ceilingOf(request, price),
  };
}

function said(text: string, request: ModelRequest, price: Price, latencyMs: number): ModelReply {
  const input = inputChars(request);
  const usage = { ...NO_USAGE, inputTokens: estimateTokens(input), outputTokens: estimateTokens(text.length) };
  return {
    ok: true,
    text,
    finishReason: "stop",
    mode: request.schema === undefined ? "text" : "json-schema",
    model: "scripted",
    usage,
    costUsd: costOfExchange(usage, { input, output: text.length }, price),
    latencyMs,
    transportRetries: 0,
    warnings: [],
  };
}

function failed(reason: string, latencyMs: number): ModelReply {
  return {
    ok: false,
    code: "LLM_ERROR",
    reason,
    retryable: false,
    usage: NO_USAGE,
    costUsd: 0,
    latencyMs,
    transportRetries: 0,
  };
}
