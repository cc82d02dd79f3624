import { beforeAll, describe, expect, it } from "vitest";
import type { ModelReply, ModelRequest, Provider } from "../../src/ports/provider.ts";
import { type FakeClock, fakeClock } from "../providers/fake-clock.ts";
import { PLAIN_USAGE, startModelServer, type Turn } from "../support/model-server.ts";

/** A key that must never be seen outside a request's headers. */
export const CANARY = "sk-canary-0123456789abcdef";

/** The wanted shape in these tests. */
export const SCHEMA = {
  type: "object",
  properties: { title: { type: "string" } },
  required: ["title"],
  additionalProperties: false,
} as const;
export const SHAPED = '{"title":"naïve café 🙂 – \\"quoted\\""}';

export function aRequest(changes: Partial<ModelRequest> = {}): ModelRequest {
  return {
    system: "You fix findings.",
    user: "Fix this: x = 1",
    maxOutputTokens: 256,
    timeoutMs: 60_000,
    key: { task: "fix", fileHash: "f".repeat(64), findings: ["a"], attempt: 1 },
    ...changes,
  };
}

/** How a kind of provider is made for a server; priced at 1, 0.5 and 10 dollars per million tokens. */
export interface ProviderKindUnderTest {
  readonly name: string;
  make(at: { url: string; apiKey: string; clock: FakeClock }): Provider;
}

const COST = (60 * 1 + 40 * 0.5 + 20 * 10) / 1_000_000;
const RETRIES = 4;

