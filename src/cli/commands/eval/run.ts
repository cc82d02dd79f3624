import type { Command } from "commander";
import type { Config } from "../../../config/config.ts";
import { EXIT, PatchProError } from "../../../domain/errors.ts";
import { EVAL_TIERS, type EvalResult, type EvalRun, type EvalTier } from "../../../domain/eval.ts";
import type { EvalCase } from "../../../eval/cases/case.ts";
import { readCase, readSuite, type SuiteFolder } from "../../../eval/cases/load.ts";
import { type CaseProblem, problemText } from "../../../eval/cases/problem.ts";
import { nameFilter, selectCases } from "../../../eval/cases/select.ts";
import { type Purse, purse } from "../../../eval/run/purse.ts";
import { renderRun, runAsJson } from "../../../eval/run/render.ts";
import { type CasesEnd, runCases } from "../../../eval/run/run-cases.ts";
import type { LiveModels } from "../../../eval/run/workplace.ts";
import { type CommandContext, type CommonOptions, settle } from "../../context.ts";
import { examplesText } from "../../help.ts";
import { type Overrides, oneOf, parseOption } from "../../options.ts";
import { isLive } from "../../terminal.ts";
import { liveModels, openGround, openSuite, stateOfRepository } from "../../wire/evals.ts";
import { openTraces } from "../../wire.ts";

interface RunOptions extends CommonOptions, Pick<Overrides, "model" | "strategy" | "budgetUsd"> {
  readonly suite: string;
  readonly family?: string;
  readonly repeat: number;
  readonly tier?: EvalTier;
  readonly format: "text" | "json";
  /** `--no-record` makes it false. */
  readonly record: boolean;
}

/** Repositories at once: while one waits for git or a test, another is worked on. Two cores are busy with four. */
const AT_ONCE = 4;

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
  const tier = tierOf(options, config);
  if (options.repeat < 1)
    throw new PatchProError("usage", "--repeat must be at least 1", "Leave it out to run each case once.");
  const startedAt = Date.now();
  const { cases, problems } = await casesOf(names, options, openSuite(root, options.suite));
  const ground = openGround(root, config, context);
  try {
    const allowance = options.budgetUsd === undefined ? undefined : purse(options.budgetUsd);
    const live = tier === "live" ? guarded(await liveModels(root, config, context), allowance) : undefined;
    const ended = await runCases(cases, {
      ground,
      strategy: options.strategy,
      repetitions: options.repeat,
      live,
      signal: context.signal,
      atOnce: AT_ONCE,
      onResult: progress(cases.length * options.repeat, options, context),
    });
    const run: EvalRun = {
      id: ground.newId(),
      suite: suiteName(names, options),
      tier,
      at: startedAt,
      ...(await stateOfRepository(root, context)),
      toolVersion: context.toolVersion,
      prompts: ended.prompts,
      models: live ? live.chain.map(({ name }) => name) : [],
      strategy: options.strategy ?? "auto",
      repetitions: options.repeat,
      wallMs: Date.now() - startedAt,
    };
    if (options.record) await keep(root, config, run, ended.results);
    const report = { run, results: ended.results, problems: problems.map(problemText) };
    await context.stdout(options.format === "json" ? runAsJson(report) : renderRun(report));
    return exitCodeOf(ended, problems, allowance);
  } finally {
    await ground.close();
  }
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

async function casesOf(
  names: readonly string[],
  { family }: RunOptions,
  folder: SuiteFolder,
): Promise<{ cases: readonly EvalCase[]; problems: readonly CaseProblem[] }> {
  const suite = await readSuite(folder, nameFilter(names));
  const problems = [...suite.problems];
  if (suite.heads.length === 0 && problems.length > 0) return { cases: [], problems };
  const cases: EvalCase[] = [];
  for (const head of selectCases(suite.heads, { names, ...(family !== undefined && { family }) })) {
    const kase = await readCase(head, folder);
    if ("problems" in kase) problems.push(...kase.problems);
    else cases.push(kase);
  }
  return { cases, problems };
}

/** Part of a suite is filed under another name, so that nobody takes it for the whole. */
function suiteName(names: readonly string[], { suite, family }: RunOptions): string {
  if (names.length > 0) return `${suite}/some`;
  return family === undefined ? suite : `${suite}/${family}`;
}

function guarded(live: LiveModels, allowance: Purse | undefined): LiveModels {
  return allowance ? { ...live, chain: live.chain.map((provider) => allowance.guard(provider)) } : live;
}

async function keep(root: string, config: Config, run: EvalRun, results: readonly EvalResult[]): Promise<void> {
  const store = await openTraces(root, config);
  try {
    await store.evals.add(run, results);
  } finally {
    await store.close();
  }
}

function progress(total: number, { quiet }: RunOptions, context: CommandContext): (result: EvalResult) => void {
  let done = 0;
  const live = isLive(process.stderr, context.environment);
  return ({ name, status }) => {
    done += 1;
    if (quiet) return;
    if (live) context.stderr(`\r\u001b[K${done}/${total} ${name}${done === total ? "\r\u001b[K" : ""}`);
    else if (status === "failed" || status === "errored") context.stderr(`${done}/${total} ${status} ${name}\n`);
    else if (done % 50 === 0) context.stderr(`${done}/${total}\n`);
  };
}

function exitCodeOf(
  { results, unusable }: CasesEnd,
  problems: readonly CaseProblem[],
  allowance: Purse | undefined,
): number {
  if (problems.length > 0 || unusable.length > 0) return EXIT.badInput;
  if (allowance?.isEmpty()) return EXIT.budget;
  if (results.some(({ status }) => status === "errored")) return EXIT.outsideFailed;
  return results.some(({ status }) => status === "failed") ? EXIT.findingsLeft : EXIT.done;
}
