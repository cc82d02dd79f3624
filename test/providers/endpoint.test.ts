import { describe, expect, it, vi } from "vitest";
import { createProvider, type ProviderOptions } from "../../src/adapters/providers/create.ts";
import { createEndpoints } from "../../src/adapters/providers/endpoints.ts";
import { patientDispatcher } from "../../src/adapters/providers/patience.ts";
import { aRequest, CANARY, SCHEMA, SHAPED } from "../contracts/provider.ts";
import { type ModelServer, startModelServer, type Turn } from "../support/model-server.ts";
import { fakeClock } from "./fake-clock.ts";

function provider(server: ModelServer, changes: Partial<ProviderOptions> = {}) {
  const baseUrl = `${server.url}/v1`;
  return createProvider({ spec: "compatible:local", baseUrl, clock: fakeClock(), random: () => 0.5, ...changes });
}

describe("a plain local server", () => {
  it("is asked without a key, also when the environment holds one", async () => {
    vi.stubEnv("OPENAI_API_KEY", CANARY);
    vi.stubEnv("ANTHROPIC_API_KEY", CANARY);
    vi.stubEnv("GOOGLE_GENERATIVE_AI_API_KEY", CANARY);
    vi.stubEnv("OPENAI_BASE_URL", "http://127.0.0.1:9");
    await using server = await startModelServer();
    for (const spec of ["compatible:x", "openai:x", "anthropic:x", "google:x"]) {
      expect(await provider(server, { spec }).ask(aRequest())).toMatchObject({ ok: true });
    }
    vi.unstubAllEnvs();
    for (const { headers } of server.seen) {
      expect(JSON.stringify(headers)).not.toContain(CANARY);
      expect(headers).not.toHaveProperty("authorization");
      expect(headers).not.toHaveProperty("x-api-key");
      expect(headers).not.toHaveProperty("x-goog-api-key");
    }
  });

  it("costs an unknown amount unless the user says that it is free", async () => {
    await using server = await startModelServer();
    expect((await provider(server).ask(aRequest())).costUsd).toBeUndefined();
    expect((await provider(server, { free: true }).ask(aRequest())).costUsd).toBe(0);
    expect(provider(server).ceilingUsd(aRequest())).toBeUndefined();
  });

  it("is given its query, extra headers and the password of its address", async () => {
    await using server = await startModelServer();
    const baseUrl = `${server.url.replace("//", "//me:hunter22@")}/v1?api-version=7`;
    await provider(server, { baseUrl, headers: { "x-team": "blue" } }).ask(aRequest());
    expect(server.seen[0]).toMatchObject({ path: "/v1/chat/completions?api-version=7", headers: { "x-team": "blue" } });
    expect(server.seen[0]?.headers.authorization).toBe(`Basic ${Buffer.from("me:hunter22").toString("base64")}`);
  });

  it("is not given a temperature it does not take, or a limit under its old name, and that is remembered", async () => {
    await using server = await startModelServer();
    server.plays(({ body }) => {
      if ("max_tokens" in body)
        return {
          does: "fail",
          status: 400,
          message: "Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead.",
        };
      if ("temperature" in body)
        return { does: "fail", status: 400, message: "Unsupported value: 'temperature' does not support 0" };
      return { does: "reply", text: SHAPED };
    });
    const asked = provider(server);
    expect(await asked.ask(aRequest({ temperature: 0, schema: SCHEMA }))).toMatchObject({
      ok: true,
      mode: "json-schema",
    });
    expect(server.seen).toHaveLength(3);
    expect(server.seen[2]?.body).toMatchObject({ max_completion_tokens: 256 });
    await asked.ask(aRequest({ temperature: 0, schema: SCHEMA }));
    expect(server.seen).toHaveLength(4);
  });

  it.each([
    ["OpenAI", 400, "max_tokens is too large: 8192. This model supports at most 4096 completion tokens"],
    ["DeepSeek", 400, "Invalid max_tokens value, the valid range of max_tokens is [1, 4096]"],
    [
      "vLLM",
      400,
      "This model's maximum context length is 8192 tokens. However, you requested 9513 tokens (1321 in the messages, 8192 in the completion).",
    ],
    ["Together", 422, "`inputs` tokens + `max_new_tokens` must be <= 8193. Given: 2918 `inputs` tokens"],
  ])("is asked for a shorter reply where it allows none so long, in the words of %s", async (_, status, message) => {
    await using server = await startModelServer();
    server.plays(({ body }) =>
      Number(body.max_tokens) > 4096 ? { does: "fail", status, message } : { does: "reply", text: SHAPED },
    );
    const reply = await provider(server).ask(aRequest({ schema: SCHEMA, maxOutputTokens: 8192 }));
    expect(reply).toMatchObject({ ok: true, mode: "json-schema", transportRetries: 0 });
    expect(server.seen.map(({ body }) => body.max_tokens)).toEqual([8192, 4096]);
  });

  it("is not asked twice for more than its model can say; what a prompt left over is no rule for the next", async () => {
    await using server = await startModelServer();
    const most = (limit: number, words: (wanted: number) => string) =>
      server.plays(({ body: { max_tokens: wanted } }) =>
        Number(wanted) > limit
          ? { does: "fail", status: 400, message: words(Number(wanted)) }
          : { does: "reply", text: SHAPED },
      );
    const asked = provider(server);
    most(2048, (wanted) => `maximum context length is 8192 tokens, you requested ${wanted} in the completion`);
    await asked.ask(aRequest({ maxOutputTokens: 8192 }));
    most(4096, (wanted) => `max_tokens is too large: ${wanted}`);
    await asked.ask(aRequest({ maxOutputTokens: 8192 }));
    await asked.ask(aRequest({ maxOutputTokens: 8192 }));
    expect(server.seen.map(({ body }) => body.max_tokens)).toEqual([8192, 4096, 2048, 8192, 4096, 4096]);
  });

  it("that takes JSON but no schema is told the schema in the prompt", async () => {
    await using server = await startModelServer();
    server.plays(({ raw }) =>
      raw.includes("json_schema")
        ? { does: "fail", status: 422, message: "response_format.type: json_schema is not supported" }
        : { does: "reply", text: SHAPED },
    );
    expect(await provider(server).ask(aRequest({ schema: SCHEMA }))).toMatchObject({ ok: true, mode: "json-object" });
    expect(server.seen[1]?.body).toMatchObject({ response_format: { type: "json_object" } });
    expect(server.seen[1]?.raw).toContain("additionalProperties");
  });

  it("keeps its mode when the request was refused for another reason", async () => {
    await using server = await startModelServer();
    server.plays({ does: "fail", status: 400, message: "bad request" });
    const asked = provider(server);
    expect(await asked.ask(aRequest({ schema: SCHEMA }))).toMatchObject({
      ok: false,
      code: "LLM_ERROR",
      httpStatus: 400,
    });
    server.plays({ does: "reply", text: SHAPED });
    expect(await asked.ask(aRequest({ schema: SCHEMA }))).toMatchObject({ ok: true, mode: "json-schema" });
  });

  it("is asked without a system message when there is none", async () => {
    await using server = await startModelServer();
    await provider(server).ask(aRequest({ system: "" }));
    expect(server.seen[0]?.body.messages).toHaveLength(1);
  });

  it.each([
    ["no token counts, no id, no date", '{"choices":[{"message":{"content":"hi"}}]}'],
    ["content in parts", '{"choices":[{"message":{"content":[{"type":"text","text":"hi"}]},"finish_reason":"stop"}]}'],
    [
      "odd types everywhere",
      '{"id":7,"created":"now","model":null,"choices":[{"index":"0","message":{"role":7,"content":"hi"},"finish_reason":7}],"usage":"n/a"}',
    ],
  ])("is understood although its answer has %s", async (_name, body) => {
    await using server = await startModelServer();
    server.plays({ does: "send", status: 200, contentType: "application/json", body });
    expect(await provider(server).ask(aRequest())).toMatchObject({ ok: true, text: "hi" });
    expect(server.seen).toHaveLength(1);
  });

  const sends = (body: unknown): Turn => ({
    does: "send",
    status: 200,
    contentType: "application/json",
    body: JSON.stringify(body),
  });

  it.each([
    ["instead of choices", { error: { message: "Provider returned error", code: 502 } }],
    [
      "in its only choice",
      {
        model: "m",
        choices: [
          { finish_reason: "error", message: { content: "" }, error: { message: "idle timeout", code: "502" } },
        ],
      },
    ],
  ])("is asked again after a failure that it reports as a success, %s", async (_, body) => {
    await using server = await startModelServer();
    server.plays(sends(body), { does: "reply", text: "hello" });
    expect(await provider(server).ask(aRequest())).toMatchObject({ ok: true, text: "hello", transportRetries: 1 });
    const metadata = { raw: '{"error":{"message":"no such user"}}' };
    server.plays(sends({ error: { message: "Provider returned error", code: 401, metadata } }));
    const refused = await provider(server).ask(aRequest());
    expect(refused).toMatchObject({ ok: false, code: "LLM_AUTH", reason: expect.stringContaining("no such user") });
  });

  it.each([
    ["where the thoughts belong", { content: null, reasoning_content: SHAPED }],
    ["where the thoughts belong, by its newer name", { content: null, reasoning: SHAPED, tool_calls: [] }],
    [
      "in a tool call, as an object",
      {
        content: "",
        tool_calls: [{ id: "c", type: "function", function: { name: "x", arguments: JSON.parse(SHAPED) } }],
      },
    ],
  ])("is understood although it puts the JSON that was asked for %s", async (_, message) => {
    await using server = await startModelServer();
    server.plays(sends({ choices: [{ index: 0, finish_reason: "stop", message: { role: "assistant", ...message } }] }));
    const reply = await provider(server).ask(aRequest({ schema: SCHEMA }));
    expect(reply.ok && JSON.parse(reply.text)).toEqual(JSON.parse(SHAPED));
  });

  it("that only thought has answered nothing", async () => {
    await using server = await startModelServer();
    const message = { role: "assistant", content: null, reasoning_content: "Hmm, maybe x = 2?" };
    server.plays(sends({ choices: [{ index: 0, finish_reason: "stop", message }] }));
    expect(await provider(server).ask(aRequest({ schema: SCHEMA }))).toMatchObject({ ok: false, code: "LLM_EMPTY" });
  });

  it.each([
    ["nothing at all", ""],
    ["half a JSON", '{"choices":[{"mess'],
    ["another JSON", '{"hello":"world"}'],
    ["no choices", '{"choices":[]}'],
  ])("is reported when it answers %s", async (_name, body) => {
    await using server = await startModelServer();
    server.plays({ does: "send", status: 200, contentType: "application/json", body });
    expect(await provider(server).ask(aRequest())).toMatchObject({ ok: false, code: "LLM_ERROR" });
    expect(server.seen).toHaveLength(1);
  });
});

