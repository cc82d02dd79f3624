import { type Random, randomFrom, wholeBelow } from "../../domain/statistics.ts";
import { renumbered } from "./linkage.ts";
import type { Space } from "./space.ts";
import type { SparseVector } from "./sparse.ts";
import type { Refit } from "./stability.ts";

const STARTS = 5;
const MOST_ROUNDS = 25;
/** More groups than a person would look through are not tried. */
const MOST_GROUPS = 20;

/** Groups of vectors of length 1 around mean vectors, as `k` says. */
interface Parts {
  readonly groups: number[];
  readonly centres: readonly ReadonlyMap<number, number>[];
  /** Sum of likenesses to the own centre: the higher, the tighter. */
  readonly tightness: number;
}

/** k-means++ (Arthur and Vassilvitskii 2007) on angles, five starts, the tightest kept: for more templates than linkage can take. */
export function byKMeans(space: Space, seed: number) {
  const all = Array.from({ length: space.size }, (_, at) => at);
  const vectors = space.fit(all);
  const refit: Refit = (sample, ks) => {
    const fitted = space.fit(sample);
    const own = sample.flatMap((at) => fitted[at] ?? []);
    return ks.map((k) => {
      const { centres } = kMeans(own, k, randomFrom(seed), 1);
      return fitted.map((vector) => nearest(vector, centres).at);
    });
  };
  return {
    ks: Array.from({ length: Math.max(1, Math.min(MOST_GROUPS, space.size) - 1) }, (_, at) => at + 2),
    groups: (k: number) => renumbered(kMeans(vectors, k, randomFrom(seed), STARTS).groups),
    refit,
  };
}

/** The tightest of some starts. */
export function kMeans(vectors: readonly SparseVector[], k: number, random: Random, starts: number): Parts {
  let best: Parts | undefined;
  for (let start = 0; start < starts; start += 1) {
    const parts = settle(vectors, firstCentres(vectors, Math.min(k, vectors.length), random));
    if (!best || parts.tightness > best.tightness) best = parts;
  }
  return best ?? { groups: [], centres: [], tightness: 0 };
}

/** The first by chance, each further one with a chance that grows with its distance from those there are. */
function firstCentres(vectors: readonly SparseVector[], k: number, random: Random): Map<number, number>[] {
  const first = vectors[wholeBelow(random, vectors.length)];
  if (!first) return [];
  const centres = [entriesOf(first)];
  const apart = vectors.map((vector) => 1 - likeness(vector, entriesOf(first)));
  while (centres.length < k) {
    let left = random() * apart.reduce((sum, each) => sum + Math.max(0, each), 0);
    const at = apart.findIndex((each) => {
      left -= Math.max(0, each);
      return left < 0;
    });
    const chosen = vectors[at < 0 ? wholeBelow(random, vectors.length) : at];
    if (!chosen) break;
    const centre = entriesOf(chosen);
    centres.push(centre);
    for (const [item, vector] of vectors.entries())
      apart[item] = Math.min(apart[item] ?? 1, 1 - likeness(vector, centre));
  }
  return centres;
}

function settle(vectors: readonly SparseVector[], start: Map<number, number>[]): Parts {
  let centres: Map<number, number>[] = start;
  let groups: number[] = [];
  let tightness = 0;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const found = vectors.map((vector) => nearest(vector, centres));
    const next = found.map(({ at }) => at);
    tightness = found.reduce((sum, { alike }) => sum + alike, 0);
    const isSettled = next.every((group, at) => group === groups[at]);
    groups = next;
    if (isSettled) break;
    centres = centresOf(vectors, groups, centres);
  }
  return { groups, centres, tightness };
}

/** Mean vectors of length 1; a group that lost all its members keeps its centre. */
function centresOf(
  vectors: readonly SparseVector[],
  groups: readonly number[],
  before: readonly Map<number, number>[],
): Map<number, number>[] {
  const sums = before.map(() => new Map<number, number>());
  for (const [at, { places, values }] of vectors.entries()) {
    const sum = sums[groups[at] ?? 0];
    if (sum)
      for (const [entry, place] of places.entries()) sum.set(place, (sum.get(place) ?? 0) + (values[entry] ?? 0));
  }
  return sums.map((sum, group) => {
    const length = Math.sqrt([...sum.values()].reduce((total, value) => total + value * value, 0));
    if (length === 0) return before[group] ?? sum;
    for (const [place, value] of sum) sum.set(place, value / length);
    return sum;
  });
}

function nearest(vector: SparseVector, centres: readonly ReadonlyMap<number, number>[]): { at: number; alike: number } {
  let best = { at: 0, alike: Number.NEGATIVE_INFINITY };
  for (const [at, centre] of centres.entries()) {
    const alike = likeness(vector, centre);
    if (alike > best.alike) best = { at, alike };
  }
  return best;
}

function likeness({ places, values }: SparseVector, centre: ReadonlyMap<number, number>): number {
  let sum = 0;
  for (const [entry, place] of places.entries()) sum += (values[entry] ?? 0) * (centre.get(place) ?? 0);
  return sum;
}

function entriesOf({ places, values }: SparseVector): Map<number, number> {
  return new Map(Array.from(places, (place, at) => [place, values[at] ?? 0]));
}
