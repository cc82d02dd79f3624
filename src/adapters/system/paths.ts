import { realpathSync } from "node:fs";
import { basename, dirname, isAbsolute, join, relative, sep } from "node:path";

/** The path with symlinks resolved, spelled as the file system spells it; undefined if nothing is there (or a loop is). */
export function realPath(path: string): string | undefined {
  try {
    return realpathSync.native(path);
  } catch {
    return undefined;
  }
}

/** Like `realPath`; what does not exist is appended to the nearest folder that does. */
export function nearestRealPath(path: string): string {
  const real = realPath(path);
  const parent = dirname(path);
  return real ?? (parent === path ? path : join(nearestRealPath(parent), basename(path)));
}

/** `path` relative to `folder` with `/` (`.` for the folder itself); undefined if it lies outside. Both absolute. */
export function relativeInside(folder: string, path: string): string | undefined {
  const between = relative(folder, path);
  if (between === "") return ".";
  if (isAbsolute(between) || between === ".." || between.startsWith(`..${sep}`)) return undefined;
  return sep === "/" ? between : between.replaceAll(sep, "/");
}

/**
 * Whether a path can name a file below a root on every system: relative, `/` between parts, no empty part, no `.` or
 * `..`, no NUL, and nothing of git's own (`.git`, in any case, also as NTFS's short name).
 */
export function isPlainPath(path: string): boolean {
  if (path === "" || path.includes("\0")) return false;
  if (process.platform === "win32" && /[\\:]/.test(path)) return false;
  return path.split("/").every((part) => part !== "" && part !== "." && part !== ".." && !isGitFolder(part));
}

/** Whether one part of a path is git's own folder. Windows ignores dots and blanks at the end of a name. */
export function isGitFolder(part: string): boolean {
  return /^(?:\.git|git~1)[. ]*$/i.test(part);
}