describe("an endpoint", () => {
  it("is left alone after failing too often, for all who ask there, until a probe succeeds", async () => {
    await using server = await startModelServer();
    server.plays({ does: "fail", status: 500 });
    const clock = fakeClock();
    const endpoints = createEndpoints(() => clock.now(), {
      concurrency: 4,
      breaker: { threshold: 3, pauseMs: 30_000 },
    });
    const retry = { retries: 9, busyRetries: 9, baseMs: 10, capMs: 10 };
    const one = provider(server, { clock, endpoints, retry });
    const other = provider(server, { spec: "compatible:other", clock, endpoints, retry });
    expect(await one.ask(aRequest())).toMatchObject({
      ok: false,
      code: "LLM_ERROR",
      httpStatus: 500,
    });
    expect(server.seen).toHaveLength(3);
    expect(await other.ask(aRequest())).toMatchObject({ ok: false, retryable: true, costUsd: 0 });
    expect(server.seen, "nothing is sent").toHaveLength(3);
    server.plays({ does: "reply", text: "back" });
    clock.advance(30_000);
    expect(await other.ask(aRequest())).toMatchObject({ ok: true, text: "back" });
    expect(await one.ask(aRequest())).toMatchObject({ ok: true, text: "back" });
  });

  it("is asked by at most as many at once as it was given places", async () => {
    await using server = await startModelServer();
    let atOnce = 0;
    let most = 0;
    const counted: typeof fetch = async (input, init) => {
      atOnce += 1;
      most = Math.max(most, atOnce);
      const response = await fetch(input, init);
      atOnce -= 1;
      return response;
    };
    server.plays({ does: "reply", text: "hi", delayMs: 5 });
    const clock = fakeClock();
    const endpoints = createEndpoints(() => clock.now(), { concurrency: 3, breaker: { threshold: 9, pauseMs: 1 } });
    const asked = provider(server, { endpoints, clock, fetch: counted });
    const replies = await Promise.all(Array.from({ length: 12 }, () => asked.ask(aRequest())));
    expect(replies.every((reply) => reply.ok)).toBe(true);
    expect(most).toBe(3);
  });

  it("is not asked by anyone while it wants silence", async () => {
    await using server = await startModelServer();
    server.plays({ does: "fail", status: 429, headers: { "retry-after": "90" } }, { does: "reply", text: "hi" });
    const clock = fakeClock();
    const asked = provider(server, { clock });
    expect(await asked.ask(aRequest({ timeoutMs: 1000 }))).toMatchObject({ ok: false, code: "LLM_RATE_LIMIT" });
    expect(await asked.ask(aRequest({ timeoutMs: 1000 }))).toMatchObject({ ok: false, code: "LLM_RATE_LIMIT" });
    expect(server.seen).toHaveLength(1);
    expect(await asked.ask(aRequest({ timeoutMs: 100_000 }))).toMatchObject({ ok: true, text: "hi" });
    expect(clock.slept).toEqual([90_000]);
  });

  it("is asked by fewer at once after it complained, and by more again when it does not", async () => {
    await using server = await startModelServer();
    const clock = fakeClock();
    const endpoints = createEndpoints(() => clock.now(), { concurrency: 8, breaker: { threshold: 9, pauseMs: 1 } });
    const { gate } = endpoints.at(`${server.url}/v1`);
    const asked = provider(server, { endpoints, clock });
    server.plays({ does: "fail", status: 429 }, { does: "reply", text: "hi" });
    await asked.ask(aRequest());
    expect(gate.width).toBe(4);
    for (let i = 0; i < 5; i += 1) await asked.ask(aRequest());
    expect(gate.width).toBe(5);
  });

  it("does not hold a request longer than its time, also when a fetch obeys no signal", async () => {
    await using server = await startModelServer();
    const deaf: typeof fetch = () => new Promise(() => undefined);
    expect(await provider(server, { fetch: deaf }).ask(aRequest({ timeoutMs: 50 }))).toMatchObject({
      code: "LLM_TIMEOUT",
    });
  });

  it("that is not there is named, and costs nothing", async () => {
    const gone = await startModelServer();
    await gone[Symbol.asyncDispose]();
    const reply = await provider(gone, { free: true }).ask(aRequest());
    expect(reply).toMatchObject({
      ok: false,
      code: "LLM_ERROR",
      retryable: true,
      costUsd: 0,
      reason: expect.stringContaining("ECONNREFUSED"),
    });
  });
});

