import { randomFrom, shuffled } from "../../domain/statistics.ts";
import { weightedAgreement } from "./agreement.ts";

/** How a number of groups holds when it is found again from a part of the templates. */
export interface StabilityPoint {
  readonly k: number;
  /** Mean adjusted Rand index of all pairs of refits, failures counted. */
  readonly stability: number;
  readonly standardError: number;
}

/** Groupings that agree this well are found again. */
const STABLE = 0.8;
const REFITS = 60;
/**
 * The part of the templates that a refit sees. Drawn without putting back: of thirty templates a bootstrap loses eleven, and
 * with them whole causes.
 */
const SHARE = 0.8;
/** More templates than this do not make a refit better, only slower. */
const MOST = 400;

/** Groups all templates for each of some `k`, looking only at a part of them: `groups[i]` is for `ks[i]`. */
export type Refit = (sample: readonly number[], ks: readonly number[]) => readonly (readonly number[])[];

/** Finds the groups again and again from random parts. `sizes`: failures of each template. */
export function stabilityOf(
  ks: readonly number[],
  sizes: readonly number[],
  refit: Refit,
  seed: number,
): StabilityPoint[] {
  const random = randomFrom(seed);
  const all = sizes.map((_, at) => at);
  const drawn = Math.min(MOST, Math.ceil(SHARE * all.length));
  const refits = Array.from({ length: REFITS }, () =>
    refit(
      shuffled(all, random)
        .slice(0, drawn)
        .sort((a, b) => a - b),
      ks,
    ),
  );
  return ks.map((k, at) =>
    pointOf(
      k,
      refits.flatMap((one) => [one[at] ?? []]),
      sizes,
    ),
  );
}

function pointOf(k: number, groupings: readonly (readonly number[])[], sizes: readonly number[]): StabilityPoint {
  const n = groupings.length;
  const ofEach = new Array<number>(n).fill(0);
  for (let i = 0; i < n; i += 1) {
    for (let j = 0; j < i; j += 1) {
      const agreement = weightedAgreement(groupings[i] ?? [], groupings[j] ?? [], sizes) / (n - 1);
      ofEach[i] = (ofEach[i] ?? 0) + agreement;
      ofEach[j] = (ofEach[j] ?? 0) + agreement;
    }
  }
  const stability = ofEach.reduce((sum, each) => sum + each, 0) / n;
  const variance = ofEach.reduce((sum, each) => sum + (each - stability) ** 2, 0) / (n - 1);
  // of a mean over pairs (a U-statistic of degree 2, Hoeffding 1948)
  return { k, stability, standardError: 2 * Math.sqrt(variance / n) };
}

/** The smallest number of groups that is stable and within one standard error of the most stable; that one, if none is stable. */
export function stableNumber(points: readonly StabilityPoint[]): StabilityPoint | undefined {
  const best = points.reduce<StabilityPoint | undefined>(
    (most, point) => (most === undefined || point.stability > most.stability ? point : most),
    undefined,
  );
  if (!best) return undefined;
  const enough = Math.max(STABLE, best.stability - best.standardError);
  return points.find(({ stability }) => stability >= enough) ?? best;
}
