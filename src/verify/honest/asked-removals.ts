import type { Finding } from "../../domain/finding.ts";
import { closingOf } from "./braces.ts";
import type { ChangedFile } from "./changed-file.ts";
import { DANGERS } from "./dangers.ts";
import { type LostLine, squeezed } from "./lost-lines.ts";
import { type Statement, walk } from "./outline-python.ts";
import { outlineOf } from "./outlines.ts";
import { asksForExactRemoval, asksForRemoval, dangerTopicOf } from "./rules.ts";

/** Lines around what a finding asks to remove that may go with it (a decorator, a comment, an `else`). */
const SLACK = 3;
/** One exception and nothing else: a handler of several may still catch the others. */
const ONE_EXCEPTION = /^except\*? [\w.]+(?: as \w+)?$/;

type IsAsked = (lost: LostLine) => boolean;

/** Which of the lines that a patch takes away the finding asks to take away. */
export function removalsAsked(file: ChangedFile, finding: Finding): IsAsked {
  const { ruleId } = finding;
  if (asksForExactRemoval(finding)) return exactly(file, finding);
  if (ruleId === "SIM114") return standsBeside(file, finding);
  if (ruleId === "TC006") return becomesString(file);
  if (!asksForRemoval(finding)) return isBadOption(finding);
  const { start, end } = extentOf(file, finding, ruleId === "UP036");
  return ({ line }) => line >= start - SLACK && line <= end + SLACK;
}

/** What is flagged, to the line. */
function exactly(file: ChangedFile, finding: Finding): IsAsked {
  const { startLine, endLine, ruleId } = finding;
  const pointedAt = smallestAt(outlineOf(file.viewBefore()), startLine);
  if (!pointedAt) return ({ line }) => line >= startLine && line <= endLine;
  if (/^F60[12]$/.test(ruleId)) return repeatedEntries(file, startLine, pointedAt);
  const end = ruleId !== "B025" || ONE_EXCEPTION.test(pointedAt.text) ? pointedAt.endLine : endLine;
  return ({ line }) => line >= startLine && line <= end;
}

/** The entries of one dictionary with the key of a line, whichever of them goes. */
function repeatedEntries(file: ChangedFile, keyLine: number, dictionary: Statement): IsAsked {
  const before = file.linesBefore();
  const key = keyIn(before[keyLine - 1]);
  if (key === undefined) return () => false;
  const asked = new Set<number>();
  for (let line = dictionary.startLine; line <= dictionary.endLine; line++) {
    if (keyIn(before[line - 1]) !== key) continue;
    const end = bracketEnd(file, line) ?? line;
    for (let each = line; each <= end; each++) asked.add(each);
  }
  return ({ line }) => asked.has(line);
}

/** Whether of a dictionary's key that stands more than once no entry is left. */
export function losesEveryEntry(file: ChangedFile, { ruleId, startLine }: Finding): boolean {
  const before = file.linesBefore();
  const key = /^F60[12]$/.test(ruleId) ? keyIn(before[startLine - 1]) : undefined;
  const dictionary = key === undefined ? undefined : smallestAt(outlineOf(file.viewBefore()), startLine);
  if (!dictionary) return false;
  const countIn = (lines: readonly string[]) => lines.filter((line) => keyIn(line) === key).length;
  const entries = countIn(before.slice(dictionary.startLine - 1, dictionary.endLine));
  return entries > 1 && countIn(file.after.split("\n")) <= countIn(before) - entries;
}

const keyIn = (line = ""): string | undefined => /^\s*([rbu]*(["']).*?\2|[\w.]+)\s*:/i.exec(line)?.[1];

/** Of branches that do the same, one may go as long as the other stands. */
function standsBeside(file: ChangedFile, { startLine, endLine }: Finding): IsAsked {
  const nearby = file
    .viewAfter()
    .code.split("\n")
    .slice(startLine - 1, endLine + SLACK);
  const left = new Set(nearby.map(squeezed));
  return ({ code }) => left.has(squeezed(code));
}

/** A type in an argument that now stands in quotes. */
function becomesString(file: ChangedFile): IsAsked {
  const added = new Set(
    file.addedText
      .split("\n")
      .filter((line) => /^\s*["']/.test(line))
      .map(squeezed),
  );
  return ({ code }) => added.has(squeezed(code));
}

/** An argument, a key or an attribute that does nothing but set the option that the finding is about to its bad value. */
function isBadOption(finding: Finding): IsAsked {
  const options = DANGERS.flatMap(({ about, option }) =>
    option && about.test(dangerTopicOf(finding)) ? [option] : [],
  );
  const patterns = options.map(
    ({ key, bad }) => new RegExp(String.raw`^(?:[\w.]+\.)?["']?${key}["']?\s*[=:]\s*(?:${bad.source})\s*[,;]?$`),
  );
  return ({ code }) => patterns.some((pattern) => pattern.test(code));
}

/** The lines of the statement that a finding points at, its block (and its `else`) included: 1-based, inclusive. */
function extentOf(file: ChangedFile, finding: Finding, withElse: boolean): { start: number; end: number } {
  const range = { start: finding.startLine, end: finding.endLine };
  if (file.language === "python") {
    const outline = outlineOf(file.viewBefore());
    const pointedAt = smallestAt(outline, finding.startLine);
    if (!pointedAt) return range;
    const last = withElse ? lastBranch(outline, pointedAt) : pointedAt;
    return { start: pointedAt.startLine, end: Math.max(range.end, last.endLine) };
  }
  return { start: range.start, end: Math.max(range.end, bracketEnd(file, finding.startLine) ?? range.end) };
}

/** The line on which the bracket closes that a line leaves open at its end; undefined if it leaves none open there. */
function bracketEnd(file: ChangedFile, line: number): number | undefined {
  const view = file.viewBefore();
  const from = view.lineStarts[line - 1] ?? 0;
  const to = view.lineStarts[line] ?? view.code.length;
  const opening = /[{([]\s*$/.exec(view.code.slice(from, to).trimEnd());
  if (!opening) return undefined;
  return view.code.slice(0, closingOf(view.code, from + opening.index)).split("\n").length;
}

/** The statement whose header holds the line; a block only counts where its header does. */
function smallestAt(statements: readonly Statement[], line: number): Statement | undefined {
  let best: Statement | undefined;
  for (const { statement } of walk(statements)) {
    if (statement.startLine > line) break;
    const headerEnd = statement.startLine + statement.code.split("\n").length - 1;
    if (line >= statement.startLine && line <= headerEnd) best = statement;
  }
  return best;
}

/** The last `elif` or `else` that belongs to an `if`. */
function lastBranch(statements: readonly Statement[], first: Statement): Statement {
  for (const { parents } of walk(statements)) {
    const block = parents.at(-1)?.body ?? statements;
    const at = block.indexOf(first);
    if (at === -1) continue;
    let last = at;
    while (/^(?:elif|else)\b/.test(block[last + 1]?.text ?? "")) last++;
    return block[last] ?? first;
  }
  return first;
}
