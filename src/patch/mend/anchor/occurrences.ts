/**
 * Every place where `needle` stands in `lines`, overlapping ones included, in order.
 * Knuth, Morris and Pratt: linear in both lengths, whatever they hold.
 */
export function occurrences(lines: readonly string[], needle: readonly string[]): number[] {
  if (needle.length === 0 || needle.length > lines.length) return [];
  const fallback = new Int32Array(needle.length);
  for (let i = 1, k = 0; i < needle.length; i++) {
    while (k > 0 && needle[i] !== needle[k]) k = fallback[k - 1] ?? 0;
    if (needle[i] === needle[k]) k++;
    fallback[i] = k;
  }
  const found: number[] = [];
  for (let i = 0, k = 0; i < lines.length; i++) {
    while (k > 0 && lines[i] !== needle[k]) k = fallback[k - 1] ?? 0;
    if (lines[i] === needle[k]) k++;
    if (k === needle.length) {
      found.push(i + 1 - k);
      k = fallback[k - 1] ?? 0;
    }
  }
  return found;
}

/** Whether a line has anything but white space. */
export const hasInk = (line: string): boolean => line.trim() !== "";
