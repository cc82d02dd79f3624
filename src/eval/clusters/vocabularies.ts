import { termsOf, weighted } from "./features.ts";
import { averageLinkage, cut, renumbered } from "./linkage.ts";
import { dot, sparse } from "./sparse.ts";
import type { Template } from "./templates.ts";

/** Words in this share of a group's templates are what the group is about; they cannot divide it. */
const COMMON = 0.7;
/** Templates this alike, on average, in what is left speak of one thing. */
const RELATED = 0.08;
/** A thing is spoken of in several ways; a template alone may merely have been worded otherwise. */
const FEWEST = 2;
/** Groups of more templates are left as they are: the time goes with the square. */
const MOST = 500;

/**
 * Divides groups that speak of two things: what is left of their templates without the words that all have falls apart into
 * vocabularies of at least two templates each (`TEST_FAILED` of assertions, and of imports). Others stay as they are.
 */
export function divided(groups: readonly number[], templates: readonly Template[]): number[] {
  const result = [...groups];
  let next = 1 + Math.max(-1, ...groups);
  for (const group of new Set(groups)) {
    const own = groups.flatMap((each, at) => (each === group ? [at] : []));
    if (own.length < 2 * FEWEST || own.length > MOST) continue;
    const parts = vocabulariesOf(own.map((at) => templates[at]?.words ?? []));
    if (parts.length < 2) continue;
    for (const part of parts) {
      for (const order of part) result[own[order] ?? 0] = next;
      next += 1;
    }
  }
  return renumbered(result);
}

/** The vocabularies of at least two texts each, as places in the list of texts. */
function vocabulariesOf(texts: readonly (readonly string[])[]): number[][] {
  const counts = new Map<string, number>();
  for (const text of texts) for (const word of new Set(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const vectors = texts.map((text) => {
    const telling = text.filter((word) => (counts.get(word) ?? 0) < COMMON * texts.length);
    return sparse(weighted(termsOf(telling), () => 1));
  });
  const tree = averageLinkage(texts.length, (i, j) => {
    const [one, other] = [vectors[i], vectors[j]];
    return one && other ? 1 - dot(one, other) : 1;
  });
  const parts = cut(tree, texts.length - tree.joins.filter(({ height }) => height <= 1 - RELATED).length);
  const byPart = new Map<number, number[]>();
  for (const [at, part] of parts.entries()) byPart.set(part, [...(byPart.get(part) ?? []), at]);
  return [...byPart.values()].filter((part) => part.length >= FEWEST);
}
