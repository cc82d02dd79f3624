import { NearTexts } from "../near/near-texts.ts";
import { jaccard, shinglesOf } from "../near/shingles.ts";

/** Texts seen so far, and whether a new one is nearly one of them. */
export interface NearDuplicates {
  /** Remembers the text, unless it is nearly one that is known: then gives that one's name. */
  add(name: string, text: string): string | undefined;
}

/** Layout (blanks, line ends, case, byte-order marks) is not compared (traces.md, 7.4). */
export function createNearDuplicates(): NearDuplicates {
  const known = new NearTexts<string>();
  return {
    add(name, text) {
      const plain = withoutLayout(text);
      const twin = known.find(plain);
      if (!twin) known.add(name, plain);
      return twin?.name;
    },
  };
}

/** The share of runs of five tokens that two texts have in common, 0 to 1. */
export function similarity(one: string, other: string): number {
  return jaccard(shinglesOf(withoutLayout(one)), shinglesOf(withoutLayout(other)));
}

function withoutLayout(text: string): string {
  return text.toLowerCase().replaceAll("\uFEFF", "");
}
