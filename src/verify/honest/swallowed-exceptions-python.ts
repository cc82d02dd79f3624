import type { ChangedFile } from "./changed-file.ts";
import type { Detector, Dishonesty } from "./dishonesty.ts";
import { breadth, catchesAll, typesIn } from "./exceptions.ts";
import { type Statement, walk } from "./outline-python.ts";
import { outlinesOf } from "./outlines.ts";

interface Handler {
  readonly types: readonly string[];
  readonly line: number;
  readonly endLine: number;
  /** `swallows`: does nothing at all. `quiet`: at most sets or returns constants. `acts`: calls, raises or computes. */
  readonly manner: "swallows" | "quiet" | "acts";
  readonly text: string;
}

const MAY_HANDLE = /\bexcept\b|\bsuppress\b/;
const ACTS = /\(|\b(?:raise|yield|await|return|del)\b|=/;
const DOES_NOTHING = /^(?:pass|\.\.\.|continue|return(?: None)?|[rRbBuU]?(?:"""|"|''')[~]*(?:"""|"|'''))$/;
const CONSTANT = /^(?:(?:return|break|continue|pass|\.\.\.)\b[^(]*|[\w.]+(?:\s*:\s*[^=]+)?\s*=\s*[^(]*)$/;
/** Exceptions that end a loop or a generator: to stop quietly is what they are for. */
const CONTROL_FLOW = /^(?:StopIteration|StopAsyncIteration|GeneratorExit)$/;

/**
 * Python handlers that were emptied, that newly swallow, or that catch more than before. `contextlib.suppress` in place of
 * `try`/`except`/`pass` of the same exceptions is the same thing said better (Ruff SIM105).
 */
export const swallowedExceptionsPython: Detector = (file) => {
  if (file.language !== "python" || file.deleted || !(MAY_HANDLE.test(file.addedText) || touchesHandler(file)))
    return [];
  const outlines = outlinesOf(file);
  const before = handlersIn(outlines.before);
  const after = handlersIn(outlines.after);
  return [...newlySwallowing(file, before, after), ...broadened(file, before, after)];
};

/** Whether a change takes something that acts out of the block of an `except`. */
function touchesHandler(file: ChangedFile): boolean {
  if (!ACTS.test(file.removedText) || !file.before.includes("except")) return false;
  return file.hunks.some(
    (hunk) => ACTS.test(hunk.removed.join("\n")) && isUnderExcept(file.linesBefore(), hunk.beforeLine),
  );
}

function isUnderExcept(lines: readonly string[], line: number): boolean {
  let indent = indentOf(lines[line - 1] ?? "");
  for (let at = line - 2; at >= 0 && at > line - 60 && indent > 0; at--) {
    const text = lines[at] ?? "";
    if (text.trim() === "" || indentOf(text) >= indent) continue;
    if (/^\s*except\b/.test(text)) return true;
    indent = indentOf(text);
  }
  return false;
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

function newlySwallowing(file: ChangedFile, before: readonly Handler[], after: readonly Handler[]): Dishonesty[] {
  const left = before.filter((handler) => handler.manner !== "acts");
  const found: Dishonesty[] = [];
  for (const handler of after.filter((each) => each.manner === "swallows")) {
    const same = left.findIndex((old) => catchesAll(old.types, handler.types));
    if (same !== -1) left.splice(same, 1);
    else if (handler.types.length === 0 || !handler.types.every((type) => CONTROL_FLOW.test(type))) {
      found.push({
        code: "SCOPE_EXCEPTION_SWALLOWED",
        path: file.path,
        detail: `Line ${handler.line} of ${file.path} swallows exceptions: \`${handler.text.slice(0, 80)}\` does nothing with them. Handle, log or re-raise them.`,
      });
    }
  }
  return found;
}

function broadened(file: ChangedFile, before: readonly Handler[], after: readonly Handler[]): Dishonesty[] {
  const changed = (handler: Handler, side: "before" | "after") =>
    file.hunks.some((hunk) => {
      const start = side === "before" ? hunk.beforeLine : hunk.afterLine;
      const size = side === "before" ? hunk.removed.length : hunk.added.length;
      return handler.line >= start && handler.line < start + size;
    });
  const old = before.filter((handler) => changed(handler, "before"));
  for (const handler of after.filter((each) => changed(each, "after") && breadth(each.types) > 0)) {
    const width = breadth(handler.types);
    const asWide = old.findIndex((each) => breadth(each.types) >= width);
    if (asWide !== -1) old.splice(asWide, 1);
    else if (old.length > 0) {
      return [
        {
          code: "SCOPE_EXCEPTION_SWALLOWED",
          path: file.path,
          detail: `Line ${handler.line} of ${file.path} catches more than before: \`${handler.text.slice(0, 80)}\`. Keep the specific exception.`,
        },
      ];
    }
  }
  return [];
}

function handlersIn(statements: readonly Statement[]): Handler[] {
  const found: Handler[] = [];
  for (const { statement } of walk(statements)) {
    const { text, startLine: line, endLine } = statement;
    const except = /^except\b\*?\s*(.*?)(?:\s+as\s+\w+)?$/.exec(text);
    if (except) found.push({ types: typesIn(except[1] ?? ""), line, endLine, manner: mannerOf(statement.body), text });
    const suppress = /^(?:async )?with\b.*?\bsuppress\((.*)\)/.exec(text);
    if (suppress) found.push({ types: typesIn(suppress[1] ?? ""), line, endLine, manner: "swallows", text });
    const entered = /\benter_context\((?:\w+\.)*suppress\((.*?)\)\)/.exec(text);
    if (entered) found.push({ types: typesIn(entered[1] ?? ""), line, endLine, manner: "swallows", text });
  }
  return found;
}

function mannerOf(body: readonly Statement[]): Handler["manner"] {
  const flat = body.every((statement) => statement.body.length === 0);
  if (flat && body.every((statement) => DOES_NOTHING.test(statement.text))) return "swallows";
  return flat && body.every((statement) => CONSTANT.test(statement.text) || DOES_NOTHING.test(statement.text))
    ? "quiet"
    : "acts";
}
