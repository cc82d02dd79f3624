import type { Language } from "./language.ts";
import { lexCLike } from "./lex-c-like.ts";
import { lexPython } from "./lex-python.ts";
import { type Segment, type View, viewOf } from "./view.ts";

const HASH = /(?:^|(?<=\s))#[^\n]*|"(?:\\.|[^"\\\n])*"|'[^'\n]*'/gm;
const MARKUP = /<!--[\s\S]*?-->|\/\*[\s\S]*?\*\/|(?<!:)\/\/[^\n]*/g;

/** The view of a text in a language. Where the language is not known, everything counts as a comment: caution wins. */
export function lex(text: string, language: Language): View {
  return viewOf(text, segmentsOf(text, language));
}

function segmentsOf(text: string, language: Language): Segment[] {
  switch (language) {
    case "python":
      return lexPython(text);
    case "javascript":
      return lexCLike(text, { javascript: true });
    case "json":
    case "c-like":
      return lexCLike(text, { javascript: false });
    case "hash":
      return segmentsMatching(text, HASH);
    case "markup":
      return segmentsMatching(text, MARKUP);
    case "unknown":
      return [{ kind: "comment", start: 0, end: text.length }];
  }
}

function segmentsMatching(text: string, pattern: RegExp): Segment[] {
  return Array.from(text.matchAll(pattern), (match) => ({
    kind: /^["']/.test(match[0]) ? "string" : "comment",
    start: match.index,
    end: match.index + match[0].length,
  }));
}
