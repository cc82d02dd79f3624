import { tmpdir } from "node:os";
import { join } from "node:path";
import picomatch from "picomatch";
import { findRuff } from "../adapters/analyzers/ruff/find.ts";
import { createNativeRuff } from "../adapters/analyzers/ruff/native.ts";
import { createProcessRunner } from "../adapters/system/process.ts";
import { openWorkingTree, type WorkingTree } from "../adapters/system/working-tree.ts";
import { openWorkspace } from "../adapters/system/workspace.ts";
import type { Config } from "../config/config.ts";
import type { Environment } from "../config/environment.ts";
import type { CommandContext } from "./context.ts";
import { createLocator } from "../findings/locate.ts";
import { readReports } from "../findings/readers/detect.ts";
import type { RunTools } from "../pipeline/run.ts";
import type { RepairTools } from "../pipeline/repair.ts";
import type { Analyzer } from "../ports/analyzer.ts";
import type { ProcessRunner } from "../ports/process.ts";
import type { Workspace } from "../ports/workspace.ts";

/** The adapters that one command works with. */
export interface Wired {
  readonly runner: ProcessRunner;
  readonly workspace: Workspace;
  readonly tree: WorkingTree;
  readonly analyzers: readonly Analyzer[];
  readonly notices: readonly string[];
  close(): Promise<void>;
}

/** Picks the adapters that the configuration asks for. The only file that does. */
export async function wire(root: string, config: Config, environment: Environment, only?: readonly string[]): Promise<Wired> {
  const runner = createProcessRunner({ env: environment.raw });
  const workspace = await openWorkspace({ root, runner, tmp: join(environment.tempDir ?? tmpdir(), "patchpro") });
  const notices: string[] = [];
  const analyzers = await pickAnalyzers(config, workspace, runner);
  return {
    runner,
    workspace,
    tree: openWorkingTree({ root: workspace.root, runner }),
    analyzers,
    notices,
    close: async () => {
      await Promise.all(analyzers.map((analyzer) => analyzer.close()));
    },
  };
}

async function pickAnalyzers(config: Config, workspace: Workspace, runner: ProcessRunner): Promise<Analyzer[]> {
  const { ruff: settings } = config.analyzers;
  const ruff = await findRuff(runner, workspace.root, settings.binary ? [settings.binary] : undefined);
  const narrowed = {
    ...(settings.select && { select: settings.select }),
    ignore: settings.ignore,
    ...(settings.config && { config: settings.config }),
    timeoutMs: settings.timeoutMs,
  };
  return ruff ? [createNativeRuff({ ruff, workspace, runner, read: readReports, settings: narrowed })] : [];
}

/** What a run needs of the adapters. */
export async function runTools(wired: Wired, config: Config, { signal, toolVersion }: CommandContext, emit: RunTools["emit"]): Promise<RunTools> {
  return { ...(await repairTools(wired, config, signal)), toolVersion, emit };
}

/** What the ladder and the rounds need of the adapters. */
export async function repairTools(
  { workspace, analyzers }: Wired,
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
      parsers: [],
      scope: { ...config.scope, allowPaths: config.scope.allowPaths },
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
