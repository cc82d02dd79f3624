import { type CaseOutcome, passRate } from "../../domain/eval-counts.ts";
import { type ClusteredRate, holm, mcnemarMidP } from "../../domain/statistics.ts";
import type { CasePair } from "./pairs.ts";

/**
 * What results are grouped by: properties of the case, and the variant (which names model and strategy). Not the strategy
 * or source that closed it in the end: only what was accepted has one, so that a rate by it would always be 100 %.
 */
export const DIMENSIONS = ["family", "rule", "recipe", "language", "variant"] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** Slices of fewer cases could hardly show anything, and would only make the others' p values larger. */
const FEWEST_TESTED = 10;

export interface SliceRate {
  readonly dimension: Dimension;
  readonly slice: string;
  readonly rate: ClusteredRate;
}

/** Rates of a run by one dimension, most cases first. Cases that do not say are left out. */
export function ratesBy(dimension: Dimension, outcomes: readonly CaseOutcome[]): SliceRate[] {
  return [...groupedBy(dimension, outcomes, (outcome) => outcome)]
    .map(([slice, some]) => ({ dimension, slice, rate: passRate(some) }))
    .sort((a, b) => b.rate.n - a.rate.n || a.slice.localeCompare(b.slice, "en"));
}

export interface SliceChange {
  readonly dimension: Dimension;
  readonly slice: string;
  readonly n: number;
  readonly fixed: number;
  readonly broken: number;
  /** Shares that passed. */
  readonly base: number;
  readonly head: number;
  /** Mean of head minus base, -1 to 1. */
  readonly delta: number;
  /** McNemar mid-p of this slice alone. */
  readonly p: number;
  /** The same after Holm, over all slices that are tested: this one may be read. Undefined: too few cases to test. */
  readonly adjustedP: number | undefined;
}

/**
 * What changed in each slice, most likely real first. A dimension in which all cases are alike says nothing that the whole
 * does not, and is left out.
 */
export function sliceChanges(pairs: readonly CasePair[]): SliceChange[] {
  const changes = DIMENSIONS.flatMap((dimension) => {
    const groups = [...groupedBy(dimension, pairs, ({ head }) => head)];
    return groups.length < 2 ? [] : groups.map(([slice, some]) => changeOf(dimension, slice, some));
  });
  const tested = changes.filter(({ n }) => n >= FEWEST_TESTED);
  const adjusted = new Map(holm(tested.map(({ p }) => p)).map((p, at) => [tested[at], p]));
  return changes
    .map((change) => ({ ...change, adjustedP: adjusted.get(change) }))
    .sort((a, b) => a.p - b.p || b.n - a.n);
}

function changeOf(dimension: Dimension, slice: string, pairs: readonly CasePair[]): Omit<SliceChange, "adjustedP"> {
  const deltas = pairs.map(({ base, head }) => head.value - base.value);
  const fixed = deltas.filter((delta) => delta > 0).length;
  const broken = deltas.filter((delta) => delta < 0).length;
  const mean = (of: "base" | "head"): number => pairs.reduce((sum, pair) => sum + pair[of].value, 0) / pairs.length;
  const [base, head] = [mean("base"), mean("head")];
  const p = mcnemarMidP(fixed, broken);
  return { dimension, slice, n: pairs.length, fixed, broken, base, head, delta: head - base, p };
}

function groupedBy<Item>(
  dimension: Dimension,
  items: readonly Item[],
  outcomeOf: (item: Item) => CaseOutcome,
): Map<string, Item[]> {
  const groups = Map.groupBy(items, (item) => {
    const { variant, slices } = outcomeOf(item);
    return dimension === "variant" ? variant : (slices[dimension] ?? "");
  });
  groups.delete("");
  return groups;
}
