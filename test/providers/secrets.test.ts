import { describe, expect, it } from "vitest";
import { readBaseUrl } from "../../src/adapters/providers/base-url.ts";
import { oneLine, redactor } from "../../src/adapters/providers/redact.ts";
import { parseSpec } from "../../src/adapters/providers/spec.ts";
import { plausible } from "../../src/adapters/providers/usage.ts";

describe("redactor", () => {
  const redact = redactor(["p@ss/wörd", "abc"]);

  it("removes a secret in every spelling a server may echo", () => {
    const base64 = Buffer.from("p@ss/wörd").toString("base64");
    const text = redact(`p@ss/wörd ${encodeURIComponent("p@ss/wörd")} ${base64}`);
    expect(text).toBe("[secret] [secret] [secret]");
  });
  it("removes what looks like a key", () => {
    const key = redact(
      "Incorrect API key: sk-proj-a***********bcd; Bearer abcdef123456; https://x/y?key=AIzaSyA1234567890&z=1",
    );
    expect(key).not.toMatch(/proj|abcdef|SyA123/);
    expect(key).toContain("z=1");
    expect(redact("see http://me:hunter22@host/v1")).toBe("see http://[secret]@host/v1");
  });
  it("leaves ordinary words alone, also when a secret is very short", () => {
    expect(redact("abc is a task of the skeleton")).toBe("abc is a task of the skeleton");
  });
});

describe("oneLine", () => {
  it("keeps one short line without control characters", () => {
    expect(oneLine("a\n\u001b[31mb\u0007\u202ec  d")).toBe("a [31mb c d");
    expect(oneLine("x".repeat(1000))).toHaveLength(300);
  });
});

describe("readBaseUrl", () => {
  it.each([
    ["http://localhost:11434", "http://localhost:11434/v1"],
    ["http://localhost:11434/", "http://localhost:11434/v1"],
    ["http://h/v1/", "http://h/v1"],
    ["http://h/v1/chat/completions", "http://h/v1"],
    ["https://h/openai/deployments/d?api-version=2", "https://h/openai/deployments/d"],
    ["http://[::1]:8080/x", "http://[::1]:8080/x"],
  ])("reads %s as %s", (written, url) => {
    expect(readBaseUrl(written, "/v1").url).toBe(url);
  });
  it("takes the query and the password out of the address", () => {
    const read = readBaseUrl("https://me:s3%40cret@h/v1?api-version=2", "/v1");
    expect(read.url).toBe("https://h/v1");
    expect(read.query).toEqual({ "api-version": "2" });
    expect(read.basicAuth).toBe(`Basic ${Buffer.from("me:s3@cret").toString("base64")}`);
    expect(read.secrets).toContain("s3@cret");
  });
  it.each(["", "localhost:11434", "ftp://h/v1", "file:///etc/passwd", "http://"])("refuses %j", (written) => {
    expect(() => readBaseUrl(written, "/v1")).toThrow(/base URL/);
  });
  it("does not print an address that it refuses", () => {
    expect(() => readBaseUrl("ftp://me:hunter22@h", "/v1")).not.toThrow(/hunter22/);
  });
});

describe("parseSpec", () => {
  it("keeps colons and slashes of the name", () => {
    expect(parseSpec("ollama:qwen3:8b")).toMatchObject({ kind: "compatible", model: "qwen3:8b" });
    expect(parseSpec("compatible:org/model")).toMatchObject({ model: "org/model", baseUrl: undefined });
  });
  it.each(["gpt-5", "openai:", ":x", "", "toString:x", "__proto__:x"])("refuses %j with a hint", (spec) => {
    expect(() => parseSpec(spec)).toThrow(
      expect.objectContaining({ code: "config", hint: expect.stringContaining("openai") }),
    );
  });
});

describe("plausible", () => {
  const sizes = { inputChars: 3000, outputChars: 300, maxOutputTokens: 1000 };
  const told = { inputTokens: 900, outputTokens: 100, cachedInputTokens: 400, reasoningTokens: 20 };

  it("keeps counts that can be true", () => {
    expect(plausible(told, sizes)).toEqual({ usage: told, doubts: [] });
  });
  it.each([
    ["a fraction", { inputTokens: 1.5 }],
    ["a negative count", { inputTokens: -1 }],
    ["not a number", { inputTokens: Number.NaN }],
    ["nothing for a text", { inputTokens: 0 }],
    ["more tokens than bytes", { inputTokens: 1e9 }],
  ])("does not know %s", (_name, wrong) => {
    const { usage, doubts } = plausible({ ...told, ...wrong }, sizes);
    expect(usage.inputTokens).toBeUndefined();
    expect(doubts).toHaveLength(1);
  });
  it("does not believe that more was cached than sent", () => {
    expect(plausible({ ...told, cachedInputTokens: 901 }, sizes).usage.cachedInputTokens).toBeUndefined();
  });
});
