import { byGroup, clusterBootstrap, type Draws } from "./bootstrap.ts";
import { randomFrom } from "./random.ts";
import { wilson } from "./rate.ts";

/** What two raters say of one unit. */
export interface RatingPair {
  readonly first: string;
  readonly second: string;
  /** Units of one group are drawn together; each alone if left out. */
  readonly group?: string;
}

export interface Kappa {
  readonly n: number;
  /** Share of units on which both say the same. */
  readonly agreement: number;
  /** Undefined where chance alone would agree on everything: both gave one and the same answer throughout. */
  readonly kappa: number | undefined;
  /** 95 %. */
  readonly low: number;
  readonly high: number;
}

/** Cohen's (1960) kappa, `(po - pe) / (1 - pe)`, of agreement po and what chance would give, pe. */
export function cohenKappa(pairs: readonly RatingPair[]): number | undefined {
  const kappa = kappaOfCounts(countsOf(pairs, answersOf(pairs)), answersOf(pairs).length);
  return Number.isNaN(kappa) ? undefined : kappa;
}

/**
 * Kappa with a bootstrap interval that is never narrower than Wilson's of the agreement would make it: of a few
 * disagreements, or none, a bootstrap knows too little.
 */
export function kappaInterval(pairs: readonly RatingPair[], { seed, resamples }: Draws): Kappa {
  const answers = answersOf(pairs);
  const n = pairs.length;
  const same = pairs.filter(({ first, second }) => first === second).length;
  const kappa = cohenKappa(pairs);
  const known = { n, agreement: n === 0 ? 0 : same / n, kappa };
  if (kappa === undefined) return { ...known, low: -1, high: 1 };
  const grouped = byGroup(
    pairs.map((pair, at) => ({ ...pair, group: pair.group ?? `\u0000${at}` })),
    ({ group }) => group,
  );
  const drawn = clusterBootstrap(
    grouped.map((group) => countsOf(group, answers)),
    (sums) => kappaOfCounts(sums, answers.length),
    randomFrom(seed),
    resamples,
  ) ?? { low: -1, high: 1 };
  const chance = kappa === 1 ? chanceOf(pairs, answers) : (known.agreement - kappa) / (1 - kappa);
  const { low, high } = wilson(same, n);
  const kappaAt = (agreement: number): number => Math.max(-1, (agreement - chance) / (1 - chance));
  return { ...known, low: Math.min(drawn.low, kappaAt(low)), high: Math.max(drawn.high, kappaAt(high)) };
}

function answersOf(pairs: readonly RatingPair[]): string[] {
  return [...new Set(pairs.flatMap(({ first, second }) => [first, second]))].sort();
}

/** How often each answer met each other one, row by row of the first rater. */
function countsOf(pairs: readonly RatingPair[], answers: readonly string[]): number[] {
  const counts = new Array<number>(answers.length ** 2).fill(0);
  for (const { first, second } of pairs) {
    const cell = answers.indexOf(first) * answers.length + answers.indexOf(second);
    counts[cell] = (counts[cell] ?? 0) + 1;
  }
  return counts;
}

function kappaOfCounts(counts: ArrayLike<number>, size: number): number {
  let [all, same, chance] = [0, 0, 0];
  for (let row = 0; row < size; row += 1) {
    let [rowSum, columnSum] = [0, 0];
    for (let at = 0; at < size; at += 1) {
      rowSum += counts[row * size + at] ?? 0;
      columnSum += counts[at * size + row] ?? 0;
    }
    all += rowSum;
    same += counts[row * size + row] ?? 0;
    chance += rowSum * columnSum;
  }
  const expected = chance / all ** 2;
  return expected > 1 - 1e-12 ? Number.NaN : (same / all - expected) / (1 - expected);
}

function chanceOf(pairs: readonly RatingPair[], answers: readonly string[]): number {
  const share = (answer: string, rater: "first" | "second"): number =>
    pairs.filter((pair) => pair[rater] === answer).length / pairs.length;
  return answers.reduce((sum, answer) => sum + share(answer, "first") * share(answer, "second"), 0);
}

/**
 * Krippendorff's (2011) alpha for names, any number of raters, with gaps: each unit is the list of answers it was given.
 * Undefined if nothing can be paired or all answers are one.
 */
export function krippendorffAlpha(units: readonly (readonly string[])[]): number | undefined {
  const totals = new Map<string, number>();
  let [paired, disagreed] = [0, 0];
  for (const answers of units.filter((each) => each.length > 1)) {
    paired += answers.length;
    const counts = new Map<string, number>();
    for (const answer of answers) {
      counts.set(answer, (counts.get(answer) ?? 0) + 1);
      totals.set(answer, (totals.get(answer) ?? 0) + 1);
    }
    for (const count of counts.values()) disagreed += (count * (answers.length - count)) / (answers.length - 1);
  }
  let expected = 0;
  for (const count of totals.values()) expected += (count * (paired - count)) / (paired - 1);
  return expected > 0 ? 1 - disagreed / expected : undefined;
}

/** How alike two groupings of the same items are: 1 the same, about 0 by chance (Hubert and Arabie 1985). */
export function adjustedRandIndex(one: readonly (string | number)[], other: readonly (string | number)[]): number {
  if (one.length !== other.length) throw new RangeError("both groupings must be of the same items");
  const count = (keys: readonly (string | number)[]): number[] => {
    const counts = new Map<string | number, number>();
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
    return [...counts.values()];
  };
  const pairs = (counts: readonly number[]): number => counts.reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
  const both = pairs(count(one.map((key, at) => `${key}\u0000${other[at]}`)));
  const [inOne, inOther, all] = [pairs(count(one)), pairs(count(other)), pairs([one.length])];
  const byChance = all === 0 ? 0 : (inOne * inOther) / all;
  const most = (inOne + inOther) / 2;
  return most === byChance ? 1 : (both - byChance) / (most - byChance);
}
