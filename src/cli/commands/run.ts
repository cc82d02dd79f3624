import { resolve } from "node:path";
import type { Command } from "commander";

import { PatchProError } from "../../domain/errors.ts";
import type { RunResult } from "../../domain/run.ts";
import { newRunId } from "../../domain/run-id.ts";
import { run } from "../../pipeline/run.ts";
import { renderJson } from "../../report/json.ts";
import { renderMarkdown } from "../../report/markdown.ts";
import { renderSarif } from "../../report/sarif.ts";
import { renderTerminal } from "../../report/terminal.ts";
import { applyToTree } from "../apply-to-tree.ts";
import { type CommandContext, type CommonOptions, settle } from "../context.ts";
import { exitCodeOf } from "../exit.ts";
import { examplesText } from "../help.ts";
import { OUTPUT_FORMATS, type OutputFormat, type Overrides, parseOption } from "../options.ts";
import { createProgress, silentProgress } from "../progress.ts";
import { readFindings } from "../read-findings.ts";
import { isLive, styleOf } from "../terminal.ts";
import { createRunFolder, excluder, runTools, wire } from "../wire.ts";
import type { Workspace } from "../../ports/workspace.ts";
import { writeRun } from "../write-run.ts";

interface RunOptions extends CommonOptions, Overrides {
  readonly findings?: readonly string[];
  readonly analyzer?: readonly string[];
  readonly base?: string;
  readonly staged?: boolean;
  readonly apply?: boolean;
  readonly out?: string;
  readonly format: OutputFormat;
}

/** `patchpro run`: findings in, proved patches out. */
export function addRun(program: Command, contextOf: () => CommandContext, exit: (code: number) => void): void {
  program
    .command("run")
    .description("turn findings into patches, and prove each one")
    .argument("[paths...]", "files and folders to look at; everything if none")
    .option("--findings <file...>", "read findings from reports (Ruff, ESLint, Semgrep JSON, SARIF, ours; - for standard input)")
    .option("--analyzer <name...>", "use only these analyzers", parseOption.more)
    .option("--base <ref>", "only findings on lines that changed since this commit")
    .option("--staged", "only findings on lines that are staged")
    .option("--sources <list>", "where fixes may come from: native, codemod, model", parseOption.sources)
    .option("--unsafe <policy>", "fixes that the tool calls unsafe: verify, never, always", parseOption.unsafe)
    .option("--min-severity <severity>", "leave findings below this alone", parseOption.severity)
    .option("--exclude <globs>", "leave these files alone", parseOption.more)
    .option("--apply", "apply the accepted patches to the working tree")
    .option("--out <dir>", "where the run's folder goes (.patchpro/runs/ID)")
    .option("--format <format>", `what to print: ${OUTPUT_FORMATS.join(", ")}`, parseOption.format, "text")
    .option("--fail-on <severity>", "exit with 1 if something at or above this is left: info, warning, error, never", parseOption.failOn)
    .addHelpText(
      "after",
      examplesText([
        { command: "patchpro run src", does: "asks the analyzers that the project has, and writes patches to .patchpro/runs" },
        { command: "ruff check --output-format json | patchpro run --findings - --apply", does: "fixes what a report names, and changes the files" },
        { command: "patchpro run --base main --fail-on warning", does: "for a pull request: only changed lines count" },
      ]),
    )
    .action(async (paths: string[], _own: unknown, command: Command) => {
      exit(await runCommand(paths, command.optsWithGlobals<RunOptions>(), contextOf()));
    });
}

async function runCommand(paths: readonly string[], options: RunOptions, context: CommandContext): Promise<number> {
  if (options.base !== undefined && options.staged) throw new PatchProError("usage", "--base and --staged cannot go together", "Give one of them.");
  const { root, config, warnings } = settle(context, options);
  const reports = options.findings && (await readFindings(options.findings, context.cwd));
  const wired = await wire(root, config, context.environment, options.analyzer);
  const style = styleOf(process.stderr, context.environment, process.platform);
  const progress = options.quiet ? silentProgress : createProgress({ write: context.stderr, style, live: isLive(process.stderr, context.environment), now: () => performance.now() });
  try {
    for (const text of warnings) progress.show({ kind: "notice", text });
    const runId = newRunId(Date.now());
    const order = {
      runId,
      ...(reports && { reports }),
      paths: await belowRoot(paths, context.cwd, wired.workspace),
      minSeverity: config.minSeverity,
      ...(options.staged ? { changed: "staged" as const } : options.base !== undefined ? { changed: { ref: options.base } } : {}),
      excluded: excluder(config.exclude),
      policy: { sources: config.sources, unsafe: config.unsafe, rules: config.rules },
    };
    const result = await run(order, await runTools(wired, config, context, (event) => progress.show(event)));
    progress.close();
    const folder = createRunFolder(wired.workspace.root, runId, options.out === undefined ? undefined : resolve(context.cwd, options.out));
    writeRun(result, folder);
    if (options.apply) await applyToTree(result.changes, wired.tree);
    await context.stdout(rendered(result, options, folder.shown, context));
    return exitCodeOf(result, config.failOn);
  } finally {
    progress.close();
    await wired.close();
  }
}

function rendered(result: RunResult, { format, apply }: RunOptions, runFolder: string, { environment }: CommandContext): string {
  switch (format) {
    case "json":
      return renderJson(result);
    case "markdown":
      return renderMarkdown(result);
    case "sarif":
      return renderSarif(result);
    default:
      return renderTerminal(result, { ...styleOf(process.stdout, environment, process.platform), runFolder, command: "npx patchpro", applied: apply === true });
  }
}

/** Paths as the user typed them, relative to the root. Throws `PatchProError("usage")` for one outside. */
async function belowRoot(paths: readonly string[], cwd: string, workspace: Workspace): Promise<string[]> {
  return Promise.all(
    paths.map(async (path) => {
      const inside = resolve(cwd, path) === workspace.root ? "" : await workspace.resolve(resolve(cwd, path));
      if (inside === undefined) throw new PatchProError("usage", `${path} is not inside ${workspace.root}`, "Name files and folders of this repository, or another one with --root.");
      return inside === "" ? "." : inside;
    }),
  );
}
