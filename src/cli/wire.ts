import picomatch from "picomatch";
import { syntaxParsers } from "../adapters/parsers/index.ts";
import { changesOfDiff as readForeignDiff } from "../adapters/system/foreign-diff.ts";
import { gitIn } from "../adapters/system/git.ts";
import { createGrowingRunner } from "../adapters/system/kept-runner/growing-runner.ts";
import { checkedOutWithCrlf } from "../adapters/system/line-ends.ts";
import { createProcessRunner } from "../adapters/system/process.ts";
import { roomiestTemporaryFolder } from "../adapters/system/temporary-place.ts";
import { openWorkingTree, type WorkingTree } from "../adapters/system/working-tree.ts";
import { openWorkspace } from "../adapters/system/workspace.ts";
import { runInWorktree } from "../adapters/system/worktree.ts";
import type { Config } from "../config/config.ts";
import type { Environment } from "../config/environment.ts";
import type { FileChange } from "../domain/outcome.ts";
import { createLocator } from "../findings/locate.ts";
import type { RepairTools } from "../pipeline/repair.ts";
import type { RunTools } from "../pipeline/run.ts";
import type { TestCommand } from "../pipeline/test-rung.ts";
import type { ProcessRunner } from "../ports/process.ts";
import type { Workspace } from "../ports/workspace.ts";
import type { CommandContext } from "./context.ts";
import { type Picked, pickAnalyzers } from "./wire/analyzers.ts";
import { pickCodemods } from "./wire/codemods.ts";
import { openJudgeGate } from "./wire/judges.ts";
import { modelTools } from "./wire/models.ts";

export { openFolder } from "../adapters/system/folder.ts";
export { readInput, readLines } from "../adapters/system/input.ts";
export { writeNewFile } from "../adapters/system/new-file.ts";
export { ownVersion } from "../adapters/system/own-version.ts";
export { checkRunFolder, createRunFolder, type RunFolder } from "../adapters/system/run-folder.ts";
export { disposeAllStages } from "../adapters/system/stage.ts";
export { findRunFolder, readRunFile } from "../adapters/system/stored-runs.ts";
export type { WorkingTree } from "../adapters/system/working-tree.ts";
export { countCodemods } from "./wire/codemods.ts";
export { probeModels } from "./wire/models.ts";
export { importTraces, openTraces, sendTraces, writeNewText } from "./wire/traces.ts";

/** The adapters that one command works with. */
export interface Wired extends Picked {
  readonly runner: ProcessRunner;
  readonly workspace: Workspace;
  readonly tree: WorkingTree;
  /** Folder for throw-away folders. */
  readonly tmp: string;
  close(): Promise<void>;
}

/** The repository without any analyzer. */
export async function openTree(
  root: string,
  environment: Environment,
  runner: ProcessRunner = createProcessRunner({ env: environment.raw }),
): Promise<Pick<Wired, "runner" | "workspace" | "tree" | "tmp">> {
  // Not a folder of ours below it: on a shared computer, whoever made that first would own what others put there.
  const tmp = environment.tempDir ?? roomiestTemporaryFolder();
  const workspace = await openWorkspace({ root, runner, tmp, indexFile: environment.gitIndexFile });
  return { runner, workspace, tree: openWorkingTree({ root: workspace.root, runner }), tmp };
}

/** Picks the adapters that the configuration asks for: nothing outside of this file and its folder does. `only`: names of analyzers, all if undefined. */
export async function wire(
  root: string,
  config: Config,
  environment: Environment,
  only?: readonly string[],
): Promise<Wired> {
  const runner = createGrowingRunner({ env: environment.raw });
  const opened = await openTree(root, environment, runner);
  const picked = await pickAnalyzers(config.analyzers, opened.workspace, opened.runner, only);
  const close = async (): Promise<void> => {
    await Promise.all(picked.analyzers.map((analyzer) => analyzer.close()));
    await runner.close();
  };
  return { ...opened, ...picked, close };
}

