import { relative, resolve } from "node:path";
import type { Command } from "commander";

import { PatchProError } from "../../domain/errors.ts";
import type { RunResult } from "../../domain/run.ts";
import { newRunId } from "../../domain/run-id.ts";
import { run } from "../../pipeline/run.ts";
import { renderJson } from "../../report/json.ts";
import { renderMarkdown } from "../../report/markdown.ts";
import { shellWord } from "../../report/safe-text.ts";
import { renderSarif } from "../../report/sarif.ts";
import { renderTerminal } from "../../report/terminal.ts";
import { applyToTree } from "../apply-to-tree.ts";
import { type CommandContext, settle } from "../context.ts";
import { exitCodeOf } from "../exit.ts";
import { addFindingOptions, type FindingOptions, orderOf } from "../finding-options.ts";
import { examplesText } from "../help.ts";
import { OUTPUT_FORMATS, type OutputFormat, parseOption } from "../options.ts";
import { createProgress, silentProgress } from "../progress.ts";
import { isLive, styleOf } from "../terminal.ts";
import { checkRunFolder, createRunFolder, runTools, wire } from "../wire.ts";
import { writeRun } from "../write-run.ts";

interface RunOptions extends FindingOptions {
  readonly record?: string;
  readonly apply?: boolean;
  readonly out?: string;
  readonly format: OutputFormat;
}

/** `patchpro run`: findings in, proved patches out. */
export function addRun(program: Command, contextOf: () => CommandContext, exit: (code: number) => void): void {
  const command = program
    .command("run")
    .description("turn findings into patches, and prove each one")
    .argument("[paths...]", "files and folders to look at; everything if none")
    .option(
      "--sources <list>",
      "where fixes may come from: native, codemod (ours and .patchpro/codemods), model",
      parseOption.sources,
    )
    .option("--unsafe <policy>", "fixes that the tool calls unsafe: verify, never, always", parseOption.unsafe)
    .option(
      "--model <names>",
      "models to ask, cheapest first: PROVIDER:NAME (openai, anthropic, google, ollama, compatible, …) or replay:FILE",
      parseOption.models,
    )
    .option(
      "--strategy <strategy>",
      "how models are asked: auto, batch, single, v1 (the one-shot baseline)",
      parseOption.strategy,
    )
    .option("--budget-usd <amount>", "stop asking models before this much is spent", parseOption.usd)
    .option("--record <file>", "write every exchange with a model to this file, for --model replay:FILE")
    .option("--apply", "apply the accepted patches to the working tree")
    .option("--out <dir>", "where the run's folder goes (.patchpro/runs/ID)")
    .option("--format <format>", `what to print: ${OUTPUT_FORMATS.join(", ")}`, parseOption.format, "text");
  addFindingOptions(command)
    .addHelpText(
      "after",
      examplesText([
        {
          command: "patchpro run src",
          does: "asks the analyzers that the project has, and writes patches to .patchpro/runs",
        },
        {
          command: "ruff check --output-format json | patchpro run --findings - --apply",
          does: "fixes what a report names, and changes the files",
        },
        { command: "patchpro run --base main --fail-on warning", does: "for a pull request: only changed lines count" },
      ]),
    )
    .action(async (paths: string[], _own: unknown, self: Command) => {
      exit(await runCommand(paths, self.optsWithGlobals<RunOptions>(), contextOf()));
    });
}

async function runCommand(paths: readonly string[], options: RunOptions, context: CommandContext): Promise<number> {
  const { root, config, warnings } = settle(context, options);
  if (options.model && !config.sources.includes("model"))
    throw new PatchProError(
      "usage",
      `--model names a model, but fixes may come from ${config.sources.join(", ") || "nowhere"} only`,
      "Add model to --sources or to `sources` of the configuration, or leave --model out.",
    );
  const wired = await wire(root, config, context.environment, options.analyzer);
  const style = styleOf(process.stderr, context.environment, process.platform);
  const progress = options.quiet
    ? silentProgress
    : createProgress({
        write: context.stderr,
        style,
        live: isLive(process.stderr, context.environment),
        now: () => performance.now(),
      });
  try {
    for (const text of warnings) progress.show({ kind: "notice", text });
    const out = options.out === undefined ? undefined : resolve(context.cwd, options.out);
    checkRunFolder(wired.workspace.root, out);
    const runId = newRunId(Date.now());
    const findings = await orderOf(paths, options, config, wired, context);
    const order = {
      ...findings,
      runId,
      policy: { sources: config.sources, unsafe: config.unsafe, rules: config.rules },
    };
    const { tools, end } = await runTools(wired, config, context, (event) => progress.show(event), {
      runId,
      record: options.record,
    });
    let stopped = true;
    const result = await run(order, tools)
      .then((ended) => {
        stopped = ended.stopped !== undefined;
        return ended;
      })
      .finally(() => end(stopped));
    progress.close();
    const folder = createRunFolder(wired.workspace.root, runId, out);
    writeRun(result, folder, wired.workspace.prefix);
    if (options.apply) await applyToTree(result.changes, wired.tree);
    for (const piece of rendered(result, options, relative(context.cwd, folder.path), context))
      await context.stdout(piece);
    return exitCodeOf(result, config.failOn);
  } finally {
    progress.close();
    await wired.close();
  }
}

function rendered(
  result: RunResult,
  { format, apply, root, out }: RunOptions,
  runFolder: string,
  { environment }: CommandContext,
): Iterable<string> {
  switch (format) {
    case "json":
      return renderJson(result);
    case "markdown":
      return [renderMarkdown(result)];
    case "sarif":
      return [renderSarif(result)];
    default:
      return [
        renderTerminal(result, {
          ...styleOf(process.stdout, environment, process.platform),
          runFolder,
          elsewhere: out !== undefined,
          command: root === undefined ? "npx patchpro" : `npx patchpro --root ${shellWord(root)}`,
          applied: apply === true,
        }),
      ];
  }
}
