import { describe, expect, it } from "vitest";
import { resumingProvider } from "../../src/adapters/providers/resume.ts";
import { scriptedProvider } from "../../src/adapters/providers/scripted.ts";
import type { ModelReply, ModelRequest } from "../../src/ports/provider.ts";
import { failure } from "./support/replies.ts";

const price = { input: 10, output: 10 };
const request = (user = "hello", attempt = 1): ModelRequest => ({
  system: "s",
  user,
  maxOutputTokens: 100,
  timeoutMs: 1000,
  key: { task: "repair.single", fileHash: "f", findings: ["1"], attempt },
});

/** The journal that a run leaves behind when it is cut off after these requests. */
async function journalOf(answers: readonly (string | ModelReply)[], name = "scripted:model"): Promise<string> {
  let journal = "";
  const provider = resumingProvider(scriptedProvider(answers, { price, name }), "", async (line) => {
    journal += line;
  });
  for (const at of answers.keys()) await provider.ask(request("hello", at + 1));
  return journal;
}

function resumed(journal: string, name = "scripted:model") {
  const inner = scriptedProvider(["asked again", "asked again"], { price, name });
  return { inner, provider: resumingProvider(inner, journal, async () => undefined) };
}

describe("a run that was cut off", () => {
  it("gets the same answer again for nothing, and needs no budget for it", async () => {
    const { inner, provider } = resumed(await journalOf(["first"]));
    expect(provider.ceilingUsd(request())).toBe(0);
    expect(await provider.ask(request())).toMatchObject({ ok: true, text: "first", costUsd: 0, replayed: true });
    expect(inner.calls).toEqual([]);
  });

  it("gets an answer that was cut short again too: it was paid for", async () => {
    const { inner, provider } = resumed(await journalOf([failure("LLM_TRUNCATED", { text: "half", costUsd: 1 })]));
    expect(await provider.ask(request())).toMatchObject({ ok: false, code: "LLM_TRUNCATED", text: "half", costUsd: 0 });
    expect(inner.calls).toEqual([]);
  });

  it.each([
    ["the words of the prompt changed", "scripted:model", request("other words")],
    ["another model is asked", "scripted:other", request()],
    ["it is another attempt", "scripted:model", request("hello", 2)],
  ])("asks again where %s", async (_, name, asked) => {
    const { inner, provider } = resumed(await journalOf(["first"]), name);
    expect(provider.ceilingUsd(asked)).toBeGreaterThan(0);
    expect(await provider.ask(asked)).toMatchObject({ text: "asked again" });
    expect(inner.calls).toHaveLength(1);
  });

  it("asks again where the server could not be reached", async () => {
    const { inner, provider } = resumed(await journalOf([failure("LLM_ERROR")]));
    await provider.ask(request());
    expect(inner.calls).toHaveLength(1);
  });

  it("reads a journal whose last line was cut off, or that somebody spoiled", async () => {
    const journal = await journalOf(["first", "second"]);
    const { provider } = resumed(`no journal\n{"provider":\t{}\n${journal.slice(0, -20)}`);
    expect(await provider.ask(request())).toMatchObject({ text: "first" });
    expect(await provider.ask(request("hello", 2))).toMatchObject({ text: "asked again" });
  });

  it("loses no answer where the journal cannot be written", async () => {
    const provider = resumingProvider(scriptedProvider(["first"]), "", async () => {
      throw new Error("disk full");
    });
    expect(await provider.ask(request())).toMatchObject({ ok: true, text: "first" });
  });
});
