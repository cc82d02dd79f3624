import { existsSync, lstatSync, type Stats, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { messageOf } from "../../domain/errors.ts";
import { isPlainPath, nearestRealPath, relativeInside } from "./paths.ts";

/** Where a file of the repository really is, and what is there. */
export interface FileTarget {
  readonly path: string;
  /** Absolute, symlinks resolved, inside the root. */
  readonly real: string;
  /** Undefined if nothing is there. */
  readonly stats: Stats | undefined;
}

/**
 * Finds the place that writing to `path` below `root` (absolute, symlinks resolved) would change.
 * Answers a sentence instead if it must not be written: outside, git's own, no regular file, a dangling symlink.
 */
export function fileTarget(root: string, path: string): FileTarget | string {
  if (!isPlainPath(path)) return "is not a path inside the repository";
  const real = nearestRealPath(join(root, path));
  const inside = relativeInside(root, real);
  if (inside === undefined) return "leads outside the repository through a symlink";
  if (!isPlainPath(inside)) return "leads into git's own folder through a symlink";
  if (hasFileAbove(root, real)) return "lies below something that is not a folder";
  try {
    if (lstatSync(real, { throwIfNoEntry: false })?.isSymbolicLink()) return "is a symlink to nothing";
    const stats = statSync(real, { throwIfNoEntry: false });
    return stats === undefined || stats.isFile() ? { path, real, stats } : "is not a regular file";
  } catch (error) {
    return `cannot be looked at (${messageOf(error)})`;
  }
}

function hasFileAbove(root: string, real: string): boolean {
  for (let folder = dirname(real); folder.length > root.length; folder = dirname(folder)) {
    if (existsSync(folder)) return !statSync(folder).isDirectory();
  }
  return false;
}
