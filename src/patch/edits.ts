import type { TextEdit } from "./apply.ts";
import { changedLines } from "./line-blocks.ts";
import { LineIndex } from "./lines.ts";

/** One edit that turns `before` into `after`, without what both begin and end with. Undefined if they are equal. */
export function changedSpan(before: string, after: string): TextEdit | undefined {
  return before === after ? undefined : trimEqualEnds(before, { start: 0, end: before.length, text: after });
}

/**
 * Edits of whole lines (of any kind of line end) that turn `before` into `after`; as few lines as a line diff finds.
 * UTF-16 offsets into `before`, in order. None if the texts are equal.
 */
export function editsBetween(before: string, after: string): TextEdit[] {
  const span = changedSpan(before, after);
  if (!span) return [];
  const index = new LineIndex(before, "universal");
  return changedLines(index, [span]).map(({ oldStart, oldEnd, lines }) => ({
    start: beginOf(index, oldStart + 1),
    end: beginOf(index, oldEnd + 1),
    text: lines.join(""),
  }));
}

/**
 * The same change in its one shortest form, so that two tools that mean the same have the same edit: without what old and new
 * text begin and end with; an insertion or deletion that could stand in several places (one more of equal lines) stands
 * in the first. Undefined if the edit changes nothing. Other fields, such as `path`, are kept.
 */
export function normalizeEdit<E extends TextEdit>(text: string, edit: E): E | undefined {
  const trimmed = trimEqualEnds(text, edit);
  if (trimmed.start === trimmed.end) return trimmed.text === "" ? undefined : moveInsertionUp(text, trimmed);
  return trimmed.text === "" ? moveDeletionUp(text, trimmed) : trimmed;
}

function trimEqualEnds<E extends TextEdit>(before: string, edit: E): E {
  const { text } = edit;
  let { start, end } = edit;
  let from = 0;
  let to = text.length;
  while (start < end && from < to && before.charCodeAt(start) === text.charCodeAt(from)) {
    start++;
    from++;
  }
  while (start < end && from < to && before.charCodeAt(end - 1) === text.charCodeAt(to - 1)) {
    end--;
    to--;
  }
  if (from > 0 && (insidePair(before, start) || insidePair(text, from))) {
    start--;
    from--;
  }
  if (to < text.length && (insidePair(before, end) || insidePair(text, to))) {
    end++;
    to++;
  }
  return { ...edit, start, end, text: text.slice(from, to) };
}

/** Whether an offset stands between the two surrogates of one character. */
function insidePair(text: string, at: number): boolean {
  return (text.charCodeAt(at - 1) & 0xfc00) === 0xd800 && (text.charCodeAt(at) & 0xfc00) === 0xdc00;
}

function moveInsertionUp<E extends TextEdit>(before: string, edit: E): E {
  const { text, start } = edit;
  let moved = 0;
  while (moved < start && before[start - 1 - moved] === text[text.length - 1 - (moved % text.length)]) moved++;
  if (moved > 0 && insidePair(before, start - moved)) moved--;
  const turn = text.length - (moved % text.length);
  return { ...edit, start: start - moved, end: start - moved, text: text.slice(turn) + text.slice(0, turn) };
}

function moveDeletionUp<E extends TextEdit>(before: string, edit: E): E {
  let { start, end } = edit;
  while (start > 0 && before[start - 1] === before[end - 1]) {
    start--;
    end--;
  }
  const step = start < edit.start && insidePair(before, start) ? 1 : 0;
  return { ...edit, start: start + step, end: end + step };
}

function beginOf(index: LineIndex, line: number): number {
  return line > index.lineCount ? index.text.length : index.begin(line);
}
