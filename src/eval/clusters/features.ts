import { scaled } from "./sparse.ts";

/** Places of hashed features: few enough to store a vector, so many that two features rarely share one. */
const PLACES = 2 ** 16;

/** How often each word and each pair of neighbouring words comes, by the features' places. */
export function termsOf(words: readonly string[]): Map<number, number> {
  const terms = new Map<number, number>();
  const add = (feature: string): void => {
    const place = placeOf(feature);
    terms.set(place, (terms.get(place) ?? 0) + 1);
  };
  for (const [at, word] of words.entries()) {
    add(word);
    const next = words[at + 1];
    if (next !== undefined) add(`${word} ${next}`);
  }
  return terms;
}

/** Log-scaled counts times how much a term tells, as a vector of length 1. */
export function weighted(terms: ReadonlyMap<number, number>, rarity: (term: number) => number): Map<number, number> {
  return scaled(new Map([...terms].map(([term, count]) => [term, (1 + Math.log(count)) * rarity(term)])));
}

/** `ln((1 + n) / (1 + df)) + 1` (smoothed, as in scikit-learn) over some documents. */
export function inverseDocumentFrequency(documents: readonly ReadonlyMap<number, number>[]): (term: number) => number {
  const holding = new Map<number, number>();
  for (const terms of documents) for (const term of terms.keys()) holding.set(term, (holding.get(term) ?? 0) + 1);
  return (term) => Math.log((1 + documents.length) / (1 + (holding.get(term) ?? 0))) + 1;
}

/** The place of a feature: FNV-1a of its UTF-16 units, 32 bits, folded to 16. */
export function placeOf(feature: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < feature.length; at += 1) hash = Math.imul(hash ^ feature.charCodeAt(at), 0x01000193);
  return ((hash >>> 16) ^ hash) & (PLACES - 1);
}
