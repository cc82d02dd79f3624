import type { ModelRequest, Usage } from "../../ports/provider.ts";
import { type Answer, NO_USAGE } from "./exchange.ts";
import { costOfExchange, estimateTokens, inputChars, type Price } from "./prices.ts";
import { plausible } from "./usage.ts";

/** What one request cost, retries and lower modes included. */
export interface Bill {
  readonly usage: Usage;
  /** US dollars; undefined if the price is not known and something may have been bought. */
  readonly costUsd: number | undefined;
  readonly warnings: readonly string[];
}

/**
 * Adds up a request: the answer, if one came, and `lost` sendings of which nothing came back although the server may have
 * worked (and charged) for them. Those are booked as their input at the full price; a refusal by status costs nothing.
 */
export function billFor(
  request: ModelRequest,
  answer: Answer | undefined,
  lost: number,
  price: Price | undefined,
): Bill {
  const chars = inputChars(request);
  const lostUsd = costOfLost(lost, chars, price);
  const lostWarnings =
    lost === 0 ? [] : [`${lost} sending(s) brought no answer; their input is booked at an estimated price`];
  if (answer === undefined) return { usage: NO_USAGE, costUsd: lostUsd, warnings: lostWarnings };
  const outputChars = answer.text.length;
  const { usage, doubts } = plausible(answer.usage, {
    inputChars: chars,
    outputChars,
    maxOutputTokens: request.maxOutputTokens,
  });
  const answerUsd = costOfExchange(usage, { input: chars, output: outputChars }, price);
  const costUsd = answerUsd === undefined || lostUsd === undefined ? undefined : answerUsd + lostUsd;
  return { usage, costUsd, warnings: [...doubts, ...lostWarnings] };
}

function costOfLost(lost: number, chars: number, price: Price | undefined): number | undefined {
  if (lost === 0) return 0;
  const usage = { ...NO_USAGE, inputTokens: estimateTokens(chars), outputTokens: 0 };
  const once = costOfExchange(usage, { input: chars, output: 0 }, price);
  return once === undefined ? undefined : once * lost;
}
