import { createProvider } from "../../src/adapters/providers/create.ts";
import type { PriceTable } from "../../src/adapters/providers/prices.ts";
import { providerContract } from "../contracts/provider.ts";

const price = { input: 1, cachedInput: 0.5, output: 10 };
// Anthropic's SDK knows by its name whether a model takes a schema.
const prices: PriceTable = { "test-model": price, "claude-sonnet-4-5": price };
const random = () => 0.5;

providerContract({
  name: "OpenAI-compatible chat completions",
  make: ({ url, ...with_ }) =>
    createProvider({ spec: "compatible:test-model", baseUrl: `${url}/v1`, prices, random, ...with_ }),
});

providerContract({
  name: "openai: with a base URL (chat completions)",
  make: ({ url, ...with_ }) => createProvider({ spec: "openai:test-model", baseUrl: url, prices, random, ...with_ }),
});

providerContract({
  name: "OpenAI Responses",
  make: ({ url, ...with_ }) =>
    createProvider({ spec: "openai:test-model", baseUrl: `${url}/v1`, wire: "responses", prices, random, ...with_ }),
});

providerContract({
  name: "Anthropic Messages",
  make: ({ url, ...with_ }) =>
    createProvider({ spec: "anthropic:claude-sonnet-4-5", baseUrl: `${url}/v1`, prices, random, ...with_ }),
});

providerContract({
  name: "Google generateContent",
  make: ({ url, ...with_ }) =>
    createProvider({ spec: "google:test-model", baseUrl: `${url}/v1beta`, prices, random, ...with_ }),
});
