/** What differs between languages with braces, as far as finding their brackets needs it. */
export interface BraceSyntax {
  /** `'` opens a string of any length (JavaScript, PHP) and not only a character or a lifetime (C, Rust). */
  readonly singleQuotedStrings: boolean;
  /** A backtick string may hold `${…}` (JavaScript) or is raw (Go); absent where a backtick is nothing. */
  readonly backticks?: "template" | "raw";
  readonly regexLiterals: boolean;
  readonly hashComments: boolean;
  /** `"""` opens a string over several lines (Java, Kotlin, Swift, C#). */
  readonly tripleQuotes: boolean;
}

/** A bracket or a semicolon outside of strings and comments. */
export interface CodeMark {
  readonly character: string;
  /** UTF-16 offset. */
  readonly offset: number;
}

const BEFORE_REGEX =
  /(?:^|[=(,;:!&|?{}[+\-*%<>~^]|\b(?:return|typeof|case|in|of|do|else|void|delete|throw|await|yield|new))$/;

const SPECIAL = /["'`#/{}()[\];]/g;

/** Brackets and semicolons of a text in order, with strings, comments and regular expressions skipped. */
export function* codeMarks(text: string, syntax: BraceSyntax): Generator<CodeMark> {
  /** Open `${` of template strings: how many braces were open inside each. */
  const templates: number[] = [];
  let at = 0;
  const until = (needle: string, from: number) => {
    const found = text.indexOf(needle, from);
    return found === -1 ? text.length : found + needle.length;
  };
  for (;;) {
    SPECIAL.lastIndex = at;
    const found = SPECIAL.exec(text);
    if (!found) return;
    const character = found[0];
    at = found.index;
    const next = text[at + 1];
    if (character === "/" && next === "/") at = endOfLine(text, at);
    else if (character === "/" && next === "*") at = until("*/", at + 2);
    else if (character === "#" && syntax.hashComments) at = endOfLine(text, at);
    else if (character === '"' && syntax.tripleQuotes && text.startsWith('"""', at)) at = until('"""', at + 3);
    else if (character === '"') at = endOfQuoted(text, at, '"');
    else if (character === "'") at = syntax.singleQuotedStrings ? endOfQuoted(text, at, "'") : endOfCharacter(text, at);
    else if (character === "`" && syntax.backticks === "raw") at = until("`", at + 1);
    else if (character === "`" && syntax.backticks === "template") at = template(at + 1);
    else if (
      character === "/" &&
      syntax.regexLiterals &&
      BEFORE_REGEX.test(text.slice(Math.max(0, at - 40), at).trimEnd())
    )
      at = endOfRegex(text, at);
    else if (character === "}" && templates.at(-1) === 0) {
      templates.pop();
      at = template(at + 1);
    } else {
      const depth = templates.at(-1);
      if (depth !== undefined && character === "{") templates[templates.length - 1] = depth + 1;
      if (depth !== undefined && character === "}") templates[templates.length - 1] = depth - 1;
      if ("{}()[];".includes(character)) yield { character, offset: at };
      at++;
    }
  }

  function template(from: number): number {
    for (let i = from; i < text.length; i++) {
      if (text[i] === "\\") i++;
      else if (text[i] === "`") return i + 1;
      else if (text[i] === "$" && text[i + 1] === "{") {
        templates.push(0);
        return i + 2;
      }
    }
    return text.length;
  }
}

function endOfLine(text: string, from: number): number {
  for (let at = from; at < text.length; at++) if (text[at] === "\n" || text[at] === "\r") return at;
  return text.length;
}

/** After the closing quote, or at the end of the line where there is none. */
function endOfQuoted(text: string, from: number, quote: string): number {
  for (let at = from + 1; at < text.length; at++) {
    const character = text[at];
    if (character === "\\") at++;
    else if (character === quote) return at + 1;
    else if (character === "\n" || character === "\r") return at;
  }
  return text.length;
}

function endOfCharacter(text: string, from: number): number {
  return from + (/^'(?:\\[^\n]{1,8}?|[^\\'\n])'/.exec(text.slice(from, from + 12))?.[0].length ?? 1);
}

function endOfRegex(text: string, from: number): number {
  let inClass = false;
  for (let at = from + 1; at < text.length; at++) {
    const character = text[at];
    if (character === "\\") at++;
    else if (character === "[") inClass = true;
    else if (character === "]") inClass = false;
    else if (character === "\n") return from + 1;
    else if (character === "/" && !inClass) return at + 1;
  }
  return from + 1;
}

const NOT_CODE = /(?:\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/y;

/** The offset of the first code at or after `from`, with white space and comments skipped. */
export function nextCode(text: string, from: number): number {
  NOT_CODE.lastIndex = from;
  NOT_CODE.test(text);
  return NOT_CODE.lastIndex;
}
