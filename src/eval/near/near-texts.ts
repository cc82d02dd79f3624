import { jaccard, type Shingles, shinglesOf } from "./shingles.ts";

/** Texts that share more than this of their runs of five tokens teach the same. */
export const NEAR = 0.8;

const BANDS = 32;
const ROWS = 4;

/** Odd factors and offsets of the 128 hash functions, the same in every process. */
const HASHES = Array.from({ length: BANDS * ROWS }, (_, at) => ({
  factor: (mixed(2 * at + 1) | 1) >>> 0,
  offset: mixed(2 * at + 2),
}));

/** A text that is nearly another one. */
export interface NearMatch<Name> {
  readonly name: Name;
  /** Jaccard similarity, 0 to 1. */
  readonly similarity: number;
}

/**
 * Texts by what they are nearly equal to. MinHash signatures of 128 values in 32 bands of 4 propose (Broder 1997; Leskovec,
 * Rajaraman, Ullman, Mining of Massive Datasets, 3.4: of pairs at 0.8 it misses fewer than one in ten million); the true
 * Jaccard similarity of the runs decides.
 */
export class NearTexts<Name> {
  readonly #bands = new Map<string, { readonly name: Name; readonly shingles: Shingles }[]>();

  /** The most similar known text above `NEAR`; the first one added, of equals. */
  find(text: string): NearMatch<Name> | undefined {
    const shingles = shinglesOf(text);
    let best: NearMatch<Name> | undefined;
    for (const key of bandsOf(shingles)) {
      for (const known of this.#bands.get(key) ?? []) {
        const similarity = jaccard(shingles, known.shingles);
        if (similarity > NEAR && similarity > (best?.similarity ?? 0)) best = { name: known.name, similarity };
      }
    }
    return best;
  }

  add(name: Name, text: string): void {
    const shingles = shinglesOf(text);
    for (const key of bandsOf(shingles)) {
      const band = this.#bands.get(key) ?? [];
      band.push({ name, shingles });
      this.#bands.set(key, band);
    }
  }
}

function bandsOf(shingles: Shingles): string[] {
  if (shingles.size === 0) return [];
  const lowest = HASHES.map(({ factor, offset }) => {
    let least = 0xffffffff;
    for (const shingle of shingles) least = Math.min(least, mixed(Math.imul(shingle, factor) + offset));
    return least;
  });
  return Array.from(
    { length: BANDS },
    (_, band) => `${band}:${lowest.slice(band * ROWS, (band + 1) * ROWS).join(",")}`,
  );
}

/** The finalizer of MurmurHash3 (public domain): 32 bits in, 32 bits out, each bit depending on all. */
function mixed(value: number): number {
  let mix = value | 0;
  mix = Math.imul(mix ^ (mix >>> 16), 0x85ebca6b);
  mix = Math.imul(mix ^ (mix >>> 13), 0xc2b2ae35);
  return (mix ^ (mix >>> 16)) >>> 0;
}
