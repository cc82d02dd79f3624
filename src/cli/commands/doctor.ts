import type { Command } from "commander";
import { EXIT, messageOf, PatchProError } from "../../domain/errors.ts";
import { oneLine } from "../../report/safe-text.ts";
import { penFor } from "../../report/terminal-style.ts";
import { wrap } from "../../report/text-width.ts";
import { type CommandContext, type CommonOptions, settle } from "../context.ts";
import { examplesText } from "../help.ts";
import { type Overrides, parseOption } from "../options.ts";
import { styleOf } from "../terminal.ts";
import { probeModels, wire } from "../wire.ts";

/** One thing that was looked at. */
interface Finding {
  readonly what: string;
  readonly state: "fine" | "note" | "broken";
  readonly detail: string;
}

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
  const found: Finding[] = [
    {
      what: "PatchPro",
      state: "fine",
      detail: `${context.toolVersion} on Node ${process.version}, ${process.platform} ${process.arch}`,
    },
  ];
  let code: number = EXIT.done;
  const attempt = async (what: string, look: () => Promise<Finding[]>): Promise<void> => {
    try {
      found.push(...(await look()));
    } catch (error) {
      if (!(error instanceof PatchProError)) throw error;
      code = Math.max(code, error.exitCode);
      found.push({ what, state: "broken", detail: `${messageOf(error)}. ${error.hint}` });
    }
  };
  await attempt("configuration", async () => {
    const { configFile, warnings, config } = settle(context, options);
    await attempt("repository", async () => repositoryAndAnalyzers(context, options));
    await attempt("model", async () => probeModels(config, context));
    return [
      { what: "configuration", state: "fine", detail: configFile ?? "none: everything is a default" },
      ...warnings.map((detail): Finding => ({ what: "configuration", state: "note", detail })),
    ];
  });
  if (found.some(({ state }) => state === "broken")) code = Math.max(code, EXIT.badInput);
  await context.stdout(options.json ? `${JSON.stringify({ version: 1, found }, null, 2)}\n` : rendered(found, context));
  return code;
}

async function repositoryAndAnalyzers(context: CommandContext, options: CommonOptions & Overrides): Promise<Finding[]> {
  const { root, config } = settle(context, options);
  const wired = await wire(root, config, context.environment);
  try {
    const files = await wired.workspace.list();
    const found: Finding[] = [
      { what: "repository", state: "fine", detail: `${wired.workspace.root}, ${files.length} files` },
    ];
    for (const analyzer of wired.analyzers) {
      const { tool, version, flavour } = await analyzer.identify();
      const handled = files.filter((file) => analyzer.handles(file)).length;
      found.push({
        what: analyzer.name,
        state: flavour === "wasm" ? "note" : "fine",
        detail: `${tool} ${version} (${flavour}), looks at ${handled} files${flavour === "wasm" ? "; the embedded build is slower and does not say which fixes are safe: `pip install ruff` for the native one" : ""}`,
      });
    }
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
      const [first = "", ...rest] = wrap(oneLine(detail), Math.max(30, style.columns - width - 4));
      return [
        `${mark[state]} ${oneLine(what).padEnd(width)}${first}\n`,
        ...rest.map((line) => `  ${" ".repeat(width)}${line}\n`),
      ];
    })
    .join("");
}
