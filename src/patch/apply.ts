import type { Span } from "../domain/location.ts";

/** Replaces the text between two UTF-16 offsets (end exclusive) by another; an `Edit` without its file. */
export interface TextEdit extends Span {
  readonly text: string;
}

/** Edits that could not be taken together. `edits`: the one out of range, or the two that overlap. */
export interface EditRefusal {
  readonly ok: false;
  readonly reason: "overlap" | "out-of-range";
  readonly edits: readonly TextEdit[];
}

/** Edits in the order of the text, none overlapping, each once. */
export interface ArrangedEdits<E extends TextEdit = TextEdit> {
  readonly ok: true;
  readonly edits: readonly E[];
}

export interface AppliedEdits extends ArrangedEdits {
  readonly text: string;
}

/**
 * Puts edits of one text of `length` UTF-16 units into the order in which they apply. Identical edits become one, edits
 * that do nothing are left out, insertions at one offset keep their given order and go before a replacement that starts
 * there. Edits may touch, but not overlap.
 */
export function arrangeEdits<E extends TextEdit>(edits: readonly E[], length: number): ArrangedEdits<E> | EditRefusal {
  const arranged: E[] = [];
  let insertedHere = new Set<string>();
  for (const edit of [...edits].sort(compareSpans)) {
    if (!withinText(edit, length)) return { ok: false, reason: "out-of-range", edits: [edit] };
    if (edit.start === edit.end && edit.text === "") continue;
    const previous = arranged.at(-1);
    if (previous && spansOverlap(previous, edit)) {
      if (sameEdit(previous, edit)) continue;
      return { ok: false, reason: "overlap", edits: [previous, edit] };
    }
    if (edit.start === edit.end) {
      if (previous?.start !== edit.start || previous.end !== edit.end) insertedHere = new Set();
      if (insertedHere.has(edit.text)) continue;
      insertedHere.add(edit.text);
    }
    arranged.push(edit);
  }
  return { ok: true, edits: arranged };
}

/** Applies edits whose offsets all refer to `text` as it is. Nothing is applied if one is out of range or two overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): AppliedEdits | EditRefusal {
  const arranged = arrangeEdits(edits, text.length);
  if (!arranged.ok) return arranged;
  return { ok: true, edits: arranged.edits, text: splice(text, 0, text.length, arranged.edits) };
}

/** `text` from `start` to `end` with arranged edits, all of them inside that span, applied. */
export function splice(text: string, start: number, end: number, edits: readonly TextEdit[]): string {
  const parts: string[] = [];
  let at = start;
  for (const edit of edits) {
    parts.push(text.slice(at, edit.start), edit.text);
    at = edit.end;
  }
  parts.push(text.slice(at, end));
  return parts.join("");
}

/** Whether two spans share text, or one is an insertion point strictly inside the other. Touching is not overlapping. */
export function spansOverlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

export function sameEdit(a: TextEdit, b: TextEdit): boolean {
  return a.start === b.start && a.end === b.end && a.text === b.text;
}

/** The order of spans in a text; where two start together, the shorter one, that is the insertion, is first. */
export function compareSpans(a: Span, b: Span): number {
  return a.start - b.start || a.end - b.end;
}

function withinText({ start, end }: Span, length: number): boolean {
  return Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start <= end && end <= length;
}
