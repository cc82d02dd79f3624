import { createHash } from "node:crypto";
import { z } from "zod";
import { PatchProError } from "../../domain/errors.ts";
import type { ModelReply, ModelRequest, RequestKey, Usage } from "../../ports/provider.ts";

const RECORDING_VERSION = 1;

const count = z.number().optional();
const LLM_CODES = [
  "LLM_TIMEOUT",
  "LLM_RATE_LIMIT",
  "LLM_AUTH",
  "LLM_CONTENT_FILTER",
  "LLM_CONTEXT_OVERFLOW",
  "LLM_TRUNCATED",
  "LLM_EMPTY",
  "LLM_ERROR",
] as const;

const recordedSchema = z.object({
  version: z.literal(RECORDING_VERSION),
  key: z.object({ task: z.string(), fileHash: z.string(), findings: z.array(z.string()), attempt: z.number() }),
  /** SHA-256 (hex) of the words and the shape that were sent. */
  promptHash: z.string(),
  request: z.object({ system: z.string(), user: z.string() }).optional(),
  /** The reply's text; null if there was none. */
  reply: z.string().nullable(),
  finishReason: z.string().optional(),
  /** Why the exchange failed, if it did. */
  failure: z
    .object({ code: z.enum(LLM_CODES), reason: z.string(), retryable: z.boolean(), httpStatus: z.number().optional() })
    .optional(),
  usage: z.object({ inputTokens: count, outputTokens: count, cachedInputTokens: count, reasoningTokens: count }),
  costUsd: z.number().nullable(),
  model: z.string().optional(),
  mode: z.enum(["json-schema", "json-object", "tool", "text"]).optional(),
  latencyMs: z.number(),
  warnings: z.array(z.string()).optional(),
});

/** One line of a recording: what was asked for, and what came back. */
export type Recorded = z.infer<typeof recordedSchema>;

/** The identity of a task: equal for two requests whose words differ. */
export function keyText({ task, fileHash, findings, attempt }: RequestKey): string {
  return JSON.stringify([task, fileHash, [...findings].sort(), attempt]);
}

/** SHA-256 (hex) of what is sent: system, user, and the wanted shape. */
export function promptHash(request: Pick<ModelRequest, "system" | "user" | "schema">): string {
  return createHash("sha256")
    .update(JSON.stringify([request.system, request.user, request.schema ?? null]))
    .digest("hex");
}

/** The line (with its line end) that records an exchange. */
export function recordLine(request: ModelRequest, reply: ModelReply, words: Recorded["request"]): string {
  const { usage, latencyMs, warnings } = reply;
  const common = {
    version: RECORDING_VERSION,
    key: request.key,
    promptHash: promptHash(request),
    request: words,
    reply: reply.text ?? null,
    usage,
    costUsd: reply.costUsd ?? null,
    latencyMs,
    warnings,
  };
  const rest = reply.ok
    ? { finishReason: reply.finishReason, model: reply.model, mode: reply.mode }
    : { failure: { code: reply.code, reason: reply.reason, retryable: reply.retryable, httpStatus: reply.httpStatus } };
  return `${JSON.stringify({ ...common, ...rest })}\n`;
}

/**
 * Reads a recording: one JSON object per line, blank lines ignored, by key; of equal keys the last one counts.
 * Throws `PatchProError("input")` naming the line that cannot be read.
 */
export function readRecording(text: string): Map<string, Recorded> {
  const byKey = new Map<string, Recorded>();
  for (const [index, line] of text
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/)
    .entries()) {
    if (line.trim() === "") continue;
    const recorded = readLine(line, index + 1);
    byKey.set(keyText(recorded.key), recorded);
  }
  return byKey;
}

function readLine(line: string, number: number): Recorded {
  const read = recordedSchema.safeParse(jsonOf(line));
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const where = issue?.path.join(".") || "the line";
  const hint = "Record again with --record FILE, or delete the line.";
  throw new PatchProError(
    "input",
    `line ${number} of the recording cannot be read (${where}: ${issue?.message ?? "not JSON"})`,
    hint,
  );
}

/** What was recorded, as the reply that it was. */
export function replyFrom(recorded: Recorded, extraWarnings: readonly string[]): ModelReply {
  const usage: Usage = {
    inputTokens: recorded.usage.inputTokens,
    outputTokens: recorded.usage.outputTokens,
    cachedInputTokens: recorded.usage.cachedInputTokens,
    reasoningTokens: recorded.usage.reasoningTokens,
  };
  const costUsd = recorded.costUsd ?? undefined;
  const warnings = [...(recorded.warnings ?? []), ...extraWarnings];
  const booked = { usage, costUsd, latencyMs: recorded.latencyMs, transportRetries: 0, warnings };
  if (recorded.failure === undefined) {
    const { finishReason = "stop", mode = "text", model = "" } = recorded;
    return { ok: true, text: recorded.reply ?? "", finishReason, mode, model, ...booked };
  }
  const { httpStatus, ...failure } = recorded.failure;
  return {
    ok: false,
    ...failure,
    ...booked,
    ...(httpStatus === undefined ? {} : { httpStatus }),
    ...(recorded.reply === null ? {} : { text: recorded.reply }),
  };
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
