import type { SynthAnalyzers } from "../../src/eval/synth/confirm.ts";
import { sideOf } from "../../src/eval/synth/lines.ts";
import { type Module, moduleLines } from "../../src/eval/synth/python/module.ts";
import { randomOf } from "../../src/eval/synth/random.ts";
import { PYTHON_RECIPES } from "../../src/eval/synth/recipes/python.ts";
import type { PythonRecipe } from "../../src/eval/synth/recipes/recipe.ts";
import { wordsOf } from "../../src/eval/synth/words/words.ts";
import type { Planted } from "./planted.ts";

/** Recipes for which Ruff has no fix of its own: what is left for a model. */
const WITHOUT_NATIVE = PYTHON_RECIPES.filter(({ name }) =>
  /^(?:ARG00|B008|B018|B904|D10[123]|D205|D401|D419|E701|E722|E741|G004|PERF401|PTH1[012]|PTH202|S1|S3|S5|S6)/.test(
    name,
  ),
);

/** Python files with three to eight violations each, no two of one rule, that the analyzer confirms. */
export async function makeBatches(files: number, analyzers: SynthAnalyzers): Promise<Planted[]> {
  const drafts = Array.from({ length: files }, (_, at) => draft(at));
  const answers = await analyzers.ask(
    "python",
    drafts.flatMap(({ path, before, after }) => [
      { path, text: before },
      { path: path.replace(".py", "_clean.py"), text: after },
    ]),
  );
  return drafts.flatMap(({ recipes, ...file }, at) => {
    const counts = ({ ruleId }: { readonly ruleId: string }): boolean =>
      !file.ignore.some((one) => ruleId.startsWith(one));
    const found = (answers[2 * at] ?? []).filter(counts);
    const clean = (answers[2 * at + 1] ?? []).filter(counts).length === 0;
    const aims = recipes.flatMap((recipe, number) => {
      const [own, more] = found.filter(({ ruleId }) => ruleId === recipe.rule);
      if (!own?.region || more || !("startLine" in own.region)) return [];
      const { startLine, endLine = startLine } = own.region;
      const { rule, family } = recipe;
      const id = `batch-${at}-${number}`;
      return [
        { id, recipe: recipe.name, rule, family, language: "python" as const, path: file.path, startLine, endLine },
      ];
    });
    return clean && aims.length === recipes.length && found.length === aims.length ? [{ ...file, aims }] : [];
  });
}

function draft(at: number): Omit<Planted, "aims"> & { recipes: readonly PythonRecipe[] } {
  const random = randomOf(`batch/${at}`);
  const newWords = wordsOf(random, false);
  const w = newWords();
  const wanted = random.between(3, 8);
  const recipes = [...new Map(random.some(WITHOUT_NATIVE, wanted).map((recipe) => [recipe.rule, recipe])).values()];
  const pieces = recipes.flatMap((recipe) => recipe.inject(newWords()).piece ?? []);
  const module: Module = { docstring: [`"""Work with ${w.adjective} ${w.things} and ${w.others}."""`], pieces };
  const lines = moduleLines(module);
  return {
    path: `synth/batch/${w.thing}_${at}.py`,
    before: `${sideOf(lines, "before").join("\n")}\n`,
    after: `${sideOf(lines, "after").join("\n")}\n`,
    language: "python",
    // Every batch stands in one folder: what any of the recipes leaves out is left out for all.
    ignore: [...new Set(WITHOUT_NATIVE.flatMap(({ ignore }) => ignore))].filter(
      (selector) => !WITHOUT_NATIVE.some(({ rule }) => rule.startsWith(selector)),
    ),
    recipes,
  };
}