/** What a run needs of the adapters. */
export async function runTools(
  wired: Wired,
  config: Config,
  context: CommandContext,
  emit: RunTools["emit"],
  options: { readonly runId: string; readonly record?: string | undefined },
): Promise<{ tools: RunTools; end(stopped: boolean): Promise<void> }> {
  const codemods = await pickCodemods(wired.workspace.root, config);
  const shared = {
    ...(await repairTools(wired, config, context.signal)),
    ...testCommand(wired, config, context),
    emit,
  };
  const model = await modelTools(wired, config, context, shared, options);
  const judge =
    model &&
    (await openJudgeGate(wired.workspace.root, config, context).catch(async (error: unknown) => {
      await model.end(true);
      throw error;
    }));
  return {
    tools: {
      ...shared,
      changedSince: changedSince(wired.tree),
      ...codemods,
      toolVersion: context.toolVersion,
      ...(model && { model: { ...model.tools, ...(judge && { judge: judge.gate }) } }),
    },
    end: async (stopped) => {
      await judge?.close();
      await model?.end(stopped);
    },
  };
}

/** Whether a file differs from what it was at a commit that a report names; git is asked once for each commit. */
function changedSince(tree: WorkingTree): NonNullable<RunTools["changedSince"]> {
  const known = new Map<string, Promise<ReadonlySet<string> | undefined>>();
  return async (revision, path) => {
    const files = known.get(revision) ?? tree.changedSince(revision);
    known.set(revision, files);
    return (await files)?.has(path);
  };
}

/** The user's tests, if the configuration names a command. */
export function testCommand(
  { workspace, runner, tmp }: Wired,
  { tests }: Config,
  { signal }: CommandContext,
): { tests?: TestCommand } {
  const [file, ...args] = tests?.command ?? [];
  if (!tests || file === undefined) return {};
  const words = tests.command.join(" ");
  return {
    tests: {
      words,
      run: (changes) =>
        runInWorktree({ workspace, runner, changes, command: { file, args }, timeoutMs: tests.timeoutMs, tmp, signal }),
    },
  };
}

/**
 * What a diff from anywhere changes in the repository's files, or in others that `read` gives; git names them from the
 * top level, others from the root.
 */
export async function changesOfDiff(
  diff: Uint8Array,
  source: string,
  { workspace, runner, tmp }: Wired,
  read: Workspace["read"] = workspace.read,
): Promise<FileChange[]> {
  const { prefix, root } = workspace;
  const below = (path: string): string => (path.startsWith(prefix) ? path.slice(prefix.length) : path);
  const crlfHere = async (paths: readonly string[]): Promise<ReadonlySet<string>> => {
    const found = await checkedOutWithCrlf(gitIn(runner, root), paths.map(below));
    return new Set(paths.filter((path) => found.has(below(path))));
  };
  const changes = await readForeignDiff(diff, source, (path) => read(below(path)), { runner, tmp, crlfHere });
  return changes.map((change) => ({ ...change, path: below(change.path) }));
}

/** What the ladder and the rounds need of the adapters. */
export async function repairTools(
  { workspace, analyzers }: Pick<Wired, "workspace" | "analyzers">,
  config: Config,
  signal: AbortSignal,
): Promise<RepairTools> {
  const identities = new Map(
    await Promise.all(analyzers.map(async (analyzer) => [analyzer.name, await analyzer.identify()] as const)),
  );
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

/** Whether the configuration's `exclude` leaves a file out. A folder's name leaves out all that is in it. */
export function excluder(exclude: readonly string[]): (path: string) => boolean {
  const globs = exclude.map((glob) => glob.replace(/^\.\//, "").replace(/\/+$/, ""));
  return exclude.length === 0
    ? () => false
    : picomatch(
        globs.flatMap((glob) => [glob, `${glob}/**`]),
        { dot: true },
      );
}
