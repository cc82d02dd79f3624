import { hasInk } from "./anchor/occurrences.ts";
import { isPlaceholder } from "./elision.ts";
import type { IndexedFile } from "./lines.ts";
import { Refused } from "./outcome.ts";

/** Shares of the file's own lines that must come back for a text to count as that file: of a short file, and of a longer one. */
const LEAST_KEPT = { short: 0.4, long: 0.6 };
const SHORT = 12;

const trimmed = (line: string): string => line.trim();

/** Throws `Refused` unless `lines` are a version of the whole file: nothing elided, most of the file's lines still there, its ends recognisable. */
export function assertWholeFile(path: string, file: IndexedFile, lines: readonly string[], at: number): void {
  const own = file.under(trimmed).filter(hasInk);
  const known = new Set(own);
  const gap = lines.find(
    (line) => !known.has(line.trim()) && (isPlaceholder(line) || /^\s*(?:\.\.\.|…)\s*$/.test(line)),
  );
  if (gap !== undefined) {
    throw new Refused(
      "PARSE_ELISION",
      `The text of ${path} at line ${at} of the reply leaves code out (${JSON.stringify(gap.trim().slice(0, 80))}); send only the edits, or the file without gaps.`,
    );
  }
  if (own.length === 0) return;
  const left = new Map<string, number>();
  for (const line of lines) left.set(line.trim(), (left.get(line.trim()) ?? 0) + 1);
  let kept = 0;
  for (const line of own) {
    const count = left.get(line) ?? 0;
    if (count > 0) kept++;
    left.set(line, count - 1);
  }
  const least = own.length <= SHORT ? LEAST_KEPT.short : LEAST_KEPT.long;
  if (kept / own.length < least) {
    throw new Refused(
      "PARSE_NO_PATCH",
      `The code at line ${at} of the reply is not ${path} as a whole: only ${kept} of the file's ${own.length} lines are in it, and it does not say which lines it replaces. Send edits with the original text.`,
    );
  }
}
