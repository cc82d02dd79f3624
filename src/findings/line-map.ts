import { diffArrays } from "diff";
import type { Edit } from "../domain/edit.ts";
import { LineIndex, splitLines } from "../patch/lines.ts";

/** Lines that a change replaced (1-based, end exclusive; empty for a pure insertion or deletion) by other lines. */
export interface ChangedRegion {
  readonly beforeStart: number;
  readonly beforeEnd: number;
  readonly afterStart: number;
  readonly afterEnd: number;
}

/** Where the lines of a text went: everything outside the changed regions only moved. Regions are in order and do not touch. */
export interface LineMap {
  readonly regions: readonly ChangedRegion[];
}

/** Lines that must match again between two changes of a middle for a full comparison to be worth its time. */
const MOST_EDITS = 400;

/**
 * Where the lines of `before` went in `after`, by comparing the texts. Fast where the change is in one place; a very large
 * change is one region.
 */
export function lineMapBetween(before: string, after: string): LineMap {
  const a = splitLines(before, "universal");
  const b = splitLines(after, "universal");
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail])
    tail += 1;
  const oldMiddle = a.slice(head, a.length - tail);
  const newMiddle = b.slice(head, b.length - tail);
  if (oldMiddle.length === 0 && newMiddle.length === 0) return { regions: [] };
  const parts =
    oldMiddle.length + newMiddle.length <= 6
      ? undefined
      : diffArrays(oldMiddle, newMiddle, { maxEditLength: MOST_EDITS });
  return {
    regions: parts ? regionsOf(parts, head + 1) : [region(head + 1, oldMiddle.length, head + 1, newMiddle.length)],
  };
}

/** Where the lines of `before` go when `edits` (of one file, UTF-16 offsets, not overlapping) are applied. */
export function lineMapOfEdits(before: string, edits: readonly Pick<Edit, "start" | "end" | "text">[]): LineMap {
  const index = new LineIndex(before, "universal");
  const regions: ChangedRegion[] = [];
  let shift = 0;
  for (const { start, end, text } of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const first = index.lineAt(start);
    const last = index.lineAt(end);
    const breaks = text.match(/\r\n|\r|\n/g)?.length ?? 0;
    // Whole lines with their ends leave the line after them alone.
    const wholeLines =
      start === index.start(first) && end === index.start(last) && (text === "" || /[\r\n]$/.test(text));
    const replaced = last - first + (wholeLines ? 0 : 1);
    const opened = breaks + (wholeLines ? 0 : 1);
    const previous = regions.at(-1);
    if (previous && first < previous.beforeEnd) {
      const further = Math.max(0, first + replaced - previous.beforeEnd);
      const grown = opened - replaced;
      regions[regions.length - 1] = {
        ...previous,
        beforeEnd: previous.beforeEnd + further,
        afterEnd: previous.afterEnd + further + grown,
      };
    } else regions.push(region(first, replaced, first + shift, opened));
    shift += opened - replaced;
  }
  return { regions };
}

function regionsOf(
  parts: readonly { added: boolean; removed: boolean; count: number }[],
  firstLine: number,
): ChangedRegion[] {
  const regions: ChangedRegion[] = [];
  let [before, after] = [firstLine, firstLine];
  let [oldCount, newCount] = [0, 0];
  const close = () => {
    if (oldCount + newCount > 0) regions.push(region(before - oldCount, oldCount, after - newCount, newCount));
    [oldCount, newCount] = [0, 0];
  };
  for (const { added, removed, count } of parts) {
    if (!added && !removed) close();
    if (!added) before += count;
    if (!removed) after += count;
    if (removed) oldCount += count;
    if (added) newCount += count;
  }
  close();
  return regions;
}

function region(beforeStart: number, beforeLines: number, afterStart: number, afterLines: number): ChangedRegion {
  return { beforeStart, beforeEnd: beforeStart + beforeLines, afterStart, afterEnd: afterStart + afterLines };
}
