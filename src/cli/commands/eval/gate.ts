import { type Command, InvalidArgumentError } from "commander";
import { EXIT, PatchProError } from "../../../domain/errors.ts";
import { DEFAULT_GATE, gate } from "../../../eval/metrics/gate.ts";
import type { StoredEval } from "../../../eval/metrics/pairs.ts";
import { renderGate } from "../../../eval/metrics/render-gate.ts";
import type { EvalRuns } from "../../../ports/eval-runs.ts";
import { type CommandContext, type CommonOptions, settle } from "../../context.ts";
import { examplesText } from "../../help.ts";
import { namedRun, RUN_NAMES } from "../../loop/named-run.ts";
import { oneOf } from "../../options.ts";
import { baselineFile, readBaseline, writeBaseline } from "../../wire/baselines.ts";
import { openTraces } from "../../wire.ts";

interface GateOptions extends CommonOptions {
  readonly base?: string;
  readonly head: string;
  readonly suite: string;
  /** A share. */
  readonly margin: number;
  readonly allowBroken?: boolean;
  readonly update?: boolean;
  readonly format: "text" | "json";
}

/** `patchpro eval gate`: may this build follow the one before? */
export function addEvalGate(evals: Command, contextOf: () => CommandContext, exit: (code: number) => void): void {
  evals
    .command("gate")
    .description("block a build that is worse than its base: for CI, after `patchpro eval run`")
    .option("--base <run>", `${RUN_NAMES} (default: evals/baselines/SUITE.json if it is there, else latest~1)`)
    .option("--head <run>", "likewise", "latest")
    .option("--suite <name>", "whose latest run", "cases")
    .option(
      "--margin <points>",
      "warn where a loss of more percentage points is not ruled out",
      percentagePoints,
      DEFAULT_GATE.margin,
    )
    .option("--allow-broken", "in replay, block only on a difference that is shown, not on every case that broke")
    .option("--update", "make head the baseline, and decide nothing")
    .option("--format <format>", "what to print: text, json", (text: string) => oneOf(["text", "json"], text), "text")
    .addHelpText(
      "after",
      `
Exit codes here: 0 open, also with warnings; 1 shut; 2 there is no such run, or no base.
${examplesText([
  { command: "patchpro eval gate", does: "holds the latest run against the committed baseline" },
  {
    command: "patchpro eval gate --base latest~1 --margin 3",
    does: "holds it against the run before, with a margin of 3 points",
  },
  { command: "patchpro eval gate --update", does: "writes evals/baselines/cases.json, to be committed" },
])}`,
    )
    .action(async (_own: unknown, self: Command) => {
      const options = self.optsWithGlobals<GateOptions>();
      const context = contextOf();
      const { root, config } = settle(context, options);
      const store = await openTraces(root, config);
      try {
        exit(await decide(options, { evals: store.evals, root, context }));
      } finally {
        await store.close();
      }
    });
}

interface GatePlace {
  readonly evals: EvalRuns;
  readonly root: string;
  readonly context: CommandContext;
}

async function decide(options: GateOptions, place: GatePlace): Promise<number> {
  const { evals, root, context } = place;
  const head = await namedRun(options.head, { evals, cwd: context.cwd, suite: options.suite });
  if (options.update) {
    await writeBaseline(root, head);
    await context.stdout(`${baselineFile(head.run.suite)} is now run ${head.run.id}. Commit it.\n`);
    return EXIT.done;
  }
  const base = await baseOf(head, options, place);
  const verdict = gate(base, head, { margin: options.margin, exactReplay: options.allowBroken !== true });
  await context.stdout(
    options.format === "json" ? `${JSON.stringify({ version: 1, ...verdict }, null, 2)}\n` : renderGate(verdict),
  );
  return verdict.verdict === "block" ? EXIT.findingsLeft : EXIT.done;
}

/** What head is held against. A run held against itself would always pass. */
async function baseOf(
  head: StoredEval,
  { base, suite }: GateOptions,
  { evals, root, context }: GatePlace,
): Promise<StoredEval> {
  const found =
    base === undefined
      ? ((await readBaseline(root, head.run.suite)) ?? (await runBefore(head, evals)))
      : await namedRun(base, { evals, cwd: context.cwd, suite });
  if (!found)
    throw new PatchProError(
      "input",
      `there is nothing to hold run ${head.run.id} against: no ${baselineFile(head.run.suite)}, and no earlier run`,
      "`patchpro eval gate --update` makes this run the baseline.",
    );
  if (base !== undefined && found.run.id === head.run.id)
    throw new PatchProError("usage", `base and head are the same run, ${head.run.id}`, "Name another one with --base.");
  return found;
}

async function runBefore({ run }: StoredEval, evals: EvalRuns): Promise<StoredEval | undefined> {
  const earlier = (await evals.list({ suite: run.suite })).find(({ id, at }) => id !== run.id && at <= run.at);
  return earlier && { run: earlier, results: await evals.results(earlier.id) };
}

function percentagePoints(text: string): number {
  const points = Number(text);
  if (text.trim() === "" || !(points >= 0 && points <= 100))
    throw new InvalidArgumentError("Give percentage points from 0 to 100, such as 5.");
  return points / 100;
}
