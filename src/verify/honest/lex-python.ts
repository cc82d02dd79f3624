import type { Segment } from "./view.ts";

const INTERESTING = /[#"']/g;
const PREFIX = /(?<![\w\u0080-\uffff])(?:[rbfut]|rb|br|fr|rf|tr|rt)$/i;

/**
 * Comments and strings of a Python text, in order. Knows prefixes, triple quotes and f-strings with nested quotes
 * (PEP 701); an f-string is one string. Text that does not parse gives a best effort.
 */
export function lexPython(text: string): Segment[] {
  const segments: Segment[] = [];
  const interesting = new RegExp(INTERESTING);
  for (let match = interesting.exec(text); match; match = interesting.exec(text)) {
    const at = match.index;
    if (match[0] === "#") {
      interesting.lastIndex = endOfLine(text, at);
      segments.push({ kind: "comment", start: at, end: interesting.lastIndex });
    } else {
      const prefix = PREFIX.exec(text.slice(Math.max(0, at - 3), at))?.[0] ?? "";
      interesting.lastIndex = endOfString(text, at, /[ft]/i.test(prefix));
      segments.push({ kind: "string", start: at - prefix.length, end: interesting.lastIndex });
    }
  }
  return segments;
}

/** The offset after the string whose quote stands at `quoteAt`; an open single-line string ends with its line. */
function endOfString(text: string, quoteAt: number, formatted: boolean): number {
  const quote = text.startsWith((text[quoteAt] ?? "").repeat(3), quoteAt)
    ? text.slice(quoteAt, quoteAt + 3)
    : (text[quoteAt] ?? "");
  if (formatted) {
    const end = endOfFormatted(text, quoteAt + quote.length, quote);
    if (end !== undefined) return end;
  }
  return endOfPlain(text, quoteAt + quote.length, quote);
}

function endOfPlain(text: string, from: number, quote: string): number {
  const stop = quote.length === 1 ? /[\\\n"']/g : /[\\"']/g;
  stop.lastIndex = from;
  for (let match = stop.exec(text); match; match = stop.exec(text)) {
    if (match[0] === "\\") stop.lastIndex++;
    else if (match[0] === "\n") return match.index;
    else if (text.startsWith(quote, match.index)) return match.index + quote.length;
  }
  return text.length;
}

function endOfFormatted(text: string, from: number, quote: string): number | undefined {
  for (let at = from; at < text.length; at++) {
    const char = text[at];
    if (char === "\\") at++;
    else if (char === "\n" && quote.length === 1) return undefined;
    else if (char === quote[0] && text.startsWith(quote, at)) return at + quote.length;
    else if (char === "{" && text[at + 1] === "{") at++;
    else if (char === "{") {
      const end = endOfReplacement(text, at + 1);
      if (end === undefined) return undefined;
      at = end - 1;
    }
  }
  return undefined;
}

/** The offset after the `}` that closes a replacement field of an f-string. */
function endOfReplacement(text: string, from: number): number | undefined {
  let depth = 0;
  let inFormat = false;
  for (let at = from; at < text.length; at++) {
    const char = text[at] ?? "";
    if (char === "}" && depth === 0) return at + 1;
    if (inFormat) {
      if (char !== "{") continue;
      const end = endOfReplacement(text, at + 1);
      if (end === undefined) return undefined;
      at = end - 1;
    } else if ("([{".includes(char)) depth++;
    else if (")]}".includes(char)) depth--;
    else if (char === ":" && depth === 0) inFormat = true;
    else if (char === '"' || char === "'") at = endOfString(text, at, /[ft]/i.test(text[at - 1] ?? "")) - 1;
    else if (char === "#") at = endOfLine(text, at) - 1;
    if (depth < 0) return undefined;
  }
  return undefined;
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end === -1 ? text.length : end;
}
