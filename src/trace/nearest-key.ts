/** The known key that was most likely meant: at most two letters away, or beginning alike; undefined if none is near. */
export function nearestKey(word: string, known: readonly string[]): string | undefined {
  const wanted = word.slice(0, 40).toLowerCase();
  const ranked = known
    .map((key) => ({ key, distance: key.startsWith(wanted) || wanted.startsWith(key) ? 1 : distance(wanted, key) }))
    .sort((a, b) => a.distance - b.distance);
  const best = ranked[0];
  return best && best.distance <= Math.max(1, Math.min(2, Math.floor(wanted.length / 2))) ? best.key : undefined;
}

/** Insertions, deletions and replacements (Levenshtein). */
function distance(a: string, b: string): number {
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1] ? 0 : 1;
      current[column] = Math.min(
        (current[column - 1] ?? 0) + 1,
        (last[column] ?? 0) + 1,
        (last[column - 1] ?? 0) + same,
      );
    }
    last = current;
  }
  return last[b.length] ?? 0;
}
