import type { FileChange } from "../../domain/outcome.ts";
import type { ProcessRunner } from "../../ports/process.ts";
import { gitIn, gitNames, gitOutput, succeeded } from "./git.ts";
import { isPlainPath } from "./paths.ts";
import { type WriteResult, writeFiles } from "./write-files.ts";

/** The files that the user works on, for whoever may change them. Paths are relative to the root with `/`. */
export interface WorkingTree {
  /** All or nothing; see `writeFiles`. */
  writeFiles(changes: readonly FileChange[]): Promise<WriteResult>;
  /** The commit that is checked out, as a full hash; undefined before the first commit. */
  headCommit(): Promise<string | undefined>;
  /** Those of the given paths that differ from HEAD, in the index or on disk, untracked files included. */
  isDirty(paths: readonly string[]): Promise<string[]>;
  /** The tracked files that differ from what they were at a commit; undefined if git does not know the commit. */
  changedSince(revision: string): Promise<ReadonlySet<string> | undefined>;
}

/** Opens the working tree at `root` (absolute, symlinks resolved: `Workspace.root`). */
export function openWorkingTree({ root, runner }: { root: string; runner: ProcessRunner }): WorkingTree {
  const git = gitIn(runner, root);
  return {
    writeFiles: (changes) => writeFiles(root, changes),
    async headCommit() {
      const head = await git(["rev-parse", "--verify", "--quiet", "HEAD^{commit}"]);
      return succeeded(head) ? head.stdout.toString("utf8").trim() : undefined;
    },
    async changedSince(revision) {
      // from a report: git would read a name with a dash as an option
      if (!/^[0-9a-f]{7,64}$/i.test(revision)) return undefined;
      const options = ["--name-only", "-z", "--no-renames", "--no-ext-diff", "--no-textconv", "--relative"];
      const diff = await git(["diff", ...options, revision, "--"]);
      return succeeded(diff) ? new Set(diff.stdout.toString("utf8").split("\0").filter(Boolean)) : undefined;
    },
    async isDirty(paths) {
      const wanted = paths.filter(isPlainPath);
      if (wanted.length === 0) return [];
      const status = ["status", "--porcelain=v1", "-z", "--no-renames", "--untracked-files=all", "--", "."];
      const dirty = await gitNames(git, status, "Looking for uncommitted changes");
      const prefix = await gitOutput(git, ["rev-parse", "--show-prefix"], "Finding the root's place in the repository");
      // two letters and a blank stand before a name, which is relative to the toplevel
      const inRoot = 3 + prefix.toString("utf8").replace(/\n$/, "").length;
      const names = new Set(dirty.map((line) => line.slice(inRoot)));
      return wanted.filter((path) => names.has(path));
    },
  };
}
