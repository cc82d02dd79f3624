import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { TraceExport } from "../../../src/trace/otlp/protocol.ts";

const FIXTURES = join(import.meta.dirname, "../../../fixtures/otlp");
const fixture = (name: string): unknown => JSON.parse(readFileSync(join(FIXTURES, name), "utf8"));

const fields = z.record(z.string(), z.string());
const protocol = z
  .object({
    messages: z.record(z.string(), fields),
    oneofs: z.record(z.string(), fields),
    enums: z.record(z.string(), z.array(z.int())),
  })
  .parse(fixture("protocol.json"));

/** The GenAI attributes that there are; `fixtures/otlp/genai-attributes.json` names the source. */
export const genai = z
  .object({
    schemaUrl: z.url(),
    types: z.record(z.string(), z.enum(["string", "string[]", "int", "double", "boolean", "any"])),
    values: z.record(z.string(), z.array(z.string())),
    required: z.record(z.string(), z.array(z.string())),
  })
  .parse(fixture("genai-attributes.json"));

/** Rules of "JSON Protobuf Encoding" in the OTLP specification: hex ids, 64-bit integers as decimal strings, numbers for enums. */
const SCALARS: Readonly<Record<string, z.ZodType>> = {
  string: z.string(),
  bool: z.boolean(),
  double: z.number(),
  uint32: z.int().min(0).max(0xff_ff_ff_ff),
  fixed32: z.int().min(0).max(0xff_ff_ff_ff),
  fixed64: z.string().regex(/^\d{1,20}$/),
  int64: z.string().regex(/^-?\d{1,19}$/),
  bytes: z.base64(),
  traceId: z.string().regex(/^(?!0{32})[0-9a-f]{32}$/),
  spanId: z.string().regex(/^(?!0{16})[0-9a-f]{16}$/),
};

/** A type of the protocol by its name; a field that the protocol does not have is an error. */
function typeNamed(name: string): z.ZodType {
  if (name.endsWith("[]")) return z.array(typeNamed(name.slice(0, -2)));
  const values = protocol.enums[name];
  if (values) return z.literal(values);
  const scalar = SCALARS[name];
  if (scalar) return scalar;
  return z.lazy(() => {
    const oneof = Object.entries(protocol.oneofs[name] ?? {});
    if (oneof.length > 0) return z.union(oneof.map(([field, type]) => z.strictObject({ [field]: typeNamed(type) })));
    const message = protocol.messages[name];
    if (!message) throw new Error(`the protocol has no ${name}`);
    return z.strictObject(
      Object.fromEntries(Object.entries(message).map(([field, type]) => [field, typeNamed(type).optional()])),
    );
  });
}

const shape = typeNamed("ExportTraceServiceRequest");

/** What the protocol demands beyond the shapes of its messages, as its comments and the specification say. */
function broken({ resourceSpans }: TraceExport): string[] {
  const problems: string[] = [];
  const once = (what: string, keys: readonly { readonly key: string }[]): void => {
    if (new Set(keys.map(({ key }) => key)).size < keys.length) problems.push(`${what}: a key stands twice`);
    if (keys.some(({ key }) => key === "")) problems.push(`${what}: a key is empty`);
  };
  for (const { resource, scopeSpans } of resourceSpans) {
    once("resource", resource.attributes);
    for (const span of scopeSpans.flatMap(({ spans }) => spans)) {
      if (span.name === "") problems.push("a span has no name");
      if (span.traceId === undefined || span.spanId === undefined) problems.push(`${span.name}: no ids`);
      if (BigInt(span.endTimeUnixNano) < BigInt(span.startTimeUnixNano)) problems.push(`${span.name}: ends too early`);
      for (const part of [span, ...span.events, ...span.links]) once(span.name, part.attributes);
    }
  }
  return problems;
}

/** A request as the protocol has it. Throws what is wrong. */
export function readRequest(json: unknown): TraceExport {
  const request = shape.parse(json) as TraceExport;
  const problems = broken(request);
  if (problems.length > 0) throw new Error(problems.join("\n"));
  return request;
}

type Span = TraceExport["resourceSpans"][number]["scopeSpans"][number]["spans"][number];

const KINDS: Readonly<Record<string, readonly string[]>> = {
  string: ["stringValue"],
  "string[]": ["arrayValue"],
  int: ["intValue"],
  double: ["doubleValue", "intValue"],
  boolean: ["boolValue"],
  any: ["stringValue", "arrayValue", "kvlistValue"],
};

/** What a span says against the GenAI conventions: unknown names, wrong types and values, required ones that are missing. */
export function againstGenai({ attributes, events }: Span): string[] {
  const problems: string[] = [];
  for (const { key, value } of [...attributes, ...events.flatMap((event) => event.attributes)]) {
    if (!key.startsWith("gen_ai.")) continue;
    const [kind = "", content] = Object.entries(value)[0] ?? [];
    const type = genai.types[key];
    if (type === undefined) problems.push(`${key} is unknown`);
    else if (!KINDS[type]?.includes(kind)) problems.push(`${key} is ${kind}, not ${type}`);
    if (genai.values[key] && !genai.values[key].includes(String(content)))
      problems.push(`${key} is ${String(content)}`);
  }
  const operation = attributes.find(({ key }) => key === "gen_ai.operation.name")?.value;
  const name = operation && "stringValue" in operation ? operation.stringValue : "";
  for (const key of genai.required[name] ?? [])
    if (!attributes.some((each) => each.key === key)) problems.push(`${name} needs ${key}`);
  return problems;
}
