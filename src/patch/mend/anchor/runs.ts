import type { IndexedFile } from "../lines.ts";
import type { Hunk, Row } from "../proposal.ts";
import { changeRuns, isNoOp, type Run } from "../rows.ts";
import type { LineOp, Placement } from "./match.ts";
import { opsAt } from "./match.ts";
import { hasInk, occurrences } from "./occurrences.ts";
import { withoutTrailingSpace } from "./trailing-space.ts";

/**
 * A hunk whose context is wrong: each of its change runs is placed by itself, and only where nothing is left to choose.
 *
 * Deleted lines that stand at one place are that place. Otherwise, and for pure insertions, the context lines
 * directly above and directly below must both agree, at one place. The runs must come in the hunk's order. The
 * file's own context stays. One run without a place: the hunk has none.
 */
export function byRuns(file: IndexedFile, hunk: Hunk): Placement | undefined {
  const ops: LineOp[] = [];
  let cursor = 0;
  let from: number | undefined;
  for (const run of changeRuns(hunk.rows)) {
    if (isNoOp(run)) {
      if (placesOf(file, run.deleted).length === 0) return undefined;
      continue;
    }
    const at = placeOf(file, hunk, run);
    if (at === undefined || at < cursor) return undefined;
    cursor = at + run.deleted.length;
    from ??= at;
    const rows = [...run.deleted, ...run.added];
    ops.push(...opsAt({ rows, at: hunk.at }, { from: at, to: cursor, lineOf: run.deleted.map((_, i) => at + i) }));
  }
  return from === undefined ? undefined : { ops, from, to: cursor, rung: "runs" };
}

function placeOf(file: IndexedFile, hunk: Hunk, run: Run): number | undefined {
  if (run.deleted.some((row) => hasInk(row.text))) {
    const places = placesOf(file, run.deleted);
    if (places.length === 0) return undefined;
    if (places.length === 1) return places[0];
  }
  const above = evidence(hunk.rows.slice(0, run.from).reverse()).reverse();
  const below = evidence(hunk.rows.slice(run.to));
  if (above.length === 0 || below.length === 0) return undefined;
  const places = placesOf(file, [...above, ...run.deleted, ...below]);
  const [only] = places;
  return places.length === 1 && only !== undefined ? only + above.length : undefined;
}

/** The kept rows next to a run, out to the first one with ink; none if another run comes before that. */
function evidence(outward: readonly Row[]): Row[] {
  const near: Row[] = [];
  for (const row of outward) {
    if (row.kind !== "keep") return [];
    near.push(row);
    if (hasInk(row.text)) return near;
  }
  return [];
}

/** Exact places if there are any, else those that differ only in trailing white space. */
function placesOf(file: IndexedFile, rows: readonly Row[]): number[] {
  const lines = rows.map((row) => row.text);
  const exact = standing(file, file.texts, lines);
  return exact.length > 0 ? exact : standing(file, file.under(withoutTrailingSpace), lines.map(withoutTrailingSpace));
}

/** Hunks of thousands of runs are cheap this way: only the places of a run's rarest line are looked at. */
function standing(file: IndexedFile, texts: readonly string[], lines: readonly string[]): number[] {
  let rarest = 0;
  let places: readonly number[] | undefined;
  for (const [i, line] of lines.entries()) {
    const found = file.placesOf(line, texts);
    if (places === undefined || found.length < places.length) [rarest, places] = [i, found];
  }
  if ((places?.length ?? 0) > 50) return occurrences(texts, lines);
  const starts = (places ?? []).map((place) => place - rarest);
  return starts.filter((at) => at >= 0 && lines.every((line, i) => texts[at + i] === line));
}
