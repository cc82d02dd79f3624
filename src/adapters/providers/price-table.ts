import type { PriceTable } from "./prices.ts";

/** The day the table below was last compared with its sources. */
export const PRICES_AS_OF = "2026-11-22";

/**
 * List prices in US dollars per million tokens: `[input, cached input, output]`, standard processing.
 * A wrong price is mended by the user in `[models.prices]`; a model that is not here has no price, not a price of 0.
 */
export const PRICE_TABLE: PriceTable = {
  // OpenAI: https://openai.com/api/pricing and https://developers.openai.com/api/docs/pricing.
  // Above 272,000 input tokens: twice the input price, one and a half times the output price.
  ...withLonger(272_000, 2, 1.5, {
    "gpt-6.2-astra": [8, 0.4, 40],
    "gpt-6.2-sol": [2, 0.2, 10],
    "gpt-6.1-sol": [2, 0.1, 10],
    "gpt-6-astra": [10, 1, 50],
    "gpt-6-sol": [2, 0.2, 10],
    "gpt-6-luna": [0.1, 0.01, 0.5],
    "gpt-5.6-sol": [4, 0.4, 20],
    "gpt-5.6-terra": [2, 0.2, 12],
    "gpt-5.6-luna": [0.2, 0.02, 1.2],
    "gpt-5.5": [5, 0.5, 30],
    "gpt-5.4": [2.5, 0.25, 15],
  }),
  ...flat({
    "gpt-5.4-mini": [0.75, 0.075, 4.5],
    "gpt-5.4-nano": [0.2, 0.02, 1.25],
    "gpt-5.2": [1.75, 0.175, 14],
    "gpt-5.1": [1.25, 0.125, 10],
    "gpt-5": [1.25, 0.125, 10],
    "gpt-5-mini": [0.25, 0.025, 2],
    "gpt-5-nano": [0.05, 0.005, 0.4],
    "gpt-4.1": [2, 0.5, 8],
    "gpt-4.1-mini": [0.4, 0.1, 1.6],
    "gpt-4.1-nano": [0.1, 0.025, 0.4],
    "gpt-4o": [2.5, 1.25, 10],
    "gpt-4o-mini": [0.15, 0.075, 0.6],
    o3: [2, 0.5, 8],
    "o4-mini": [1.1, 0.275, 4.4],
  }),

  // Anthropic: https://platform.claude.com/docs/en/about-claude/pricing (cached: "cache hits and refreshes").
  ...flat({
    "claude-fable-5-1": [10, 0.25, 50],
    "claude-fable-5": [10, 1, 50],
    "claude-opus-5-5": [4, 0.2, 20],
    "claude-opus-5": [5, 0.5, 25],
    "claude-opus-4-8": [5, 0.5, 25],
    "claude-opus-4-7": [5, 0.5, 25],
    "claude-opus-4-6": [5, 0.5, 25],
    "claude-opus-4-5": [5, 0.5, 25],
    "claude-opus-4-1": [15, 1.5, 75],
    "claude-sonnet-5-5": [2, 0.1, 10],
    "claude-sonnet-5": [2, 0.2, 10],
    "claude-sonnet-4-6": [3, 0.3, 15],
    "claude-haiku-4-5": [1, 0.1, 5],
    "claude-3-5-haiku": [0.8, 0.08, 4],
    "claude-3-haiku": [0.25, 0.03, 1.25],
  }),
  ...withLonger(200_000, 2, 1.5, {
    "claude-sonnet-4-5": [3, 0.3, 15],
    "claude-sonnet-4": [3, 0.3, 15],
  }),
  ...withLonger(100_000, 5, 5, { "claude-haiku-5-5": [0.1, 0.01, 0.5] }),

  // Google: https://ai.google.dev/gemini-api/docs/pricing (paid tier, text; thoughts are billed as output).
  ...withLonger(200_000, 2, 1.5, {
    "gemini-3.1-pro": [2, 0.2, 12],
    "gemini-3-pro": [2, 0.2, 12],
    "gemini-2.5-pro": [1.25, 0.125, 10],
  }),
  ...flat({
    "gemini-3.5-flash": [1.5, 0.15, 9],
    "gemini-3.1-flash-lite": [0.25, 0.025, 1.5],
    "gemini-3-flash": [0.5, 0.05, 3],
    "gemini-2.5-flash": [0.3, 0.03, 2.5],
    "gemini-2.5-flash-lite": [0.1, 0.01, 0.4],
  }),
};

type Row = readonly [input: number, cachedInput: number, output: number];

function flat(rows: Readonly<Record<string, Row>>): PriceTable {
  return Object.fromEntries(
    Object.entries(rows).map(([model, [input, cachedInput, output]]) => [model, { input, cachedInput, output }]),
  );
}

/** Models whose whole request costs more above a length: the factors for (cached) input and for output. */
function withLonger(
  aboveInputTokens: number,
  inputTimes: number,
  outputTimes: number,
  rows: Readonly<Record<string, Row>>,
): PriceTable {
  return Object.fromEntries(
    Object.entries(flat(rows)).map(([model, price]) => {
      const longer = {
        aboveInputTokens,
        input: price.input * inputTimes,
        cachedInput: (price.cachedInput ?? price.input) * inputTimes,
        output: price.output * outputTimes,
      };
      return [model, { ...price, longer }];
    }),
  );
}
