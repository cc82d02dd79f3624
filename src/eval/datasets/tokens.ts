import { estimateTokens } from "../../fix/model/estimate.ts";

/** What a server counted for a text whose length is known here. */
export interface MeasuredPrompt {
  readonly text: string;
  readonly tokens: number;
}

/** How tokens are counted without the model's own tokenizer. */
export interface TokenRule {
  /** In words, for the manifest. */
  readonly method: string;
  /** Relative: nine of ten prompts were within it; undefined where nothing was measured. */
  readonly error: number | undefined;
  readonly measuredOn: number;
  count(text: string): number;
}

const ENOUGH = 10;
/** A server whose counts are further off than this counts something else. */
const MOST_OFF = 2;
/** Tokens around one message (OpenAI's cookbook, "How to count tokens with tiktoken"). */
export const TOKENS_PER_MESSAGE = 3;

/**
 * The estimate of `fix/model/estimate.ts`, multiplied by what servers really counted for the prompts of these attempts where
 * there are ten or more. Other models count otherwise: the servers' own count decides what is paid.
 */
export function tokenRule(measured: readonly MeasuredPrompt[]): TokenRule {
  const estimated = measured.map(({ text }) => estimateTokens(text));
  const real = measured.reduce((sum, { tokens }) => sum + tokens, 0);
  const ratio = real / estimated.reduce((sum, tokens) => sum + tokens, 0);
  const base = "four ASCII characters, or three bytes of anything else, make one token; a line end half a token more";
  if (measured.length < ENOUGH || !(ratio > 1 / MOST_OFF && ratio < MOST_OFF)) {
    const why = measured.length < ENOUGH ? "no server's counts to compare with" : "the servers' counts do not fit";
    return {
      method: `${base}; ${why}, expect an error of a quarter`,
      error: undefined,
      measuredOn: 0,
      count: estimateTokens,
    };
  }
  const errors = measured
    .map(({ tokens }, at) => Math.abs(((estimated[at] ?? 0) * ratio) / tokens - 1))
    .sort((a, b) => a - b);
  const error = errors[Math.ceil(errors.length * 0.9) - 1] ?? 0;
  return {
    method: `${base}; times ${ratio.toFixed(3)}, as servers counted for ${measured.length} of these prompts`,
    error,
    measuredOn: measured.length,
    count: (text) => Math.ceil(estimateTokens(text) * ratio),
  };
}
