import type { LineRange } from "../task.ts";
import { indentOf } from "./indentation.ts";
import type { Block, Outline } from "./outline.ts";

/** A statement or the header of a compound one, on one line or more. 1-based, inclusive. */
interface LogicalLine extends LineRange {
  readonly indent: number;
  readonly text: string;
}

interface OpenBlock {
  readonly kind: Block["kind"];
  readonly indent: number;
  readonly start: number;
  readonly headerEnd: number;
}

/** The outline of Python code, by its tokens and its indentation. `lines` without their line ends. */
export function pythonOutline(lines: readonly string[]): Outline {
  const blocks: Block[] = [];
  const imports: LineRange[] = [];
  const definitions = new Map<string, LineRange>();
  const open: OpenBlock[] = [];
  let decorators: number | undefined;
  let lastEnd = 0;
  const closeFrom = (indent: number) => {
    for (let block = open.at(-1); block && block.indent >= indent; block = open.at(-1)) {
      blocks.push({
        kind: block.kind,
        start: block.start,
        headerEnd: block.headerEnd,
        end: Math.max(lastEnd, block.headerEnd),
      });
      open.pop();
    }
  };
  for (const line of logicalLines(lines)) {
    closeFrom(line.indent);
    const { start, end, text } = line;
    const isTopLevel = open.every((block) => block.kind === "block");
    const named = /^(?:async\s+)?(def|class)\s+(\w+)/.exec(text);
    const from = decorators ?? start;
    if (text.startsWith("@")) decorators ??= start;
    else decorators = undefined;
    if (named) {
      const kind = named[1] === "class" ? "class" : "function";
      open.push({ kind, indent: line.indent, start: from, headerEnd: end });
      if (isTopLevel && named[2]) definitions.set(named[2], { start: from, end });
    } else if (line.indent === 0 && /^(?:if|for|while|with|try|match|async)\b/.test(text)) {
      open.push({ kind: "block", indent: 0, start, headerEnd: end });
    } else if (isTopLevel && /^(?:import|from)\s/.test(text)) imports.push({ start, end });
    else if (isTopLevel) {
      const name = /^(\w+)\s*(?::[^=]*)?=(?!=)/.exec(text)?.[1];
      if (name && !definitions.has(name)) definitions.set(name, { start, end });
    }
    lastEnd = end;
  }
  closeFrom(0);
  return { blocks: blocks.sort((a, b) => a.start - b.start || b.end - a.end), imports, definitions };
}

function* logicalLines(lines: readonly string[]): Generator<LogicalLine> {
  let at = 0;
  while (at < lines.length) {
    const first = lines[at] ?? "";
    const text = first.trimStart();
    if (text === "" || text.startsWith("#")) {
      at++;
      continue;
    }
    const end = endOfLogicalLine(lines, at);
    yield { start: at + 1, end: end + 1, indent: indentOf(first), text };
    at = end + 1;
  }
}

const SPECIAL = /[#'"()[\]{}\\]/g;
/** A line that can only begin a statement, so that a bracket left open by mistake does not swallow the rest of the file. */
const BEGINS_STATEMENT = /^(?:def|class|async\s+def|import|from\s+\S+\s+import)\s/;

/** The 0-based line on which the statement that starts at line `from` ends. */
function endOfLogicalLine(lines: readonly string[], from: number): number {
  let depth = 0;
  let triple: string | undefined;
  for (let at = from; at < lines.length; at++) {
    const line = lines[at] ?? "";
    if (at > from && triple === undefined && depth > 0 && BEGINS_STATEMENT.test(line)) return at - 1;
    let continues = false;
    let column = 0;
    while (column < line.length) {
      if (triple !== undefined) {
        const closing = endOfString(line, column, triple);
        if (closing === undefined) break;
        column = closing;
        triple = undefined;
        continue;
      }
      SPECIAL.lastIndex = column;
      const found = SPECIAL.exec(line);
      if (!found || found[0] === "#") break;
      const character = found[0];
      column = found.index + 1;
      if (character === "\\") continues = column === line.length;
      else if (character === '"' || character === "'") {
        const isTriple = line.startsWith(character.repeat(3), found.index);
        const closing = endOfString(line, isTriple ? column + 2 : column, isTriple ? character.repeat(3) : character);
        if (closing !== undefined) column = closing;
        else if (isTriple) {
          triple = character.repeat(3);
          break;
        } else {
          continues = line.endsWith("\\");
          break;
        }
      } else depth = "([{".includes(character) ? depth + 1 : Math.max(0, depth - 1);
    }
    if (triple === undefined && depth === 0 && !continues) return at;
  }
  return lines.length - 1;
}

/** The column after the closing quotes of a string whose text starts at `from`; undefined if they are not on this line. */
function endOfString(line: string, from: number, quotes: string): number | undefined {
  let backslash = line.indexOf("\\", from);
  let closing = line.indexOf(quotes, from);
  while (closing !== -1 && backslash !== -1 && backslash < closing) {
    const afterEscape = backslash + 2;
    if (closing < afterEscape) closing = line.indexOf(quotes, afterEscape);
    backslash = line.indexOf("\\", afterEscape);
  }
  return closing === -1 ? undefined : closing + quotes.length;
}
