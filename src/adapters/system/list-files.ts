import { lstatSync } from "node:fs";
import { join } from "node:path";
import { type Git, gitNames } from "./git.ts";
import { isPlainPath } from "./paths.ts";

/**
 * Regular files that git tracks or does not ignore, relative to `root`, sorted. Without those deleted from disk,
 * symlinks (their target is listed if it is in the repository), submodules and names that are not UTF-8.
 * `under` names files and folders relative to the root; those outside it hold nothing.
 */
export async function listFiles(git: Git, root: string, under: readonly string[] = []): Promise<string[]> {
  const wanted = under.map(withoutDots).filter((path) => path === "." || isPlainPath(path));
  if (under.length > 0 && wanted.length === 0) return [];
  const names = await gitNames(
    git,
    ["ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", ...wanted],
    "Listing the repository's files",
  );
  return [...new Set(names)].filter((name) => isPlainPath(name) && isRegularFile(join(root, name))).sort();
}

function withoutDots(path: string): string {
  const parts = path
    .replace(/\/+$/, "")
    .split("/")
    .filter((part) => part !== ".");
  return path.startsWith("/") ? path : parts.join("/") || ".";
}

function isRegularFile(path: string): boolean {
  try {
    return lstatSync(path).isFile();
  } catch {
    return false;
  }
}
