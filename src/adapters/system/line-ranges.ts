import type { Hunk } from "./diff-hunks.ts";

/** Lines, 1-based, both ends included. */
export interface LineRange {
  readonly start: number;
  readonly end: number;
}

/** The lines on the new side of hunks. A pure deletion leaves none. */
export function changedRanges(hunks: readonly Hunk[]): LineRange[] {
  return hunks
    .filter(({ newLines }) => newLines > 0)
    .map(({ newStart, newLines }) => ({ start: newStart, end: newStart + newLines - 1 }));
}

/**
 * Where lines of the old side stand on the new side. A range that `hunks` changed in part grows to what replaced that
 * part; a range of which nothing is left disappears.
 */
export function carryOver(ranges: readonly LineRange[], hunks: readonly Hunk[]): LineRange[] {
  return ranges
    .map(({ start, end }) => ({ start: place(start, hunks, "start"), end: place(end, hunks, "end") }))
    .filter(({ start, end }) => start <= end);
}

function place(line: number, hunks: readonly Hunk[], side: "start" | "end"): number {
  let shift = 0;
  for (const { oldStart, oldLines, newStart, newLines } of hunks) {
    // a hunk without old lines stands after `oldStart`
    const first = oldLines === 0 ? oldStart + 1 : oldStart;
    if (line < first) break;
    if (line < first + oldLines) {
      const newFirst = newLines === 0 ? newStart + 1 : newStart;
      return side === "start" ? newFirst : newFirst + newLines - 1;
    }
    shift += newLines - oldLines;
  }
  return line + shift;
}
