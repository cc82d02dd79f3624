import { readFile, realpath } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import pLimit from "p-limit";
import { decodeReport } from "../../../domain/decode-report.ts";
import { sha256 } from "../../../domain/digest.ts";
import { PatchProError } from "../../../domain/errors.ts";
import type { Report } from "../../../domain/finding.ts";
import type { Analyzer, VariantReport } from "../../../ports/analyzer.ts";
import type { Command, Completed, ProcessRunner } from "../../../ports/process.ts";
import type { StagedVariant, Workspace } from "../../../ports/workspace.ts";
import { makeTemporaryFolder, removeTemporaryFolder } from "../../system/temporary-folders.ts";
import { relocateUnder } from "../relocate-under.ts";
import { type ReadReport, readAnswer, rerunHint, runTool, type ToolWords, toolFailure } from "../tool-run.ts";
import { isUnder } from "./is-under.ts";
import { createNamer } from "./own-names.ts";
import { fillCommand, wantsOutputFile } from "./placeholders.ts";

/** A program may print a report of this size at most. */
const REPORT_BYTES = 256 * 1024 * 1024;
const RUNS_AT_ONCE = 2;

/** `[analyzers.NAME]` with a `command`. */
export interface CommandSettings {
  readonly name: string;
  /** Program and arguments, no shell; `{output}` and `{paths}` as in `placeholders.ts`. */
  readonly command: readonly string[];
  /** Of what the command prints. */
  readonly format: string;
  /** Endings of the files it looks at, such as `.go`; all files if undefined. */
  readonly extensions?: readonly string[];
  /** Milliseconds for one run; 600,000 if undefined. */
  readonly timeoutMs?: number;
}

export interface CommandOptions {
  readonly settings: CommandSettings;
  readonly workspace: Pick<Workspace, "root" | "resolve">;
  readonly runner: ProcessRunner;
  /** Turns the configured format into reports. */
  readonly read: ReadReport;
}

/** Any program that prints a report in a known format. It runs in a whole tree, once per variant. */
export function createCommandAnalyzer({ settings, workspace, runner, read }: CommandOptions): Analyzer {
  const { name, command: words, extensions } = settings;
  const { root } = workspace;
  const withOwnNames = createNamer(workspace);
  const about: ToolWords = {
    name,
    install: `Install ${words[0] ?? "it"}, or mend [analyzers.${name}] command.`,
    timeoutKey: `[analyzers.${name}] timeout_seconds`,
  };
  if (words.length === 0) {
    throw new PatchProError(
      "config",
      `[analyzers.${name}] command is empty`,
      "Write the program and its arguments as a list.",
    );
  }
  const handles = (file: string): boolean => extensions?.some((ending) => file.endsWith(ending)) ?? true;

  /** All that one run reports, names relative to the folder it ran in. */
  async function run(folder: string, paths: readonly string[], signal?: AbortSignal): Promise<Report> {
    const scratch = makeTemporaryFolder(os.tmpdir(), "patchpro-report-");
    try {
      const output = path.join(scratch, "report");
      const command: Command = {
        ...fillCommand(words, { output, paths }),
        cwd: folder,
        timeoutMs: settings.timeoutMs ?? 600_000,
        maxOutputBytes: REPORT_BYTES,
        ...(signal ? { signal } : {}),
      };
      // Tools exit with 1 and other codes when they find something: what counts is a report that can be read.
      const completed = await runTool(runner, command, about);
      const text = wantsOutputFile(words) ? await written(output, command, completed) : decodeReport(completed.stdout);
      if (text.trim() === "" && completed.exitCode !== 0) {
        throw toolFailure(
          about,
          command,
          completed,
          `failed with exit code ${completed.exitCode} and no report`,
          rerunHint(command, about),
        );
      }
      const report = joined(readAnswer(read, text, about, command, completed));
      return withOwnNames(relocateUnder(report, folder, await realpath(folder)), paths);
    } finally {
      await removeTemporaryFolder(scratch);
    }
  }

  async function written(output: string, command: Command, completed: Completed): Promise<string> {
    try {
      return decodeReport(await readFile(output));
    } catch (error) {
      const problem = `wrote no report to {output}, exit code ${completed.exitCode}`;
      throw toolFailure(about, command, completed, problem, rerunHint(command, about), error);
    }
  }

  function joined(reports: readonly Report[]): Report {
    const [first] = reports;
    return {
      ...first,
      format: first?.format ?? "findings",
      tool: name,
      findings: reports.flatMap((report) => report.findings),
      notices: reports.flatMap((report) => report.notices),
    };
  }

  return {
    name,
    isolation: "tree",
    handles,
    // A program of any kind: its version is not known, its configuration is the tree that it runs in.
    identify: async () => ({
      tool: name,
      version: "unknown",
      flavour: "command",
      configuration: sha256(JSON.stringify([words, settings.format])),
    }),
    async analyze(paths, signal): Promise<Report> {
      const report = await run(root, paths, signal);
      if (paths.length === 0) return report;
      return { ...report, findings: report.findings.filter(({ uri }) => uri === undefined || isUnder(uri, paths)) };
    },
    async analyzeVariants(variants: readonly StagedVariant[], _detail, signal): Promise<VariantReport[]> {
      const limit = pLimit(RUNS_AT_ONCE);
      return Promise.all(
        variants.map(({ variant, root: folder }) =>
          limit(async (): Promise<VariantReport> => {
            const touched = variant.changes.filter(({ path: file, after }) => after !== null && handles(file));
            if (touched.length === 0) return { variantId: variant.id, report: joined([]) };
            // What it finds elsewhere in the tree stays in: a change can break what other files rely on.
            const paths = touched.map((change) => change.path);
            return { variantId: variant.id, report: await run(folder, paths, signal) };
          }),
        ),
      );
    },
    close: async () => {},
  };
}
