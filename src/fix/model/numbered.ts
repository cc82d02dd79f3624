import type { LineRange } from "./task.ts";
import { escaped } from "./visible.ts";

/** Longer lines are cut: they are generated or hold data, and a model could not repeat them. UTF-16 units. */
const LONGEST_LINE = 2000;
const HEAD_OF_CUT = 160;
const AROUND_FINDING = 400;

/** One line as the model sees it. */
export interface ShownLine {
  readonly text: string;
  /** The text is not the whole line. */
  readonly isCut: boolean;
}

/**
 * How a line is shown: as it is, so that it can be repeated exactly, or cut around the 1-based columns of interest.
 * `longest`: UTF-16 units from which on it is cut.
 */
export function shownLine(
  text: string,
  columns: { from: number; to: number } | undefined,
  longest = LONGEST_LINE,
): ShownLine {
  if (text.length <= Math.min(longest, LONGEST_LINE)) return { text, isCut: false };
  const around = Math.min(AROUND_FINDING, Math.floor(longest / 2));
  const start = columns ? Math.max(0, columns.from - 1 - around) : 0;
  const end = columns
    ? Math.min(text.length, Math.min(columns.to, columns.from + around) - 1 + around)
    : Math.min(HEAD_OF_CUT, longest);
  return { text: cutMark(start) + wellFormed(text.slice(start, end)) + cutMark(text.length - end), isCut: true };
}

const cutMark = (count: number): string => (count > 0 ? `⟨… ${count} characters not shown …⟩` : "");

/** A cut may go through a surrogate pair; what is left of it cannot be sent. */
function wellFormed(text: string): string {
  return text.isWellFormed() ? text : text.replace(/[\ud800-\udfff]/gu, escaped);
}

/** Lines with their numbers in the file, and a mark without a number wherever lines are left out. `lines` start at line 1. */
export function numberedLines(lines: readonly string[], ranges: readonly LineRange[]): string {
  const width = String(ranges.at(-1)?.end ?? 1).length;
  const rows: string[] = [];
  let next = 1;
  for (const { start, end } of ranges) {
    if (start > next) rows.push(gapMark(width, next, start - 1));
    for (let line = start; line <= end; line++) rows.push(`${String(line).padStart(width)} | ${lines[line - 1] ?? ""}`);
    next = end + 1;
  }
  if (next <= lines.length) rows.push(gapMark(width, next, lines.length));
  return rows.join("\n");
}

function gapMark(width: number, from: number, to: number): string {
  return `${"".padStart(width)} … ${from === to ? `line ${from} is` : `lines ${from} to ${to} are`} not shown …`;
}
