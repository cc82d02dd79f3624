import { describe, expect, it } from "vitest";
import { createProvider } from "../../src/adapters/providers/create.ts";
import { probeProvider } from "../../src/adapters/providers/probe.ts";
import { CANARY } from "../contracts/provider.ts";
import { startModelServer, type Turn } from "../support/model-server.ts";
import { fakeClock } from "./fake-clock.ts";

async function probe(turns: readonly Turn[], timeoutMs = 20_000) {
  await using server = await startModelServer();
  server.plays(...turns);
  const retry = { retries: 0, busyRetries: 0, baseMs: 1, capMs: 1 };
  const provider = createProvider({ spec: "openai:m", baseUrl: server.url, apiKey: CANARY, clock: fakeClock(), retry });
  const found = await probeProvider(provider, timeoutMs);
  expect(JSON.stringify(found)).not.toContain(CANARY);
  return found;
}

describe("probeProvider", () => {
  it("tells that a model answers, and how it takes a shape", async () => {
    const found = await probe([{ does: "reply", text: '{"ready":true}', ignoresTools: true }]);
    expect(found).toMatchObject({ usable: true, reachable: true, modelKnown: true, mode: "json-schema" });
    expect(found.sentences.join(" ")).toMatch(/takes a JSON schema.*price is not known/);
  });

  it("tells which lower mode works", async () => {
    const refused: Turn = { does: "fail", status: 400, message: "no response_format" };
    expect(await probe([refused, refused, refused, { does: "reply", text: "{}" }])).toMatchObject({
      usable: true,
      mode: "text",
    });
  });

  it.each([
    [
      "an unknown model",
      { does: "fail", status: 404, message: "model m not found" } as const,
      { usable: false, reachable: true, modelKnown: false },
    ],
    [
      "a key that is not accepted",
      { does: "fail", status: 401, message: `No good: ${CANARY}.` } as const,
      { usable: false, reachable: true, modelKnown: undefined },
    ],
    [
      "a model that thinks for too long",
      { does: "reply", text: "", finish: "length" } as const,
      { usable: true, reachable: true },
    ],
    ["a server that hangs", { does: "hang" } as const, { usable: false, reachable: false }],
    ["a server that drops", { does: "drop" } as const, { usable: false, reachable: false }],
  ])("tells of %s", async (_name, turn, expected) => {
    const found = await probe([turn], "does" in turn && turn.does === "hang" ? 200 : undefined);
    expect(found).toMatchObject(expected);
    expect(found.sentences[0]).toMatch(/openai:m.*[^.]\.$/);
  });
});
