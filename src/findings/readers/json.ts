import { excerpt, inputError } from "./input-error.ts";
import { jsonFault } from "./json-fault.ts";

const HINT =
  "Pass the report as the analyzer wrote it: JSON of Ruff (`--output-format json`), ESLint (`--format json`) or Semgrep (`--json`), SARIF 2.1.0, or schemas/findings.v1.json.";

/**
 * What a report's text says: one JSON document, or JSON lines (an array of them then). Throws `PatchProError("input")`
 * with the line and column (1-based, UTF-16) where the text stops being JSON.
 */
export function parseJson(text: string, source: string): unknown {
  if (text.trim() === "")
    throw inputError(source, "", "the file is empty", `${HINT} Did the analyzer fail before it wrote anything?`);
  if (text.includes("\0")) throw inputError(source, "", "the file is binary, not text", HINT);
  try {
    return JSON.parse(text);
  } catch {
    return parseJsonLines(text) ?? refuse(text, source);
  }
}

/** JSON lines: every line that is not blank is an object. Undefined if the text is something else. */
function parseJsonLines(text: string): unknown[] | undefined {
  if (!/^\s*\{.*\}\s*\n/.test(text)) return undefined;
  const values: unknown[] = [];
  for (const line of text.split("\n")) {
    if (line.trim() === "") continue;
    try {
      values.push(JSON.parse(line));
    } catch {
      return undefined;
    }
  }
  return values;
}

function refuse(text: string, source: string): never {
  const format = otherFormat(text);
  if (format) throw inputError(source, "1:1", `this looks like ${format}, not JSON`, HINT);
  const offset = faultOffset(text);
  const before = text.slice(0, offset).split("\n");
  const place = `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
  if (offset >= text.trimEnd().length)
    throw inputError(source, place, "the JSON ends too early", "The file is cut off: make the report again.");
  throw inputError(source, place, `not JSON: found ${JSON.stringify(excerpt(text.slice(offset), 20))}`, HINT);
}

/** In JSON lines, the fault is in the first line that is not a document of its own. */
function faultOffset(text: string): number {
  const fault = jsonFault(text) ?? text.length;
  const firstLine = text.indexOf("\n") + 1;
  const looksLikeLines = firstLine > 0 && text[fault] === "{" && jsonFault(text.slice(0, firstLine)) === undefined;
  if (!looksLikeLines) return fault;
  let start = 0;
  for (const line of text.split("\n")) {
    const inLine = line.trim() === "" ? undefined : jsonFault(line);
    if (inLine !== undefined) return start + inLine;
    start += line.length + 1;
  }
  return fault;
}

function otherFormat(text: string): string | undefined {
  const start = text.trimStart().slice(0, 200);
  if (/^<\?xml|^<(?:checkstyle|testsuites?|results|BugCollection|!DOCTYPE)\b/i.test(start)) return "XML";
  if (/^(?:diff --git|--- \S)/.test(start)) return "a diff";
  if (/^\S+:\d+:(?:\d+:)? \S/.test(start)) return "a tool's text output";
  return undefined;
}
