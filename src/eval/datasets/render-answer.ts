import type { LineRange } from "../../fix/model/task.ts";
import { diffTexts } from "../../patch/diff.ts";
import { changedSpan } from "../../patch/edits.ts";
import { changedLines, type LineBlock } from "../../patch/line-blocks.ts";
import { LineIndex, splitLines } from "../../patch/lines.ts";
import { type Asked, readAnswer } from "./read-answer.ts";

/** Whole lines that are replaced, and those that take their place, without line ends. 1-based, `end` inclusive. */
interface LineEdit extends LineRange {
  readonly original: readonly string[];
  readonly replacement: readonly string[];
}

/** Unchanged lines that are quoted around an edit, tried in turn until the answer can only be read in one way. */
const WIDTHS = [0, 1, 2, 3, 5, 8];

/** What follows the last line of a text: nothing, as our prompts ask, or the line end that tells empty last lines from none. */
const LAST_ENDS = ["", "\n"] as const;

/**
 * The answer that a model should have given: the change from `asked.before` to `after`, in the shape that our prompts ask
 * for (`prompts/reply-in-text.v1.md`; a diff for `v1`). Undefined where that shape cannot say it, such as a change of
 * line ends alone: what is given is always read back with our own reader first.
 */
export function renderAnswer(asked: Asked, after: string, explanation: string): string | undefined {
  const { path, before, strategy } = asked;
  if (strategy === "v1") {
    const diff = diffTexts({ path, before, after, encoding: "utf8" });
    const answer = diff && diff.header + diff.hunks;
    return answer !== undefined && readAnswer(answer, asked)?.after === after ? answer : undefined;
  }
  for (const width of WIDTHS) {
    for (const close of LAST_ENDS) {
      const answer = JSON.stringify(replyOf(asked, lineEdits(before, after, width), close, explanation));
      if (readAnswer(answer, asked)?.after === after) return answer;
    }
  }
  return undefined;
}

function replyOf(
  { path, strategy, findings }: Asked,
  edits: readonly LineEdit[],
  close: string,
  explanation: string,
): object {
  const joined = (lines: readonly string[]): string => (lines.length === 0 ? "" : lines.join("\n") + close);
  const written = edits.map(({ start, end, original, replacement }) => ({
    ...(strategy === "batch" && { finding: numbersAt({ start, end }, findings) }),
    path,
    startLine: start,
    endLine: end,
    original: joined(original),
    replacement: joined(replacement),
  }));
  return { edits: written, ...(strategy === "batch" && { notFixed: [] }), explanation, unfixable: null };
}

/** The numbers of the findings whose lines an edit touches; none for one that several need, such as a new import. */
function numbersAt({ start, end }: LineRange, findings: Asked["findings"]): number[] {
  const touched = findings.flatMap(({ startLine, endLine }, at) =>
    startLine <= end && start <= endLine ? [at + 1] : [],
  );
  return touched.length === 0 && findings.length === 1 ? [1] : touched;
}

/** The change as edits of whole lines, each with `width` unchanged lines around it; those that meet are one. */
function lineEdits(before: string, after: string, width: number): LineEdit[] {
  const span = changedSpan(before, after);
  if (!span) return [];
  const lines = splitLines(before, "universal");
  const blocks = changedLines(new LineIndex(before, "universal"), [span]);
  const groups: { start: number; end: number; blocks: LineBlock[] }[] = [];
  for (const block of blocks) {
    const { start, end } = widened(block, width, lines.length);
    const last = groups.at(-1);
    if (last && start <= last.end) {
      last.end = Math.max(last.end, end);
      last.blocks.push(block);
    } else groups.push({ start, end, blocks: [block] });
  }
  return groups.map(({ start, end, blocks: own }) => ({
    start: start + 1,
    end,
    original: lines.slice(start, end).map(withoutEnd),
    replacement: replaced(lines, start, end, own).map(withoutEnd),
  }));
}

/** 0-based lines, `end` exclusive. A pure insertion takes a neighbouring line in: an edit always names lines that are there. */
function widened({ oldStart, oldEnd }: LineBlock, width: number, count: number): LineRange {
  const inserts = oldStart === oldEnd;
  const start = Math.max(0, oldStart - width - (inserts && oldStart > 0 ? 1 : 0));
  const end = Math.min(count, oldEnd + width + (inserts && oldStart === 0 ? 1 : 0));
  return { start, end };
}

function replaced(lines: readonly string[], start: number, end: number, blocks: readonly LineBlock[]): string[] {
  const result: string[] = [];
  let at = start;
  for (const { oldStart, oldEnd, lines: fresh } of blocks) {
    result.push(...lines.slice(at, oldStart), ...fresh);
    at = oldEnd;
  }
  return [...result, ...lines.slice(at, end)];
}

const withoutEnd = (line: string): string => line.replace(/\r\n$|[\r\n]$/, "");

/** Whether a change replaces or deletes a line that the prompt does not show whole. */
export function touchesLocked(before: string, after: string, locked: readonly LineRange[]): boolean {
  const span = changedSpan(before, after);
  if (!span) return false;
  return changedLines(new LineIndex(before, "universal"), [span]).some(({ oldStart, oldEnd }) =>
    locked.some(({ start, end }) => start <= oldEnd && oldStart < end),
  );
}
