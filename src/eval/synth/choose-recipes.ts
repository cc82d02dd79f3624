import { PatchProError } from "../../domain/errors.ts";
import { RECIPES, type Recipe } from "./recipes/all.ts";
import type { SynthLanguage } from "./recipes/recipe.ts";

/** What narrows the recipes; everything if empty. */
export interface RecipeWish {
  /** Names of recipes (`F401-alias`), rules (`F401`) or families (`imports`), without regard to case. */
  readonly names: readonly string[];
  readonly language?: SynthLanguage;
}

/** The recipes that fit, in their fixed order. Throws `PatchProError("usage")` for a name that is none, and if nothing is left. */
export function chooseRecipes({ names, language }: RecipeWish): Recipe[] {
  const wanted = names.map((name) => name.toLowerCase());
  const called = (recipe: Recipe): string[] =>
    [recipe.name, recipe.rule, recipe.family].map((one) => one.toLowerCase());
  const unknown = wanted.find((name) => !RECIPES.some((recipe) => called(recipe).includes(name)));
  if (unknown !== undefined)
    throw new PatchProError(
      "usage",
      `there is no recipe, rule or family "${unknown}"`,
      "`patchpro eval synth --recipes` lists them.",
    );
  const spoken = language === "typescript" ? "javascript" : language;
  const chosen = RECIPES.filter(
    (recipe) =>
      (wanted.length === 0 || called(recipe).some((name) => wanted.includes(name))) &&
      (spoken === undefined || recipe.language === spoken),
  );
  if (chosen.length === 0)
    throw new PatchProError("usage", `none of these recipes is for ${language}`, "Take --language or --recipe out.");
  return chosen;
}

/** The recipes as lines for a person, by family. */
export function recipeList(recipes: readonly Recipe[]): string {
  const lines = [...Map.groupBy(recipes, ({ family }) => family)].map(
    ([family, own]) => `${family} (${own.length}): ${own.map(({ name }) => name).join(", ")}`,
  );
  const rules = new Set(recipes.map(({ rule }) => rule)).size;
  return `${lines.join("\n")}\n\n${recipes.length} recipes for ${rules} rules\n`;
}
