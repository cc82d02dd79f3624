import type { FailedAttempt } from "../../domain/cluster.ts";
import { tellingWords } from "./words.ts";

const MOST_TERMS = 6;
/** Messages of a cluster that its terms are taken from: more do not change them. */
const SAMPLED = 300;
/** A pair of words says more than either alone. */
const PAIR = 1.5;
/** What tells a cluster from its siblings comes in this much more of its messages than in theirs. */
const TELLING = 0.3;

/** The share of a cluster's messages that hold each word, and each pair of neighbouring words. */
export type TermShares = ReadonlyMap<string, number>;

export function termShares(members: readonly number[], failures: readonly FailedAttempt[]): TermShares {
  const step = Math.max(1, Math.floor(members.length / SAMPLED));
  const sampled = members.filter((_, at) => at % step === 0);
  const shares = new Map<string, number>();
  for (const at of sampled) {
    const words = tellingWords(failures[at]?.reason ?? "");
    const pairs = words.slice(1).map((word, place) => `${words[place]} ${word}`);
    for (const term of new Set([...words, ...pairs])) shares.set(term, (shares.get(term) ?? 0) + 1 / sampled.length);
  }
  return shares;
}

/**
 * The words and pairs of words that each cluster has and others have not: class-based TF-IDF (Grootendorst 2022), the share
 * in the cluster times `ln(1 + 1 / the sum of its shares everywhere)`. No word comes twice.
 */
export function termsOfClusters(clusters: readonly TermShares[]): string[][] {
  const anywhere = new Map<string, number>();
  for (const shares of clusters)
    for (const [term, share] of shares) anywhere.set(term, (anywhere.get(term) ?? 0) + share);
  return clusters.map((shares) =>
    best(shares, (term, share) => share * Math.log(1 + 1 / (anywhere.get(term) ?? 1))).slice(0, MOST_TERMS),
  );
}

/** What tells a cluster from others that would have the same name; undefined if nothing does. */
export function distinguishingTerm(own: TermShares, siblings: readonly TermShares[]): string | undefined {
  const lead = (term: string, share: number): number =>
    share - Math.max(0, ...siblings.map((sibling) => sibling.get(term) ?? 0));
  return best(own, (term, share) => Math.max(0, lead(term, share) - TELLING))[0];
}

/** Terms with a score above 0, best first, without words of better ones. */
function best(shares: TermShares, score: (term: string, share: number) => number): string[] {
  const chosen: string[] = [];
  const scored = [...shares]
    .map(([term, share]) => ({ term, score: score(term, share) * (term.includes(" ") ? PAIR : 1) }))
    .filter((each) => each.score > 0)
    .sort((a, b) => b.score - a.score || (a.term < b.term ? -1 : 1));
  for (const { term } of scored) {
    const words = new Set(term.split(" "));
    if (!chosen.some((each) => each.split(" ").some((word) => words.has(word)))) chosen.push(term);
  }
  return chosen;
}
