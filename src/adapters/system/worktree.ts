import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { PatchProError } from "../../domain/errors.ts";
import type { FileChange } from "../../domain/outcome.ts";
import { encodeText } from "../../domain/text.ts";
import type { Completed, ProcessRunner } from "../../ports/process.ts";
import type { Workspace } from "../../ports/workspace.ts";
import { diskError } from "./disk-error.ts";
import { fileTarget } from "./file-target.ts";
import { type Git, gitFailure, gitIn, succeeded } from "./git.ts";
import { relativeInside } from "./paths.ts";
import { locateRepository } from "./repository.ts";
import { makeTemporaryFolder, removeTemporaryFolder } from "./temporary-folders.ts";
import { linkDependencies, pythonPath } from "./worktree/dependencies.ts";
import { abandonedWorktrees, signWorktree } from "./worktree/leftovers.ts";
import { copyUncommitted } from "./worktree/uncommitted.ts";

export interface WorktreeRun {
  readonly workspace: Pick<Workspace, "root">;
  readonly runner: ProcessRunner;
  readonly changes: readonly FileChange[];
  /** A program and its arguments, never a line for a shell; it starts where the root stands in the copy. */
  readonly command: { readonly file: string; readonly args: readonly string[] };
  readonly timeoutMs: number;
  readonly env?: Readonly<Record<string, string>>;
  /** Folder for throw-away folders; made if missing. */
  readonly tmp: string;
  readonly signal?: AbortSignal;
}

/**
 * Runs a command in a throw-away work tree (`git worktree add --detach`) that holds HEAD, the user's uncommitted state
 * and the change; dependency folders that git ignores, and submodules, are linked. The user's files are not touched, no hook runs, and
 * the work tree is removed whatever happens; that of a PatchPro that was killed, by the next one. Throws `PatchProError` if the copy cannot be made; how the command ended is
 * a value.
 */
export async function runInWorktree(order: WorktreeRun): Promise<Completed> {
  const { workspace, runner, tmp, command, timeoutMs, signal } = order;
  const { root, toplevel } = await locateRepository(workspace.root, runner);
  const git = gitIn(runner, toplevel);
  for (const left of await abandonedWorktrees(git)) await removeWorktree(git, left, dirname(left));
  // git names its own record after the last part, so that it must be unique in the repository
  const parent = makeTemporaryFolder(tmp, "patchpro-tests-");
  const copy = join(parent, `patchpro-${parent.slice(-6)}`);
  try {
    signWorktree(parent);
    const added = await addWorktree(git, copy, signal);
    if (added.ended === "aborted") return added;
    await copyUncommitted(git, toplevel, copy);
    const changed = order.changes.map(({ path }) => relativeInside(toplevel, join(root, path)) ?? path);
    await linkDependencies(git, toplevel, copy, changed);
    const cwd = join(copy, relative(toplevel, root));
    mkdirSync(cwd, { recursive: true });
    for (const change of order.changes) place(cwd, change);
    const env = { ...pythonPath(cwd), ...order.env };
    return await runner.run({ ...command, cwd, timeoutMs, env, ...(signal === undefined ? {} : { signal }) });
  } finally {
    await removeWorktree(git, copy, parent);
  }
}

async function addWorktree(git: Git, copy: string, signal: AbortSignal | undefined): Promise<Completed> {
  const head = await git(["rev-parse", "--verify", "--quiet", "HEAD^{commit}"]);
  if (!succeeded(head)) {
    throw new PatchProError(
      "repository",
      "Tests cannot run before the first commit.",
      "Commit something first: `git add -A && git commit -m start`.",
    );
  }
  const added = await git(
    ["worktree", "add", "--detach", "--quiet", copy, "HEAD"],
    signal === undefined ? {} : { signal },
  );
  if (!succeeded(added) && added.ended !== "aborted") throw gitFailure(added, "Making a work tree for the tests");
  return added;
}

async function removeWorktree(git: Git, copy: string, parent: string): Promise<void> {
  // twice --force: also where something was left uncommitted, and where git holds it locked
  await git(["worktree", "remove", "--force", "--force", copy]);
  await removeTemporaryFolder(parent);
  await git(["worktree", "prune"]);
}

/** Writes what a file shall hold. What it held before does not matter: the ladder has compared that already. */
function place(root: string, { path, after, encoding }: FileChange): void {
  const target = fileTarget(root, path);
  if (typeof target === "string")
    throw new PatchProError("repository", `${path} ${target}.`, "Leave this file out of the patch.");
  try {
    if (after === null) {
      rmSync(target.real, { force: true });
      return;
    }
    mkdirSync(dirname(target.real), { recursive: true });
    writeFileSync(target.real, encodeText({ text: after, encoding }));
  } catch (error) {
    throw diskError(target.real, error);
  }
}
