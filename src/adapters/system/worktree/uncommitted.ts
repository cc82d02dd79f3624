import { constants, copyFileSync, lstatSync, mkdirSync, readlinkSync, rmSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { diskError } from "../disk-error.ts";
import { type Git, gitNames } from "../git.ts";
import { isPlainPath, nearestRealPath, relativeInside } from "../paths.ts";

/** Brings what differs from HEAD (tracked files, and untracked ones that are not ignored) from one work tree to another. */
export async function copyUncommitted(git: Git, from: string, to: string): Promise<void> {
  const tracked = ["diff", "--name-only", "-z", "--no-renames", "--no-ext-diff", "--ignore-submodules=all", "HEAD"];
  const untracked = ["ls-files", "-z", "--others", "--exclude-standard"];
  const names = [
    ...(await gitNames(git, tracked, "Listing uncommitted changes")),
    ...(await gitNames(git, untracked, "Listing untracked files")),
  ];
  for (const name of names) {
    // a repository inside the repository is listed with a slash at its end, and left out
    if (isPlainPath(name)) copyEntry(join(from, name), join(to, name), to);
  }
}

function copyEntry(from: string, to: string, root: string): void {
  // a folder of the commit may be a symlink that leads out of the copy
  if (relativeInside(root, nearestRealPath(dirname(to))) === undefined) return;
  try {
    const stats = lstatSync(from, { throwIfNoEntry: false });
    if (stats?.isDirectory()) return;
    rmSync(to, { force: true, recursive: true });
    if (stats === undefined) return;
    mkdirSync(dirname(to), { recursive: true });
    if (stats.isSymbolicLink()) symlinkSync(readlinkSync(from), to);
    else if (stats.isFile()) copyFileSync(from, to, constants.COPYFILE_FICLONE);
  } catch (error) {
    throw diskError(to, error);
  }
}
