import { stat } from "node:fs/promises";
import path from "node:path";
import pLimit from "p-limit";
import { sha256 } from "../../../domain/digest.ts";
import type { Report, ReportedFinding } from "../../../domain/finding.ts";
import type { Analyzer, VariantReport } from "../../../ports/analyzer.ts";
import type { Command, ProcessRunner } from "../../../ports/process.ts";
import type { StagedVariant, Workspace } from "../../../ports/workspace.ts";
import { argumentChunks } from "../argument-chunks.ts";
import { splitReport } from "../split-report.ts";
import { type StagedFile, stagedFiles } from "../staged-files.ts";
import { type ReadReport, readAnswer, runTool, type ToolWords } from "../tool-run.ts";
import { createAnswerFiles } from "./answer-files.ts";
import { EVEN_IF_EXCLUDED, ruffCheck } from "./command-line.ts";
import { fingerprintOfConfiguration } from "./configuration.ts";
import type { FoundRuff } from "./find.ts";
import { createRuleBook } from "./rule-book.ts";
import { createScenery } from "./scenery.ts";
import { isPythonSource, RUFF_SYNTAX_RULES, RUFF_TIMEOUT_MS, type RuffSettings } from "./settings.ts";
import { canBeTold, readSightings } from "./sightings.ts";

/** Ruff uses every core by itself; a second invocation only hides the start and the printing of the first. */
const INVOCATIONS_AT_ONCE = 2;

const WORDS: ToolWords = {
  name: "ruff",
  install: "Install Ruff (`pip install ruff`), or name it with `[analyzers.ruff] binary`.",
  timeoutKey: "`[analyzers.ruff] timeout_seconds`",
};

/** What the native Ruff is built from. `read` turns Ruff's JSON into reports and throws `PatchProError`. */
export interface RuffNativeOptions {
  readonly ruff: FoundRuff;
  readonly workspace: Pick<Workspace, "root" | "list" | "read">;
  readonly runner: ProcessRunner;
  readonly read: ReadReport;
  readonly settings: RuffSettings;
}

/** Ruff as an installed program: fast, and the only build that says which fixes are safe. */
export function createNativeRuff({ ruff, workspace, runner, read, settings }: RuffNativeOptions): Analyzer {
  const { root } = workspace;
  const setTheScene = createScenery(root);
  const answers = createAnswerFiles(runner);

  const command = (args: readonly string[], cwd: string, signal: AbortSignal | undefined): Command => ({
    file: ruff.file,
    args,
    cwd,
    timeoutMs: settings.timeoutMs ?? RUFF_TIMEOUT_MS,
    // FORCE_COLOR would put colours into the github format.
    env: { FORCE_COLOR: "", CLICOLOR_FORCE: "", NO_COLOR: "1" },
    ...(signal ? { signal } : {}),
  });

  const rules = createRuleBook(async () => {
    const run = command(["rule", "--all", "--output-format", "json"], root, undefined);
    return (await runTool(runner, run, WORDS, (exitCode) => exitCode === 0)).stdout.toString("utf8");
  });

  async function check(
    format: "json" | "github",
    rest: readonly string[],
    cwd: string,
    signal?: AbortSignal,
  ): Promise<{ text: string; reports: () => readonly Report[] }> {
    const run = command([...ruffCheck(format, settings, root), ...rest], cwd, signal);
    const completed = await runTool(answers, run, WORDS, (exitCode) => exitCode === 0);
    const text = completed.stdout.toString("utf8");
    return { text, reports: () => readAnswer(read, text, WORDS, run, completed) };
  }

  async function look(
    files: readonly string[],
    cwd: string,
    detail: "sightings" | "fixes",
    signal?: AbortSignal,
  ): Promise<readonly ReportedFinding[]> {
    const rest = [EVEN_IF_EXCLUDED, "--", ...files];
    const brief =
      detail === "sightings" && files.every(canBeTold)
        ? readSightings((await check("github", rest, cwd, signal)).text, await rules.neverFixed())
        : undefined;
    // Nothing at all may be an answer that was lost: that nothing is wrong, only JSON says.
    if (brief && brief.length > 0) return brief;
    return (await check("json", rest, cwd, signal)).reports().flatMap((report) => report.findings);
  }

  return {
    name: "ruff",
    isolation: "file",
    handles: isPythonSource,
    identify: async () => ({
      tool: "ruff",
      version: ruff.version,
      flavour: "native",
      configuration: sha256(JSON.stringify([ruff.version, settings, await fingerprintOfConfiguration(workspace)])),
    }),
    async analyze(paths, signal) {
      const targets = paths.length === 0 ? [root] : await pythonTargets(paths, root);
      const reports: Report[] = [];
      for (const chunk of argumentChunks(targets)) {
        reports.push(...(await check("json", ["--", ...chunk], root, signal)).reports());
      }
      return {
        format: "ruff",
        tool: "ruff",
        toolVersion: ruff.version,
        findings: reports.flatMap((report) => report.findings),
        notices: [...new Set(reports.flatMap((report) => report.notices))],
      };
    },
    async analyzeVariants(variants: readonly StagedVariant[], detail, signal): Promise<VariantReport[]> {
      const staged = await stagedFiles(variants, isPythonSource);
      await setTheScene(staged.files);
      const limit = pLimit(INVOCATIONS_AT_ONCE);
      const findings = await Promise.all(
        // Patterns of a configuration given on the command line start at the working directory.
        byFolder(staged.files, settings.config === undefined ? () => root : (file) => file.root).flatMap(
          ([cwd, files]) => argumentChunks(files).map((chunk) => limit(() => look(chunk, cwd, detail, signal))),
        ),
      );
      return splitReport(findings.flat(), variants, staged, root, {
        format: "ruff",
        tool: "ruff",
        toolVersion: ruff.version,
        syntaxRules: RUFF_SYNTAX_RULES,
      });
    },
    describeRule: (ruleId) => rules.describe(ruleId),
    close: () => answers.close(),
  };
}

function byFolder(files: readonly StagedFile[], folderOf: (file: StagedFile) => string): [string, string[]][] {
  const groups = Map.groupBy(files, folderOf);
  return [...groups].map(([folder, group]) => [folder, group.map((file) => file.absolute)]);
}

/** Folders, Python files, and names of nothing at all (Ruff says so); Ruff would read any other file as Python. */
async function pythonTargets(paths: readonly string[], root: string): Promise<string[]> {
  const targets: string[] = [];
  for (const one of paths) {
    const absolute = path.resolve(root, one);
    const isFile = await stat(absolute).then(
      (found) => found.isFile(),
      () => false,
    );
    if (!isFile || isPythonSource(one)) targets.push(absolute);
  }
  return targets;
}
