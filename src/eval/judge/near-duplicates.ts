/** What is compared: the changed lines of a patch for one rule. */
export interface ComparedPatch {
  readonly ruleId: string;
  /** Equal for patches that do the same, blanks aside. */
  readonly patchHash: string;
  readonly patch: string;
}

const GRAM = 5;
/** Jaccard similarity of word 5-grams above which two patches are one (traces.md, 7.4). */
const SIMILAR = 0.8;

/**
 * Groups patches of the same rule that are equal or nearly so. Gives for each patch the index of the first one of its group,
 * in the order given: who comes later joins, so what was told apart once stays apart.
 */
export function firstOfKind(patches: readonly ComparedPatch[]): number[] {
  const heads = new Map<string, { at: number; hash: string; grams: ReadonlySet<string> }[]>();
  return patches.map(({ ruleId, patchHash, patch }, at) => {
    const known = heads.get(ruleId) ?? [];
    heads.set(ruleId, known);
    const grams = gramsOf(patch);
    const twin = known.find((head) => head.hash === patchHash || isSimilar(head.grams, grams));
    if (!twin) known.push({ at, hash: patchHash, grams });
    return twin?.at ?? at;
  });
}

/** Word 5-grams of the changed lines; of fewer words, all of them as one. */
function gramsOf(patch: string): ReadonlySet<string> {
  const words = patch
    .split("\n")
    .filter((line) => /^[+-](?![+-]{2} )/.test(line))
    .flatMap((line) => [line.slice(0, 1), ...(line.slice(1).match(/[\p{L}\p{N}_]+|[^\s\p{L}\p{N}_]/gu) ?? [])]);
  if (words.length <= GRAM) return new Set([words.join(" ")]);
  return new Set(Array.from({ length: words.length - GRAM + 1 }, (_, at) => words.slice(at, at + GRAM).join(" ")));
}

function isSimilar(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const [small, large] = one.size < other.size ? [one, other] : [other, one];
  if (small.size < SIMILAR * large.size) return false;
  let shared = 0;
  for (const gram of small) if (large.has(gram)) shared += 1;
  return shared > SIMILAR * (small.size + large.size - shared);
}
