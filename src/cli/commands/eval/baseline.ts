import type { Command } from "commander";
import type { Config } from "../../../config/config.ts";
import { EXIT, PatchProError } from "../../../domain/errors.ts";
import type { EvalResult, EvalRun } from "../../../domain/eval.ts";
import type { EvalCase } from "../../../eval/cases/case.ts";
import { readCase, readSuite } from "../../../eval/cases/load.ts";
import { nameFilter, selectCases } from "../../../eval/cases/select.ts";
import { baselineCases, modelOnly } from "../../../eval/metrics/baseline-cases.ts";
import { compareRuns } from "../../../eval/metrics/compare.ts";
import type { StoredEval } from "../../../eval/metrics/pairs.ts";
import { renderBaseline } from "../../../eval/metrics/render-baseline.ts";
import { purse } from "../../../eval/run/purse.ts";
import { runCases } from "../../../eval/run/run-cases.ts";
import type { LiveModels } from "../../../eval/run/workplace.ts";
import { type CommandContext, type CommonOptions, settle } from "../../context.ts";
import { examplesText } from "../../help.ts";
import { type Overrides, oneOf, parseOption } from "../../options.ts";
import { liveModels, type OpenGround, openGround, openSuite, stateOfRepository } from "../../wire/evals.ts";
import { openTraces } from "../../wire.ts";

interface BaselineOptions extends CommonOptions, Pick<Overrides, "model" | "budgetUsd"> {
  readonly suite: string;
  readonly family?: string;
  readonly repeat: number;
  readonly modelOnly?: boolean;
  readonly record: boolean;
  readonly format: "text" | "json";
}

const AT_ONCE = 2;

/** `patchpro eval baseline`: is all of this better than asking a model once for a diff? */
export function addEvalBaseline(evals: Command, contextOf: () => CommandContext, exit: (code: number) => void): void {
  evals
    .command("baseline")
    .description("run cases twice, as v1 (one request, a raw diff, no retry, no repair) and as ours, and compare")
    .argument("[names...]", "names or globs; all if none")
    .option("--suite <name>", "a folder below evals/", "cases")
    .option("--family <name>", "only this family, such as imports")
    .option(
      "--model <name>",
      "one model, asked by both: PROVIDER:NAME, or replay:FILE (default: scripted replies, free)",
      parseOption.models,
    )
    .option("--model-only", "ours without native fixes and codemods: only what is made of the model's reply")
    .option("--repeat <number>", "how often each case is run", parseOption.wholeNumber, 1)
    .option("--budget-usd <amount>", "stop asking before this much is spent, over both runs", parseOption.usd)
    .option("--no-record", "leave both runs out of the store")
    .option("--format <format>", "what to print: text, json", (text: string) => oneOf(["text", "json"], text), "text")
    .addHelpText(
      "after",
      examplesText([
        { command: "patchpro eval baseline", does: "compares on evals/cases with scripted replies: no model is asked" },
        {
          command: "patchpro eval baseline --model openai:gpt-5-mini --repeat 3 --budget-usd 2",
          does: "asks one model both ways",
        },
      ]),
    )
    .action(async (names: string[], _own: unknown, self: Command) => {
      exit(await compareBaseline(names, self.optsWithGlobals<BaselineOptions>(), contextOf()));
    });
}

async function compareBaseline(
  names: readonly string[],
  options: BaselineOptions,
  context: CommandContext,
): Promise<number> {
  const { root, config } = settle(context, options);
  if (options.repeat < 1)
    throw new PatchProError("usage", "--repeat must be at least 1", "Leave it out to run each case once.");
  if (options.model && options.model.length > 1)
    throw new PatchProError("usage", "the baseline asks one model", "Name one: a chain would compare models too.");
  const cases = await casesOf(names, options, root);
  const { ours, v1, leftOut } = baselineCases(cases, options.model ? "live" : "replay");
  if (ours.length === 0)
    throw new PatchProError("input", "none of these cases ends in a patch that v1 could make", "Choose other cases.");
  const ground = openGround(root, config, context);
  try {
    const live = options.model ? await modelOf(root, config, options, context) : undefined;
    const place: RunPlace = { root, ground, live, options, context };
    const base = await runAll(v1, "v1", place);
    const head = await runAll(options.modelOnly ? modelOnly(ours) : ours, "auto", place);
    if (options.record) await keep(root, config, [base, head]);
    const comparison = compareRuns(base, head);
    await context.stdout(
      options.format === "json"
        ? `${JSON.stringify({ version: 1, ...comparison }, null, 2)}\n`
        : renderBaseline(comparison, leftOut),
    );
    return [...base.results, ...head.results].some(({ status }) => status === "errored")
      ? EXIT.outsideFailed
      : EXIT.done;
  } finally {
    await ground.close();
  }
}

interface RunPlace {
  readonly root: string;
  readonly ground: OpenGround;
  readonly live: LiveModels | undefined;
  readonly options: BaselineOptions;
  readonly context: CommandContext;
}

async function runAll(
  cases: readonly EvalCase[],
  strategy: "v1" | "auto",
  { root, ground, live, options, context }: RunPlace,
): Promise<StoredEval> {
  const at = Date.now();
  const total = cases.length * options.repeat;
  let done = 0;
  const onResult = (_: EvalResult): void => {
    done += 1;
    if (!options.quiet && (done % 50 === 0 || done === total))
      context.stderr(`${strategy === "v1" ? "v1" : "ours"}: ${done}/${total}\n`);
  };
  const order = { ground, live, repetitions: options.repeat, signal: context.signal, atOnce: AT_ONCE, onResult };
  const { results, prompts } = await runCases(cases, { ...order, strategy: strategy === "v1" ? "v1" : undefined });
  const run: EvalRun = {
    id: ground.newId(),
    suite: `baseline/${options.suite}`,
    tier: live ? "live" : "replay",
    at,
    ...(await stateOfRepository(root, context)),
    toolVersion: context.toolVersion,
    prompts,
    models: live ? live.chain.map(({ name }) => name) : [],
    strategy,
    repetitions: options.repeat,
    wallMs: Date.now() - at,
  };
  return { run, results };
}

async function casesOf(
  names: readonly string[],
  { suite, family }: BaselineOptions,
  root: string,
): Promise<EvalCase[]> {
  const folder = openSuite(root, suite);
  const { heads } = await readSuite(folder, nameFilter(names));
  const cases: EvalCase[] = [];
  for (const head of selectCases(heads, { names, ...(family !== undefined && { family }) })) {
    const kase = await readCase(head, folder);
    if (!("problems" in kase)) cases.push(kase);
  }
  return cases;
}

async function modelOf(
  root: string,
  config: Config,
  { budgetUsd }: BaselineOptions,
  context: CommandContext,
): Promise<LiveModels> {
  const live = await liveModels(root, config, context);
  if (budgetUsd === undefined) return live;
  const allowance = purse(budgetUsd);
  return { ...live, chain: live.chain.map((provider) => allowance.guard(provider)) };
}

async function keep(root: string, config: Config, runs: readonly StoredEval[]): Promise<void> {
  const store = await openTraces(root, config);
  try {
    for (const { run, results } of runs) await store.evals.add(run, results);
  } finally {
    await store.close();
  }
}
