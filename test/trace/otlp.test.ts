import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { sendOtlp } from "../../src/adapters/otlp/send.ts";
import { openStore } from "../../src/adapters/stores/open.ts";
import { systemClock } from "../../src/adapters/system/clock.ts";
import type { RepairTrace } from "../../src/domain/trace.ts";
import { withLiveExport } from "../../src/trace/live-export.ts";
import { otlpExport } from "../../src/trace/otlp/export.ts";
import type { OtlpOptions } from "../../src/trace/otlp/options.ts";
import type { TraceExport } from "../../src/trace/otlp/protocol.ts";
import { createRecorder } from "../../src/trace/recorder.ts";
import { redactor } from "../../src/trace/redact.ts";
import { NOW, record, twoRepairs } from "../stores/support/sample.ts";
import { againstGenai, genai, readRequest } from "./support/otlp-schema.ts";

let folder = "";
const traces: RepairTrace[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "patchpro-otlp-"));
  const store = await openStore({ kind: "sqlite", file: join(folder, "t.db") }, { now: () => NOW });
  await record(store, twoRepairs());
  const open = twoRepairs("open-");
  await record(store, open, { until: "open-attempt-1", place: { host: "elsewhere", pid: 1 } });
  for (const id of ["repair-1", "repair-2", "open-repair-1"]) {
    const trace = await store.repair(id);
    if (trace) traces.push(trace);
  }
  await store.close();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const sampleFile = async (): Promise<unknown> =>
  JSON.parse(await readFile(join(import.meta.dirname, "../../fixtures/otlp/two-repairs.json"), "utf8"));

const MODES: OtlpOptions[] = (["none", "full"] as const).flatMap((content) =>
  (["genai", "openinference", "both"] as const).map((dialect) => ({ content, dialect })),
);

function spansOf(request: TraceExport) {
  return request.resourceSpans.flatMap((each) => each.scopeSpans.flatMap((scope) => scope.spans));
}

function attribute(
  span: { readonly attributes: TraceExport["resourceSpans"][number]["resource"]["attributes"] },
  key: string,
): unknown {
  const value = span.attributes.find((each) => each.key === key)?.value;
  return value && Object.values(value)[0];
}

describe("an OTLP export", () => {
  it.each(MODES)("is what the protocol allows ($content, $dialect)", (options) => {
    expect(() => readRequest(JSON.parse(JSON.stringify(otlpExport(traces, options))))).not.toThrow();
  });

  it("lies as the protocol allows in the file that others read, in both dialects", async () => {
    const request = readRequest(await sampleFile());
    expect(spansOf(request).flatMap(againstGenai)).toEqual([]);
    const keys = new Set(spansOf(request).flatMap(({ attributes }) => attributes.map(({ key }) => key)));
    for (const key of ["gen_ai.operation.name", "openinference.span.kind", "llm.model_name"])
      expect(keys).toContain(key);
  });

  const spanWith = (change: (span: Record<string, unknown>) => void) => async () => {
    const file = z
      .object({
        resourceSpans: z.array(
          z.looseObject({ scopeSpans: z.array(z.looseObject({ spans: z.array(z.record(z.string(), z.unknown())) })) }),
        ),
      })
      .parse(await sampleFile());
    const span = file.resourceSpans[0]?.scopeSpans[0]?.spans[0];
    if (span) change(span);
    return readRequest(file);
  };

  it.each<[string, (span: Record<string, unknown>) => void]>([
    ["an id in capitals", (span) => Object.assign(span, { spanId: "034A50314183720C" })],
    ["an id of zeros", (span) => Object.assign(span, { traceId: "0".repeat(32) })],
    ["nanoseconds as a number", (span) => Object.assign(span, { startTimeUnixNano: 1795348800001 })],
    ["a kind by its name", (span) => Object.assign(span, { kind: "SPAN_KIND_CLIENT" })],
    ["a kind that there is not", (span) => Object.assign(span, { kind: 9 })],
    ["a field in snake case", (span) => Object.assign(span, { parent_span_id: "034a50314183720c" })],
    ["an end before its start", (span) => Object.assign(span, { endTimeUnixNano: "1" })],
    [
      "a value of two kinds",
      (span) => Object.assign(span, { attributes: [{ key: "a", value: { stringValue: "", intValue: "1" } }] }),
    ],
  ])("would be refused with %s", async (_, change) => {
    await expect(spanWith(change)()).rejects.toThrow();
  });

  it.each(MODES)("uses known GenAI names only and sets the required ones ($content, $dialect)", (options) => {
    const request = otlpExport(traces, options);
    expect(spansOf(request).flatMap(againstGenai)).toEqual([]);
    for (const { schemaUrl } of request.resourceSpans.flatMap(({ scopeSpans }) => scopeSpans))
      expect(schemaUrl).toBe(genai.schemaUrl);
  });

  it("closes every parent link inside one trace for each repair, with ids of their own", () => {
    for (const { scopeSpans } of otlpExport(traces).resourceSpans) {
      const spans = scopeSpans.flatMap((scope) => scope.spans);
      const ids = new Set(spans.map((span) => span.spanId));
      expect(ids.size).toBe(spans.length);
      expect(new Set(spans.map((span) => span.traceId)).size).toBe(1);
      expect(spans.filter((span) => span.parentSpanId === undefined)).toHaveLength(1);
      for (const span of spans) if (span.parentSpanId !== undefined) expect(ids).toContain(span.parentSpanId);
      for (const link of spans.flatMap((span) => span.links)) expect(ids).toContain(link.spanId);
    }
  });

  it("holds no content unless asked to", () => {
    const bare = JSON.stringify(otlpExport(traces, { content: "none", dialect: "both" }));
    for (const text of ["sunflower", "import os", "You repair findings", "Grüße"]) expect(bare).not.toContain(text);
    const full = JSON.stringify(otlpExport(traces, { content: "full", dialect: "both" }));
    for (const text of ["sunflower", "import os", "You repair findings", "Grüße"]) expect(full).toContain(text);
  });

  it("shows an attempt that was cut off as one that failed", () => {
    const request = otlpExport(traces.filter((trace) => trace.repair.id === "open-repair-1"));
    const attempt = spansOf(request).find((span) => span.name === "patchpro.attempt 1");
    expect(attempt?.status.code).toBe(2);
  });

  it("speaks OpenInference for Phoenix", () => {
    const chat = spansOf(otlpExport(traces, { content: "full", dialect: "openinference" })).find((span) =>
      span.name.startsWith("chat"),
    );
    if (!chat) throw new Error("no chat span");
    expect(attribute(chat, "openinference.span.kind")).toBe("LLM");
    expect(attribute(chat, "llm.token_count.total")).toBe("230");
    expect(attribute(chat, "llm.input_messages.0.message.role")).toBe("system");
    expect(attribute(chat, "gen_ai.input.messages")).toBeUndefined();
  });

  it("is the same as the file in fixtures/otlp", async () => {
    const expected = await sampleFile();
    expect(JSON.parse(JSON.stringify(otlpExport(traces.slice(0, 2), { content: "full", dialect: "both" })))).toEqual(
      expected,
    );
  });
});

