import { diffArrays } from "diff";

/** One changed region: lines that went and lines that came, without the line ends. */
export interface Hunk {
  /** 1-based line in the text before at which `removed` starts (or before which `added` was put). */
  readonly beforeLine: number;
  readonly removed: readonly string[];
  /** 1-based line in the text after at which `added` starts. */
  readonly afterLine: number;
  readonly added: readonly string[];
}

/** Changes beyond this many lines count as one region: precision matters less than time there. */
const MOST_DIFFERENT_LINES = 1_500;
const BLOCK = 1_024;

let last: { readonly before: string; readonly after: string; readonly hunks: readonly Hunk[] } | undefined;

/**
 * The changed regions between two texts, in order. Fast where little changed: the equal ends are never split into lines;
 * and two checks in a row that look at the same change share the answer.
 */
export function hunksBetween(before: string, after: string): readonly Hunk[] {
  if (last?.before !== before || last.after !== after) last = { before, after, hunks: freshHunks(before, after) };
  return last.hunks;
}

function freshHunks(before: string, after: string): Hunk[] {
  if (before === after) return [];
  const head = lineStart(before, equalHead(before, after));
  const tail = equalTail(before, after, head);
  const removed = linesOf(before.slice(head, before.length - tail));
  const added = linesOf(after.slice(head, after.length - tail));
  const firstLine = countLines(before, head) + 1;
  if (removed.length <= 1 || added.length <= 1) {
    return [{ beforeLine: firstLine, removed, afterLine: firstLine, added }];
  }
  const parts = diffArrays(removed, added, { maxEditLength: MOST_DIFFERENT_LINES });
  if (!parts) return [{ beforeLine: firstLine, removed, afterLine: firstLine, added }];
  return gather(parts, firstLine);
}

interface Part {
  readonly value: readonly string[];
  readonly added: boolean;
  readonly removed: boolean;
}

function gather(parts: readonly Part[], firstLine: number): Hunk[] {
  const hunks: Hunk[] = [];
  let beforeLine = firstLine;
  let afterLine = firstLine;
  let removed: string[] = [];
  let added: string[] = [];
  const close = () => {
    if (removed.length + added.length > 0) hunks.push({ beforeLine, removed, afterLine, added });
    beforeLine += removed.length;
    afterLine += added.length;
    removed = [];
    added = [];
  };
  for (const part of parts) {
    if (part.removed) removed.push(...part.value);
    else if (part.added) added.push(...part.value);
    else {
      close();
      beforeLine += part.value.length;
      afterLine += part.value.length;
    }
  }
  close();
  return hunks;
}

function equalHead(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let at = 0;
  while (at + BLOCK <= most && a.slice(at, at + BLOCK) === b.slice(at, at + BLOCK)) at += BLOCK;
  while (at < most && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  return at;
}

/** Length of the equal end of two texts that starts at a line's start and does not reach back over `head`. */
function equalTail(a: string, b: string, head: number): number {
  const most = Math.min(a.length, b.length) - head;
  let size = 0;
  while (size + BLOCK <= most && endBlock(a, size) === endBlock(b, size)) size += BLOCK;
  while (size < most && a.charCodeAt(a.length - 1 - size) === b.charCodeAt(b.length - 1 - size)) size++;
  if (isLineStart(a, a.length - size) && isLineStart(b, b.length - size)) return size;
  const lineEnd = a.indexOf("\n", a.length - size);
  return lineEnd === -1 ? 0 : a.length - lineEnd - 1;
}

function endBlock(text: string, size: number): string {
  return text.slice(text.length - size - BLOCK, text.length - size);
}

function isLineStart(text: string, at: number): boolean {
  return at === 0 || text[at - 1] === "\n";
}

function lineStart(text: string, at: number): number {
  return at === 0 ? 0 : text.lastIndexOf("\n", at - 1) + 1;
}

function countLines(text: string, end: number): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at !== -1 && at < end; at = text.indexOf("\n", at + 1)) count++;
  return count;
}

function linesOf(text: string): string[] {
  if (text === "") return [];
  const lines = text.split(/\r?\n/);
  if (lines.at(-1) === "") lines.pop();
  return lines;
}