describe("OpenAI's own service", () => {
  it("is told not to store what it is sent", async () => {
    await using server = await startModelServer();
    await provider(server, { spec: "openai:x", wire: "responses" }).ask(aRequest());
    expect(server.seen[0]).toMatchObject({ path: "/v1/responses", body: { store: false } });
  });
});

describe("createProvider", () => {
  it("wants a key for the well-known services, and an address for others", () => {
    const clock = fakeClock();
    expect(() => createProvider({ spec: "openai:gpt-5-mini", clock })).toThrow(/needs a key/);
    expect(() => createProvider({ spec: "anthropic:x", clock, apiKey: " " })).toThrow(/needs a key/);
    expect(() => createProvider({ spec: "compatible:x", clock })).toThrow(/needs an address/);
    expect(createProvider({ spec: "ollama:x", clock }).name).toBe("ollama:x");
  });

  it("takes the user's prices by the full or the bare name", () => {
    const clock = fakeClock();
    const price = { input: 3, output: 0 };
    for (const name of ["ollama:x", "x"]) {
      const asked = createProvider({ spec: "ollama:x", clock, prices: { [name]: price } });
      expect(asked.ceilingUsd(aRequest({ system: "", user: "abc" }))).toBeCloseTo(3e-6, 12);
    }
  });

  it.each(["key with\nline end", "ключ-кириллица", "k".repeat(60)])(
    "shows no part of an odd key: %j",
    async (apiKey) => {
      await using server = await startModelServer();
      server.plays({ does: "fail", status: 401, message: `no such key: ${"-".repeat(200)} ${apiKey}` });
      for (const spec of ["compatible:x", "openai:x", "anthropic:x", "google:x"]) {
        const reply = await provider(server, {
          spec,
          apiKey,
          retry: { retries: 0, busyRetries: 0, baseMs: 1, capMs: 1 },
        }).ask(aRequest());
        expect(reply.ok).toBe(false);
        expect(JSON.stringify(reply)).not.toMatch(/key with|ключ|k{8}/);
      }
    },
  );

  it("prints nothing, whatever happens", async () => {
    const spies = [vi.spyOn(process.stdout, "write"), vi.spyOn(process.stderr, "write")];
    const warn = vi.spyOn(process, "emitWarning");
    await using server = await startModelServer();
    server.plays({ does: "fail", status: 401, message: CANARY }, { does: "reply", text: "x", ignoresTools: true });
    const asked = provider(server, { spec: "anthropic:claude-3-haiku", apiKey: CANARY });
    await asked.ask(aRequest({ schema: SCHEMA, temperature: 7 }));
    await asked.ask(aRequest({ schema: SCHEMA, temperature: 7 }));
    const printed = spies.flatMap((spy) => spy.mock.calls.map(([chunk]) => String(chunk))).join("");
    for (const spy of [...spies, warn]) spy.mockRestore();
    expect(printed).not.toMatch(/AI SDK|canary|Warning/);
    expect(warn).not.toHaveBeenCalled();
  });
});

describe("patientDispatcher", () => {
  it("is the process's own kind of client, so that proxy settings hold", async () => {
    const patient = await patientDispatcher();
    const own: unknown = Reflect.get(globalThis, Symbol.for("undici.globalDispatcher.1"));
    expect(patient).toBeDefined();
    expect(patient?.constructor).toBe(Object(own).constructor);
    expect(patient).not.toBe(own);
  });
});
