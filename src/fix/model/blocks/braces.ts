import type { LineIndex } from "../../../patch/lines.ts";
import type { LineRange } from "../task.ts";
import { type BraceSyntax, codeMarks, nextCode } from "./brace-scanner.ts";
import type { Block, Outline } from "./outline.ts";

const LONGEST_HEADER = 12;
const HEADER_TEXT = 600;

interface OpenBracket {
  readonly character: string;
  readonly kind: Block["kind"];
  readonly start: number;
  readonly headerEnd: number;
}

/** The outline of code with braces. `index` counts lines as the caller does. */
export function braceOutline(text: string, index: LineIndex, syntax: BraceSyntax): Outline {
  const blocks: Block[] = [];
  const open: OpenBracket[] = [];
  /** For each line whether it starts outside of every bracket. */
  const outside = new Set<number>();
  let seen = 0;
  /** Where the current statement may start: after the last brace or semicolon. */
  let boundary = 0;
  for (const { character, offset } of codeMarks(text, syntax)) {
    const line = index.lineAt(offset);
    for (; seen < line; seen++) if (open.length === 0) outside.add(seen + 1);
    if (character === ";") {
      if (open.at(-1)?.character !== "(") boundary = offset + 1;
    } else if (character === "{") {
      const from = Math.min(nextCode(text, boundary), offset);
      const start = Math.max(index.lineAt(from), line - LONGEST_HEADER + 1);
      open.push({
        character,
        kind: kindOf(text.slice(Math.max(from, offset - HEADER_TEXT), offset)),
        start,
        headerEnd: line,
      });
      boundary = offset + 1;
    } else if (character === "}") {
      close("{", line);
      boundary = offset + 1;
    } else if (character === "(" || character === "[") {
      open.push({ character, kind: "block", start: line, headerEnd: line });
    } else if (character === ")" || character === "]") close(character === ")" ? "(" : "[", line);
  }
  for (; seen < index.lineCount; seen++) if (open.length === 0) outside.add(seen + 1);
  return { blocks: blocks.sort((a, b) => a.start - b.start || b.end - a.end), ...topLevel(index, outside) };

  function close(character: string, line: number): void {
    const at = open.findLastIndex((each) => each.character === character);
    if (at === -1 || (character !== "{" && at !== open.length - 1)) return;
    const bracket = open[at];
    open.length = at;
    if (bracket && character === "{" && line > bracket.start) {
      blocks.push({ kind: bracket.kind, start: bracket.start, headerEnd: bracket.headerEnd, end: line });
    }
  }
}

const CONTROL =
  /^\s*(?:if|else|for|foreach|while|switch|do|try|catch|finally|with|match|loop|using|lock|synchronized|case|default|unless)\b/;
const CLASS =
  /\b(?:class|interface|namespace|module|struct|enum|impl|trait|object|extension|protocol|record)\s+[\w$<'&]/;
const FUNCTION =
  /\b(?:function|func|fn|fun)\b|=>\s*$|\)\s*(?::[^;]*|->[^;]*|throws\s[^;]*|where\s[^;]*|const|noexcept|override|final|async)*\s*$/;

function kindOf(header: string): Block["kind"] {
  if (CONTROL.test(header)) return "block";
  if (CLASS.test(header) && !/=>|\bfunction\b/.test(header)) return "class";
  return FUNCTION.test(header) ? "function" : "block";
}

const IMPORT =
  /^\s*(?:import\b|export\s+(?:type\s+)?(?:\*|\{).*\bfrom\b|(?:const|let|var)\s+[\w${},:\s]+=\s*require\(|#\s*include\b|using\s+[\w.]+\s*;|use\s+[\w:\\{]|package\s|extern\s+crate\b)/;
const DEFINITION =
  /^\s*(?:export\s+)?(?:default\s+)?(?:declare\s+)?(?:pub(?:\([^)]*\))?\s+|public\s+|static\s+|abstract\s+)*(?:async\s+)?(?:const|let|var|val|function\*?|class|interface|type|enum|func|fn|struct|trait|static)\s+(?:mut\s+)?([\w$]+)/;

/** Imports and definitions among the statements that start outside of all brackets. */
function topLevel(index: LineIndex, outside: ReadonlySet<number>): Pick<Outline, "imports" | "definitions"> {
  const imports: LineRange[] = [];
  const definitions = new Map<string, LineRange>();
  for (const start of outside) {
    const text = index.text.slice(index.start(start), Math.min(index.contentEnd(start), index.start(start) + 300));
    let end = start;
    while (end < index.lineCount && !outside.has(end + 1)) end++;
    if (IMPORT.test(text)) imports.push({ start, end });
    else {
      const name = DEFINITION.exec(text)?.[1];
      const isBody =
        /\{\s*$/.test(text) && !/^\s*(?:export\s+)?(?:declare\s+)?(?:interface|type|enum|const)\b/.test(text);
      if (name !== undefined && !definitions.has(name)) definitions.set(name, { start, end: isBody ? start : end });
    }
  }
  return { imports, definitions };
}
