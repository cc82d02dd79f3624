import { oneLine, visibleLines } from "./safe-text.ts";

/** A zero-width space: GitHub and GitLab then see no mention, reference or address, and people see no difference. */
const BREAK = "&#8203;";

/**
 * Text from outside as words in Markdown, on one line: no HTML, no formatting but `code`, no link, no mention, no reference.
 * `inTable`: for a cell of a table, where `|` ends the cell even inside of code.
 */
export function words(text: string, inTable = false): string {
  return oneLine(text)
    .split(/(`[^`]+`)/)
    .map((part, at) => (at % 2 === 1 ? code(part.slice(1, -1), inTable) : plainWords(part)))
    .join("");
}

function plainWords(text: string): string {
  return text
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/[\\`*_[\]~|$]/g, "\\$&")
    .replace(/^([-+:])/, "\\$1")
    .replace(/^(\d+)([.)])/, "$1\\$2")
    .replace(/([@#!%$~](?=\w)|\bGH-(?=\d)|\bwww(?=\.)|:(?=\/\/))/gi, `$1${BREAK}`);
}

/** Text from outside as a code span on one line; in a table's cell `|` is escaped, which GitHub wants also in code. */
export function code(text: string, inTable = false): string {
  const line = oneLine(text) || " ";
  const ticks = "`".repeat(longestRun(line) + 1);
  const padding = line.startsWith("`") || line.endsWith("`") ? " " : "";
  const shown = inTable ? line.replaceAll("|", "\\|") : line;
  return `${ticks}${padding}${shown}${padding}${ticks}`;
}

/** A block of code whose fence is longer than any fence inside. Control characters and direction marks are made visible. */
export function codeBlock(text: string, language: string): string {
  const body = visibleLines(text).replace(/\n$/, "");
  const fence = "`".repeat(Math.max(3, longestRun(body) + 1));
  return `${fence}${language}\n${body}\n${fence}`;
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
}
