import type { IndexedFile } from "../lines.ts";
import { type Hunk, oldLines } from "../proposal.ts";
import { changeRuns } from "../rows.ts";
import type { Found, Match } from "./match.ts";
import { hasInk, occurrences } from "./occurrences.ts";
import { withoutTrailingSpace } from "./trailing-space.ts";

/** So many blank lines more or fewer between two lines are still the same place. */
const MAX_DRIFT = 3;

export interface BlankLinesRule {
  /** So many lines with ink must agree. */
  readonly leastLines: number;
  /** Whether the difference may lie directly beside a changed line. */
  readonly besideChanges: boolean;
}

/** The old lines stand in the file, but for the number of blank lines between and around them. */
export function blankLines(
  file: IndexedFile,
  hunk: Hunk,
  { leastLines, besideChanges }: BlankLinesRule,
): Found | undefined {
  const old = oldLines(hunk);
  const inked = old.flatMap((line, i) => (hasInk(line) ? [i] : []));
  if (inked.length < leastLines || inked.length === 0) return undefined;
  const texts = file.under(withoutTrailingSpace);
  const fileInked = texts.flatMap((line, i) => (line === "" ? [] : [i]));
  const needle = inked.map((i) => withoutTrailingSpace(old[i] ?? ""));
  const matches: Match[] = [];
  for (const found of occurrences(
    fileInked.map((i) => texts[i] ?? ""),
    needle,
  )) {
    const match = aligned(old, inked, fileInked.slice(found, found + inked.length), texts);
    if (match === undefined || !keepsRunsApart(hunk, match)) continue;
    if (besideChanges || isIntactAtChanges(hunk, match)) matches.push(match);
  }
  return { rung: "blank-lines", hunk, matches, mayChoose: false };
}

function aligned(
  old: readonly string[],
  inked: readonly number[],
  places: readonly number[],
  texts: readonly string[],
): Match | undefined {
  const lineOf = old.map(() => -1);
  for (const [k, i] of inked.entries()) lineOf[i] = places[k] ?? -1;
  for (let k = 1; k < inked.length; k++) {
    const replyGap = (inked[k] ?? 0) - (inked[k - 1] ?? 0) - 1;
    const fileGap = (places[k] ?? 0) - (places[k - 1] ?? 0) - 1;
    if (Math.abs(replyGap - fileGap) > MAX_DRIFT) return undefined;
    for (let b = 0; b < Math.min(replyGap, fileGap); b++)
      lineOf[(inked[k - 1] ?? 0) + 1 + b] = (places[k - 1] ?? 0) + 1 + b;
  }
  const first = places[0] ?? 0;
  const last = places.at(-1) ?? 0;
  let from = first;
  let to = last + 1;
  for (let i = (inked[0] ?? 0) - 1; i >= 0 && from > 0 && texts[from - 1] === ""; i--) lineOf[i] = --from;
  for (let i = (inked.at(-1) ?? 0) + 1; i < old.length && texts[to] === ""; i++) lineOf[i] = to++;
  return { from, to, lineOf };
}

/** Whether between any two change runs at least one kept line stands in the file: runs must not grow together. */
function keepsRunsApart(hunk: Hunk, { lineOf }: Match): boolean {
  let old = 0;
  let standing = true;
  let changed = false;
  for (const row of hunk.rows) {
    const line = row.kind === "add" ? -1 : (lineOf[old++] ?? -1);
    if (row.kind === "keep") {
      if (!changed) standing = standing || line >= 0;
      else [changed, standing] = [false, line >= 0];
    } else {
      if (!standing) return false;
      changed = true;
    }
  }
  return true;
}

/** Whether every changed line and the old lines directly beside it stand together in the file. */
function isIntactAtChanges(hunk: Hunk, { lineOf }: Match): boolean {
  return changeRuns(hunk.rows).every((run) => {
    const old = hunk.rows.slice(0, run.from).filter((row) => row.kind !== "add").length;
    const near = lineOf.slice(Math.max(0, old - 1), old + run.deleted.length + 1);
    return near.every((line, i) => line >= 0 && line === (near[0] ?? 0) + i);
  });
}
