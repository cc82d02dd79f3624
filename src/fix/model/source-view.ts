import type { LineEnds } from "../../patch/lines.ts";
import { LineIndex } from "../../patch/lines.ts";
import { outlineOf } from "./blocks/outline-of.ts";
import { linesToShow } from "./context.ts";
import { flaggedSecrets } from "./flagged-secrets.ts";
import type { Masker } from "./mask.ts";
import { numberedLines, shownLine } from "./numbered.ts";
import { joinRanges } from "./range-words.ts";
import type { LineRange, RepairTask } from "./task.ts";

/** A file as a model sees it. */
export interface SourceView {
  readonly code: string;
  /** The file's lines, without line ends and byte-order mark. */
  readonly lines: readonly string[];
  /** The same with secrets hidden. */
  readonly maskedLines: readonly string[];
  readonly shown: readonly LineRange[];
  readonly locked: readonly LineRange[];
  /** 1-based lines among those shown in which something is hidden. */
  readonly secretLines: readonly number[];
}

/** Shows as much of the task's file as its tokens allow, with the line numbers of the real file. */
export function viewSource(task: RepairTask, masker: Masker): SourceView {
  // ESLint counts U+2028 and U+2029 as line ends, and its findings' lines are counted so
  const lineEnds: LineEnds = task.findings.every((finding) => finding.tool === "eslint") ? "javascript" : "universal";
  const index = new LineIndex(task.text, lineEnds);
  const lines = contentLines(index);
  const hidden = masker.hideInFile(task.text, flaggedSecrets(task.findings, index));
  const maskedLines = hidden === task.text ? lines : contentLines(new LineIndex(hidden, lineEnds));
  const columns = flaggedColumns(task);
  const longest = Math.max(200, task.contextTokens);
  const seen = maskedLines.map((line, at) => shownLine(line, columns.get(at + 1), longest));
  const texts = seen.map((line) => line.text);
  const shown = linesToShow(texts, placesOf(task), task.contextTokens, () =>
    outlineOf(task.path, task.text, lines, lineEnds),
  );
  const isShown = (line: number) => shown.some(({ start, end }) => start <= line && line <= end);
  const linesWhere = (holds: (at: number) => boolean) =>
    lines.flatMap((_, at) => (holds(at) && isShown(at + 1) ? [at + 1] : []));
  return {
    code: numberedLines(texts, shown),
    lines,
    maskedLines,
    shown,
    locked: joinRanges(linesWhere((at) => seen[at]?.isCut === true).map((line) => ({ start: line, end: line }))),
    secretLines: linesWhere((at) => lines[at] !== maskedLines[at]),
  };
}

/** Lines without their ends and without the byte-order mark; a final line end opens no further line. */
function contentLines(index: LineIndex): string[] {
  const count = index.lineCount;
  const last = index.end(count) === index.begin(count) && count > 0 ? count - 1 : count;
  return Array.from({ length: last }, (_, at) => index.text.slice(index.start(at + 1), index.contentEnd(at + 1)));
}

/** A finding whose end is the very start of a line does not touch that line. */
function placesOf(task: RepairTask): LineRange[] {
  return task.findings.map(({ startLine, endLine, endColumn }) => ({
    start: startLine,
    end: endLine > startLine && endColumn === 1 ? endLine - 1 : Math.max(startLine, endLine),
  }));
}

function flaggedColumns(task: RepairTask): Map<number, { from: number; to: number }> {
  const columns = new Map<number, { from: number; to: number }>();
  for (const { startLine, startColumn, endLine, endColumn } of task.findings) {
    if (!columns.has(startLine))
      columns.set(startLine, { from: startColumn, to: endLine === startLine ? endColumn : startColumn });
  }
  return columns;
}
