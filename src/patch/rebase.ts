import type { Span } from "../domain/location.ts";
import { compareSpans, type TextEdit } from "./apply.ts";
import { firstIndex } from "./first-index.ts";

/** Where a span of the old text stands in the new one. `changed`: an edit reached into it. */
export interface RebasedSpan {
  readonly span: Span;
  readonly changed: boolean;
}

/**
 * Finds spans of an old text again after edits that `applyEdits` accepted; all offsets are UTF-16, ends exclusive.
 * An insertion at a border stays outside the span; for an empty span, before it. Where an edit replaces the text around
 * a border, the span grows to the whole replacement.
 */
export function rebase(spans: readonly Span[], edits: readonly TextEdit[]): RebasedSpan[] {
  const sorted = [...edits].sort(compareSpans);
  const shifts = [0];
  for (const [at, edit] of sorted.entries()) {
    shifts.push((shifts[at] ?? 0) + edit.text.length - (edit.end - edit.start));
  }
  return spans.map((span) => rebaseOne(span, sorted, shifts));
}

function rebaseOne(span: Span, edits: readonly TextEdit[], shifts: readonly number[]): RebasedSpan {
  const before = firstIndex(edits, (edit) => edit.end > span.start);
  const after = Math.max(
    before,
    firstIndex(edits, (edit) => edit.start >= span.end),
  );
  const changed = before < after;
  const first = changed ? edits[before] : undefined;
  const last = changed ? edits[after - 1] : undefined;
  const start = Math.min(span.start, first?.start ?? span.start) + (shifts[before] ?? 0);
  const end = Math.max(span.end, last?.end ?? span.end) + (shifts[after] ?? 0);
  return { span: { start, end }, changed };
}
