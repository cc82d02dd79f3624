import type { Random } from "./random.ts";
import type { RecipeFacts, SynthLanguage } from "./recipes/recipe.ts";
import type { Dimensions, Oracle } from "./record.ts";

/** A finding that no analyzer has confirmed yet. */
export interface Draft {
  readonly recipe: RecipeFacts;
  readonly language: SynthLanguage;
  /** File name without folders. */
  readonly file: string;
  readonly before: string;
  readonly after: string;
  readonly dimensions: Dimensions;
  readonly oracle?: Oracle;
}

/** What was drawn for a text, and what can be counted in it. */
export function dimensionsOf(before: string, drawn: Omit<Dimensions, "size" | "lines" | "unicode">): Dimensions {
  const lines = before.split("\n").length - (before.endsWith("\n") ? 1 : 0);
  return {
    nesting: drawn.nesting,
    size: lines <= 30 ? "small" : lines <= 100 ? "medium" : "large",
    lines,
    hunks: drawn.hunks,
    neighbours: drawn.neighbours,
    lineEnds: drawn.lineEnds,
    indentation: drawn.indentation,
    bom: drawn.bom,
    unicode: /[^\u0000-\u007f\ufeff]/.test(before),
    finalNewline: drawn.finalNewline,
  };
}

/** How many other pieces stand around a violation: most files are small or of a middling size. */
export function drawNeighbourhood(random: Random): number {
  const roll = random.below(100);
  if (roll < 30) return random.between(0, 1);
  if (roll < 80) return random.between(2, 6);
  return random.between(7, 24);
}
