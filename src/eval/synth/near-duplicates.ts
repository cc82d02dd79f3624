import { sha256 } from "../../domain/digest.ts";

/** Words in a row that are compared. */
const GRAM = 5;
/** From this share of common 5-grams on, two texts are the same finding told twice (traces.md, 7.4). */
export const NEAR = 0.8;
/** 20 bands of 4 rows find a pair that shares 80 % with a probability of 99.99 % (1 - (1 - 0.8^4)^20). */
const BANDS = 20;
const ROWS = 4;

/** Texts seen so far, and whether a new one is nearly one of them. */
export interface NearDuplicates {
  /** Remembers the text, unless it is nearly one that is known: then gives that one's name. */
  add(name: string, text: string): string | undefined;
}

interface Known {
  readonly name: string;
  /** Hashes of its 5-grams, ascending, each once. */
  readonly grams: Uint32Array;
}

/**
 * MinHash (Broder 1997) with banding finds the few that could be alike; the Jaccard index of their 5-grams decides.
 * Layout (blanks, line ends, case, byte-order marks) is not compared.
 */
export function createNearDuplicates(): NearDuplicates {
  const exact = new Map<string, string>();
  const buckets = new Map<string, Known[]>();
  return {
    add(name, text) {
      const words = wordsOf(text);
      const hash = sha256(words.join(" "));
      const twin = exact.get(hash);
      if (twin !== undefined) return twin;
      const known = { name, grams: gramsOf(words) };
      const keys = bandsOf(known.grams);
      const candidates = new Set(keys.flatMap((key) => buckets.get(key) ?? []));
      for (const candidate of candidates) if (jaccard(candidate.grams, known.grams) > NEAR) return candidate.name;
      exact.set(hash, name);
      for (const key of keys) {
        const bucket = buckets.get(key);
        if (bucket) bucket.push(known);
        else buckets.set(key, [known]);
      }
      return undefined;
    },
  };
}

/** The share of 5-grams that two texts have in common, 0 to 1. */
export function similarity(one: string, other: string): number {
  return jaccard(gramsOf(wordsOf(one)), gramsOf(wordsOf(other)));
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}_]+|[^\s\p{L}\p{N}_\ufeff]/gu) ?? [];
}

function gramsOf(words: readonly string[]): Uint32Array {
  const hashes = words.map(hashOf);
  const grams = new Set<number>();
  const last = Math.max(0, hashes.length - GRAM);
  for (let at = 0; at <= last; at++) {
    let gram = 17;
    for (const hash of hashes.slice(at, at + GRAM)) gram = mixed(Math.imul(gram, 31) ^ hash);
    grams.add(gram);
  }
  return Uint32Array.from(grams).sort();
}

/** FNV-1a, 32 bits. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** MurmurHash3's last step: every bit of the input moves every bit of the result. */
function mixed(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function bandsOf(grams: Uint32Array): string[] {
  const smallest = Array.from({ length: BANDS * ROWS }, (_, row) => {
    const salt = mixed(row + 1);
    let least = 0xffffffff;
    for (const gram of grams) {
      const hash = mixed(gram ^ salt);
      if (hash < least) least = hash;
    }
    return least;
  });
  return Array.from(
    { length: BANDS },
    (_, band) => `${band}:${smallest.slice(band * ROWS, (band + 1) * ROWS).join(",")}`,
  );
}

function jaccard(one: Uint32Array, other: Uint32Array): number {
  const known = new Set(one);
  let shared = 0;
  for (const gram of other) if (known.has(gram)) shared++;
  return shared / (one.length + other.length - shared || 1);
}
