import { resolve } from "node:path";
import type { Command } from "commander";
import type { Config } from "../config/config.ts";
import { PatchProError } from "../domain/errors.ts";
import type { CollectOrder } from "../pipeline/collect.ts";
import type { Workspace } from "../ports/workspace.ts";
import type { CommandContext, CommonOptions } from "./context.ts";
import { type Overrides, parseOption } from "./options.ts";
import { readFindings } from "./read-findings.ts";
import { excluder, type Wired } from "./wire.ts";

/** Options of every command that starts from findings. */
export interface FindingOptions extends CommonOptions, Overrides {
  readonly findings?: readonly string[];
  readonly analyzer?: readonly string[];
  readonly base?: string;
  readonly staged?: boolean;
}

/** Adds them to a command. */
export function addFindingOptions(command: Command): Command {
  return command
    .option(
      "--findings <file...>",
      "read findings from reports (Ruff, ESLint, Semgrep JSON, SARIF, ours; - for standard input)",
    )
    .option("--analyzer <name...>", "use only these analyzers", parseOption.more)
    .option("--base <ref>", "only findings on lines that changed since this commit")
    .option("--staged", "only findings on lines that are staged")
    .option("--min-severity <severity>", "leave findings below this alone: info, warning, error", parseOption.severity)
    .option("--exclude <globs>", "leave these files and folders alone, globs from the root", parseOption.globs)
    .option(
      "--fail-on <severity>",
      "exit with 1 if something at or above this is left: info, warning, error, never",
      parseOption.failOn,
    );
}

/** Which findings are meant. Throws `PatchProError` for options that cannot go together, paths outside, and unreadable reports. */
export async function orderOf(
  paths: readonly string[],
  options: FindingOptions,
  config: Config,
  { workspace, absent }: Pick<Wired, "workspace" | "absent">,
  context: CommandContext,
): Promise<CollectOrder> {
  if (options.base !== undefined && options.staged)
    throw new PatchProError("usage", "--base and --staged cannot go together", "Give one of them.");
  const reports = options.findings && (await readFindings(options.findings, context.cwd));
  return {
    ...(reports && { reports }),
    paths: await Promise.all(paths.map((path) => belowRoot(path, context.cwd, workspace))),
    minSeverity: config.minSeverity,
    ...(options.staged
      ? { changed: "staged" as const }
      : options.base !== undefined
        ? { changed: { ref: options.base } }
        : {}),
    excluded: excluder(config.exclude),
    absent: absent.map(({ name, why }) => `${name} was not run: ${why}`),
  };
}

/** A path as the user typed it, relative to the root. Throws `PatchProError("usage")` for one outside. */
async function belowRoot(path: string, cwd: string, workspace: Workspace): Promise<string> {
  const full = resolve(cwd, path);
  if (full === workspace.root) return ".";
  const inside = await workspace.resolve(full);
  if (inside === undefined)
    throw new PatchProError(
      "usage",
      `${path} is not inside ${workspace.root}`,
      "Name files and folders of this repository, or another repository with --root.",
    );
  if ((await workspace.list([inside])).length === 0 && !(await workspace.read(inside))) {
    throw new PatchProError(
      "usage",
      `${path} names no file of the repository`,
      "Check the spelling; paths are relative to where you are, and files that git ignores are left alone.",
    );
  }
  return inside;
}
