import type { Usage } from "../../ports/provider.ts";

/** What bounds the tokens of one exchange. */
export interface Sizes {
  /** UTF-16 units of everything sent. */
  readonly inputChars: number;
  /** UTF-16 units of the reply. */
  readonly outputChars: number;
  readonly maxOutputTokens: number;
}

/** Room for what a server adds: its template, tool descriptions, thoughts. */
const SLACK = 20_000;

/** A token holds at least a third of a UTF-16 unit's bytes: no tokenizer yields more tokens than bytes. */
const MOST_TOKENS_PER_CHAR = 3;

/**
 * The counts that can be true. A count that is missing, negative, fractional, zero where something was sent or
 * received, or far beyond what the texts allow is unknown; each is named in `doubts`.
 */
export function plausible(told: Usage, sizes: Sizes): { readonly usage: Usage; readonly doubts: readonly string[] } {
  const mostInput = sizes.inputChars * MOST_TOKENS_PER_CHAR + SLACK;
  const mostOutput = Math.max(sizes.maxOutputTokens * 4, sizes.outputChars * MOST_TOKENS_PER_CHAR) + SLACK;
  const inputTokens = within(told.inputTokens, 1, mostInput);
  const outputTokens = within(told.outputTokens, sizes.outputChars > 0 ? 1 : 0, mostOutput);
  const doubts = [
    ...(inputTokens === undefined ? [doubt("input", told.inputTokens)] : []),
    ...(outputTokens === undefined ? [doubt("output", told.outputTokens)] : []),
  ];
  const usage = {
    inputTokens,
    outputTokens,
    cachedInputTokens: within(told.cachedInputTokens, 0, inputTokens ?? mostInput),
    reasoningTokens: within(told.reasoningTokens, 0, outputTokens ?? mostOutput),
  };
  return { usage, doubts };
}

function within(value: number | undefined, least: number, most: number): number | undefined {
  return value !== undefined && Number.isInteger(value) && value >= least && value <= most ? value : undefined;
}

function doubt(which: "input" | "output", told: number | undefined): string {
  const what = told === undefined || told === 0 ? "gave no count of" : `gave an impossible count (${told}) of`;
  return `the server ${what} ${which} tokens; the cost is an estimate from the length of the text`;
}
