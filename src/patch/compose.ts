import type { Span } from "../domain/location.ts";
import { compareSpans, type TextEdit } from "./apply.ts";

/**
 * Edits of a first text that do at once what `first` (first text to second) and then `second` (second text to third) do.
 * Both lists as `applyEdits` accepts them; offsets are UTF-16, the result is in order. An edit of `second` that overlaps
 * or touches what an edit of `first` wrote becomes one edit with it.
 */
export function composeEdits(first: readonly TextEdit[], second: readonly TextEdit[]): TextEdit[] {
  const written = placeInNewText(first);
  const later = [...second].sort(compareSpans);
  const composed: TextEdit[] = [];
  let shift = 0;
  let i = 0;
  let j = 0;
  while (i < written.length || j < later.length) {
    const group = { written: [] as Written[], later: [] as TextEdit[] };
    let hull = spanStartingFirst(written[i], later[j]);
    for (let grown = true; grown; ) {
      grown = false;
      for (let next = written[i]; next && next.start <= hull.end; next = written[++i]) {
        group.written.push(next);
        hull = { start: hull.start, end: Math.max(hull.end, next.end) };
      }
      for (let next = later[j]; next && next.start <= hull.end; next = later[++j]) {
        group.later.push(next);
        grown ||= next.end > hull.end;
        hull = { start: hull.start, end: Math.max(hull.end, next.end) };
      }
    }
    const shiftBefore = shift;
    for (const { edit } of group.written) shift += edit.text.length - (edit.end - edit.start);
    composed.push({ start: hull.start - shiftBefore, end: hull.end - shift, text: textOfHull(hull, group) });
  }
  return composed;
}

/** An edit and the span of the text that it wrote, in the text after all edits. */
interface Written extends Span {
  readonly edit: TextEdit;
}

function placeInNewText(edits: readonly TextEdit[]): Written[] {
  let shift = 0;
  return [...edits].sort(compareSpans).map((edit) => {
    const start = edit.start + shift;
    shift += edit.text.length - (edit.end - edit.start);
    return { start, end: start + edit.text.length, edit };
  });
}

function spanStartingFirst(a: Span | undefined, b: Span | undefined): Span {
  const first = a && b ? (a.start <= b.start ? a : b) : (a ?? b);
  return { start: first?.start ?? 0, end: first?.start ?? 0 };
}

/** Every offset of the hull is in an edit of `later`, whose text replaces it, or else in what `written` wrote, which stays. */
function textOfHull(hull: Span, group: { written: readonly Written[]; later: readonly TextEdit[] }): string {
  const parts: string[] = [];
  let at = hull.start;
  for (const edit of group.later) {
    parts.push(writtenBetween(at, edit.start, group.written), edit.text);
    at = edit.end;
  }
  parts.push(writtenBetween(at, hull.end, group.written));
  return parts.join("");
}

function writtenBetween(start: number, end: number, written: readonly Written[]): string {
  return written
    .map((piece) => piece.edit.text.slice(Math.max(0, start - piece.start), Math.max(0, end - piece.start)))
    .join("");
}
