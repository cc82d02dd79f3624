import type { AttemptEnd } from "../../domain/attempt.ts";
import type { ModelReply } from "../../ports/provider.ts";
import type { ModelTools } from "./tools.ts";

type Booked = Pick<AttemptEnd, "endedAt" | "latencyMs" | "transportRetries" | "replayed"> & Partial<AttemptEnd>;

/** What a reply itself says about how an attempt ended: its words, its tokens, its price. */
export function endOf(reply: ModelReply, tools: ModelTools): Booked {
  const { inputTokens, outputTokens, cachedInputTokens, reasoningTokens } = reply.usage;
  return {
    endedAt: Math.round(tools.ladder.now()),
    latencyMs: reply.latencyMs,
    transportRetries: reply.transportRetries,
    replayed: reply.ok && reply.replayed === true,
    ...(reply.text !== undefined && { reply: reply.text }),
    ...(reply.ok && { mode: reply.mode, finishReason: reply.finishReason, answeredBy: reply.model }),
    ...(!reply.ok && reply.httpStatus !== undefined && { httpStatus: reply.httpStatus }),
    ...(inputTokens !== undefined && { promptTokens: inputTokens }),
    ...(outputTokens !== undefined && { completionTokens: outputTokens }),
    ...(cachedInputTokens !== undefined && { cachedTokens: cachedInputTokens }),
    ...(reasoningTokens !== undefined && { reasoningTokens }),
    ...(reply.costUsd !== undefined && { costMicroUsd: Math.round(reply.costUsd * 1e6) }),
  };
}
