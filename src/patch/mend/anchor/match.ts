import type { IndexedFile } from "../lines.ts";
import type { Rung } from "../outcome.ts";
import type { Hunk, Row } from "../proposal.ts";
import { changeRuns } from "../rows.ts";

/** A place where the old lines of a hunk stand. Line numbers are 0-based here; `to` is exclusive. */
export interface Match {
  readonly from: number;
  readonly to: number;
  /** The file's line of each old row in order; -1 for a blank row that the file does not have. */
  readonly lineOf: readonly number[];
  /** What an added line becomes at this place (a shift of its indentation, say). */
  readonly rewrite?: (text: string) => string;
  /** The hunk's rows as they are at this place, where that differs in more; its old rows are one for each line of `lineOf`. */
  readonly rows?: () => readonly Row[];
}

/** Replaces `remove` lines from the 0-based line `at` by others. */
export interface LineOp {
  readonly at: number;
  readonly remove: number;
  readonly insert: readonly string[];
  /** What the reply says about the file's last line end: it is added or dropped here. */
  readonly lastEol?: "add" | "drop";
}

export interface Placement {
  readonly ops: readonly LineOp[];
  /** The old lines' place, context included. */
  readonly from: number;
  readonly to: number;
  readonly rung: Rung;
  readonly note?: string;
}

/** What one rung says: the places it found, each with the rung's name. No place: the next rung is asked. */
export interface Found {
  readonly rung: Rung;
  readonly hunk: Hunk;
  readonly matches: readonly Match[];
  /** Whether a line number may choose among several places. */
  readonly mayChoose: boolean;
  readonly note?: string;
}

/** Old line `i` of the hunk stands at `at + i`. */
export function consecutive(at: number, count: number, rewrite?: (text: string) => string): Match {
  const lineOf = Array.from({ length: count }, (_, i) => at + i);
  return rewrite === undefined ? { from: at, to: at + count, lineOf } : { from: at, to: at + count, lineOf, rewrite };
}

/** The line operations of a hunk at a place. Kept rows leave the file's own line; equal lines at the edges of a run are left alone too. */
export function opsAt(hunk: Hunk, match: Match): LineOp[] {
  const rewrite = match.rewrite ?? ((text: string) => text);
  const rows = match.rows?.() ?? hunk.rows;
  const ops: LineOp[] = [];
  const oldIndex: number[] = [];
  let old = 0;
  for (const row of rows) {
    oldIndex.push(old);
    if (row.kind !== "add") old++;
  }
  for (const run of changeRuns(rows)) {
    const first = oldIndex[run.from] ?? old;
    const places = run.deleted.map((_, i) => match.lineOf[first + i] ?? -1).filter((line) => line >= 0);
    const at = places[0] ?? following(match, first);
    const remove = places.length === 0 ? 0 : (places.at(-1) ?? at) + 1 - at;
    ops.push(...narrowed(run, at, remove, rewrite));
  }
  return ops;
}

/** The file's line where something is inserted before old row `index`. */
function following(match: Match, index: number): number {
  for (let i = index - 1; i >= 0; i--) {
    const line = match.lineOf[i] ?? -1;
    if (line >= 0) return line + 1;
  }
  for (let i = index; i < match.lineOf.length; i++) {
    const line = match.lineOf[i] ?? -1;
    if (line >= 0) return line;
  }
  return match.from;
}

function narrowed(
  run: ReturnType<typeof changeRuns>[number],
  at: number,
  remove: number,
  rewrite: (text: string) => string,
): LineOp[] {
  const oldEol = run.deleted.some((row) => row.noEol);
  const newEol = run.added.some((row) => row.noEol);
  const lastEol = newEol ? "drop" : oldEol ? "add" : undefined;
  let head = 0;
  let tail = 0;
  if (remove === run.deleted.length) {
    const same = (a: number, b: number) =>
      run.deleted[a]?.text === run.added[b]?.text && run.deleted[a]?.noEol === run.added[b]?.noEol;
    const most = Math.min(run.deleted.length, run.added.length);
    while (head < most && same(head, head)) head++;
    while (tail < most - head && same(run.deleted.length - 1 - tail, run.added.length - 1 - tail)) tail++;
  }
  const insert = run.added.slice(head, run.added.length - tail).map((row) => rewrite(row.text));
  if (remove - head - tail === 0 && insert.length === 0 && oldEol === newEol) return [];
  const op = { at: at + head, remove: Math.max(0, remove - head - tail), insert };
  return [lastEol === undefined ? op : { ...op, lastEol }];
}

export type RungFinder = (file: IndexedFile, hunk: Hunk) => Found | undefined;
