import { statSync } from "node:fs";
import { resolve } from "node:path";
import { PatchProError } from "../../domain/errors.ts";
import type { ProcessRunner } from "../../ports/process.ts";
import { type Git, gitFailure, gitIn, gitOutput, succeeded } from "./git.ts";
import { nearestRealPath, realPath, relativeInside } from "./paths.ts";

export interface Repository {
  /** Absolute, symlinks resolved: the folder that the user works on. */
  readonly root: string;
  /** The same folder as it was named, absolute: reports may spell it like this. */
  readonly namedRoot: string;
  /** Absolute, symlinks resolved: the top of the git work tree; equals `root` or lies above it. */
  readonly toplevel: string;
}

/**
 * Finds the git work tree around a folder: a repository, a linked work tree, a submodule, or a folder below.
 * Throws `PatchProError("repository", …)` if there is none, or no git.
 */
export async function locateRepository(folder: string, runner: ProcessRunner): Promise<Repository> {
  const namedRoot = resolve(folder);
  const root = realPath(namedRoot);
  if (root === undefined) throw notAFolder(namedRoot, "does not exist");
  if (!statSync(root).isDirectory()) throw notAFolder(namedRoot, "is not a folder");

  const found = await gitIn(runner, root)(["rev-parse", "--is-inside-work-tree", "--show-toplevel"]);
  const [inside, ...rest] = found.stdout.toString("utf8").split("\n");
  if (succeeded(found) && inside === "true") {
    // git ends the name with one line feed; the name may hold others
    const toplevel = realPath(rest.slice(0, -1).join("\n"));
    if (toplevel !== undefined) return { root, namedRoot, toplevel };
  }
  if (found.ended === "exited" && inside === "false") {
    throw new PatchProError(
      "repository",
      `${namedRoot} is a bare repository or git's own folder, not a work tree.`,
      "Make a work tree with `git worktree add FOLDER` and use that folder.",
    );
  }
  if (/not a git repository/i.test(found.stderr)) {
    throw new PatchProError(
      "repository",
      `${namedRoot} is not in a git repository.`,
      "Make it one with `git init && git add -A && git commit -m start`, or name another folder.",
    );
  }
  throw gitFailure(found, `Looking for the repository of ${namedRoot}`);
}

/** An index file (relative to the top) as an absolute path, if it is one of this repository: it lies in its git folder. */
export async function ownIndex(git: Git, { toplevel }: Repository, file?: string): Promise<string | undefined> {
  if (file === undefined) return undefined;
  const found = await gitOutput(git, ["rev-parse", "--absolute-git-dir"], "Finding git's own folder");
  const folder = realPath(found.toString("utf8").replace(/\n$/, ""));
  const index = nearestRealPath(resolve(toplevel, file));
  return folder !== undefined && relativeInside(folder, index) !== undefined ? index : undefined;
}

function notAFolder(path: string, why: string): PatchProError {
  return new PatchProError("repository", `${path} ${why}.`, "Name a folder inside a git repository.");
}
