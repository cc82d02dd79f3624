import { type LineEnds, LineIndex } from "../../../patch/lines.ts";
import type { BraceSyntax } from "./brace-scanner.ts";
import { braceOutline } from "./braces.ts";
import { indentationOutline } from "./indentation.ts";
import type { Outline } from "./outline.ts";
import { pythonOutline } from "./python.ts";

const C: BraceSyntax = { singleQuotedStrings: false, regexLiterals: false, hashComments: false, tripleQuotes: false };
const JAVASCRIPT: BraceSyntax = { ...C, singleQuotedStrings: true, backticks: "template", regexLiterals: true };
const JVM: BraceSyntax = { ...C, tripleQuotes: true };
const PHP: BraceSyntax = { ...C, singleQuotedStrings: true, hashComments: true };

const BRACES: Readonly<Record<string, BraceSyntax>> = {
  ...record("js jsx mjs cjs ts tsx mts cts vue svelte", JAVASCRIPT),
  ...record("c h cc cpp cxx hpp hh m mm rs css scss less proto", C),
  ...record("java kt kts scala swift cs groovy dart", JVM),
  go: { ...C, backticks: "raw" },
  php: PHP,
};

/** The outline of a file, by what its extension says about its language. `lines`: the text's lines without their ends. */
export function outlineOf(path: string, text: string, lines: readonly string[], lineEnds: LineEnds): Outline {
  const extension = /\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? "";
  if (/^(?:py|pyi|pyw)$/.test(extension)) return pythonOutline(lines);
  const syntax = Object.hasOwn(BRACES, extension) ? BRACES[extension] : undefined;
  return syntax ? braceOutline(text, new LineIndex(text, lineEnds), syntax) : indentationOutline(lines);
}

function record(extensions: string, syntax: BraceSyntax): Record<string, BraceSyntax> {
  return Object.fromEntries(extensions.split(" ").map((extension) => [extension, syntax]));
}
