import { existsSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import picomatch from "picomatch";
import { createCommandAnalyzer } from "../adapters/analyzers/command/command.ts";
import { createEslint } from "../adapters/analyzers/eslint/eslint.ts";
import { findEslint } from "../adapters/analyzers/eslint/find.ts";
import { findRuff } from "../adapters/analyzers/ruff/find.ts";
import { createNativeRuff } from "../adapters/analyzers/ruff/native.ts";
import { createWasmRuff } from "../adapters/analyzers/ruff/wasm.ts";
import { findSemgrep } from "../adapters/analyzers/semgrep/find.ts";
import { createSemgrep } from "../adapters/analyzers/semgrep/semgrep.ts";
import { conventionalConfigs } from "../adapters/analyzers/semgrep/settings.ts";
import { syntaxParsers } from "../adapters/parsers/index.ts";
import { createProcessRunner } from "../adapters/system/process.ts";
import { changesOfDiff as readForeignDiff } from "../adapters/system/foreign-diff.ts";
import { runInWorktree } from "../adapters/system/worktree.ts";
import { openWorkingTree, type WorkingTree } from "../adapters/system/working-tree.ts";
import { openWorkspace } from "../adapters/system/workspace.ts";
import type { Config } from "../config/config.ts";
import type { Environment } from "../config/environment.ts";
import { nearest } from "../config/nearest.ts";
import { PatchProError } from "../domain/errors.ts";
import type { FileChange } from "../domain/outcome.ts";
import { createLocator } from "../findings/locate.ts";
import { readReports } from "../findings/readers/detect.ts";
import type { TestCommand } from "../pipeline/test-rung.ts";
import type { RepairTools } from "../pipeline/repair.ts";
import type { RunTools } from "../pipeline/run.ts";
import type { Analyzer } from "../ports/analyzer.ts";
import type { ProcessRunner } from "../ports/process.ts";
import type { Workspace } from "../ports/workspace.ts";
import type { CommandContext } from "./context.ts";

export { openFolder } from "../adapters/system/folder.ts";
export { readInput, readLines } from "../adapters/system/input.ts";
export { createRunFolder, type RunFolder } from "../adapters/system/run-folder.ts";
export { disposeAllStages } from "../adapters/system/stage.ts";
export type { WorkingTree } from "../adapters/system/working-tree.ts";

/** The adapters that one command works with. */
export interface Wired {
  readonly runner: ProcessRunner;
  readonly workspace: Workspace;
  readonly tree: WorkingTree;
  readonly analyzers: readonly Analyzer[];
  /** Folder for throw-away folders. */
  readonly tmp: string;
  close(): Promise<void>;
}

/** The repository without any analyzer. */
export async function openTree(root: string, environment: Environment): Promise<Pick<Wired, "runner" | "workspace" | "tree" | "tmp">> {
  const runner = createProcessRunner({ env: environment.raw });
  const tmp = join(environment.tempDir ?? roomiestTemporaryFolder(), "patchpro");
  const workspace = await openWorkspace({ root, runner, tmp });
  return { runner, workspace, tree: openWorkingTree({ root: workspace.root, runner }), tmp };
}

/** Picks the adapters that the configuration asks for: the only file that does. `only`: names of analyzers, all if undefined. */
export async function wire(root: string, config: Config, environment: Environment, only?: readonly string[]): Promise<Wired> {
  const opened = await openTree(root, environment);
  const analyzers = await pickAnalyzers(config.analyzers, opened.workspace, opened.runner, only);
  const close = async (): Promise<void> => void (await Promise.all(analyzers.map((analyzer) => analyzer.close())));
  return { ...opened, analyzers, close };
}

/** Thousands of small files come and go: memory is several times faster for that than a disk, where there is enough of it. */
function roomiestTemporaryFolder(): string {
  const memory = "/dev/shm";
  if (process.platform !== "linux" || !existsSync(memory)) return tmpdir();
  const { bavail, bsize } = statfsSync(memory);
  return bavail * bsize > 2 ** 30 ? memory : tmpdir();
}

type Settings = Config["analyzers"];

async function pickAnalyzers(settings: Settings, workspace: Workspace, runner: ProcessRunner, only: readonly string[] | undefined): Promise<Analyzer[]> {
  const known = ["ruff", "eslint", "semgrep", ...settings.custom.map(({ name }) => name)];
  for (const name of only ?? []) {
    if (known.includes(name)) continue;
    const meant = nearest(name, known);
    throw new PatchProError("usage", `there is no analyzer "${name}"${meant ? `; did you mean "${meant}"?` : ""}`, `Known here: ${known.join(", ")}. Others: [analyzers.NAME] command = […] in the configuration.`);
  }
  const files = await workspace.list();
  const asked = (name: string, enabled: boolean | "auto"): boolean => only?.includes(name) ?? enabled !== false;
  const picked = await Promise.all([
    asked("ruff", settings.ruff.enabled) ? pickRuff(settings.ruff, files, workspace, runner, only !== undefined) : undefined,
    asked("eslint", settings.eslint.enabled) ? pickEslint(settings.eslint, files, workspace, runner, only !== undefined) : undefined,
    asked("semgrep", settings.semgrep.enabled) ? pickSemgrep(settings.semgrep, workspace, runner, only !== undefined) : undefined,
    ...settings.custom.filter(({ name, enabled }) => asked(name, enabled)).map((custom) => pickCommand(custom, workspace, runner)),
  ]);
  return picked.filter((analyzer) => analyzer !== undefined);
}

async function pickRuff(settings: Settings["ruff"], files: readonly string[], workspace: Workspace, runner: ProcessRunner, wanted: boolean): Promise<Analyzer | undefined> {
  if (settings.enabled === "auto" && !wanted && !files.some((file) => /\.pyi?$/.test(file))) return undefined;
  const narrowed = {
    ...(settings.select && { select: settings.select }),
    ignore: settings.ignore,
    ...(settings.config !== undefined && { config: settings.config }),
    timeoutMs: settings.timeoutMs,
  };
  const ruff = settings.flavour === "wasm" ? undefined : await findRuff(runner, workspace.root, settings.binary === undefined ? undefined : [settings.binary]);
  if (ruff) return createNativeRuff({ ruff, workspace, runner, read: readReports, settings: narrowed });
  if (settings.flavour === "native" || settings.binary !== undefined) throw missing("ruff", settings.binary ?? "ruff", "Install Ruff (`pip install ruff`), or take flavour and binary out of [analyzers.ruff]: an embedded Ruff is always there.");
  return createWasmRuff({ workspace, settings: narrowed });
}

async function pickEslint(settings: Settings["eslint"], files: readonly string[], workspace: Workspace, runner: ProcessRunner, wanted: boolean): Promise<Analyzer | undefined> {
  const demanded = settings.enabled === true || wanted;
  const configured = files.some((file) => /(^|\/)(eslint\.config\.[cm]?[jt]s|\.eslintrc(\.\w+)?)$/.test(file)) || settings.config !== undefined;
  if (!demanded && !configured) return undefined;
  const eslint = await findEslint(workspace.root);
  if (!eslint && demanded) throw missing("eslint", "eslint", "Install it in the repository (`npm install --save-dev eslint`), or take it out of the configured analyzers.");
  if (!eslint) return undefined;
  return createEslint({ eslint, workspace, runner, read: readReports, settings: { ...(settings.config !== undefined && { config: settings.config }), timeoutMs: settings.timeoutMs } });
}

async function pickSemgrep(settings: Settings["semgrep"], workspace: Workspace, runner: ProcessRunner, wanted: boolean): Promise<Analyzer | undefined> {
  const demanded = settings.enabled === true || wanted;
  const hasRules = settings.configs.length > 0 || (await conventionalConfigs(workspace)).length > 0;
  if (!demanded && !hasRules) return undefined;
  const semgrep = await findSemgrep(runner, workspace.root, settings.binary === undefined ? undefined : [settings.binary]);
  if (!semgrep && demanded) throw missing("semgrep", settings.binary ?? "semgrep", "Install Semgrep (`pip install semgrep`), or take it out of the configured analyzers.");
  if (!semgrep) return undefined;
  return createSemgrep({ semgrep, workspace, runner, read: readReports, settings: { ...(settings.configs.length > 0 && { configs: settings.configs }), timeoutMs: settings.timeoutMs } });
}

async function pickCommand(custom: Settings["custom"][number], workspace: Workspace, runner: ProcessRunner): Promise<Analyzer> {
  const { name, command, format, timeoutMs, files } = custom;
  const analyzer = createCommandAnalyzer({ settings: { name, command, format, timeoutMs }, workspace, runner, read: readReports });
  return files ? { ...analyzer, handles: picomatch([...files], { dot: true }) } : analyzer;
}

function missing(name: string, program: string, hint: string): PatchProError {
  return new PatchProError("analyzer", `${name} is asked for, but ${program} is not there or does not start`, hint);
}

/** What a run needs of the adapters. */
export async function runTools(wired: Wired, config: Config, context: CommandContext, emit: RunTools["emit"]): Promise<RunTools> {
  return { ...(await repairTools(wired, config, context.signal)), ...testCommand(wired, config, context), toolVersion: context.toolVersion, emit };
}

/** The user's tests, if the configuration names a command. */
export function testCommand({ workspace, runner, tmp }: Wired, { tests }: Config, { signal }: CommandContext): { tests?: TestCommand } {
  const [file, ...args] = tests?.command ?? [];
  if (!tests || file === undefined) return {};
  const words = tests.command.join(" ");
  return { tests: { words, run: (changes) => runInWorktree({ workspace, runner, changes, command: { file, args }, timeoutMs: tests.timeoutMs, tmp, signal }) } };
}

/** What a diff from anywhere changes in the repository's files. */
export function changesOfDiff(diff: Uint8Array, source: string, { workspace, runner, tmp }: Wired): Promise<FileChange[]> {
  return readForeignDiff(diff, source, workspace.read, { runner, tmp });
}

/** What the ladder and the rounds need of the adapters. */
export async function repairTools({ workspace, analyzers }: Wired, config: Config, signal: AbortSignal): Promise<RepairTools> {
  const identities = new Map(await Promise.all(analyzers.map(async (analyzer) => [analyzer.name, await analyzer.identify()] as const)));
  return {
    unsafe: config.unsafe,
    locate: createLocator(),
    ladder: {
      workspace,
      analyzers,
      identities,
      parsers: syntaxParsers(),
      scope: config.scope,
      require: new Set(config.require),
      now: () => performance.timeOrigin + performance.now(),
      signal,
    },
  };
}

/** Whether the configuration's `exclude` leaves a file out. */
export function excluder(exclude: readonly string[]): (path: string) => boolean {
  return exclude.length === 0 ? () => false : picomatch([...exclude], { dot: true });
}
