import type { Command } from "commander";
import { EXIT } from "../../../domain/errors.ts";
import { casesAsJson, renderCases } from "../../../eval/cases/listing.ts";
import { readSuite } from "../../../eval/cases/load.ts";
import { problemText } from "../../../eval/cases/problem.ts";
import { nameFilter, selectCases } from "../../../eval/cases/select.ts";
import { type CommandContext, type CommonOptions, settle } from "../../context.ts";
import { examplesText } from "../../help.ts";
import { oneOf } from "../../options.ts";
import { openSuite } from "../../wire/evals.ts";

interface ListOptions extends CommonOptions {
  readonly suite: string;
  readonly family?: string;
  readonly format: "text" | "json";
}

/** `patchpro eval list`: the cases of a suite. */
export function addEvalList(evals: Command, contextOf: () => CommandContext, exit: (code: number) => void): void {
  evals
    .command("list")
    .description("the cases of a suite")
    .argument("[names...]", "names or globs; all if none")
    .option("--suite <name>", "a folder below evals/", "cases")
    .option("--family <name>", "only this family, such as imports")
    .option("--format <format>", "what to print: text, json", (text: string) => oneOf(["text", "json"], text), "text")
    .addHelpText(
      "after",
      examplesText([{ command: "patchpro eval list --family imports", does: "lists the cases about imports" }]),
    )
    .action(async (names: string[], _own: unknown, self: Command) => {
      exit(await list(names, self.optsWithGlobals<ListOptions>(), contextOf()));
    });
}

async function list(names: readonly string[], options: ListOptions, context: CommandContext): Promise<number> {
  const { root } = settle(context, options);
  const { heads, problems } = await readSuite(openSuite(root, options.suite), nameFilter(names));
  for (const problem of problems) context.stderr(`${problemText(problem)}\n`);
  if (heads.length === 0 && problems.length > 0) return EXIT.badInput;
  const chosen = selectCases(heads, { names, ...(options.family !== undefined && { family: options.family }) });
  await context.stdout(options.format === "json" ? casesAsJson(chosen) : renderCases(chosen));
  return problems.length > 0 ? EXIT.badInput : EXIT.done;
}
