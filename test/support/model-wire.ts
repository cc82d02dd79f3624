/** The four wire formats that the providers speak, as their servers answer. */
export type Wire = "chat" | "responses" | "messages" | "generateContent";

export interface SaidReply {
  readonly text: string;
  readonly finish: "stop" | "length" | "refusal" | "filter" | "tool";
  /** Undefined: the server gives none. */
  readonly usage: WireUsage | undefined;
  readonly model: string;
  readonly tool: string | undefined;
}

export interface WireUsage {
  readonly input: number | string;
  readonly cached: number;
  readonly output: number | string;
  readonly reasoning: number;
}

export function wireOf(path: string): Wire | undefined {
  if (path.endsWith("/chat/completions")) return "chat";
  if (path.endsWith("/responses")) return "responses";
  if (path.endsWith("/messages")) return "messages";
  return path.endsWith(":generateContent") ? "generateContent" : undefined;
}

/** The body of a success. */
export function bodyOf(wire: Wire, said: SaidReply): unknown {
  return { chat, responses, messages, generateContent }[wire](said);
}

/** https://platform.openai.com/docs/api-reference/chat/object */
function chat({ text, finish, usage, model, tool }: SaidReply) {
  const refused = finish === "refusal";
  const call = { id: "call_1", type: "function", function: { name: tool, arguments: text } };
  const content = refused || tool !== undefined ? null : text;
  const reason = { stop: "stop", length: "length", refusal: "stop", filter: "content_filter", tool: "tool_calls" }[
    finish
  ];
  return {
    id: "chatcmpl-1",
    object: "chat.completion",
    created: 1_790_000_000,
    model,
    choices: [
      {
        index: 0,
        finish_reason: reason,
        message: {
          role: "assistant",
          content,
          refusal: refused ? text : null,
          ...(tool ? { tool_calls: [call] } : {}),
        },
      },
    ],
    ...(usage && {
      usage: {
        prompt_tokens: usage.input,
        completion_tokens: usage.output,
        total_tokens: Number(usage.input) + Number(usage.output),
        prompt_tokens_details: { cached_tokens: usage.cached },
        completion_tokens_details: { reasoning_tokens: usage.reasoning },
      },
    }),
  };
}

/** https://platform.openai.com/docs/api-reference/responses/object */
function responses({ text, finish, usage, model, tool }: SaidReply) {
  const part =
    finish === "refusal" ? { type: "refusal", refusal: text } : { type: "output_text", text, annotations: [] };
  const message = { type: "message", id: "msg_1", role: "assistant", status: "completed", content: [part] };
  const call = {
    type: "function_call",
    id: "fc_1",
    call_id: "call_1",
    name: tool,
    arguments: text,
    status: "completed",
  };
  const cut = {
    length: "max_output_tokens",
    filter: "content_filter",
    stop: undefined,
    refusal: undefined,
    tool: undefined,
  }[finish];
  return {
    id: "resp_1",
    object: "response",
    created_at: 1_790_000_000,
    status: cut ? "incomplete" : "completed",
    incomplete_details: cut ? { reason: cut } : null,
    model,
    output: [tool ? call : message],
    ...(usage && {
      usage: {
        input_tokens: usage.input,
        input_tokens_details: { cached_tokens: usage.cached },
        output_tokens: usage.output,
        output_tokens_details: { reasoning_tokens: usage.reasoning },
        total_tokens: Number(usage.input) + Number(usage.output),
      },
    }),
  };
}

/** https://docs.anthropic.com/en/api/messages: cached tokens are not part of `input_tokens`. */
function messages({ text, finish, usage, model, tool }: SaidReply) {
  const call = { type: "tool_use", id: "toolu_1", name: tool, input: objectIn(text) };
  const reason = { stop: "end_turn", length: "max_tokens", refusal: "refusal", filter: "refusal", tool: "tool_use" }[
    finish
  ];
  const input = typeof usage?.input === "number" ? usage.input - usage.cached : usage?.input;
  return {
    id: "msg_1",
    type: "message",
    role: "assistant",
    model,
    content: tool ? [call] : [{ type: "text", text }],
    stop_reason: reason,
    stop_sequence: null,
    ...(usage && {
      usage: {
        input_tokens: input,
        cache_read_input_tokens: usage.cached,
        cache_creation_input_tokens: 0,
        output_tokens: usage.output,
      },
    }),
  };
}

/** https://ai.google.dev/api/generate-content: thoughts are not part of `candidatesTokenCount`. */
function generateContent({ text, finish, usage, model, tool }: SaidReply) {
  const part = tool ? { functionCall: { name: tool, args: objectIn(text) } } : { text };
  const reason = { stop: "STOP", length: "MAX_TOKENS", refusal: "SAFETY", filter: "SAFETY", tool: "STOP" }[finish];
  const counted = typeof usage?.output === "number" ? usage.output - usage.reasoning : usage?.output;
  return {
    candidates: [{ content: { role: "model", parts: [part] }, finishReason: reason, index: 0 }],
    modelVersion: model,
    responseId: "r1",
    ...(usage && {
      usageMetadata: {
        promptTokenCount: usage.input,
        cachedContentTokenCount: usage.cached,
        candidatesTokenCount: counted,
        thoughtsTokenCount: usage.reasoning,
        totalTokenCount: Number(usage.input) + Number(usage.output),
      },
    }),
  };
}

/** A tool's arguments, which these services hold as an object. */
function objectIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

/** The body of an error as each service writes it. */
export function errorBodyOf(wire: Wire, status: number, message: string): unknown {
  if (wire === "messages")
    return { type: "error", error: { type: "invalid_request_error", message }, request_id: "req_1" };
  if (wire === "generateContent") return { error: { code: status, message, status: "INVALID_ARGUMENT" } };
  return { error: { message, type: "invalid_request_error", param: null, code: null } };
}
