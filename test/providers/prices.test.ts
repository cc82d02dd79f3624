import { describe, expect, it } from "vitest";
import { PRICE_TABLE, PRICES_AS_OF } from "../../src/adapters/providers/price-table.ts";
import { ceilingOf, costOf, costOfExchange, priceOf } from "../../src/adapters/providers/prices.ts";
import { aRequest, SCHEMA } from "../contracts/provider.ts";

describe("priceOf", () => {
  it.each([
    "gpt-5-mini",
    "gpt-5-mini-2025-08-07",
    "openai:gpt-5-mini",
    "claude-haiku-4-5",
    "claude-haiku-4-5-20251001",
    "claude-3-5-haiku-latest",
    "gemini-2.5-flash",
    "models/gemini-2.5-flash",
    "gemini-2.5-flash-preview-09-2025",
    "gemini-3.1-pro-preview",
  ])("knows %s", (model) => {
    expect(priceOf(model)).toBeDefined();
  });

  it("takes the longest name that only lacks a date", () => {
    expect(priceOf("gpt-5-mini-2025-08-07")).toEqual(priceOf("gpt-5-mini"));
    expect(priceOf("gpt-4o-2024-11-20")).toEqual(priceOf("gpt-4o"));
    expect(priceOf("gpt-5-2025-08-07")).toEqual(priceOf("gpt-5"));
  });

  it.each([
    "gpt-5-turbo",
    "gpt-5-mini-codex",
    "qwen3:8b",
    "claude-sonnet-9",
    "",
    "toString",
    "constructor",
    "gpt-4o-mini-tts",
  ])("knows no price of %j, rather than one of 0", (model) => {
    expect(priceOf(model)).toBeUndefined();
  });

  it("takes the user's price before ours", () => {
    expect(priceOf("gpt-5-mini", { "gpt-5-mini": { input: 9, output: 9 } })).toEqual({ input: 9, output: 9 });
    expect(priceOf("qwen3:8b", { "qwen3:8b": { input: 0, output: 0 } })).toEqual({ input: 0, output: 0 });
  });
});

describe("price table", () => {
  it("is dated, and every price is in order: cached below input below output", () => {
    expect(PRICES_AS_OF).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    for (const [model, price] of Object.entries(PRICE_TABLE)) {
      for (const rates of price.longer === undefined ? [price] : [price, price.longer]) {
        expect(rates.cachedInput, model).toBeLessThan(rates.input);
        expect(rates.input, model).toBeLessThan(rates.output);
        expect(rates.cachedInput, model).toBeGreaterThan(0);
      }
    }
  });
});

describe("cost", () => {
  const price = {
    input: 2,
    cachedInput: 0.5,
    output: 10,
    longer: { aboveInputTokens: 1000, input: 4, cachedInput: 1, output: 15 },
  };

  it("counts cached tokens as part of the input", () => {
    expect(costOf({ input: 1000, cachedInput: 400, output: 100 }, price)).toBeCloseTo(
      (600 * 2 + 400 * 0.5 + 100 * 10) / 1e6,
      15,
    );
  });
  it("charges the whole request at the longer rates above the limit", () => {
    expect(costOf({ input: 1001, cachedInput: 0, output: 100 }, price)).toBeCloseTo((1001 * 4 + 100 * 15) / 1e6, 15);
  });
  it("charges cached tokens in full where no cached price is known, and never more of them than there is input", () => {
    expect(costOf({ input: 10, cachedInput: 99, output: 0 }, { input: 3, output: 9 })).toBeCloseTo(30 / 1e6, 15);
  });
  it("is unknown without a price, whatever is known of the tokens", () => {
    const usage = { inputTokens: 1, outputTokens: 1, cachedInputTokens: undefined, reasoningTokens: undefined };
    expect(costOfExchange(usage, { input: 3, output: 3 }, undefined)).toBeUndefined();
  });
  it("has a ceiling that counts the shape and a reply of full length", () => {
    const request = aRequest({ system: "", user: "x".repeat(300), maxOutputTokens: 50 });
    expect(ceilingOf(request, price)).toBeCloseTo((100 * 2 + 50 * 10) / 1e6, 12);
    expect(ceilingOf({ ...request, schema: SCHEMA }, price)).toBeGreaterThan(ceilingOf(request, price) ?? 0);
    expect(ceilingOf(request, undefined)).toBeUndefined();
  });
});
