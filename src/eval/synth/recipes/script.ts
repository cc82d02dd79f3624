import { hostedScript, SCRIPT_NESTINGS, type ScriptBody } from "../script/host.ts";
import type { ScriptPiece } from "../script/module.ts";
import type { Words } from "../words/words.ts";
import type { RecipeFacts } from "./recipe.ts";

/** A way to break clean JavaScript in exactly one place. */
export interface ScriptRecipe extends RecipeFacts {
  readonly language: "javascript";
  readonly inject: (w: Words) => { readonly nesting: string; readonly piece: ScriptPiece };
}

/** A violation of one of ESLint's own rules inside of a function of any kind. `name`: the rule, and after `/` what is special. */
export function inScript(name: string, body: (w: Words) => ScriptBody, keepsBehaviour = true): ScriptRecipe {
  return {
    name: `eslint-${name.replace("/", "-")}`,
    rule: name.split("/")[0] ?? name,
    family: "eslint",
    language: "javascript",
    keepsBehaviour,
    ignore: [],
    inject: (w) => {
      const nesting = w.chance(30) ? "function" : w.pick(SCRIPT_NESTINGS);
      return { nesting, piece: hostedScript(body(w), nesting, w) };
    },
  };
}
