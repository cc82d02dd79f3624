import { splice, type TextEdit } from "./apply.ts";
import { diffLines } from "./line-diff.ts";
import { type LineIndex, splitLines } from "./lines.ts";

/** Lines `oldStart` to `oldEnd` (0-based, end exclusive) of an old text are replaced by `lines`, which keep their terminators. */
export interface LineBlock {
  readonly oldStart: number;
  readonly oldEnd: number;
  readonly lines: readonly string[];
}

/**
 * The lines that arranged edits really change, in order, with an unchanged line between any two blocks. Looks only at the
 * lines that the edits touch. What a line is, the index says.
 */
export function changedLines(index: LineIndex, edits: readonly TextEdit[]): LineBlock[] {
  const blocks: LineBlock[] = [];
  for (let at = 0; at < edits.length; ) {
    const first = edits[at];
    if (!first) break;
    const firstLine = lineTouchedAt(index, first.start);
    let lastLine = index.lineAt(first.end);
    let next = at + 1;
    for (let edit = edits[next]; edit && lineTouchedAt(index, edit.start) <= lastLine; edit = edits[++next]) {
      lastLine = index.lineAt(edit.end);
    }
    addBlocks(blocks, index, firstLine, lastLine, edits.slice(at, next));
    at = next;
  }
  return blocks;
}

/** What follows a lone \r may become its \n: then the line before changes too. */
function lineTouchedAt(index: LineIndex, offset: number): number {
  const line = index.lineAt(offset);
  const afterReturn = index.lineEnds !== "git" && offset > 0 && index.text[offset - 1] === "\r";
  return afterReturn ? index.lineAt(offset - 1) : line;
}

function addBlocks(
  blocks: LineBlock[],
  index: LineIndex,
  firstLine: number,
  lastLine: number,
  edits: readonly TextEdit[],
): void {
  const start = index.begin(firstLine);
  const end = index.end(lastLine);
  const before = splitLines(index.text.slice(start, end), index.lineEnds);
  const after = splitLines(splice(index.text, start, end, edits), index.lineEnds);
  for (const change of diffLines(before, after)) {
    blocks.push({
      oldStart: firstLine - 1 + change.oldStart,
      oldEnd: firstLine - 1 + change.oldEnd,
      lines: after.slice(change.newStart, change.newEnd),
    });
  }
}
