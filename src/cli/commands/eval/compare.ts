import type { Command } from "commander";
import { EXIT } from "../../../domain/errors.ts";
import { compareRuns } from "../../../eval/metrics/compare.ts";
import { renderComparison } from "../../../eval/metrics/render-compare.ts";
import { type CommandContext, type CommonOptions, settle } from "../../context.ts";
import { examplesText } from "../../help.ts";
import { namedRun, RUN_NAMES } from "../../loop/named-run.ts";
import { oneOf } from "../../options.ts";
import { openTraces } from "../../wire.ts";

interface CompareOptions extends CommonOptions {
  readonly suite?: string;
  readonly format: "text" | "json";
}

/** `patchpro eval compare`: two runs of the same cases, flips first. */
export function addEvalCompare(evals: Command, contextOf: () => CommandContext, exit: (code: number) => void): void {
  evals
    .command("compare")
    .description("two runs of the same cases: what flipped, and whether the difference is real")
    .argument("<base>", RUN_NAMES)
    .argument("[head]", "likewise", "latest")
    .option("--suite <name>", "count latest, latest~1, … in this suite")
    .option("--format <format>", "what to print: text, json", (text: string) => oneOf(["text", "json"], text), "text")
    .addHelpText(
      "after",
      examplesText([
        { command: "patchpro eval compare latest~1 latest", does: "shows what the last run fixed and broke" },
        { command: "patchpro eval compare evals/baselines/cases.json", does: "compares with the committed baseline" },
      ]),
    )
    .action(async (base: string, head: string, _own: unknown, self: Command) => {
      const context = contextOf();
      const options = self.optsWithGlobals<CompareOptions>();
      const { root, config } = settle(context, options);
      const store = await openTraces(root, config);
      try {
        const place = { evals: store.evals, cwd: context.cwd, suite: options.suite };
        const comparison = compareRuns(await namedRun(base, place), await namedRun(head, place));
        await context.stdout(
          options.format === "json"
            ? `${JSON.stringify({ version: 1, ...comparison }, null, 2)}\n`
            : renderComparison(comparison),
        );
        exit(EXIT.done);
      } finally {
        await store.close();
      }
    });
}
