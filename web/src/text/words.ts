/** A stretch of one side of a changed line. */
export interface WordPart {
  readonly text: string;
  readonly changed: boolean;
}

const LONGEST = 1000;
const MOST_WORDS = 300;

/**
 * The parts of `text` that `other` does not have, word by word (longest common subsequence). Where more than two thirds
 * differ, or a line is very long, nothing is marked: the whole line is new.
 */
export function wordParts(text: string, other: string): WordPart[] {
  const plain = [{ text, changed: false }];
  if (text.length > LONGEST || other.length > LONGEST) return plain;
  const mine = wordsIn(text);
  const theirs = wordsIn(other);
  if (mine.length > MOST_WORDS || theirs.length > MOST_WORDS) return plain;
  const kept = common(mine, theirs);
  const same = mine.reduce((sum, word, at) => sum + (kept.has(at) ? word.trim().length : 0), 0);
  if (same * 3 < text.replace(/\s/g, "").length) return plain;
  const parts: { text: string; changed: boolean }[] = [];
  mine.forEach((word, at) => {
    const changed = !kept.has(at);
    const last = parts.at(-1);
    if (last?.changed === changed) last.text += word;
    else parts.push({ text: word, changed });
  });
  return parts;
}

const wordsIn = (text: string): string[] => text.match(/[\p{L}\p{N}_]+|\s+|[^\s]/gu) ?? [];

/** Indices of `mine` in a longest common subsequence with `theirs`. */
function common(mine: readonly string[], theirs: readonly string[]): Set<number> {
  const width = theirs.length + 1;
  const lengths = new Uint16Array((mine.length + 1) * width);
  for (let i = mine.length - 1; i >= 0; i -= 1)
    for (let j = theirs.length - 1; j >= 0; j -= 1)
      lengths[i * width + j] =
        mine[i] === theirs[j]
          ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0);
  const kept = new Set<number>();
  for (let i = 0, j = 0; i < mine.length && j < theirs.length; ) {
    if (mine[i] === theirs[j]) {
      kept.add(i);
      i += 1;
      j += 1;
    } else if ((lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0)) i += 1;
    else j += 1;
  }
  return kept;
}
