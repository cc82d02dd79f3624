import type { EvalResult, EvalRun } from "../../domain/eval.ts";
import { type CaseOutcome, caseOutcomes, isFlaky } from "../../domain/eval-counts.ts";

/** A run with all its results. */
export interface StoredEval {
  readonly run: EvalRun;
  readonly results: readonly EvalResult[];
}

/** One case under both runs, decided in each. */
export interface CasePair {
  readonly base: CaseOutcome & { readonly value: number };
  readonly head: CaseOutcome & { readonly value: number };
}

/** The cases of two runs, matched. Every case of either run is in exactly one of the lists. */
export interface MatchedCases {
  readonly pairs: readonly CasePair[];
  /** In both runs; in head an error of ours or of a provider kept every repetition from being decided. */
  readonly errored: readonly CaseOutcome[];
  /** Decided in base and not looked at in head: a tool that it needs was not there. */
  readonly skipped: readonly CaseOutcome[];
  /** In both runs, and base did not decide it. */
  readonly undecidedBefore: readonly CaseOutcome[];
  readonly onlyBase: readonly CaseOutcome[];
  readonly onlyHead: readonly CaseOutcome[];
}

/**
 * Matches the cases of two runs by id, and by variant where a run has several of a case. Two runs of one variant each are
 * matched whatever the variants are called: that is what differs between them.
 */
export function matchCases(base: readonly EvalResult[], head: readonly EvalResult[]): MatchedCases {
  const [before, after] = [caseOutcomes(base), caseOutcomes(head)];
  const byVariant = hasSeveral(before) || hasSeveral(after);
  const keyOf = ({ caseId, variant }: CaseOutcome): string => (byVariant ? JSON.stringify([caseId, variant]) : caseId);
  const earlier = new Map(before.map((outcome) => [keyOf(outcome), outcome]));
  const later = new Map(after.map((outcome) => [keyOf(outcome), outcome]));
  const pairs: CasePair[] = [];
  const errored: CaseOutcome[] = [];
  const skipped: CaseOutcome[] = [];
  const undecidedBefore: CaseOutcome[] = [];
  for (const [key, now] of later) {
    const then = earlier.get(key);
    if (!then) continue;
    if (isDecided(then) && isDecided(now)) pairs.push({ base: then, head: now });
    else if (now.errored > 0) errored.push(now);
    else if (isDecided(then)) skipped.push(now);
    else undecidedBefore.push(now);
  }
  return {
    pairs,
    errored,
    skipped,
    undecidedBefore,
    onlyBase: before.filter((outcome) => !later.has(keyOf(outcome))),
    onlyHead: after.filter((outcome) => !earlier.has(keyOf(outcome))),
  };
}

/** Whether repetitions of it differed in either run. */
export function isFlakyPair({ base, head }: CasePair): boolean {
  return isFlaky(base) || isFlaky(head);
}

function isDecided(outcome: CaseOutcome): outcome is CaseOutcome & { readonly value: number } {
  return outcome.value !== undefined;
}

function hasSeveral(outcomes: readonly CaseOutcome[]): boolean {
  return new Set(outcomes.map(({ caseId }) => caseId)).size < outcomes.length;
}