describe("sending it", () => {
  const clock = { now: () => NOW, sleep: async () => undefined };

  async function collector(answers: readonly { readonly status: number; readonly body?: string }[]) {
    const bodies: string[] = [];
    const server = createServer((request, response) => {
      let body = "";
      request.on("data", (chunk) => {
        body += String(chunk);
      });
      request.on("end", () => {
        const answer = answers[Math.min(bodies.length, answers.length - 1)] ?? { status: 200 };
        bodies.push(`${request.url} ${request.headers["content-type"]} ${body}`);
        response.writeHead(answer.status).end(answer.body ?? "{}");
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    return { url: `http://127.0.0.1:${port}`, bodies, close: () => new Promise((resolve) => server.close(resolve)) };
  }

  it("posts JSON to /v1/traces, tries again when asked to, and tells what was rejected", async () => {
    const server = await collector([
      { status: 503 },
      { status: 200, body: '{"partialSuccess":{"rejectedSpans":"2","errorMessage":"too old"}}' },
    ]);
    expect(await sendOtlp({ url: server.url }, otlpExport(traces), clock)).toEqual({
      ok: true,
      rejected: 2,
      note: "too old",
    });
    expect(server.bodies).toHaveLength(2);
    expect(server.bodies[0]).toMatch(/^\/v1\/traces application\/json \{"resourceSpans"/);
    await server.close();
  });

  it("answers what went wrong, and does not insist", async () => {
    const server = await collector([{ status: 400 }]);
    expect(await sendOtlp({ url: `${server.url}/v1/traces` }, {}, clock)).toEqual({
      ok: false,
      reason: "the collector answered 400",
    });
    expect(server.bodies).toHaveLength(1);
    await server.close();
    expect(await sendOtlp({ url: server.url }, {}, clock)).toMatchObject({ ok: false });
  });

  it("sends repairs live as they end, the same as a later export", async () => {
    const store = await openStore({ kind: "sqlite", file: join(folder, "live.db") }, { now: () => NOW });
    const sent: TraceExport[] = [];
    const inner = createRecorder({
      store,
      redactor: redactor(),
      clock,
      place: { host: "h", pid: 0 },
      warn: () => undefined,
    });
    const recorder = withLiveExport(inner, {
      store,
      options: { content: "none", dialect: "genai" },
      clock: systemClock,
      warn: () => undefined,
      send: async (request) => {
        sent.push(request);
        return undefined;
      },
    });
    const { run, repairs } = twoRepairs();
    recorder.runStarted(run);
    for (const { repair, attempts, end } of repairs) {
      recorder.repairStarted(repair);
      for (const attempt of attempts) {
        recorder.attemptStarted(attempt.start);
        recorder.attemptEnded(attempt.start.id, attempt.end);
      }
      recorder.repairEnded(repair.id, end);
    }
    recorder.runEnded(run.id, { endedAt: NOW + 9000, status: "done" });
    await recorder.close();
    expect(sent.flatMap((request) => spansOf(request))).toEqual(spansOf(otlpExport(traces.slice(0, 2))));
    await store.close();
  });
});
