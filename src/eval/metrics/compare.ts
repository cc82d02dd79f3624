import type { EvalRun } from "../../domain/eval.ts";
import { type CaseOutcome, passRate } from "../../domain/eval-counts.ts";
import {
  type ClusteredRate,
  type Difference,
  mcnemarMidP,
  minimumDetectableEffect,
  pairedDifference,
  RESAMPLES,
} from "../../domain/statistics.ts";
import { type AmountChange, amountChanges } from "./amounts.ts";
import { type CasePair, isFlakyPair, type MatchedCases, matchCases, type StoredEval } from "./pairs.ts";
import { type SliceChange, sliceChanges } from "./slices.ts";

/** The share of cases that a change is taken to break when the smallest visible effect is stated. */
export const ASSUMED_BREAKS = 0.05;

/** Every bootstrap of a comparison starts here: asked twice, it says the same. */
const SEED = 20_260_101;

/** A case whose outcome differs between the runs. */
export interface Flip {
  readonly caseId: string;
  readonly name: string;
  readonly variant: string;
  readonly rule: string;
  readonly family: string;
  /** Shares of decided repetitions that passed. */
  readonly base: number;
  readonly head: number;
  /** Repetitions of it differed in either run: it may have flipped by chance. */
  readonly flaky: boolean;
  /** Why it did not pass, where it did not: in head if it broke, else in base. */
  readonly reason: string | undefined;
}

/** What two runs of the same cases say about the change between them. Positive differences: head is better. */
export interface EvalComparison {
  readonly base: EvalRun;
  readonly head: EvalRun;
  /** Cases decided in both. */
  readonly n: number;
  readonly rates: { readonly base: ClusteredRate; readonly head: ClusteredRate };
  /** Broken ones first by how far they fell, then fixed ones likewise. */
  readonly broken: readonly Flip[];
  readonly fixed: readonly Flip[];
  readonly same: number;
  readonly difference: Difference;
  /** McNemar mid-p, two-sided, of all flips. */
  readonly p: number;
  /** The smallest gain that this many cases show with 80 % power if 5 % break; undefined: none. */
  readonly detectable: number | undefined;
  readonly slices: readonly SliceChange[];
  readonly amounts: readonly AmountChange[];
  /** Cases that could not be compared. */
  readonly leftOut: {
    readonly errored: readonly string[];
    readonly skipped: readonly string[];
    readonly undecidedBefore: readonly string[];
    readonly onlyBase: readonly string[];
    readonly onlyHead: readonly string[];
  };
}

/**
 * Compares two runs case by case. The primary metric is the share of cases that pass; all else explains it. `resamples`: of
 * each bootstrap; 10,000 if left out.
 */
export function compareRuns(base: StoredEval, head: StoredEval, resamples?: number): EvalComparison {
  return compareMatched(base.run, head.run, matchCases(base.results, head.results), resamples);
}

/** The same for cases that were matched already. */
export function compareMatched(
  base: EvalRun,
  head: EvalRun,
  matched: MatchedCases,
  resamples = RESAMPLES,
): EvalComparison {
  const draws = { seed: SEED, resamples };
  const { pairs } = matched;
  const changed = pairs.filter((pair) => pair.base.value !== pair.head.value).map(flipOf);
  const broken = changed.filter((flip) => flip.head < flip.base).sort(byFall);
  const fixed = changed.filter((flip) => flip.head > flip.base).sort(byFall);
  return {
    base,
    head,
    n: pairs.length,
    rates: { base: passRate(pairs.map((pair) => pair.base)), head: passRate(pairs.map((pair) => pair.head)) },
    broken,
    fixed,
    same: pairs.length - changed.length,
    difference: pairedDifference(
      pairs.map((pair) => ({ base: pair.base.value, head: pair.head.value, group: pair.head.group })),
      draws,
    ),
    p: mcnemarMidP(fixed.length, broken.length),
    detectable: minimumDetectableEffect(pairs.length, ASSUMED_BREAKS),
    slices: sliceChanges(pairs),
    amounts: amountChanges(pairs, draws),
    leftOut: {
      errored: names(matched.errored),
      skipped: names(matched.skipped),
      undecidedBefore: names(matched.undecidedBefore),
      onlyBase: names(matched.onlyBase),
      onlyHead: names(matched.onlyHead),
    },
  };
}

function flipOf(pair: CasePair): Flip {
  const { base, head } = pair;
  return {
    caseId: head.caseId,
    name: head.name,
    variant: head.variant,
    rule: head.slices.rule,
    family: head.slices.family,
    base: base.value,
    head: head.value,
    flaky: isFlakyPair(pair),
    reason: head.value < base.value ? head.reason : base.reason,
  };
}

function byFall(a: Flip, b: Flip): number {
  return Math.abs(b.head - b.base) - Math.abs(a.head - a.base) || (a.caseId < b.caseId ? -1 : 1);
}

function names(outcomes: readonly CaseOutcome[]): string[] {
  return outcomes.map(({ name }) => name);
}
