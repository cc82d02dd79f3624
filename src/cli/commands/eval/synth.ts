import { type Command, InvalidArgumentError } from "commander";
import { EXIT, PatchProError } from "../../../domain/errors.ts";
import { chooseRecipes, recipeList } from "../../../eval/synth/choose-recipes.ts";
import { generate, type SynthTally } from "../../../eval/synth/generate.ts";
import { MIXES, type Mix } from "../../../eval/synth/mix.ts";
import type { SynthLanguage } from "../../../eval/synth/recipes/recipe.ts";
import { synthSummary } from "../../../eval/synth/summary.ts";
import { type CommandContext, type CommonOptions, settle } from "../../context.ts";
import { examplesText } from "../../help.ts";
import { type Overrides, oneOf, parseOption } from "../../options.ts";
import { isLive } from "../../terminal.ts";
import { openLlmStratum, openSynthAnalyzers, openSynthFile } from "../../wire/synth.ts";

const LANGUAGES = ["python", "javascript", "typescript"] as const satisfies readonly SynthLanguage[];
/** More would not differ enough from each other. */
const MOST = 200_000;

interface SynthOptions extends CommonOptions, Pick<Overrides, "model" | "budgetUsd"> {
  readonly count: number;
  readonly seed: number;
  readonly out?: string;
  readonly recipe?: readonly string[];
  readonly language?: SynthLanguage;
  readonly mix: Mix;
  readonly llmShare?: number;
  readonly recipes?: boolean;
}

/** `patchpro eval synth`: findings whose right fix is known, made from clean code. */
export function addEvalSynth(evals: Command, contextOf: () => CommandContext, exit: (code: number) => void): void {
  evals
    .command("synth")
    .description(
      "make findings whose right fix is known: clean code with one violation that the real analyzer confirms",
    )
    .option("--count <number>", "how many", countOf, 1000)
    .option("--seed <number>", "the same seed gives the same bytes", parseOption.wholeNumber, 1)
    .option("--out <file>", "where to write JSON lines {id, recipe, rule, path, before, after, finding, …}")
    .option("--recipe <names>", "only these recipes, rules or families", parseOption.more)
    .option("--language <name>", `only this one: ${LANGUAGES.join(", ")}`, (text: string) => oneOf(LANGUAGES, text))
    .option(
      "--mix <name>",
      "even: all recipes alike; plan: 30 % import order, 30 % unused imports, 20 % docstrings, 20 % strings over several lines; real: each rule as often as in published packages",
      (text: string) => oneOf(MIXES, text),
      "even",
    )
    .option("--model <name>", "a model that writes a share of them, PROVIDER:NAME", parseOption.models)
    .option("--llm-share <share>", "which share, 0 to 1 (default with --model: 0.2)", shareOf)
    .option("--budget-usd <amount>", "the most that the model may cost", parseOption.usd)
    .option("--recipes", "list the recipes, and make nothing")
    .addHelpText(
      "after",
      examplesText([
        {
          command: "patchpro eval synth --count 10000 --seed 42 --out synth.jsonl",
          does: "writes ten thousand findings",
        },
        {
          command: "patchpro eval synth --recipe I001,F401-alias --count 200 --out imports.jsonl",
          does: "only these; recipes, rules and families can be named",
        },
      ]),
    )
    .action(async (_own: unknown, self: Command) => {
      exit(await synth(self.optsWithGlobals<SynthOptions>(), contextOf()));
    });
}

async function synth(options: SynthOptions, context: CommandContext): Promise<number> {
  const { language, mix, seed, count, out } = options;
  const recipes = chooseRecipes({ names: options.recipe ?? [], ...(language && { language }) });
  if (options.recipes) {
    await context.stdout(recipeList(recipes));
    return EXIT.done;
  }
  if (out === undefined)
    throw new PatchProError("usage", "--out is missing", "Name the file to write, such as --out synth.jsonl.");
  const { root, config } = settle(context, options);
  const share = options.llmShare ?? (options.model ? 0.2 : 0);
  const llm = share > 0 ? await openLlmStratum(config, context, { share, budgetUsd: options.budgetUsd }) : undefined;
  const started = performance.now();
  const analyzers = openSynthAnalyzers(root, context.environment);
  try {
    const file = await openSynthFile(context, out);
    const progress = progressOn(context, count, options.quiet === true);
    try {
      const tally = await generate(
        { count, seed, recipes, mix, ...(llm && { llm }), ...(language && language !== "python" && { language }) },
        {
          analyzers,
          signal: context.signal,
          write: async (records, soFar) => {
            await file.write(records.map((record) => JSON.stringify(record)));
            progress(soFar);
          },
        },
      );
      await file.finish();
      await context.stdout(synthSummary(tally, out, (performance.now() - started) / 1000));
      return EXIT.done;
    } finally {
      await file.discard();
    }
  } finally {
    await analyzers.close();
  }
}

function progressOn(context: CommandContext, count: number, quiet: boolean): (tally: SynthTally) => void {
  const live = isLive(process.stderr, context.environment);
  return (tally) => {
    const made = [...tally.values()].reduce((sum, { confirmed }) => sum + confirmed, 0);
    if (quiet) return;
    const line = `${made}/${count} findings confirmed`;
    context.stderr(live ? `\r\u001b[K${made === count ? "" : line}` : `${line}\n`);
  };
}

function countOf(text: string): number {
  const count = parseOption.wholeNumber(text);
  if (count < 1 || count > MOST) throw new InvalidArgumentError(`Give a number from 1 to ${MOST}.`);
  return count;
}

function shareOf(text: string): number {
  const share = Number(text);
  if (text.trim() === "" || !(share >= 0 && share <= 1)) throw new InvalidArgumentError("Give a number from 0 to 1.");
  return share;
}
