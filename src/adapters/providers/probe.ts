import type { ModelReply, Provider, ReplyMode } from "../../ports/provider.ts";

/** What one tiny call found out about a model, for `doctor`. */
export interface Probe {
  /** The model can be used. */
  readonly usable: boolean;
  /** Something answered at the address. */
  readonly reachable: boolean;
  /** Undefined if the call did not get far enough to tell. */
  readonly modelKnown: boolean | undefined;
  /** How the model takes a request for a shape; undefined if it did not answer. */
  readonly mode: ReplyMode | undefined;
  readonly latencyMs: number;
  readonly costUsd: number | undefined;
  /** What a person should know, a sentence each; no secrets. */
  readonly sentences: readonly string[];
}

const SCHEMA = {
  type: "object",
  properties: { ready: { type: "boolean" } },
  required: ["ready"],
  additionalProperties: false,
} as const;

/** Asks a model for `{"ready": true}`, at a cost of well under a cent. `timeoutMs` bounds the whole probe. */
export async function probeProvider(provider: Provider, timeoutMs: number, signal?: AbortSignal): Promise<Probe> {
  const reply = await provider.ask({
    system: "You answer health checks.",
    user: 'Answer with the JSON object {"ready": true}.',
    schema: SCHEMA,
    maxOutputTokens: 512,
    timeoutMs,
    key: { task: "probe", fileHash: "", findings: [], attempt: 1 },
    ...(signal === undefined ? {} : { signal }),
  });
  const reachable = answered(reply) || (!reply.ok && reply.httpStatus !== undefined);
  return {
    usable: answered(reply),
    reachable,
    modelKnown: modelKnown(reply),
    mode: reply.ok ? reply.mode : undefined,
    latencyMs: reply.latencyMs,
    costUsd: reply.costUsd,
    sentences: [verdict(provider.name, reply, reachable), ...more(reply)],
  };
}

/** A model that was cut off, said nothing or refused a health check is there and can be asked. */
function answered(reply: ModelReply): boolean {
  return reply.ok || ["LLM_TRUNCATED", "LLM_EMPTY", "LLM_CONTENT_FILTER"].includes(reply.code);
}

function modelKnown(reply: ModelReply): boolean | undefined {
  if (answered(reply)) return true;
  return !reply.ok && reply.httpStatus === 404 ? false : undefined;
}

function verdict(name: string, reply: ModelReply, reachable: boolean): string {
  if (reply.ok) return `${name} answers (${reply.latencyMs} ms).`;
  const reason = reply.reason.replace(/\.$/, "");
  if (answered(reply)) return `${name} answers, but not to the health check: ${reason}.`;
  return reachable ? `The server of ${name} is there, but ${reason}.` : `${name} cannot be asked: ${reason}.`;
}

const MODE_WORDS: Readonly<Record<ReplyMode, string>> = {
  "json-schema": "It takes a JSON schema for its replies.",
  "json-object": "It promises JSON, but takes no schema; the schema is put into the prompt.",
  tool: "It replies in a fixed shape only through a tool call.",
  text: "It replies in plain text only; the wanted shape is put into the prompt.",
};

function more(reply: ModelReply): string[] {
  const mode = reply.ok ? [MODE_WORDS[reply.mode]] : [];
  const price =
    reply.costUsd === undefined ? ["Its price is not known: set it in [models.prices], or budgets cannot hold."] : [];
  return [...mode, ...price, ...(reply.warnings ?? []).map((warning) => `Note: ${warning}.`)];
}