/** Everything that every provider over the network must do, whatever its wire format. */
export function providerContract(kind: ProviderKindUnderTest): void {
  async function exchange(turns: readonly Turn[], changes: Partial<ModelRequest> = {}) {
    await using server = await startModelServer();
    server.plays(...turns);
    const clock = fakeClock();
    const provider = kind.make({ url: server.url, apiKey: CANARY, clock });
    const reply = await provider.ask(aRequest(changes));
    expect(JSON.stringify(reply), "the key is nowhere in the reply").not.toContain(CANARY);
    return { reply, requests: server.seen.length, clock, server };
  }

  describe(`provider contract: ${kind.name}`, () => {
    // The SDK is loaded at the first call, which would count against the short times below.
    beforeAll(() => exchange([{ does: "reply", text: "loaded" }]));

    it("returns the reply's text with usage and cost", async () => {
      const { reply, requests } = await exchange([{ does: "reply", text: "hello" }]);
      expect(reply).toMatchObject({ ok: true, text: "hello", mode: "text", finishReason: "stop", transportRetries: 0 });
      expect(reply.usage).toMatchObject({ inputTokens: 100, outputTokens: 20, cachedInputTokens: 40 });
      expect(reply.costUsd).toBeCloseTo(COST, 12);
      expect(requests).toBe(1);
    });

    it("sends the system's and the user's words, the limit and the key", async () => {
      await using server = await startModelServer();
      const provider = kind.make({ url: server.url, apiKey: CANARY, clock: fakeClock() });
      await provider.ask(aRequest());
      const [seen] = server.seen;
      expect(seen?.raw).toContain("You fix findings.");
      expect(seen?.raw).toContain("Fix this: x = 1");
      expect(seen?.raw).toContain("256");
      expect(JSON.stringify(seen?.headers)).toContain(CANARY);
      expect(seen?.path, "the key is not part of the address").not.toContain(CANARY);
    });

    it("asks for a shape by its JSON schema first", async () => {
      const { reply, server } = await exchange([{ does: "reply", text: SHAPED, ignoresTools: true }], {
        schema: SCHEMA,
      });
      expect(reply).toMatchObject({ ok: true, text: SHAPED, mode: "json-schema" });
      expect(server.seen[0]?.raw).toContain('"title"');
    });

    it("reads characters that are split over chunks", async () => {
      const { reply } = await exchange([{ does: "reply", text: "grüße 🙂 日本", inBytes: true }]);
      expect(reply).toMatchObject({ ok: true, text: "grüße 🙂 日本" });
    });

    it("reads a reply with a wrong content type", async () => {
      const { reply } = await exchange([{ does: "reply", text: "hello", contentType: "text/html" }]);
      expect(reply).toMatchObject({ ok: true, text: "hello" });
    });

    it("waits for a slow answer", async () => {
      const { reply, requests } = await exchange([{ does: "reply", text: "late", delayMs: 120 }]);
      expect(reply).toMatchObject({ ok: true, text: "late" });
      expect(requests).toBe(1);
    });

    it("obeys Retry-After: 1", async () => {
      const slow: Turn = { does: "fail", status: 429, headers: { "retry-after": "1" } };
      const { reply, requests, clock } = await exchange([slow, slow, { does: "reply", text: "hello" }]);
      expect(reply).toMatchObject({ ok: true, text: "hello", transportRetries: 2 });
      expect(requests).toBe(3);
      expect(clock.slept).toEqual([1000, 1000]);
    });

    it("obeys Retry-After: 120 when the request may take that long", async () => {
      const slow: Turn = { does: "fail", status: 429, headers: { "retry-after": "120" } };
      const { reply, clock } = await exchange([slow, { does: "reply", text: "hello" }], { timeoutMs: 200_000 });
      expect(reply).toMatchObject({ ok: true, transportRetries: 1 });
      expect(clock.slept).toEqual([120_000]);
    });

    it("gives up at once when Retry-After lies beyond the deadline", async () => {
      const slow: Turn = { does: "fail", status: 429, headers: { "retry-after": "120" } };
      const { reply, requests, clock } = await exchange([slow], { timeoutMs: 60_000 });
      expect(reply).toMatchObject({ ok: false, code: "LLM_RATE_LIMIT", retryable: true, httpStatus: 429, costUsd: 0 });
      expect(requests).toBe(1);
      expect(clock.slept).toEqual([]);
    });

    it("backs off by itself on 429 without Retry-After", async () => {
      const { reply, requests } = await exchange([
        { does: "fail", status: 429 },
        { does: "reply", text: "hello" },
      ]);
      expect(reply).toMatchObject({ ok: true, transportRetries: 1 });
      expect(requests).toBe(2);
    });

    it("goes on asking on 429 without Retry-After for some minutes", async () => {
      const busy = Array.from({ length: 8 }, (): Turn => ({ does: "fail", status: 429 }));
      const { reply } = await exchange([...busy, { does: "reply", text: "hello" }], { timeoutMs: 600_000 });
      expect(reply).toMatchObject({ ok: true, transportRetries: 8 });
    });

    it.each([503, 529])(
      "asks longer on %i than on other failures, and ends when the endpoint counts as broken",
      async (status) => {
        const { reply, requests } = await exchange([{ does: "fail", status }], { timeoutMs: 600_000 });
        expect(reply).toMatchObject({ ok: false, code: "LLM_ERROR", retryable: true, httpStatus: status, costUsd: 0 });
        expect(requests).toBeGreaterThan(RETRIES + 1);
      },
    );

    it.each([500, 502])("retries %i and says that the server failed when it does not end", async (status) => {
      const { reply, requests } = await exchange([{ does: "fail", status }]);
      expect(reply).toMatchObject({ ok: false, code: "LLM_ERROR", retryable: true, httpStatus: status, costUsd: 0 });
      expect(requests).toBe(RETRIES + 1);
      expect(reply.transportRetries).toBe(RETRIES);
    });

    it.each([
      [401, "LLM_AUTH"],
      [403, "LLM_AUTH"],
      [402, "LLM_AUTH"],
      [404, "LLM_ERROR"],
      [413, "LLM_CONTEXT_OVERFLOW"],
      [400, "LLM_ERROR"],
    ])("does not retry %i (%s)", async (status, code) => {
      const { reply, requests } = await exchange([{ does: "fail", status }]);
      expect(reply).toMatchObject({ ok: false, code, retryable: false, httpStatus: status, costUsd: 0 });
      expect(requests).toBe(1);
    });

    it("does not take a refusal of the words for one of the key", async () => {
      const message = "Your chosen model requires moderation and your input was flagged";
      const { reply } = await exchange([{ does: "fail", status: 403, message }]);
      expect(reply).toMatchObject({ ok: false, code: "LLM_CONTENT_FILTER", retryable: false });
    });

    it("removes the key from a complaint that quotes it", async () => {
      const { reply } = await exchange([
        { does: "fail", status: 401, message: `Incorrect API key provided: ${CANARY}.` },
      ]);
      expect(reply).toMatchObject({ ok: false, code: "LLM_AUTH", reason: expect.stringContaining("[secret]") });
    });

    it("names a request that is too long", async () => {
      const message = "This model's maximum context length is 8192 tokens, however you requested 9000 tokens";
      const { reply, requests } = await exchange([{ does: "fail", status: 400, message }], { schema: SCHEMA });
      expect(reply).toMatchObject({ ok: false, code: "LLM_CONTEXT_OVERFLOW", retryable: false });
      expect(requests).toBe(1);
    });

    it.each(["hang", "stall"] as const)("ends a call that %ss when its time is up", async (does) => {
      const { reply, requests } = await exchange([{ does }], { timeoutMs: 250 });
      expect(reply).toMatchObject({ ok: false, code: "LLM_TIMEOUT", retryable: true });
      expect(reply.costUsd, "the input is booked: the server may have worked").toBeGreaterThan(0);
      expect(requests).toBe(1);
    });

    it("stops when the caller says so", async () => {
      const signal = AbortSignal.timeout(60);
      const { reply } = await exchange([{ does: "hang" }], { signal });
      expect(reply).toMatchObject({ ok: false, code: "LLM_ERROR", retryable: false });
    });

    it("sends nothing when the caller stopped before", async () => {
      const { reply, requests } = await exchange([{ does: "reply", text: "hello" }], { signal: AbortSignal.abort() });
      expect(reply).toMatchObject({ ok: false, costUsd: 0 });
      expect(requests).toBe(0);
    });

    it("asks again when the connection is cut in the middle of a body, and books what was sent", async () => {
      const { reply, requests } = await exchange([{ does: "cut" }, { does: "reply", text: "hello" }]);
      expect(reply).toMatchObject({ ok: true, text: "hello", transportRetries: 1 });
      expect(reply.costUsd).toBeGreaterThan(COST);
      expect(requests).toBe(2);
    });

    it("gives up on a connection that always drops", async () => {
      const { reply, requests } = await exchange([{ does: "drop" }]);
      expect(reply).toMatchObject({ ok: false, code: "LLM_ERROR", retryable: true });
      expect(requests).toBe(RETRIES + 1);
    });

    it("keeps usage, cost and text of a reply that was cut off", async () => {
      const { reply } = await exchange([{ does: "reply", text: '{"title": "hal', finish: "length" }], {
        schema: SCHEMA,
      });
      expect(reply).toMatchObject({
        ok: false,
        code: "LLM_TRUNCATED",
        text: '{"title": "hal',
        usage: { outputTokens: 20 },
      });
      expect(reply.costUsd).toBeCloseTo(COST, 12);
    });

    it("names a refusal and books it", async () => {
      const { reply, requests } = await exchange([
        { does: "reply", text: "I cannot help with that.", finish: "refusal" },
      ]);
      expect(reply).toMatchObject({ ok: false, code: "LLM_CONTENT_FILTER", retryable: false });
      expect(reply.costUsd).toBeCloseTo(COST, 12);
      expect(requests).toBe(1);
    });

    it("names an empty reply and books it", async () => {
      const { reply, requests } = await exchange([{ does: "reply", text: "" }]);
      expect(reply).toMatchObject({ ok: false, code: "LLM_EMPTY", retryable: true });
      expect(reply.costUsd).toBeCloseTo(COST, 12);
      expect(requests).toBe(1);
    });

    it("returns JSON that is broken as it is", async () => {
      const { reply, requests } = await exchange([{ does: "reply", text: '{"title": 5', ignoresTools: true }], {
        schema: SCHEMA,
      });
      expect(reply).toMatchObject({ ok: true, text: '{"title": 5', mode: "json-schema" });
      expect(requests).toBe(1);
    });

    it("returns prose where a shape was wanted, and asks in a lower mode after two such replies", async () => {
      await using server = await startModelServer();
      server.plays({ does: "reply", text: "Sure! Here is the fix.", ignoresTools: true });
      const provider = kind.make({ url: server.url, apiKey: CANARY, clock: fakeClock() });
      const modes: unknown[] = [];
      for (let i = 0; i < 3; i += 1) {
        const reply = await provider.ask(aRequest({ schema: SCHEMA }));
        expect(reply).toMatchObject({ ok: true, text: "Sure! Here is the fix." });
        modes.push(reply.ok && reply.mode);
      }
      expect(modes.slice(0, 2)).toEqual(["json-schema", "json-schema"]);
      expect(modes[2]).not.toBe("json-schema");
      expect(server.seen).toHaveLength(3);
    });

    it("goes down to plain text when the server refuses every shape, states the shape there, and remembers", async () => {
      await using server = await startModelServer();
      server.plays((seen) => (isShaped(seen.body) ? refuses : { does: "reply", text: SHAPED, ignoresTools: true }));
      const provider = kind.make({ url: server.url, apiKey: CANARY, clock: fakeClock() });
      expect(await provider.ask(aRequest({ schema: SCHEMA }))).toMatchObject({
        ok: true,
        text: SHAPED,
        mode: "text",
        transportRetries: 0,
      });
      const tries = server.seen.length;
      expect(server.seen.at(-1)?.raw).toContain("JSON Schema");
      expect(await provider.ask(aRequest({ schema: SCHEMA }))).toMatchObject({ ok: true, mode: "text" });
      expect(server.seen.length, "the second time asks straight away").toBe(tries + 1);
    });

    it("reads a tool's arguments as the reply", async () => {
      await using server = await startModelServer();
      server.plays((seen) => ("tools" in seen.body ? { does: "reply", text: SHAPED } : refuses));
      const provider = kind.make({ url: server.url, apiKey: CANARY, clock: fakeClock() });
      const reply = await provider.ask(aRequest({ schema: SCHEMA }));
      expect(reply).toMatchObject({ ok: true, mode: "tool" });
      expect(reply.ok && JSON.parse(reply.text)).toEqual(JSON.parse(SHAPED));
    });

    it.each([
      ["missing", "missing" as const],
      ["negative", { ...PLAIN_USAGE, input: -5, output: -1 }],
      ["absurd", { ...PLAIN_USAGE, input: 9e15, output: 9e15 }],
    ])("treats %s token counts as unknown, estimates the cost and says so", async (_name, usage) => {
      const { reply } = await exchange([{ does: "reply", text: "hello", usage }]);
      expect(reply).toMatchObject({
        ok: true,
        text: "hello",
        usage: { inputTokens: undefined, outputTokens: undefined },
      });
      expect(reply.costUsd).toBeGreaterThan(0);
      expect(reply.costUsd).toBeLessThan(0.001);
      expect(warningsOf(reply)).toContain("estimate");
    });

    it("does not lose a reply whose token counts are no numbers", async () => {
      const { reply } = await exchange([
        { does: "reply", text: "hello", usage: { ...PLAIN_USAGE, input: "many", output: "few" } },
      ]);
      expect(reply).toMatchObject({ ok: true, text: "hello" });
    });

    it.each([200, 404])("names a web page (status %i) instead of a reply", async (status) => {
      const body = "<!DOCTYPE html><html><head><title>Sign in</title></head><body>…</body></html>";
      const { reply, requests } = await exchange([{ does: "send", status, contentType: "text/html", body }]);
      expect(reply).toMatchObject({
        ok: false,
        code: "LLM_ERROR",
        retryable: false,
        reason: expect.stringContaining("Sign in"),
      });
      expect(requests).toBe(1);
    });

    it("does not follow a redirect with the key in its headers", async () => {
      await using elsewhere = await startModelServer();
      const headers = { location: `${elsewhere.url}/v1/steal?key=x` };
      const { reply, requests } = await exchange([
        { does: "send", status: 307, contentType: "text/plain", body: "", headers },
      ]);
      expect(reply).toMatchObject({ ok: false, code: "LLM_ERROR", reason: expect.stringContaining(elsewhere.url) });
      expect(requests).toBe(1);
      expect(elsewhere.seen).toHaveLength(0);
    });

    it("gives a ceiling that the cost of a usual exchange stays below", async () => {
      const provider = kind.make({ url: "http://127.0.0.1:1", apiKey: CANARY, clock: fakeClock() });
      const ceiling = provider.ceilingUsd(aRequest({ user: "x".repeat(3000), maxOutputTokens: 1000 }));
      expect(ceiling).toBeGreaterThan(0.011);
      expect(ceiling).toBeLessThan(0.012);
    });
  });
}

const refuses: Turn = {
  does: "fail",
  status: 400,
  message: "response_format / output schema / tools are not available here",
};

function isShaped(body: Record<string, unknown>): boolean {
  const config = JSON.stringify(body.generationConfig ?? {});
  return (
    ["response_format", "tools", "output_config"].some((name) => name in body) ||
    "text" in body ||
    config.includes("response")
  );
}

function warningsOf(reply: ModelReply): string {
  return (reply.warnings ?? []).join("; ");
}
