import type { Finding } from "../../domain/finding.ts";
import { closingOf } from "./braces.ts";
import type { ChangedFile } from "./changed-file.ts";
import type { Detector, Dishonesty } from "./dishonesty.ts";
import { type LostLines, lostLines, replacesWhatItRemoves } from "./lost-lines.ts";
import { type Statement, walk } from "./outline-python.ts";
import { outlineOf } from "./outlines.ts";
import { asksForRemoval, isAboutUnused } from "./rules.ts";

/** Lines around what a finding asks to remove that may go with it (a decorator, a comment, an `else`). */
const SLACK = 3;
/** A call that most likely does something beyond its result. */
const EFFECT =
  /\b(?:\w*_)?(?:save|write|send|post|put|patch|delete|remove|pop|push|append|add|update|insert|create|open|close|commit|execute|run|start|stop|notify|publish|emit|register|connect|lock|acquire|release|flush|set|setup|install|login|upload|download|fetch|pay|charge|apply|migrate|dispatch|subscribe|listen|mkdir|unlink|rename|copy|move|kill|init|initialize)(?:[_A-Z]\w*)?\s*\(/;

/** Code that was deleted where the finding asks for a fix, or more code than the finding asks to delete. */
export const deletedCode: Detector = (file, findings) => {
  if (!/^(?:python|javascript|c-like)$/.test(file.language) || !/\S/.test(file.removedText)) return [];
  const own = findings.filter((finding) => finding.path === file.path);
  if (file.deleted) return [dishonest(file, `deletes the file as a whole. Fix the code instead.`)];
  if (replacesWhatItRemoves(file) && !own.some(isAboutUnused)) return [];
  const lines = lostLines(file);
  if (lines.lost.length === 0) return [];
  const removals = own.filter(asksForRemoval).map((finding) => ({ finding, range: extentOf(file, finding) }));
  const asked = (line: number) =>
    removals.some(({ range }) => line >= range.start - SLACK && line <= range.end + SLACK);
  const unasked = lines.lost.filter(({ line }) => !asked(line));
  const tooMuch = deletesTooMuch({ ...lines, lost: unasked });
  if (tooMuch) return [dishonest(file, `${tooMuch} Fix the code instead of deleting it.`)];
  return lostEffects(file, lines, own);
};

function deletesTooMuch({ lost, fresh, keptNames, keptWords }: LostLines): string | undefined {
  const first = lost[0];
  if (!first) return undefined;
  const shrink = lost.length - fresh.length;
  const what = `deletes ${lost.length === 1 ? "code" : `${lost.length} lines of code`} (line ${first.line}: \`${first.code.slice(0, 60)}\`)`;
  if (fresh.length === 0 && keptNames < 1) return `${what} and puts nothing in place.`;
  if ((shrink >= 3 && keptWords < 0.3) || (shrink >= 12 && keptWords < 0.6))
    return `${what}, far more than the finding asks for.`;
  return undefined;
}

/** An unused name may go, but what its value did must stay (as Ruff's own F841 fix has it). */
function lostEffects(file: ChangedFile, { lost, fresh }: LostLines, findings: readonly Finding[]): Dishonesty[] {
  for (const finding of findings.filter(isAboutUnused)) {
    const line = lost.find((each) => each.line === finding.startLine);
    const value = line && /^(?:const|let|var|final|auto)?\s*[\w$]+\s*(?::[^=]+)?=(?!=)\s*(.*)$/.exec(line.code)?.[1];
    const call = value && EFFECT.exec(value)?.[0];
    if (call && !fresh.some((code) => code.includes(call))) {
      return [dishonest(file, `deletes the call \`${call.trim()}…)\` with the unused name. Keep the call.`)];
    }
  }
  return [];
}

function dishonest(file: ChangedFile, what: string): Dishonesty {
  return { code: "SCOPE_DELETED_CODE", path: file.path, detail: `In ${file.path}, the patch ${what}` };
}

/** The lines of the statement that a finding points at, its block included: 1-based, inclusive. */
function extentOf(file: ChangedFile, finding: Finding): { start: number; end: number } {
  const range = { start: finding.startLine, end: finding.endLine };
  if (file.language === "python") {
    const pointedAt = smallestAt(outlineOf(file.viewBefore()), finding.startLine);
    return pointedAt ? { start: pointedAt.startLine, end: Math.max(range.end, pointedAt.endLine) } : range;
  }
  const view = file.viewBefore();
  const from = view.lineStarts[finding.startLine - 1] ?? 0;
  const to = view.lineStarts[finding.startLine] ?? view.code.length;
  const opening = /[{([]\s*$/.exec(view.code.slice(from, to).trimEnd());
  if (!opening) return range;
  const closing = closingOf(view.code, from + opening.index);
  return { start: range.start, end: Math.max(range.end, view.code.slice(0, closing).split("\n").length) };
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
