import type { Block, Outline } from "./outline.ts";

/** The width of a line's leading white space; a tab goes on to the next multiple of eight. */
export function indentOf(line: string): number {
  let width = 0;
  for (const character of line) {
    if (character === " ") width++;
    else if (character === "\t") width = (Math.floor(width / 8) + 1) * 8;
    else break;
  }
  return width;
}

/** The outline of any text that is indented: a line with deeper lines below it introduces a block. */
export function indentationOutline(lines: readonly string[]): Outline {
  const blocks: Block[] = [];
  const open: { indent: number; line: number }[] = [];
  let last = 0;
  const closeFrom = (indent: number) => {
    for (let top = open.at(-1); top && top.indent >= indent; top = open.at(-1)) {
      if (last > top.line) blocks.push({ kind: "block", start: top.line, headerEnd: top.line, end: last });
      open.pop();
    }
  };
  for (const [at, line] of lines.entries()) {
    if (line.trim() === "") continue;
    const indent = indentOf(line);
    closeFrom(indent);
    open.push({ indent, line: at + 1 });
    last = at + 1;
  }
  closeFrom(0);
  return { blocks: blocks.sort((a, b) => a.start - b.start || b.end - a.end), imports: [], definitions: new Map() };
}
