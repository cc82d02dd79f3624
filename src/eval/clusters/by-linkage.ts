import { averageLinkage, cut, type Dendrogram } from "./linkage.ts";
import type { Space } from "./space.ts";
import { dot, type SparseVector } from "./sparse.ts";
import type { Refit } from "./stability.ts";

/** Groups whose templates are less than .08 alike on average have nothing in common but words of any sentence: never joined. */
const FARTHEST = 0.92;
/** How many more groups than the fewest are tried. */
const MORE = 24;

/** Average linkage of templates, to be cut at some number of groups. */
export interface LinkedTemplates {
  /** The numbers of groups that come into question, rising. */
  readonly ks: readonly number[];
  readonly groups: (k: number) => number[];
  readonly refit: Refit;
}

export function byLinkage(space: Space): LinkedTemplates {
  const all = Array.from({ length: space.size }, (_, at) => at);
  const tree = treeOf(all, space.fit(all));
  const fewest = fewestGroups(tree);
  const most = Math.min(space.size, fewest + MORE);
  return {
    ks: Array.from({ length: Math.max(1, most - fewest + 1) }, (_, more) => fewest + more),
    groups: (k) => cut(tree, k),
    refit: (sample, ks) => refit(space, sample, ks, fewest),
  };
}

function fewestGroups({ items, joins }: Dendrogram): number {
  return items - joins.filter(({ height }) => height <= FARTHEST).length;
}

function treeOf(sample: readonly number[], vectors: readonly SparseVector[]): Dendrogram {
  const own = sample.flatMap((at) => vectors[at] ?? []);
  return averageLinkage(own.length, (i, j) => apart(own[i], own[j]));
}

function apart(one: SparseVector | undefined, other: SparseVector | undefined): number {
  return one && other ? 1 - dot(one, other) : 1;
}

/** Links a part; templates outside of it go to the group that they are most like on average. */
function refit(space: Space, sample: readonly number[], ks: readonly number[], fewest: number): number[][] {
  const vectors = space.fit(sample);
  const tree = treeOf(sample, vectors);
  const place = new Map(sample.map((at, order) => [at, order]));
  const outside = Array.from({ length: space.size }, (_, at) => at).filter((at) => !place.has(at));
  const distances = outside.map((at) => sample.map((other) => apart(vectors[at], vectors[other])));
  // of many templates that are like no other, a part holds fewer
  const fewer = Math.max(0, Math.min(fewest, Math.round(fewest * (1 - sample.length / space.size))) - MORE);
  return ks.map((k) => {
    const groups = cut(tree, Math.max(1, Math.min(k - fewer, sample.length)));
    const assigned = new Array<number>(space.size).fill(0);
    for (const [at, order] of place) assigned[at] = groups[order] ?? 0;
    for (const [at, item] of outside.entries()) assigned[item] = nearestGroup(distances[at] ?? [], groups);
    return assigned;
  });
}

function nearestGroup(distances: readonly number[], groups: readonly number[]): number {
  const size = 1 + Math.max(0, ...groups);
  const sums = new Float64Array(size);
  const counts = new Float64Array(size);
  for (const [order, group] of groups.entries()) {
    sums[group] = (sums[group] ?? 0) + (distances[order] ?? 1);
    counts[group] = (counts[group] ?? 0) + 1;
  }
  let best = 0;
  for (let group = 1; group < size; group += 1)
    if ((sums[group] ?? 0) / (counts[group] ?? 1) < (sums[best] ?? 0) / (counts[best] ?? 1)) best = group;
  return best;
}
