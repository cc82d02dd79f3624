import { z } from "zod";

/**
 * The JSON of `opentelemetry/proto/collector/trace/v1/trace_service.proto`, strict: every field that the protocol does not
 * have is an error. Rules beyond proto3 JSON are those of the OTLP specification ("JSON Protobuf Encoding"): hex ids,
 * 64-bit integers as decimal strings, enumerations as integers.
 */
const uint64 = z.string().regex(/^\d{1,20}$/);
const int64 = z.string().regex(/^-?\d{1,19}$/);
const traceId = z.string().regex(/^(?!0{32})[0-9a-f]{32}$/);
const spanId = z.string().regex(/^(?!0{16})[0-9a-f]{16}$/);

const scalar = z.union([
  z.strictObject({ stringValue: z.string() }),
  z.strictObject({ boolValue: z.boolean() }),
  z.strictObject({ intValue: int64 }),
  z.strictObject({ doubleValue: z.number() }),
]);
const anyValue = z.union([scalar, z.strictObject({ arrayValue: z.strictObject({ values: z.array(scalar) }) })]);
const attributes = z
  .array(z.strictObject({ key: z.string().min(1), value: anyValue }))
  .refine((list) => new Set(list.map((each) => each.key)).size === list.length, "attribute keys are unique");

const span = z
  .strictObject({
    traceId,
    spanId,
    parentSpanId: spanId.optional(),
    name: z.string().min(1),
    kind: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]),
    startTimeUnixNano: uint64,
    endTimeUnixNano: uint64,
    attributes,
    events: z.array(z.strictObject({ timeUnixNano: uint64, name: z.string().min(1), attributes })),
    links: z.array(z.strictObject({ traceId, spanId, attributes })),
    status: z.strictObject({
      code: z.union([z.literal(0), z.literal(1), z.literal(2)]),
      message: z.string().optional(),
    }),
  })
  .refine((each) => BigInt(each.endTimeUnixNano) >= BigInt(each.startTimeUnixNano), "a span ends after it starts");

export const exportTraceServiceRequest = z.strictObject({
  resourceSpans: z.array(
    z.strictObject({
      resource: z.strictObject({ attributes }),
      scopeSpans: z.array(
        z.strictObject({
          scope: z.strictObject({ name: z.string().min(1), version: z.string() }),
          spans: z.array(span),
          schemaUrl: z.url(),
        }),
      ),
      schemaUrl: z.string().optional(),
    }),
  ),
});

/** The `gen_ai.*` attributes of traces.md, section 2.3. */
export const KNOWN_GENAI = new Set(
  [
    "operation.name",
    "provider.name",
    "request.model",
    "conversation.id",
    "output.type",
    "request.choice.count",
    "request.seed",
    "request.stream",
    "request.top_k",
    "request.temperature",
    "request.top_p",
    "request.max_tokens",
    "request.stop_sequences",
    "request.frequency_penalty",
    "request.presence_penalty",
    "response.id",
    "response.model",
    "response.finish_reasons",
    "response.time_to_first_chunk",
    "usage.input_tokens",
    "usage.output_tokens",
    "usage.cache_read.input_tokens",
    "usage.cache_creation.input_tokens",
    "usage.reasoning.output_tokens",
    "system_instructions",
    "input.messages",
    "output.messages",
    "tool.definitions",
    "tool.name",
    "tool.call.id",
    "tool.description",
    "tool.type",
    "tool.call.arguments",
    "tool.call.result",
    "workflow.name",
    "evaluation.name",
    "evaluation.score.label",
    "evaluation.score.value",
    "evaluation.explanation",
  ].map((name) => `gen_ai.${name}`),
);

/** Required attributes of a span by its `gen_ai.operation.name`. */
export const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  chat: ["gen_ai.provider.name", "gen_ai.request.model"],
  execute_tool: ["gen_ai.tool.name"],
  invoke_workflow: ["gen_ai.workflow.name"],
};
