import type { Finding, Fix } from "../domain/finding.ts";
import type { Location } from "../domain/location.ts";
import { arrangeEdits, type TextEdit } from "../patch/apply.ts";
import { editsBetween } from "../patch/edits.ts";
import type { LineIndex } from "../patch/lines.ts";
import { rebase } from "../patch/rebase.ts";
import type { Climbed } from "../verify/ladder.ts";

/** What a round did to the text of a file: nothing if it was left alone; undefined if nothing of it can be found again. */
export type EditsOf = (path: string) => readonly TextEdit[] | undefined;

/** The edits of a round by path. `changed`: the patch of each file that it changed. */
export function editsOfRound(changed: ReadonlyMap<string, Climbed>): EditsOf {
  const known = new Map<string, readonly TextEdit[] | undefined>();
  return (path) => {
    const patch = changed.get(path);
    if (!patch) return [];
    if (!known.has(path)) known.set(path, editsOf(patch, path));
    return known.get(path);
  };
}

function editsOf({ candidate: { changes, edits } }: Climbed, path: string): readonly TextEdit[] | undefined {
  const change = changes.find((one) => one.path === path);
  if (!change || change.before === null || change.after === null) return undefined;
  const own = edits.filter((edit) => edit.path === path);
  const arranged = arrangeEdits(own.length > 0 ? own : editsBetween(change.before, change.after), change.before.length);
  return arranged.ok ? arranged.edits : undefined;
}

/** Fixes that no tool offers anew (of a tool that cannot be asked again, of several files), moved to where their text stands now; without those that an edit reached into. */
export function carriedFixes({ fixes }: Finding, editsIn: EditsOf): Fix[] {
  return fixes.flatMap((fix) => {
    const edits = fix.edits.map((edit) => {
      const made = editsIn(edit.path);
      const [place] = made ? rebase([edit], made) : [];
      return !place || place.changed ? undefined : { ...edit, ...place.span };
    });
    return edits.every((edit) => edit !== undefined) ? [{ ...fix, edits }] : [];
  });
}

/** Where a finding that nobody sees in the new text stands there. */
export function carriedPlace(finding: Finding, editsIn: EditsOf, before: LineIndex, after: LineIndex): Location {
  const { startLine, startColumn, endLine, endColumn } = finding;
  const start = before.offset({ line: startLine, column: startColumn });
  const end = before.offset({ line: endLine, column: endColumn });
  const [place] = start === undefined ? [] : rebase([{ start, end: end ?? start }], editsIn(finding.path) ?? []);
  if (!place) return { startLine, startColumn, endLine, endColumn };
  const [from, to] = [after.position(place.span.start), after.position(place.span.end)];
  return { startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column };
}
