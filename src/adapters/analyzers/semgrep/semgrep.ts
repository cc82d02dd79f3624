import { mkdir } from "node:fs/promises";
import path from "node:path";
import { sha256 } from "../../../domain/digest.ts";
import type { Report } from "../../../domain/finding.ts";
import type { Analyzer, VariantReport } from "../../../ports/analyzer.ts";
import type { Command, Completed, ProcessRunner } from "../../../ports/process.ts";
import type { StagedVariant, Workspace } from "../../../ports/workspace.ts";
import { argumentChunks } from "../argument-chunks.ts";
import { relocateUnder } from "../relocate-under.ts";
import { splitReport } from "../split-report.ts";
import { stagedFiles } from "../staged-files.ts";
import { type ReadReport, readAnswer, runTool, type ToolWords } from "../tool-run.ts";
import { type FoundSemgrep, SEMGREP_ENV } from "./find.ts";
import { fileErrors } from "./own-errors.ts";
import { conventionalConfigs, localConfigs, type SemgrepSettings } from "./settings.ts";

const WORDS: ToolWords = {
  name: "semgrep",
  install: "Install Semgrep (`pip install semgrep`), or take it out of the configured analyzers.",
  timeoutKey: "`[analyzers.semgrep] timeout_seconds`",
};

export interface SemgrepOptions {
  readonly semgrep: FoundSemgrep;
  readonly workspace: Pick<Workspace, "root" | "list" | "read">;
  readonly runner: ProcessRunner;
  /** Turns Semgrep's JSON into reports. */
  readonly read: ReadReport;
  readonly settings: SemgrepSettings;
}

interface Scan {
  readonly reports: readonly Report[];
  readonly text: string;
}

/** Semgrep with the repository's own rules, never with rules from a registry. One slow start serves all variants. */
export function createSemgrep({ semgrep, workspace, runner, read, settings }: SemgrepOptions): Analyzer {
  const { root } = workspace;
  let found: Promise<readonly string[]> | undefined;
  const configs = (): Promise<readonly string[]> => {
    found ??= settings.configs ? Promise.resolve(settings.configs).then(localConfigs) : conventionalConfigs(workspace);
    return found;
  };

  async function scan(more: readonly string[], targets: readonly string[], signal?: AbortSignal): Promise<Scan> {
    const rules = (await configs()).flatMap((config) => ["--config", config]);
    const command: Command = {
      file: semgrep.file,
      args: [
        "scan",
        "--json",
        "--quiet",
        "--metrics=off",
        "--disable-version-check",
        ...more,
        ...rules,
        "--",
        ...targets,
      ],
      // Rule ids begin with the rule file's path from here.
      cwd: root,
      env: SEMGREP_ENV,
      timeoutMs: settings.timeoutMs ?? 600_000,
      ...(signal ? { signal } : {}),
    };
    // 1: findings, with --error only. 2 and above: Semgrep or a rule failed; what it scanned nevertheless is not all.
    const completed: Completed = await runTool(runner, command, WORDS, (exitCode) => exitCode === 0 || exitCode === 1);
    const text = completed.stdout.toString("utf8");
    return { reports: readAnswer(read, text, WORDS, command, completed), text };
  }

  const about = { format: "semgrep", tool: "semgrep", toolVersion: semgrep.version } as const;

  return {
    name: "semgrep",
    isolation: "file",
    handles: (file) => !/^\.git\//.test(file),
    async identify() {
      const rules = await workspace.list(await configs());
      const contents: (readonly [string, string])[] = [];
      for (const name of [...rules, ".semgrepignore"]) contents.push([name, (await workspace.read(name))?.text ?? ""]);
      const configuration = sha256(JSON.stringify([semgrep.version, settings, contents]));
      return { tool: "semgrep", version: semgrep.version, flavour: path.basename(semgrep.file), configuration };
    },
    async analyze(paths, signal): Promise<Report> {
      if ((await configs()).length === 0) return withoutRules(about);
      const scans: Scan[] = [];
      const targets = paths.length === 0 ? ["."] : paths.map((one) => path.resolve(root, one));
      for (const chunk of argumentChunks(targets)) scans.push(await scan([], chunk, signal));
      const reports = scans.flatMap((one) => one.reports);
      return {
        ...about,
        findings: reports.flatMap((report) => relocateUnder(report, root).findings),
        notices: [...new Set(reports.flatMap((report) => report.notices))],
      };
    },
    async analyzeVariants(variants: readonly StagedVariant[], _detail, signal): Promise<VariantReport[]> {
      const hasRules = (await configs()).length > 0;
      const staged = await stagedFiles(variants, (file) => hasRules && !/^\.git\//.test(file));
      for (const folder of new Set(staged.files.map((file) => file.root))) await makeProjectRoot(folder);
      const scans: Scan[] = [];
      // Staged files are neither known to git nor in a repository's usual places: all that is named is looked at.
      for (const chunk of argumentChunks(staged.files.map((file) => file.absolute))) {
        scans.push(await scan(["--no-git-ignore"], chunk, signal));
      }
      const findings = scans.flatMap((one) => one.reports.flatMap((report) => report.findings));
      const errors = scans.flatMap((one) => fileErrors(one.text));
      return splitReport(findings, variants, staged, root, about).map((report) => {
        const own = errors.filter((error) => staged.find(error.path, root)?.variantId === report.variantId);
        const notices = own
          .filter((error) => !error.isSyntax)
          .map((error) => `semgrep did not finish a file: ${error.text}`);
        const syntaxErrors = own.filter((error) => error.isSyntax).map((error) => error.text);
        // Semgrep parses a file only if a rule's words are in it, so that no error does not mean no mistake.
        const told = syntaxErrors.length > 0 ? { syntaxErrors } : {};
        return { ...report, report: { ...report.report, notices }, ...told };
      });
    },
    close: async () => {},
  };
}

/** Rules' `paths` start at the folder that holds `.git`; an empty one is enough (Semgrep 1.182). */
async function makeProjectRoot(folder: string): Promise<void> {
  await mkdir(path.join(folder, ".git"), { recursive: true }).catch(() => {});
}

function withoutRules(about: Pick<Report, "format" | "tool" | "toolVersion">): Report {
  const notice =
    "semgrep was not run: the repository has no .semgrep.yml, .semgrep.yaml or .semgrep/, and [analyzers.semgrep] configs is not set";
  return { ...about, findings: [], notices: [notice] };
}
