import { NEAR } from "../near/near-texts.ts";
import { jaccard, type Shingles, shinglesOf } from "../near/shingles.ts";

/** What is compared: the changed lines of a patch for one rule. */
export interface ComparedPatch {
  readonly ruleId: string;
  /** Equal for patches that do the same, blanks aside. */
  readonly patchHash: string;
  readonly patch: string;
}

/**
 * Groups patches of the same rule that are equal or nearly so. Gives for each patch the index of the first one of its group,
 * in the order given: who comes later joins, so what was told apart once stays apart.
 */
export function firstOfKind(patches: readonly ComparedPatch[]): number[] {
  const heads = new Map<string, { at: number; hash: string; shingles: Shingles }[]>();
  return patches.map(({ ruleId, patchHash, patch }, at) => {
    const known = heads.get(ruleId) ?? [];
    heads.set(ruleId, known);
    const shingles = shinglesOf(changedLinesOf(patch));
    const twin = known.find((head) => head.hash === patchHash || jaccard(head.shingles, shingles) > NEAR);
    if (!twin) known.push({ at, hash: patchHash, shingles });
    return twin?.at ?? at;
  });
}

function changedLinesOf(patch: string): string {
  return patch
    .split("\n")
    .filter((line) => /^[+-](?![+-]{2} )/.test(line))
    .join("\n");
}
