import type { Hunk } from "../proposal.ts";
import { rowsBetween } from "../rows.ts";
import type { StatedEdit } from "./edit-shapes.ts";

/**
 * The ways to read a JSON edit, the likeliest first. Usually the last line end of a part opens no further line, as models
 * write it with and without. It is a blank line where the edit's own line range counts it, or where the edit would otherwise
 * change nothing: `"x"` to `"x\n"`.
 */
export function readingsOf(edit: StatedEdit): readonly [Hunk, ...Hunk[]] {
  const before = (edit.before ?? "").replace(/\r\n?/g, "\n");
  const after = (edit.after ?? "").replace(/\r\n?/g, "\n");
  const usual = hunkOf(edit, linesOf(before), replacing(before, after, linesOf(withoutExtraEnd(before, after, edit))));
  if (edit.isString || before === "" || !(before.endsWith("\n") || after.endsWith("\n"))) return [usual];
  const literal = hunkOf(edit, before.split("\n"), replacing(before, after, after.split("\n")));
  if (!changes(literal)) return [usual];
  const stated = edit.start === undefined || edit.end === undefined ? undefined : edit.end - edit.start + 1;
  const counted = before.split("\n").length;
  if (before.endsWith("\n") && stated === counted) return [literal, usual];
  return !changes(usual) && (stated === undefined || stated === counted) ? [literal, usual] : [usual];
}

function hunkOf({ start, end }: StatedEdit, before: readonly string[], after: readonly string[]): Hunk {
  const range = { ...(start === undefined ? {} : { start }), ...(end === undefined ? {} : { end }) };
  return { rows: rowsBetween(before, after), at: 1, ...range };
}

const changes = ({ rows }: Hunk): boolean => rows.some(({ kind }) => kind !== "keep");

const replacing = (before: string, after: string, lines: readonly string[]): readonly string[] =>
  after === "" && before !== "" ? [] : lines;

const linesOf = (text: string): string[] => (text.endsWith("\n") ? text.slice(0, -1) : text).split("\n");

/** In line dialects a line end after the last line says nothing; in string dialects it is one more line end. */
function withoutExtraEnd(before: string, after: string, { isString }: StatedEdit): string {
  return isString && after.endsWith("\n") && !before.endsWith("\n") ? `${after}\n` : after;
}
