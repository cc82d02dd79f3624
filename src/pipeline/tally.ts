import { SOURCES, type Source } from "../domain/outcome.ts";
import type { RunResult, SourceTally } from "../domain/run.ts";
import type { Repair } from "./repair.ts";

/** What models were asked in a run, added up. */
export interface Spending {
  readonly requests: number;
  /** US dollars; undefined as soon as one price was unknown. */
  readonly costUsd: number | undefined;
  readonly promptTokens: number;
  readonly completionTokens: number;
}

export const NOTHING_SPENT: Spending = { requests: 0, costUsd: 0, promptTokens: 0, completionTokens: 0 };

/** What each source closed and cost. */
export function tally(
  repair: Repair,
  spent: Spending = NOTHING_SPENT,
): Pick<RunResult, "bySource" | "promptTokens" | "completionTokens" | "costUsd"> {
  const sourceOf = new Map(repair.accepted.map(({ candidate }) => [candidate.id, candidate.source]));
  const of = (source: Source): SourceTally => {
    const accepted = [...repair.closed.values()].filter(({ patchId }) => sourceOf.get(patchId) === source).length;
    return source === "model"
      ? { accepted, costUsd: spent.costUsd, requests: spent.requests }
      : { accepted, costUsd: 0, requests: 0 };
  };
  const [native, codemod, model] = SOURCES;
  return {
    bySource: { [native]: of(native), [codemod]: of(codemod), [model]: of(model) },
    promptTokens: spent.promptTokens,
    completionTokens: spent.completionTokens,
    costUsd: spent.costUsd,
  };
}
