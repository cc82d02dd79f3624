import { type Git, gitNames } from "./git.ts";

/**
 * Those of the paths (relative to git's folder) that git keeps with LF and has checked out with CRLF, because of
 * `core.autocrlf` or an attribute: it writes their diffs with LF. Throws `PatchProError("repository")`.
 */
export async function checkedOutWithCrlf(git: Git, paths: readonly string[]): Promise<ReadonlySet<string>> {
  const lines = await gitNames(git, ["ls-files", "--eol", "-z", "--", ...paths], "Looking at line ends");
  const kept = lines.filter((line) => /^i\/lf +w\/crlf /.test(line));
  return new Set(kept.map((line) => line.slice(line.indexOf("\t") + 1)));
}
