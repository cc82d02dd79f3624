import { arrangeEdits, type TextEdit } from "./apply.ts";
import { firstIndex } from "./first-index.ts";
import { changedLines } from "./line-blocks.ts";
import { LineIndex } from "./lines.ts";

/** Lines `start` to `end` of the new text, 1-based, end exclusive; empty where the old line was deleted. */
interface NewLines {
  readonly start: number;
  readonly end: number;
  /** Whether the old line is among the lines that the edits changed. */
  readonly changed: boolean;
}

/** Where the lines of an old text stand after edits. */
export interface LineMap {
  /** The new lines of a 1-based old line: one for an unchanged line, for a changed one all that its neighbourhood became. */
  newLines(oldLine: number): NewLines;
}

/**
 * Says for each line of `oldText` where it stands after `edits`, to compare findings before and after. Lines end as
 * Python, Ruff and SARIF producers see them, unless the index says otherwise. Throws `RangeError` for edits that overlap or are
 * out of range, which is the caller's bug.
 */
export function lineMap(oldText: string, edits: readonly TextEdit[], index = new LineIndex(oldText)): LineMap {
  const arranged = arrangeEdits(edits, oldText.length);
  if (!arranged.ok) throw new RangeError(`${arranged.reason} in edits to map lines by`);
  let shift = 0;
  const changes = changedLines(index, arranged.edits).map(({ oldStart, oldEnd, lines }) => {
    const start = oldStart + 1 + shift;
    shift += lines.length - (oldEnd - oldStart);
    return { oldStart: oldStart + 1, oldEnd: oldEnd + 1, start, end: start + lines.length };
  });
  return {
    newLines(oldLine) {
      const change = changes[firstIndex(changes, ({ oldStart }) => oldStart > oldLine) - 1];
      if (!change) return { start: oldLine, end: oldLine + 1, changed: false };
      if (oldLine < change.oldEnd) return { start: change.start, end: change.end, changed: true };
      const line = change.end + (oldLine - change.oldEnd);
      return { start: line, end: line + 1, changed: false };
    },
  };
}
