import type { Command } from "commander";
import type { Config } from "../../../config/config.ts";
import { EXIT, PatchProError } from "../../../domain/errors.ts";
import { EVAL_TIERS, type EvalResult, type EvalTier } from "../../../domain/eval.ts";
import { renderRun, runAsJson } from "../../../eval/run/render.ts";
import { type CommandContext, type CommonOptions, settle } from "../../context.ts";
import { examplesText } from "../../help.ts";
import { type EvalsEnd, runEvals } from "../../loop/run-evals.ts";
import { type Overrides, oneOf, parseOption } from "../../options.ts";
import { isLive } from "../../terminal.ts";

interface RunOptions extends CommonOptions, Pick<Overrides, "model" | "strategy" | "budgetUsd"> {
  readonly suite: string;
  readonly family?: string;
  readonly repeat: number;
  readonly tier?: EvalTier;
  readonly format: "text" | "json";
  /** `--no-record` makes it false. */
  readonly record: boolean;
}

/** `patchpro eval run`: does every case end as it says? */
export function addEvalRun(evals: Command, contextOf: () => CommandContext, exit: (code: number) => void): void {
  evals
    .command("run")
    .description("run cases through the whole pipeline, and hold what becomes of them against what they say")
    .argument("[names...]", "names or globs; all if none")
    .option("--suite <name>", "a folder below evals/", "cases")
    .option("--family <name>", "only this family, such as imports")
    .option(
      "--tier <tier>",
      `${EVAL_TIERS.join(" or ")}: the cases' own replies, free and always the same, or a real model (live with --model)`,
      (text: string) => oneOf(EVAL_TIERS, text),
    )
    .option("--model <names>", "models to ask, cheapest first: PROVIDER:NAME, or replay:FILE", parseOption.models)
    .option(
      "--strategy <strategy>",
      "for all cases, in place of their own: auto, batch, single, v1",
      parseOption.strategy,
    )
    .option("--repeat <number>", "how often each case is run", parseOption.wholeNumber, 1)
    .option("--budget-usd <amount>", "stop asking models before this much is spent, over all cases", parseOption.usd)
    .option("--no-record", "leave the run out of the store")
    .option("--format <format>", "what to print: text, json", (text: string) => oneOf(["text", "json"], text), "text")
    .addHelpText(
      "after",
      `
Exit codes here: 0 every case ended as it says, 1 some did not, 2 a case is broken, 3 a provider or an analyzer failed,
4 the budget ran out.
${examplesText([
  { command: "patchpro eval run", does: "runs evals/cases with their own replies: no model is asked" },
  {
    command: "patchpro eval run 'imports-*' --model openai:gpt-5-mini --repeat 3 --budget-usd 1",
    does: "asks a model, three times each, for at most a dollar",
  },
])}`,
    )
    .action(async (names: string[], _own: unknown, self: Command) => {
      exit(await runCommand(names, self.optsWithGlobals<RunOptions>(), contextOf()));
    });
}

async function runCommand(names: readonly string[], options: RunOptions, context: CommandContext): Promise<number> {
  const { root, config } = settle(context, options);
  const { suite, family, strategy, repeat, budgetUsd, record } = options;
  const tier = tierOf(options, config);
  if (repeat < 1)
    throw new PatchProError("usage", "--repeat must be at least 1", "Leave it out to run each case once.");
  const order = { names, suite, family, tier, strategy, repeat, budgetUsd, record };
  const ended = await runEvals(order, root, config, context, progress(options, context));
  await context.stdout(options.format === "json" ? runAsJson(ended) : renderRun(ended));
  return exitCodeOf(ended);
}

/** A model that is only configured, or that the environment names, is never paid by accident. */
function tierOf({ tier, model }: RunOptions, config: Config): EvalTier {
  if (tier === "replay" && model)
    throw new PatchProError("usage", "--tier replay asks no model", "Leave out --model, or say --tier live.");
  const wanted = tier ?? (model ? "live" : "replay");
  if (wanted === "live" && config.model.chain.length === 0)
    throw new PatchProError("usage", "no model is configured to ask", "Name one: --model PROVIDER:NAME.");
  return wanted;
}

function progress({ quiet }: RunOptions, context: CommandContext): (result: EvalResult, total: number) => void {
  let done = 0;
  const live = isLive(process.stderr, context.environment);
  return ({ name, status }, total) => {
    done += 1;
    if (quiet) return;
    if (live) context.stderr(`\r\u001b[K${done}/${total} ${name}${done === total ? "\r\u001b[K" : ""}`);
    else if (status === "failed" || status === "errored") context.stderr(`${done}/${total} ${status} ${name}\n`);
    else if (done % 50 === 0) context.stderr(`${done}/${total}\n`);
  };
}

function exitCodeOf({ results, problems, unusable, budgetIsEmpty }: EvalsEnd): number {
  if (problems.length > 0 || unusable.length > 0) return EXIT.badInput;
  if (budgetIsEmpty) return EXIT.budget;
  if (results.some(({ status }) => status === "errored")) return EXIT.outsideFailed;
  return results.some(({ status }) => status === "failed") ? EXIT.findingsLeft : EXIT.done;
}
