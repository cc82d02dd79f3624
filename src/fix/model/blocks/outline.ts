import type { LineRange } from "../task.ts";

/** A function, a class or another block of lines that belong together. All lines 1-based and inclusive. */
export interface Block extends LineRange {
  readonly kind: "function" | "class" | "block";
  /** The last line of what introduces the block: its decorators, its name, its parameters. It starts at `start`. */
  readonly headerEnd: number;
}

/** How a source file is built, as far as it can be seen without a parser. Wrong guesses only cost context. */
export interface Outline {
  /** In the order of their first lines; an outer block comes before those inside it. */
  readonly blocks: readonly Block[];
  /** Imports at the top level. */
  readonly imports: readonly LineRange[];
  /** Names of the top level and where they are defined; of functions and classes the header only. */
  readonly definitions: ReadonlyMap<string, LineRange>;
}

/** The blocks that hold a line, innermost first. */
export function enclosing(outline: Outline, line: number): Block[] {
  return outline.blocks.filter((block) => block.start <= line && line <= block.end).reverse();
}
