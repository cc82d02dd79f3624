const WORD = /[\p{L}\p{N}_]+|[^\s\p{L}\p{N}_]/gu;
const GRAM = 5;

/** 32-bit hashes of a text's runs of five tokens; blanks do not count. A shorter text is one run. */
export type Shingles = ReadonlySet<number>;

/** Tokens are words and single signs. */
export function shinglesOf(text: string): Shingles {
  const tokens = text.match(WORD) ?? [];
  const shingles = new Set<number>();
  for (let at = 0; at + GRAM <= tokens.length; at += 1) shingles.add(hash(tokens.slice(at, at + GRAM)));
  if (shingles.size === 0 && tokens.length > 0) shingles.add(hash(tokens));
  return shingles;
}

/** Shared runs over all runs; 0 where both are empty. */
export function jaccard(a: Shingles, b: Shingles): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const each of small) if (large.has(each)) shared += 1;
  const all = a.size + b.size - shared;
  return all === 0 ? 0 : shared / all;
}

/** FNV-1a, 32 bits. */
function hash(tokens: readonly string[]): number {
  let value = 0x811c9dc5;
  for (const token of tokens) {
    for (let at = 0; at < token.length; at += 1) value = Math.imul(value ^ token.charCodeAt(at), 0x01000193);
    value = Math.imul(value ^ 0x20, 0x01000193);
  }
  return value >>> 0;
}
