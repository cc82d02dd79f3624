import type { IndexedFile } from "../lines.ts";
import { type Hunk, newLines, oldLines } from "../proposal.ts";
import { rowsBetween } from "../rows.ts";
import { exact } from "./exact.ts";
import { type LineOp, opsAt, type Placement } from "./match.ts";
import { hasInk } from "./occurrences.ts";
import { trailingSpace } from "./trailing-space.ts";

/** An elision may stand for at most so many lines. */
const MAX_GAP = 150;

const isElision = (line: string): boolean => /^\s*(?:(?:#|\/\/|--|;)\s*)?(?:\.\.\.|…)\s*$/.test(line);

/** Cuts lines at elisions. */
function parts(lines: readonly string[]): string[][] {
  const cut: string[][] = [[]];
  for (const line of lines) {
    if (isElision(line)) cut.push([]);
    else cut.at(-1)?.push(line);
  }
  return cut;
}

/**
 * `...` on both sides stands for the same unchanged lines. Each part between elisions must stand at one place, the
 * parts in order, with a bounded gap; the first and the last part must not be empty.
 */
export function elided(file: IndexedFile, hunk: Hunk): Placement | undefined {
  const before = parts(oldLines(hunk));
  const after = parts(newLines(hunk));
  if (before.length < 2 || before.length !== after.length) return undefined;
  const ops: LineOp[] = [];
  let from: number | undefined;
  let cursor = 0;
  for (const [i, part] of before.entries()) {
    if (!part.some(hasInk)) return undefined;
    const piece: Hunk = { rows: rowsBetween(part, after[i] ?? []), at: hunk.at };
    const strict = exact(file, piece)?.matches ?? [];
    const matches = strict.length > 0 ? strict : (trailingSpace(file, piece)?.matches ?? []);
    const [match] = matches;
    if (match === undefined || matches.length > 1) return undefined;
    if (from !== undefined && (match.from < cursor || match.from - cursor > MAX_GAP)) return undefined;
    from ??= match.from;
    cursor = match.to;
    ops.push(...opsAt(piece, match));
  }
  return { ops, from: from ?? 0, to: cursor, rung: "elided" };
}

/** Whether the old lines of a hunk hold an elision. */
export const holdsElision = (hunk: Hunk): boolean => oldLines(hunk).some(isElision);
