import { oldLines } from "../proposal.ts";
import { consecutive, type Match, type RungFinder } from "./match.ts";
import { hasInk, occurrences } from "./occurrences.ts";
import { shiftBetween } from "./shift.ts";

const withoutIndentation = (line: string): string => line.trim();

/**
 * The old lines stand in the file, all of them shifted by the same indentation; the added lines are shifted with them.
 * A shift that differs from line to line is no match.
 */
export const indentation: RungFinder = (file, hunk) => {
  const old = oldLines(hunk);
  if (!old.some(hasInk)) return undefined;
  const matches: Match[] = [];
  for (const at of occurrences(file.under(withoutIndentation), old.map(withoutIndentation))) {
    const rewrite = shiftBetween(old, file.texts.slice(at, at + old.length));
    if (rewrite === undefined) continue;
    const added = hunk.rows.filter((row) => row.kind === "add");
    if (added.some((row) => rewrite(row.text) === undefined)) continue;
    matches.push(consecutive(at, old.length, (text) => rewrite(text) ?? text));
  }
  return { rung: "indentation", hunk, matches, mayChoose: true };
};
