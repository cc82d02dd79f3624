import { BUGBEAR } from "./bugbear.ts";
import { COMPARISONS } from "./comparisons.ts";
import { COMPREHENSIONS } from "./comprehensions.ts";
import { DOCSTRINGS } from "./docstrings.ts";
import { EXCEPTIONS } from "./exceptions.ts";
import { IMPORTS } from "./imports.ts";
import { MULTI_LINE } from "./multi-line.ts";
import { PATHS } from "./paths.ts";
import type { PythonRecipe } from "./recipe.ts";
import { SECURITY } from "./security.ts";
import { SIMPLIFY } from "./simplify.ts";
import { UNUSED } from "./unused.ts";
import { UPGRADE } from "./upgrade.ts";
import { WHITESPACE } from "./whitespace.ts";

/** Every recipe for Python, in a fixed order: findings of a seed follow from it. */
export const PYTHON_RECIPES: readonly PythonRecipe[] = [
  ...IMPORTS,
  ...UNUSED,
  ...DOCSTRINGS,
  ...MULTI_LINE,
  ...COMPARISONS,
  ...EXCEPTIONS,
  ...WHITESPACE,
  ...BUGBEAR,
  ...COMPREHENSIONS,
  ...UPGRADE,
  ...SIMPLIFY,
  ...PATHS,
  ...SECURITY,
];
