import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Report } from "../../../domain/finding.ts";
import type { Analyzer, VariantReport } from "../../../ports/analyzer.ts";
import type { Command, ProcessRunner } from "../../../ports/process.ts";
import type { StagedVariant, Workspace } from "../../../ports/workspace.ts";
import { relocateUnder } from "../relocate-under.ts";
import { type ReadReport, readAnswer, rerunHint, runTool, type ToolWords, toolFailure } from "../tool-run.ts";
import { fingerprintOfEslint } from "./configuration.ts";
import type { DriverInput } from "./driver.ts";
import { type DriverAnswer, lineOfJson, readDriverOutput } from "./driver-output.ts";
import type { FoundEslint } from "./find.ts";

const DRIVER = fileURLToPath(new URL(import.meta.url.endsWith(".ts") ? "./driver.ts" : "./driver.js", import.meta.url));
const WORDS: ToolWords = {
  name: "eslint",
  install: "Install the repository's packages (`npm ci`), ESLint among them.",
  timeoutKey: "`[analyzers.eslint] timeout_seconds`",
};
/** Characters of source text that one process is given: ESLint keeps more and more of what it has seen. */
const TEXT_PER_PROCESS = 32 * 1024 * 1024;

/** `[analyzers.eslint]`. */
export interface EslintSettings {
  /** A configuration used in place of the one that ESLint would find; relative to the repository's root. */
  readonly config?: string;
  /** Milliseconds for one process; 300,000 if undefined. */
  readonly timeoutMs?: number;
}

export interface EslintOptions {
  readonly eslint: FoundEslint;
  readonly workspace: Pick<Workspace, "root" | "list" | "read">;
  readonly runner: ProcessRunner;
  /** Turns ESLint's JSON into reports. */
  readonly read: ReadReport;
  readonly settings: EslintSettings;
  /** The Node that runs ESLint; the one that runs PatchPro if undefined. */
  readonly node?: string;
}

/** The repository's own ESLint with its own configuration and plugins, in a process of its own. */
export function createEslint({
  eslint,
  workspace,
  runner,
  read,
  settings,
  node = process.execPath,
}: EslintOptions): Analyzer {
  const { root } = workspace;
  const words = {
    ...WORDS,
    byHand: `npx eslint ${settings.config === undefined ? "" : `--config ${settings.config} `}.`,
  };
  const configFile = settings.config === undefined ? undefined : path.resolve(root, settings.config);

  /** What the driver answered, each with its reading. */
  async function drive(
    detail: DriverInput["detail"],
    task: DriverInput["task"],
    signal?: AbortSignal,
  ): Promise<readonly { answer: DriverAnswer; report: Report }[]> {
    const input: DriverInput = { root, eslint: eslint.entry, configFile, detail, task };
    const command: Command = {
      file: node,
      args: [DRIVER],
      cwd: root,
      input: lineOfJson(input),
      timeoutMs: settings.timeoutMs ?? 300_000,
      ...(signal ? { signal } : {}),
    };
    const completed = await runTool(runner, command, words, (exitCode) => exitCode === 0);
    const answers = readDriverOutput(completed.stdout.toString("utf8"));
    if (!answers)
      throw toolFailure(words, command, completed, "ended before its work was done", rerunHint(command, words));
    return answers.map((answer) => {
      const [report] = readAnswer(read, JSON.stringify([answer.result]), words, command, completed);
      return { answer, report: relocateUnder(report ?? nothing(eslint), root) };
    });
  }

  return {
    name: "eslint",
    isolation: "file",
    handles: isScript,
    identify: async () => ({
      tool: "eslint",
      version: eslint.version,
      flavour: "native",
      configuration: await fingerprintOfEslint(workspace, [eslint.version, settings]),
    }),
    async analyze(paths, signal): Promise<Report> {
      const answers = await drive("fixes", { kind: "paths", paths }, signal);
      return {
        ...nothing(eslint),
        findings: answers.flatMap(({ report }) => report.findings),
        notices: [...new Set(answers.flatMap(({ answer, report }) => [...report.notices, ...ignoredNotice(answer)]))],
      };
    },
    async analyzeVariants(variants: readonly StagedVariant[], detail, signal): Promise<VariantReport[]> {
      const texts = variants.flatMap(({ variant }) =>
        variant.changes.flatMap(({ path: name, after }) =>
          after !== null && isScript(name) ? [{ variantId: variant.id, path: name, text: after }] : [],
        ),
      );
      const ofVariant = new Map<string, { answer: DriverAnswer; report: Report }[]>();
      for (const batch of batches(texts)) {
        const task = { kind: "texts" as const, texts: batch.map(({ path: name, text }) => ({ path: name, text })) };
        for (const one of await drive(detail, task, signal)) {
          const text = batch[one.answer.index ?? -1];
          if (text) ofVariant.set(text.variantId, [...(ofVariant.get(text.variantId) ?? []), one]);
        }
      }
      return variants.map(({ variant }) => {
        const own = ofVariant.get(variant.id) ?? [];
        const report: Report = {
          ...nothing(eslint),
          findings: own.flatMap((one) => one.report.findings),
          notices: own.flatMap(({ answer, report: one }) => [...one.notices, ...ignoredNotice(answer)]),
        };
        return { variantId: variant.id, report, syntaxErrors: own.flatMap(({ answer }) => answer.syntaxErrors) };
      });
    },
    close: async () => {},
  };
}

function isScript(file: string): boolean {
  return /\.(?:[cm]?[jt]s|[jt]sx|vue|svelte|astro)$/.test(file);
}

function nothing(eslint: FoundEslint): Report {
  return { format: "eslint", tool: "eslint", toolVersion: eslint.version, findings: [], notices: [] };
}

/** A file that ESLint passes by is not a clean one. */
function ignoredNotice({ ignored, result }: DriverAnswer): string[] {
  if (ignored === undefined) return [];
  const name =
    typeof result === "object" && result !== null && "filePath" in result ? String(result.filePath) : "a file";
  return [`eslint did not look at ${name}: ${ignored}`];
}

function batches<T extends { readonly text: string }>(texts: readonly T[]): T[][] {
  const all: T[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const text of texts) {
    if (size + text.text.length > TEXT_PER_PROCESS) {
      all.push([]);
      size = 0;
    }
    all.at(-1)?.push(text);
    size += text.text.length;
  }
  return all;
}
