import type { Judgement } from "../../domain/judge.ts";

const DAY_MS = 86_400_000;
/** How long words of a judge, and what was measured with them, count. */
export const VALID_DAYS = 30;

/**
 * The judgements that tell how a judge judges now: given in the last 30 days, by the model that answers now. A name such as
 * `openai:gpt-5-mini` may stand for another model tomorrow; what the one before it said is no evidence then.
 */
export function currentJudgements(judgements: readonly Judgement[], now: number): Judgement[] {
  const answering = judgements.findLast(({ answeredBy }) => answeredBy !== undefined)?.answeredBy;
  return judgements.filter(
    ({ at, answeredBy }) => now - at < VALID_DAYS * DAY_MS && (answeredBy === undefined || answeredBy === answering),
  );
}

/** When something that was measured now stops to count. */
export function expiryOf(now: number): number {
  return now + VALID_DAYS * DAY_MS;
}
