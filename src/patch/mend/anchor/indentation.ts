import { newLines, oldLines } from "../proposal.ts";
import { rowsBetween } from "../rows.ts";
import { frameOf, leastIndent, withFirstIndented } from "./frame.ts";
import { consecutive, type Match, type RungFinder } from "./match.ts";
import { hasInk, occurrences } from "./occurrences.ts";
import { indentOf, shiftBetween } from "./shift.ts";
import { withoutTrailingSpace } from "./trailing-space.ts";

/** More lines than this, at all places together, are not looked at: no honest reply has them. */
const MAX_LINES = 2_000_000;

const withoutIndentation = (line: string): string => line.trim();

/**
 * The old lines stand in the file, all of them shifted by the same indentation; the added lines are shifted with them.
 * A shift that differs from line to line is no match. New lines that have the file's indentation already stay as they are.
 */
export const indentation: RungFinder = (file, hunk) => {
  const old = oldLines(hunk);
  if (!old.some(hasInk)) return undefined;
  const fresh = newLines(hunk);
  const places = occurrences(file.under(withoutIndentation), old.map(withoutIndentation));
  if (places.length * (old.length + fresh.length) > MAX_LINES) return undefined;
  const matches: Match[] = [];
  for (const at of places) {
    const standing = file.texts.slice(at, at + old.length);
    const rewrite = shiftBetween(old, standing);
    if (rewrite === undefined) continue;
    const following = file.texts.slice(at + old.length).find(hasInk);
    const framed = frameOf({ old, standing, fresh, following });
    if (framed === "unclear") return undefined;
    if (framed !== "shifted") {
      matches.push({ ...consecutive(at, old.length), rows: framed });
      continue;
    }
    const added = hunk.rows.filter((row) => row.kind === "add");
    if (added.some((row) => rewrite(row.text) === undefined)) continue;
    matches.push(consecutive(at, old.length, (text) => rewrite(text) ?? text));
  }
  return { rung: "indentation", hunk, matches, mayChoose: true };
};

/**
 * A text of several lines that was trimmed as a whole: only its first line lacks its indentation. The new lines are taken as
 * they are, the first one with the indentation that it may lack too; lines that look shifted otherwise are no match.
 */
export const firstLineTrimmed: RungFinder = (file, hunk) => {
  const [first = "", ...rest] = oldLines(hunk);
  if (first.trim() === "" || indentOf(first) !== "" || !rest.some(hasInk)) return undefined;
  const fresh = newLines(hunk);
  const begins = indentOf(fresh.find(hasInk) ?? "");
  const places = occurrences(file.under(withoutTrailingSpace), rest.map(withoutTrailingSpace)).filter(
    (below) => file.texts[below - 1]?.trim() === first.trim(),
  );
  if (places.length * (rest.length + fresh.length) > MAX_LINES) return undefined;
  const matches: Match[] = [];
  for (const below of places) {
    const standing = file.texts.slice(below - 1, below + rest.length);
    const stood = indentOf(standing[0] ?? "");
    if (begins !== "" && begins !== stood) return undefined;
    const whole = begins === stood ? fresh : withFirstIndented(fresh, stood);
    if (looksShifted(whole, standing)) return undefined;
    matches.push({ ...consecutive(below - 1, standing.length), rows: () => rowsBetween(standing, whole) });
  }
  return { rung: "indentation", hunk, matches, mayChoose: true };
};

/** Whether some line is less deep than all of the old ones, or less deep than the same line was. */
function looksShifted(fresh: readonly string[], standing: readonly string[]): boolean {
  const least = leastIndent(standing);
  const depths = new Map<string, number>();
  for (const line of standing)
    depths.set(line.trim(), Math.min(depths.get(line.trim()) ?? Number.POSITIVE_INFINITY, indentOf(line).length));
  return fresh
    .filter(hasInk)
    .some(
      (line) =>
        least === undefined || !line.startsWith(least) || indentOf(line).length < (depths.get(line.trim()) ?? 0),
    );
}
