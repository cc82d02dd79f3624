import { PatchProError } from "../../domain/errors.ts";
import { type Hunk, hunksByFile } from "./diff-hunks.ts";
import { type Git, gitFailure, gitNames, gitOutput, gitWords, succeeded } from "./git.ts";
import { carryOver, changedRanges, type LineRange } from "./line-ranges.ts";

/** Stands for "to the end" of a file that is new as a whole. */
export const LAST_LINE = Number.MAX_SAFE_INTEGER;

/** Every option that a person's own git configuration could change is set, so that the output always reads the same. */
const DIFF = [
  "diff",
  "--unified=0",
  "--inter-hunk-context=0",
  "--no-color",
  "--no-ext-diff",
  "--no-textconv",
  "--find-renames",
  "--ignore-submodules=all",
  "--src-prefix=a/",
  "--dst-prefix=b/",
  "--relative",
];

/**
 * The lines of the files on disk that differ from the place where HEAD and `ref` parted (their merge base); untracked
 * files count as a whole. Throws `PatchProError("repository", …)` for a ref that does not exist or shares no history.
 */
export async function changedSince(git: Git, ref: string): Promise<Map<string, LineRange[]>> {
  const base = await mergeBase(git, await commitOf(git, ref));
  const diff = await gitOutput(git, [...DIFF, base], `Comparing with ${ref}`);
  const changed = rangesOf(hunksByFile(diff));
  const untracked = ["ls-files", "-z", "--others", "--exclude-standard"];
  for (const path of await gitNames(git, untracked, "Listing untracked files")) {
    if (!path.endsWith("/")) changed.set(path, [{ start: 1, end: LAST_LINE }]);
  }
  return changed;
}

/**
 * The lines in the index that differ from HEAD, as they are numbered in the files on disk, which may hold further
 * changes. `indexFile`: the index that git hands to a hook (`GIT_INDEX_FILE`), if not the repository's own.
 */
export async function changedInIndex(git: Git, indexFile?: string): Promise<Map<string, LineRange[]>> {
  const options = indexFile === undefined ? {} : { env: { GIT_INDEX_FILE: indexFile } };
  const staged = await gitOutput(git, [...DIFF, "--cached"], "Reading what is staged", options);
  const unstaged = hunksByFile(await gitOutput(git, [...DIFF, "--no-renames"], "Reading what is not staged", options));
  const changed = new Map<string, LineRange[]>();
  for (const [path, ranges] of rangesOf(hunksByFile(staged)))
    changed.set(path, carryOver(ranges, unstaged.get(path) ?? []));
  return changed;
}

function rangesOf(files: ReadonlyMap<string, readonly Hunk[]>): Map<string, LineRange[]> {
  return new Map([...files].map(([path, hunks]) => [path, changedRanges(hunks)]));
}

async function commitOf(git: Git, ref: string): Promise<string> {
  // git would read such a name as an option
  const found =
    ref === "" || ref.startsWith("-") ? undefined : await git(["rev-parse", "--verify", "--quiet", `${ref}^{commit}`]);
  if (found !== undefined && succeeded(found)) return found.stdout.toString("utf8").trim();
  if (found !== undefined && found.ended !== "exited") throw gitFailure(found, `Looking up ${ref}`);
  throw new PatchProError(
    "repository",
    `git knows no commit called ${JSON.stringify(ref)}.`,
    "Name a branch, tag or commit that is here; a shallow clone may need `git fetch --unshallow` (in CI: fetch-depth: 0).",
  );
}

async function mergeBase(git: Git, commit: string): Promise<string> {
  const found = await git(["merge-base", commit, "HEAD"]);
  if (succeeded(found)) return found.stdout.toString("utf8").trim();
  throw new PatchProError(
    "repository",
    `HEAD and ${commit.slice(0, 12)} have no commit in common${found.stderr === "" ? "" : ` (${gitWords(found)})`}.`,
    "Fetch more history (`git fetch --unshallow`; in CI: fetch-depth: 0) or name another base.",
  );
}
