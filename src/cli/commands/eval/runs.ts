import type { Command } from "commander";
import { EXIT } from "../../../domain/errors.ts";
import { renderRuns, renderRunsBy } from "../../../eval/metrics/render-runs.ts";
import { DIMENSIONS, type Dimension } from "../../../eval/metrics/slices.ts";
import { type CommandContext, type CommonOptions, settle } from "../../context.ts";
import { examplesText } from "../../help.ts";
import { oneOf, parseOption } from "../../options.ts";
import { openTraces } from "../../wire.ts";

interface RunsOptions extends CommonOptions {
  readonly suite?: string;
  readonly limit?: number;
  readonly by?: Dimension;
  readonly format: "text" | "json";
}

/** `patchpro eval runs`: the metric over time. */
export function addEvalRuns(evals: Command, contextOf: () => CommandContext, exit: (code: number) => void): void {
  evals
    .command("runs")
    .description("stored eval runs, newest first: commit, pass rate with its interval, cost")
    .option("--suite <name>", "only this suite")
    .option("--limit <number>", "how many, at most 500 (default: 20, or 4 with --by)", parseOption.wholeNumber)
    .option("--by <what>", `rates by slice, a column for each run: ${DIMENSIONS.join(", ")}`, (text: string) =>
      oneOf(DIMENSIONS, text),
    )
    .option("--format <format>", "what to print: text, json", (text: string) => oneOf(["text", "json"], text), "text")
    .addHelpText(
      "after",
      examplesText([
        { command: "patchpro eval runs --suite cases", does: "shows how the pass rate went over commits" },
        { command: "patchpro eval runs --suite cases --by family", does: "shows that for each family" },
      ]),
    )
    .action(async (_own: unknown, self: Command) => {
      const context = contextOf();
      const { suite, by, limit = by ? 4 : 20, format, ...common } = self.optsWithGlobals<RunsOptions>();
      const { root, config } = settle(context, common);
      const store = await openTraces(root, config);
      try {
        const runs = await store.evals.list({ limit, ...(suite !== undefined && { suite }) });
        if (by && format === "text") {
          const stored = [];
          for (const run of runs.toReversed()) stored.push({ run, results: await store.evals.results(run.id) });
          await context.stdout(renderRunsBy(by, stored));
          return exit(EXIT.done);
        }
        await context.stdout(
          format === "json" ? `${JSON.stringify({ version: 1, runs }, null, 2)}\n` : renderRuns(runs),
        );
        exit(EXIT.done);
      } finally {
        await store.close();
      }
    });
}
