import type { Command } from "commander";
import { EXIT, messageOf, PatchProError } from "../../domain/errors.ts";
import type { Analyzer } from "../../ports/analyzer.ts";
import { plural } from "../../report/amounts.ts";
import { oneLine } from "../../report/safe-text.ts";
import { penFor } from "../../report/terminal-style.ts";
import { wrap } from "../../report/text-width.ts";
import { type CommandContext, type CommonOptions, settle } from "../context.ts";
import { examplesText } from "../help.ts";
import { type Overrides, parseOption } from "../options.ts";
import { styleOf } from "../terminal.ts";
import { countCodemods, probeModels, wire } from "../wire.ts";

/** One thing that was looked at. */
interface Finding {
  readonly what: string;
  readonly state: "fine" | "note" | "broken";
  readonly detail: string;
}

/** Looks; what fails in a way that a person can mend is a finding too. */
type Attempt = (what: string, look: () => Promise<Finding[]>) => Promise<Finding[]>;

/** `patchpro doctor`: what is there, what is missing, and what to do about it. */
export function addDoctor(program: Command, contextOf: () => CommandContext, exit: (code: number) => void): void {
  program
    .command("doctor")
    .description("say what PatchPro finds here: repository, configuration, analyzers, models")
    .option("--model <names>", "models to ask one tiny question, PROVIDER:NAME", parseOption.models)
    .option("--json", "print it as data")
    .addHelpText(
      "after",
      examplesText([
        {
          command: "patchpro doctor --model ollama:qwen3",
          does: "also asks the model whether it answers, and in which form",
        },
      ]),
    )
    .action(async (_own: unknown, self: Command) => {
      exit(await doctor(self.optsWithGlobals<CommonOptions & Overrides & { json?: boolean }>(), contextOf()));
    });
}

async function doctor(
  options: CommonOptions & Overrides & { readonly json?: boolean },
  context: CommandContext,
): Promise<number> {
  let code: number = EXIT.done;
  const attempt: Attempt = async (what, look) => {
    try {
      return await look();
    } catch (error) {
      if (!(error instanceof PatchProError)) throw error;
      code = Math.max(code, error.exitCode);
      return [{ what, state: "broken", detail: `${messageOf(error)}\n${error.hint}` }];
    }
  };
  const itself = `${context.toolVersion} on Node ${process.version}, ${process.platform} ${process.arch}`;
  const found: Finding[] = [
    { what: "PatchPro", state: "fine", detail: itself },
    ...(await attempt("configuration", async () => {
      const { configFile, warnings, config } = settle(context, options);
      return [
        ...(await attempt("repository", async () => repositoryAndAnalyzers(context, options, attempt))),
        ...(await attempt("codemods", async () => codemods(context, options))),
        ...(await attempt("model", async () => probeModels(config, context))),
        { what: "configuration", state: "fine", detail: configFile ?? "none: everything is a default" },
        ...warnings.map((detail): Finding => ({ what: "configuration", state: "note", detail })),
      ];
    })),
  ];
  if (found.some(({ state }) => state === "broken")) code = Math.max(code, EXIT.badInput);
  await context.stdout(options.json ? `${JSON.stringify({ version: 1, found }, null, 2)}\n` : rendered(found, context));
  return code;
}

async function repositoryAndAnalyzers(
  context: CommandContext,
  options: CommonOptions & Overrides,
  attempt: Attempt,
): Promise<Finding[]> {
  const { root, config } = settle(context, options);
  const wired = await wire(root, config, context.environment);
  try {
    const files = await wired.workspace.list();
    const found: Finding[] = [
      { what: "repository", state: "fine", detail: `${wired.workspace.root}, ${plural(files.length, "file")}` },
    ];
    for (const analyzer of wired.analyzers)
      found.push(...(await attempt(analyzer.name, async () => [await askedOnce(analyzer, files, context.signal)])));
    found.push(...wired.absent.map(({ name, why }): Finding => ({ what: name, state: "note", detail: why })));
    if (wired.analyzers.length + wired.absent.length === 0)
      found.push({
        what: "analyzers",
        state: "note",
        detail:
          "none fits this repository. Ruff is used for Python; ESLint where it is installed and configured; others with [analyzers.NAME] command = […]",
      });
    return found;
  } finally {
    await wired.close();
  }
}

/** Asks about one file: an analyzer that starts may still refuse its own configuration. Throws what it throws. */
async function askedOnce(analyzer: Analyzer, files: readonly string[], signal: AbortSignal): Promise<Finding> {
  const { tool, version, flavour } = await analyzer.identify();
  const handled = files.filter((file) => analyzer.handles(file));
  if (handled.length > 0) await analyzer.analyze(handled.slice(0, 1), signal);
  const embedded =
    "; the embedded build is slower and does not say which fixes are safe: `pip install ruff` for the native one";
  return {
    what: analyzer.name,
    state: flavour === "wasm" ? "note" : "fine",
    detail: `${tool} ${version} (${flavour}), looks at ${plural(handled.length, "file")}${flavour === "wasm" ? embedded : ""}`,
  };
}

async function codemods(context: CommandContext, options: CommonOptions & Overrides): Promise<Finding[]> {
  const { root, config } = settle(context, options);
  const { own, repository, engine } = await countCodemods(root);
  const detail = `${own} of PatchPro, ${repository} of this repository (.patchpro/codemods), by ${engine}`;
  const used = config.sources.includes("codemod");
  return [{ what: "codemods", state: "fine", detail: used ? detail : `${detail}; not among the sources` }];
}

function rendered(found: readonly Finding[], context: CommandContext): string {
  const style = styleOf(process.stdout, context.environment, process.platform);
  const pen = penFor(style);
  const mark = {
    fine: pen.tint("green", style.unicode ? "✓" : "ok"),
    note: pen.tint("yellow", style.unicode ? "•" : "--"),
    broken: pen.tint("red", style.unicode ? "✗" : "NO"),
  };
  const width = Math.max(...found.map(({ what }) => what.length)) + 2;
  return found
    .flatMap(({ what, state, detail }) => {
      const columns = Math.max(30, style.columns - width - 4);
      const [first = "", ...rest] = detail.split("\n").flatMap((line) => wrap(oneLine(line), columns));
      return [
        `${mark[state]} ${oneLine(what).padEnd(width)}${first}\n`,
        ...rest.map((line) => `  ${" ".repeat(width)}${line}\n`),
      ];
    })
    .join("");
}
