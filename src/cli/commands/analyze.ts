import type { Command } from "commander";
import type { RunResult } from "../../domain/run.ts";
import { newRunId } from "../../domain/run-id.ts";
import { collect } from "../../pipeline/collect.ts";
import { planWork } from "../../plan/plan.ts";
import type { Workspace } from "../../ports/workspace.ts";
import { renderFindingsJson, renderFindingsText } from "../../report/findings.ts";
import { inert, oneLine } from "../../report/safe-text.ts";
import { renderSarif } from "../../report/sarif.ts";
import type { CommandContext } from "../context.ts";
import { settle } from "../context.ts";
import { exitCodeOf } from "../exit.ts";
import { addFindingOptions, type FindingOptions, orderOf } from "../finding-options.ts";
import { examplesText } from "../help.ts";
import { oneOf } from "../options.ts";
import { styleOf } from "../terminal.ts";
import { wire } from "../wire.ts";

const FORMATS = ["text", "json", "sarif"] as const;

interface AnalyzeOptions extends FindingOptions {
  readonly format: (typeof FORMATS)[number];
}

/** `patchpro analyze`: findings only, whatever tool they come from. */
export function addAnalyze(program: Command, contextOf: () => CommandContext, exit: (code: number) => void): void {
  const command = program
    .command("analyze")
    .description("show findings, whatever tool they come from")
    .argument("[paths...]", "files and folders to look at; everything if none")
    .option(
      "--format <format>",
      `what to print: ${FORMATS.join(", ")}`,
      (text: string) => oneOf(FORMATS, text),
      "text",
    );
  addFindingOptions(command)
    .addHelpText(
      "after",
      examplesText([
        {
          command: "patchpro analyze --findings report.sarif --format json > findings.json",
          does: "reads any supported report and writes schemas/findings.v1.json",
        },
      ]),
    )
    .action(async (paths: string[], _own: unknown, self: Command) => {
      exit(await analyze(paths, self.optsWithGlobals<AnalyzeOptions>(), contextOf()));
    });
}

async function analyze(paths: readonly string[], options: AnalyzeOptions, context: CommandContext): Promise<number> {
  const { root, config, warnings } = settle(context, options);
  const note = (text: string): void => context.stderr(`note: ${inert(oneLine(text))}\n`);
  warnings.forEach(note);
  const wired = await wire(root, config, context.environment, options.analyzer);
  try {
    const order = await orderOf(paths, options, config, wired, context);
    const collected = await collect(order, { ...wired, signal: context.signal });
    collected.notices.forEach(note);
    const { findings } = planWork(collected.findings, {
      sources: config.sources,
      unsafe: config.unsafe,
      rules: new Map(),
    });
    const result: RunResult = {
      runId: newRunId(Date.now()),
      root: wired.workspace.root,
      startedAt: Date.now(),
      wallMs: 0,
      toolVersion: context.toolVersion,
      findings: findings.map(({ finding, skip }) => ({
        finding,
        outcome: { kind: "skipped", skip: skip?.reason ?? "not-tried", reason: skip?.detail ?? "analyze tries no fix" },
      })),
      patches: [],
      changes: [],
      combinedDiff: new Uint8Array(),
      bySource: { native: NOTHING, codemod: NOTHING, model: NOTHING },
      promptTokens: 0,
      completionTokens: 0,
      costUsd: 0,
      notices: collected.notices,
    };
    const { columns, unicode, colour } = styleOf(process.stdout, context.environment, process.platform);
    const text = {
      text: async () => renderFindingsText(result, { columns, unicode, colour }),
      json: async () => renderFindingsJson(result, await markedFiles(result, wired.workspace)),
      sarif: async () => renderSarif(result),
    }[options.format];
    await context.stdout(await text());
    return exitCodeOf(result, config.failOn);
  } finally {
    await wired.close();
  }
}

/** The files with a byte-order mark among those that fixes change. */
async function markedFiles({ findings }: RunResult, workspace: Workspace): Promise<Set<string>> {
  const changed = new Set(
    findings.flatMap(({ finding }) => finding.fixes.flatMap(({ edits }) => edits)).map((edit) => edit.path),
  );
  const marked = new Set<string>();
  for (const path of changed) if ((await workspace.read(path))?.text.startsWith("\ufeff")) marked.add(path);
  return marked;
}

const NOTHING = { accepted: 0, costUsd: 0, requests: 0 };
