import { splitLines } from "../../patch/lines.ts";
import type { PatchHunk, PatchSection } from "./patch-sections.ts";

/**
 * A text with a file's hunks applied one after another, each exactly where its context says: at its own line, or at the
 * nearest place where the same lines stand. Undefined if one fits nowhere. Nothing in it is tolerant of other text.
 */
export function applySections(text: string, sections: readonly PatchSection[]): string | undefined {
  const lines = splitLines(text, "git");
  for (const { hunks } of sections) {
    let shift = 0;
    for (const hunk of hunks) {
      const at = placeOf(hunk, lines, shift);
      if (at === undefined) return undefined;
      const olds = hunk.rows.filter(({ sign }) => sign !== "+").length;
      const fresh = hunk.rows.filter(({ sign }) => sign !== "-").map(withEnd);
      lines.splice(at, olds, ...fresh);
      shift += fresh.length - olds;
    }
  }
  return lines.join("");
}

const withEnd = ({ text, open }: PatchHunk["rows"][number]): string => (open ? text : `${text}\n`);

/** The 0-based line at which the hunk's old side stands, nearest to where it says. */
function placeOf(hunk: PatchHunk, lines: readonly string[], shift: number): number | undefined {
  const old = hunk.rows.filter(({ sign }) => sign !== "+").map(withEnd);
  const stated = (old.length === 0 ? hunk.oldStart : hunk.oldStart - 1) + shift;
  const stands = (at: number): boolean =>
    at >= 0 && at + old.length <= lines.length && old.every((line, offset) => lines[at + offset] === line);
  if (stands(stated)) return stated;
  if (old.length === 0) return undefined;
  for (let distance = 1; distance <= lines.length; distance += 1) {
    if (stands(stated - distance)) return stated - distance;
    if (stands(stated + distance)) return stated + distance;
  }
  return undefined;
}
