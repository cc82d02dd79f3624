import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { appendTo, readRecordingFile } from "../../src/adapters/providers/recording-file.ts";
import { recordingProvider, replayProvider } from "../../src/adapters/providers/replay.ts";
import { scriptedProvider } from "../../src/adapters/providers/scripted.ts";
import type { ModelReply } from "../../src/ports/provider.ts";
import { aRequest } from "../contracts/provider.ts";
import { fakeClock } from "./fake-clock.ts";

const truncated: ModelReply = {
  ok: false,
  code: "LLM_TRUNCATED",
  reason: "cut",
  retryable: false,
  usage: { inputTokens: 10, outputTokens: 5, cachedInputTokens: undefined, reasoningTokens: undefined },
  costUsd: 0.5,
  latencyMs: 3,
  transportRetries: 0,
  warnings: [],
  text: '{"half',
};

async function record(answers: readonly (string | ModelReply)[], requests = [aRequest()]) {
  let text = "";
  const append = async (line: string) => {
    await new Promise((resolve) => setImmediate(resolve));
    text += line;
  };
  const provider = recordingProvider(scriptedProvider(answers, { price: { input: 1, output: 2 } }), append);
  const replies = await Promise.all(requests.map((request) => provider.ask(request)));
  return { text, replies };
}

describe("a recording", () => {
  it("gives back what was recorded, with usage, cost and mode, and marked as replayed", async () => {
    const { text, replies } = await record(["naïve 🙂\r\nline"]);
    const replayed = await replayProvider(text).ask(aRequest());
    expect(replayed).toEqual({ ...replies[0], replayed: true });
    expect(replayProvider(text).ceilingUsd(aRequest())).toBe(replies[0]?.costUsd);
  });

  it("gives back a failure with the part that arrived", async () => {
    const { text } = await record([truncated]);
    expect(await replayProvider(text).ask(aRequest())).toEqual(truncated);
  });

  it("is found by what was asked for, and says when the wording changed", async () => {
    const { text } = await record(["a"]);
    const reply = await replayProvider(text).ask(aRequest({ user: "other words" }));
    expect(reply).toMatchObject({ ok: true, text: "a", warnings: ["the prompt changed since the recording"] });
  });

  it("does not depend on the order of the findings", async () => {
    const key = { ...aRequest().key, findings: ["b", "a"] };
    const { text } = await record(["x"], [aRequest({ key })]);
    expect(await replayProvider(text).ask(aRequest({ key: { ...key, findings: ["a", "b"] } }))).toMatchObject({
      ok: true,
    });
  });

  it("answers with the last of equal keys", async () => {
    const { text } = await record(["first", "second"], [aRequest(), aRequest()]);
    expect(await replayProvider(text).ask(aRequest())).toMatchObject({ text: "second" });
  });

  it("names what is missing and how to record it", async () => {
    const { text } = await record(["a"]);
    const reply = await replayProvider(text).ask(aRequest({ key: { ...aRequest().key, attempt: 2 } }));
    expect(reply).toMatchObject({ ok: false, code: "LLM_ERROR", retryable: false, costUsd: 0 });
    expect(!reply.ok && reply.reason).toMatch(/task fix.*attempt 2.*--record/);
  });

  it("is one line of JSON per exchange, also when many end at once", async () => {
    const requests = Array.from({ length: 20 }, (_, i) => aRequest({ key: { ...aRequest().key, attempt: i + 1 } }));
    const { text } = await record(
      Array.from({ length: 20 }, (_, i) => `reply ${i}\n`),
      requests,
    );
    const lines = text.trimEnd().split("\n");
    expect(lines).toHaveLength(20);
    for (const line of lines) expect(JSON.parse(line)).toMatchObject({ version: 1, mode: "text", model: "scripted" });
  });

  it("can be written without secrets or without the prompt", async () => {
    let text = "";
    const append = async (line: string) => {
      text += line;
    };
    const inner = scriptedProvider(() => "x");
    await recordingProvider(inner, append, { redact: (words) => words.replace("Fix", "***") }).ask(aRequest());
    expect(text).toContain("*** this");
    await recordingProvider(inner, append, { withoutPrompt: true }).ask(aRequest());
    expect(text.split("\n")[1]).not.toContain("this: x");
  });

  it("that cannot be written does not lose the reply", async () => {
    const full = () => Promise.reject(new Error("disk full"));
    const provider = recordingProvider(scriptedProvider(["a", "b"]), full);
    expect(await provider.ask(aRequest())).toMatchObject({
      ok: true,
      text: "a",
      warnings: [expect.stringContaining("disk full")],
    });
    expect(await provider.ask(aRequest())).toMatchObject({ ok: true, text: "b" });
  });

  it.each([
    ["not JSON", "{"],
    ["another version", '{"version":2}'],
    ["no object", "null"],
  ])("that holds %s is refused by line", async (_name, line) => {
    const { text } = await record(["a"]);
    expect(() => replayProvider(`${text}\r\n${line}\n`)).toThrow(
      expect.objectContaining({ code: "input", message: expect.stringContaining("line 3") }),
    );
  });

  it("survives a file, with a byte order mark and other line ends", async () => {
    const folder = await mkdtemp(join(tmpdir(), "patchpro-recording-"));
    const path = join(folder, "deep", "run.jsonl");
    await recordingProvider(scriptedProvider(["a"]), appendTo(path)).ask(aRequest());
    const text = await readRecordingFile(path);
    expect(text).toBe(await readFile(path, "utf8"));
    const edited = `\uFEFF${text.replaceAll("\n", "\r\n")}`;
    expect(await replayProvider(edited).ask(aRequest())).toMatchObject({ ok: true, text: "a" });
    await rm(folder, { recursive: true });
    await expect(readRecordingFile(path)).rejects.toMatchObject({ code: "input" });
  });
});

describe("a scripted provider", () => {
  it("answers in order, records the calls, and says when it has run out", async () => {
    const provider = scriptedProvider(["one", truncated]);
    expect(await provider.ask(aRequest())).toMatchObject({ ok: true, text: "one", costUsd: 0 });
    expect(await provider.ask(aRequest())).toEqual(truncated);
    expect(await provider.ask(aRequest())).toMatchObject({ ok: false, reason: expect.stringContaining("call 3") });
    expect(provider.calls).toHaveLength(3);
  });

  it("answers from a function of the request, after its latency", async () => {
    const clock = fakeClock();
    const provider = scriptedProvider((request, call) => `${call}: ${request.user}`, {
      latency: { ms: 40_000, clock },
    });
    expect(await provider.ask(aRequest({ user: "hi" }))).toMatchObject({ text: "0: hi", latencyMs: 40_000 });
    expect(clock.slept).toEqual([40_000]);
    expect(await provider.ask(aRequest({ signal: AbortSignal.abort() }))).toMatchObject({ ok: false });
  });
});
