import type { Line } from "./lines.ts";
import type { Random } from "./random.ts";
import type { Dimensions } from "./record.ts";

/** How a language writes what can stand beside a statement. */
export interface NeighbourWords {
  readonly comment: (words: string) => string;
  readonly statement: (words: string) => string;
  /** Whether nothing can stand before or behind the line: it opens a block, or is a part of something longer. */
  readonly unfit: RegExp;
}

export const PYTHON_NEIGHBOURS: NeighbourWords = {
  comment: (words) => `  # ${words}`,
  statement: (words) => `print("${words}"); `,
  unfit:
    /[:,([{\\]$|"""|^\s*(?:@|async\b|await\b|if\b|elif\b|else\b|for\b|while\b|with\b|def\b|class\b|try\b|except\b|finally\b|import\b|from\b|#|\)|\]|\}|"|')/,
};

export const SCRIPT_NEIGHBOURS: NeighbourWords = {
  comment: (words) => ` // ${words}`,
  statement: (words) => `console.log("${words}"); `,
  unfit: /[^;]$|^\s*(?:\/\/|\)|\]|\}|else\b|case\b|import\b|export\b)/,
};

/** Puts a comment behind, or a statement before, the line that changes, on both sides. Gives what it did. */
export function withNeighbours(
  lines: readonly Line[],
  words: string,
  random: Random,
  style: NeighbourWords,
): { readonly lines: readonly Line[]; readonly neighbours: Dimensions["neighbours"] } {
  const roll = random.below(100);
  const wanted = roll < 12 ? "comment" : roll < 24 ? "statement" : "none";
  const changes = lines.filter((line) => typeof line !== "string");
  const [only] = changes;
  const [before, after] = [only?.before[0], only?.after[0]];
  const fits =
    changes.length === 1 &&
    only?.before.length === 1 &&
    only.after.length === 1 &&
    before !== undefined &&
    after !== undefined &&
    ![before, after].some((line) => style.unfit.test(line) || line.includes("#"));
  if (wanted === "none" || !fits) return { lines, neighbours: "none" };
  const beside = (line: string): string =>
    wanted === "comment"
      ? line + style.comment(words)
      : line.replace(/^\s*/, (blanks) => blanks + style.statement(words));
  return {
    lines: lines.map((line) => (line === only ? { before: [beside(before)], after: [beside(after)] } : line)),
    neighbours: wanted,
  };
}
