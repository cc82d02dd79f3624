import { z } from "zod";

const words = z.string().nullish().catch(undefined);
const call = z.looseObject({
  index: z.number().optional().catch(undefined),
  id: words,
  function: z.looseObject({ name: words, arguments: words }).optional().catch(undefined),
});
const delta = z
  .looseObject({
    content: words,
    refusal: words,
    reasoning_content: words,
    tool_calls: z.array(call).nullish().catch([]),
  })
  .optional()
  .catch(undefined);
const chunk = z.looseObject({
  error: z.unknown().optional(),
  usage: z.unknown().optional(),
  choices: z
    .array(
      z.looseObject({
        index: z.number().optional().catch(undefined),
        delta,
        finish_reason: words,
        message: z.unknown().optional(),
      }),
    )
    .catch([]),
});

/**
 * The body of an answer as the JSON that was asked for, where a server or gateway sent it as server-sent events although
 * nobody asked for a stream (chat completions only), or put comments of such a stream in front of it. Every other body, and a
 * stream that breaks off, as it came.
 */
export function withoutStream(body: string): string {
  const begins = body.search(/^[ \t\r]*[^\s:]/m);
  const bare = begins < 0 ? "" : body.slice(begins).trimStart();
  if (/^[{[]/.test(bare)) return bare;
  if (!/^(?:data|event|id):/.test(bare)) return body;
  const events = bare.split(/\r?\n/).flatMap((line) => (line.startsWith("data:") ? [line.slice(5).trim()] : []));
  const chunks = [];
  for (const event of events) {
    if (event === "" || event === "[DONE]") continue;
    const read = chunk.safeParse(parsed(event));
    if (!read.success) return body;
    if (read.data.error || read.data.choices.some(({ message }) => message)) return event;
    chunks.push(read.data);
  }
  return joined(chunks) ?? body;
}

/** The chunks of a chat completion as one; undefined if the stream did not come to its end. */
function joined(chunks: readonly z.infer<typeof chunk>[]): string | undefined {
  const choices = chunks.flatMap(({ choices }) => choices.filter(({ index = 0 }) => index === 0));
  const finish = choices.findLast(({ finish_reason }) => finish_reason)?.finish_reason;
  if (!finish) return undefined;
  const deltas = choices.flatMap(({ delta }) => (delta ? [delta] : []));
  const all = (key: "content" | "refusal" | "reasoning_content") =>
    deltas.map((each) => each[key] ?? "").join("") || null;
  const calls = Map.groupBy(
    deltas.flatMap(({ tool_calls }) => tool_calls ?? []),
    ({ index = 0 }) => index,
  );
  const toolCalls = [...calls.values()].map((parts, i) => ({
    id: parts.find(({ id }) => id)?.id ?? `call_${i}`,
    type: "function",
    function: {
      name: parts.find((part) => part.function?.name)?.function?.name ?? "",
      arguments: parts.map((part) => part.function?.arguments ?? "").join(""),
    },
  }));
  const usage = chunks.findLast((each) => each.usage)?.usage;
  return JSON.stringify({
    ...chunks[0],
    object: "chat.completion",
    choices: [
      {
        index: 0,
        finish_reason: finish,
        message: {
          role: "assistant",
          content: all("content"),
          ...(all("refusal") && { refusal: all("refusal") }),
          ...(all("reasoning_content") && { reasoning_content: all("reasoning_content") }),
          ...(toolCalls.length > 0 && { tool_calls: toolCalls }),
        },
      },
    ],
    usage,
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
