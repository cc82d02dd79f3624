import { hasInk, occurrences } from "./anchor/occurrences.ts";
import type { IndexedFile } from "./lines.ts";
import { quoted } from "./outcome.ts";
import { type Hunk, newLines, oldLines } from "./proposal.ts";

/** Lines that stand in more places than this say nothing about where a hunk belongs. */
const MAX_VOTES = 40;

const trimmed = (line: string): string => line.trim();

/** Where in the file most of the lines stand, in the reply's order: the 0-based line of the first, and how many stand there. */
function nearest(file: IndexedFile, lines: readonly string[]): { at: number; agreeing: number } | undefined {
  const places = new Map<string, number[]>();
  for (const [i, line] of file.under(trimmed).entries()) {
    if (line === "") continue;
    const known = places.get(line);
    if (known === undefined) places.set(line, [i]);
    else if (known.length <= MAX_VOTES) known.push(i);
  }
  const votes = new Map<number, number>();
  for (const [i, line] of lines.entries()) {
    const at = places.get(line.trim());
    if (at === undefined || at.length > MAX_VOTES) continue;
    for (const place of at) votes.set(place - i, (votes.get(place - i) ?? 0) + 1);
  }
  let best: { at: number; agreeing: number } | undefined;
  for (const [at, agreeing] of votes)
    if (at > -lines.length && agreeing > (best?.agreeing ?? 0)) best = { at, agreeing };
  return best;
}

/** Why the old lines of a hunk are not in the file: "already applied", or the first line that differs with what stands there. */
export function whyMissing(file: IndexedFile, hunk: Hunk): string {
  const old = oldLines(hunk);
  const fresh = newLines(hunk);
  if (!old.some(hasInk))
    return "It names no line of the file that it changes; repeat at least the lines directly above and below the change.";
  if (hunk.rows.some((row) => row.kind === "add" && hasInk(row.text))) {
    const [done] = occurrences(file.under(trimmed), fresh.map(trimmed));
    if (done !== undefined) return `Already applied: its result stands in the file at line ${done + 1}.`;
  }
  const near = nearest(file, old);
  if (near === undefined)
    return `None of its lines stands in the file; the first is ${quoted(old.find(hasInk) ?? "")}.`;
  for (const [i, expected] of old.entries()) {
    const actual = file.texts[near.at + i];
    if (actual !== undefined && actual.trimEnd() === expected.trimEnd()) continue;
    const place = near.at + i + 1;
    const sameInk = actual?.trim() === expected.trim();
    const found =
      place < 1 || actual === undefined
        ? "the file has no such line"
        : `line ${place} of the file reads ${quoted(actual)}`;
    const similar = didYouMean(file, old, near.at);
    return `Its line ${i + 1} reads ${quoted(expected)}, but ${found}${sameInk ? " (other indentation)" : ""}.${similar}`;
  }
  return "Its lines stand in the file, but not together.";
}

function didYouMean(file: IndexedFile, old: readonly string[], at: number): string {
  const from = Math.max(0, at);
  const lines = file.texts.slice(from, Math.min(from + old.length, from + 8));
  return lines.length === 0
    ? ""
    : ` Did you mean lines ${from + 1} to ${from + lines.length}? ${lines.map(quoted).join(" ")}`;
}

/** Why a hunk that stands in several places is refused. */
export function whyAmbiguous(lines: readonly number[]): string {
  const listed = lines.slice(0, 6).join(", ");
  return `Its text stands at ${lines.length} places (lines ${listed}${lines.length > 6 ? ", …" : ""}); add lines of context until only one is left, or name the line.`;
}
