import { ESLINT } from "./eslint.ts";
import { PYTHON_RECIPES } from "./python.ts";
import type { PythonRecipe } from "./recipe.ts";
import type { ScriptRecipe } from "./script.ts";

export type Recipe = PythonRecipe | ScriptRecipe;

/** Every recipe, in a fixed order: findings of a seed follow from it. */
export const RECIPES: readonly Recipe[] = [...PYTHON_RECIPES, ...ESLINT];
