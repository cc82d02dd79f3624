import type { Segment } from "./view.ts";

/** What differs between languages with `//` and C-style strings. */
export interface CLikeOptions {
  /** Regular expressions and template literals, as in JavaScript. */
  readonly javascript: boolean;
}

/** Words after which `/` starts a regular expression and a quote starts a string. */
const BEFORE_EXPRESSION = new Set(
  "return typeof case do else in of instanceof new delete void throw yield await default import from export as extends".split(
    " ",
  ),
);
const WORD = /[\w$\u0080-\uffff]+/y;

/**
 * Comments, strings and regular expressions of a text, in order. In JSX text an apostrophe may look like a quote: a string
 * cannot start right after a word, and one that its line does not close is taken for plain text.
 */
export function lexCLike(text: string, options: CLikeOptions): Segment[] {
  const segments: Segment[] = [];
  /** Depth of braces at which each open `${` of a template literal ends. */
  const templates: number[] = [];
  let depth = 0;
  let at = 0;
  let last = "";
  const push = (kind: Segment["kind"], end: number) => {
    segments.push({ kind, start: at, end });
    at = end;
    if (kind === "string") last = '"';
  };
  const pushTemplate = () => {
    const end = endOfTemplateChunk(text, at + 1);
    if (text.startsWith("${", end - 2) && text[end - 1] === "{") templates.push(depth++);
    push("string", end);
  };
  while (at < text.length) {
    const char = text[at] ?? "";
    const next = text[at + 1];
    if (char === "/" && next === "/") push("comment", endOfLine(text, at));
    else if (char === "/" && next === "*") push("comment", endOfBlock(text, at));
    else if (char === "#" && at === 0 && next === "!") push("comment", endOfLine(text, at));
    else if (char === "`" && options.javascript) pushTemplate();
    else if (char === "`") push("string", endOfRaw(text, at));
    else if (char === "}" && options.javascript && templates.at(-1) === depth - 1) {
      templates.pop();
      depth--;
      pushTemplate();
    } else if ((char === '"' || char === "'") && !(isWord(text[at - 1]) && endsOperand(last))) {
      const end = endOfString(text, at, char);
      if (end === undefined) at++;
      else push("string", end);
    } else if (char === "/" && options.javascript && next !== ">" && !endsOperand(last)) {
      const end = endOfRegularExpression(text, at);
      if (end === undefined) at++;
      else push("string", end);
    } else if (isWord(char)) {
      WORD.lastIndex = at;
      last = WORD.exec(text)?.[0] ?? char;
      at += last.length;
    } else {
      if (char === "{") depth++;
      if (char === "}") depth--;
      if (char > " ") last = char;
      at++;
    }
  }
  return segments;
}

/** Whether a `/` after this token divides, and a quote right after it is an apostrophe. */
function endsOperand(last: string): boolean {
  return isWord(last.at(-1)) ? !BEFORE_EXPRESSION.has(last) : last !== "" && ')]}<"'.includes(last);
}

function isWord(char: string | undefined): boolean {
  if (char === undefined) return false;
  const code = char.charCodeAt(0);
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 48 && code <= 57) ||
    code === 95 ||
    code === 36 ||
    code >= 128
  );
}

function endOfString(text: string, from: number, quote: string): number | undefined {
  for (let at = from + 1; at < text.length; at++) {
    const char = text[at];
    if (char === "\\") at += text[at + 1] === "\r" ? 2 : 1;
    else if (char === quote) return at + 1;
    else if (char === "\n") return undefined;
  }
  return undefined;
}

/** The offset after a template literal's closing backtick or after its next `${`. */
function endOfTemplateChunk(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const char = text[at];
    if (char === "\\") at++;
    else if (char === "`") return at + 1;
    else if (char === "$" && text[at + 1] === "{") return at + 2;
  }
  return text.length;
}

function endOfRegularExpression(text: string, from: number): number | undefined {
  let inClass = false;
  for (let at = from + 1; at < text.length; at++) {
    const char = text[at];
    if (char === "\n") return undefined;
    if (char === "\\") at++;
    else if (char === "[") inClass = true;
    else if (char === "]") inClass = false;
    else if (char === "/" && !inClass) return at + 1;
  }
  return undefined;
}

function endOfRaw(text: string, from: number): number {
  const end = text.indexOf("`", from + 1);
  return end === -1 ? text.length : end + 1;
}

function endOfBlock(text: string, from: number): number {
  const end = text.indexOf("*/", from + 2);
  return end === -1 ? text.length : end + 2;
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end === -1 ? text.length : end;
}
