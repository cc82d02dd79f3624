import { lstatSync, type Stats, statSync } from "node:fs";
import { dirname, join } from "node:path";
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
  try {
    if (lstatSync(real, { throwIfNoEntry: false })?.isSymbolicLink()) return "is a symlink to nothing";
    const stats = statSync(real, { throwIfNoEntry: false });
    if (stats !== undefined && !stats.isFile()) return "is not a regular file";
    if (stats === undefined && hasFileAbove(root, real)) return "lies below something that is not a folder";
    return { path, real, stats };
  } catch {
    return "cannot be looked at";
  }
}

function hasFileAbove(root: string, real: string): boolean {
  for (let folder = dirname(real); folder.length > root.length; folder = dirname(folder)) {
    const stats = statSync(folder, { throwIfNoEntry: false });
    if (stats !== undefined) return !stats.isDirectory();
  }
  return false;
}
