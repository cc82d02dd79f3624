import type { IndexedFile } from "../lines.ts";
import { type Hunk, oldRows, type Row } from "../proposal.ts";
import { exact } from "./exact.ts";
import { consecutive, type Found } from "./match.ts";
import { hasInk } from "./occurrences.ts";

/** Comparisons one hunk may cost. */
const BUDGET = 20_000_000;

/**
 * A diff whose context lost its first column on some or all lines: each context line is taken with or without that
 * column, whichever stands in the file. Deleted and added lines keep their sign.
 */
export function lostPrefix(file: IndexedFile, hunk: Hunk): Found | undefined {
  const old = oldRows(hunk);
  if (!old.some((row) => row.raw !== undefined && row.raw !== row.text) || old.length > file.texts.length)
    return undefined;
  const anchor = old.findIndex((row) => hasInk(row.text));
  if (anchor < 0) return undefined;
  const matches = [];
  let left = BUDGET;
  for (let at = 0; at + old.length <= file.texts.length && left > 0; at++, left--) {
    if (!fits(old[anchor], file.texts[at + anchor])) continue;
    left -= old.length;
    if (old.every((row, i) => fits(row, file.texts[at + i]))) matches.push(consecutive(at, old.length));
  }
  return left > 0 ? { rung: "lost-prefix", hunk, matches, mayChoose: true } : undefined;
}

/** A diff whose signs took the place of the first column of indentation, on every line. */
export function overwrittenColumn(file: IndexedFile, hunk: Hunk): Found | undefined {
  if (!hunk.rows.every((row) => row.kind === "keep" || row.text === "" || /^[ \t]/.test(row.text))) return undefined;
  const rows = hunk.rows.map(
    (row): Row =>
      row.kind === "keep"
        ? { kind: "keep", text: row.raw ?? row.text }
        : { ...row, text: row.text === "" ? "" : ` ${row.text}` },
  );
  const found = exact(file, { ...hunk, rows });
  return found === undefined ? undefined : { ...found, rung: "lost-prefix", mayChoose: false };
}

/** A diff with one space too many behind every sign (`- old`, `+ new`). */
export function extraColumn(file: IndexedFile, hunk: Hunk): Found | undefined {
  if (!hunk.rows.every((row) => row.text.trim() === "" || row.text.startsWith(" "))) return undefined;
  const rows = hunk.rows.map((row): Row => ({ ...row, text: row.text.replace(/^ /, "") }));
  const found = exact(file, { ...hunk, rows });
  return found === undefined ? undefined : { ...found, rung: "lost-prefix", mayChoose: false };
}

function fits(row: Row | undefined, line: string | undefined): boolean {
  if (row === undefined || line === undefined) return false;
  const text = line.trimEnd();
  return row.text.trimEnd() === text || (row.kind === "keep" && row.raw?.trimEnd() === text);
}
