import { type Draft, dimensionsOf, drawNeighbourhood } from "../draft.ts";
import { drawLayout, laidOut } from "../layout.ts";
import { hunksIn, sideOf } from "../lines.ts";
import { SCRIPT_NEIGHBOURS, withNeighbours } from "../neighbours.ts";
import type { Random } from "../random.ts";
import type { ScriptRecipe } from "../recipes/script.ts";
import { wordsOf } from "../words/words.ts";
import { scriptLines } from "./module.ts";
import { SCRIPT_PIECES } from "./pieces.ts";

/** Languages that ESLint's own parser reads; the TypeScript holds no types. */
export type ScriptLanguage = "javascript" | "typescript";

/** A module with one violation, and the same without. */
export function draftScript(recipe: ScriptRecipe, language: ScriptLanguage, random: Random): Draft {
  const foreign = random.chance(12);
  const newWords = wordsOf(random, foreign);
  const w = newWords();
  const { nesting, piece } = recipe.inject(w);
  const pieces = Array.from({ length: drawNeighbourhood(random) }, () => {
    const own = newWords();
    return own.pick(SCRIPT_PIECES)(own);
  });
  pieces.splice(w.below(pieces.length + 1), 0, piece);
  const comment = `${w.pick(["Work with", "Helpers for", "All about", "Rules for"])} ${w.adjective} ${w.things}.`;
  const { lines, neighbours } = withNeighbours(
    scriptLines(comment, pieces),
    `${w.adjective} ${w.label}`,
    random,
    SCRIPT_NEIGHBOURS,
  );
  const layout = drawLayout(random, "2 spaces");
  const [before, after] = (["before", "after"] as const).map((side) =>
    laidOut(`${sideOf(lines, side).join("\n")}\n`, layout, "2 spaces"),
  );
  const checks = pieces.flatMap(({ checks: own = [] }) => own);
  const program = [
    'import assert from "node:assert/strict";',
    'import { resolve } from "node:path";',
    'import { pathToFileURL } from "node:url";',
    "const subject = await import(pathToFileURL(resolve(process.argv[2])).href);",
    ...checks,
  ].join("\n");
  const extension = language === "typescript" ? "ts" : random.pick(["js", "mjs"]);
  return {
    recipe,
    language,
    file: `${foreign ? "modulo" : w.thing}-${w.adjective}.${extension}`,
    before: before ?? "",
    after: after ?? "",
    dimensions: dimensionsOf(before ?? "", { ...layout, nesting, neighbours, hunks: Math.max(1, hunksIn(lines)) }),
    ...(checks.length > 0 && {
      oracle: { language: "javascript" as const, program: `${program}\n`, passesBefore: recipe.keepsBehaviour },
    }),
  };
}
