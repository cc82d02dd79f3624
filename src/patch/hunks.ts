import type { LineBlock } from "./line-blocks.ts";
import type { LineIndex } from "./lines.ts";

/**
 * The hunks of a unified diff for blocks of changed lines, each with `context` unchanged lines around it. Blocks whose
 * contexts touch share a hunk, as in git. `index` counts lines as git does.
 */
export function formatHunks(index: LineIndex, blocks: readonly LineBlock[], context: number): string {
  const parts: string[] = [];
  let shift = 0;
  for (let at = 0; at < blocks.length; ) {
    let next = at + 1;
    while (next < blocks.length && distance(blocks[next - 1], blocks[next]) <= 2 * context) next++;
    const group = blocks.slice(at, next);
    shift += formatHunk(parts, index, group, context, shift);
    at = next;
  }
  return parts.join("");
}

function distance(before: LineBlock | undefined, after: LineBlock | undefined): number {
  return (after?.oldStart ?? 0) - (before?.oldEnd ?? 0);
}

/** Returns by how many lines the hunk makes the text longer. */
function formatHunk(
  parts: string[],
  index: LineIndex,
  blocks: readonly LineBlock[],
  context: number,
  shift: number,
): number {
  const start = Math.max(0, (blocks[0]?.oldStart ?? 0) - context);
  const end = Math.min(gitLineCount(index), (blocks.at(-1)?.oldEnd ?? 0) + context);
  const growth = blocks.reduce((sum, block) => sum + block.lines.length - (block.oldEnd - block.oldStart), 0);
  parts.push(`@@ -${range(start, end - start)} +${range(start + shift, end - start + growth)} @@\n`);
  let line = start;
  for (const block of blocks) {
    pushOldLines(parts, " ", index, line, block.oldStart);
    pushOldLines(parts, "-", index, block.oldStart, block.oldEnd);
    for (const added of block.lines) pushLine(parts, "+", added);
    line = block.oldEnd;
  }
  pushOldLines(parts, " ", index, line, end);
  return growth;
}

/** An empty range names the line before it, and a count of 1 is left out, as git does. */
function range(start: number, count: number): string {
  if (count === 0) return `${start},0`;
  return count === 1 ? `${start + 1}` : `${start + 1},${count}`;
}

function pushOldLines(parts: string[], sign: string, index: LineIndex, start: number, end: number): void {
  for (let line = start + 1; line <= end; line++)
    pushLine(parts, sign, index.text.slice(index.begin(line), index.end(line)));
}

function pushLine(parts: string[], sign: string, line: string): void {
  parts.push(sign, line);
  if (!line.endsWith("\n")) parts.push("\n\\ No newline at end of file\n");
}

/** Git knows no empty last line. */
function gitLineCount(index: LineIndex): number {
  return index.begin(index.lineCount) === index.text.length ? index.lineCount - 1 : index.lineCount;
}
