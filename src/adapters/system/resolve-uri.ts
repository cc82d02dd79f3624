import { isAbsolute, join, normalize } from "node:path";
import { existing } from "./existing.ts";
import { foreignFile } from "./foreign-path.ts";
import { isPlainPath, nearestRealPath, relativeInside } from "./paths.ts";
import type { Repository } from "./repository.ts";
import { type Spelling, spellings } from "./uri-spellings.ts";

/**
 * The path below the root that a report's URI means, with `/`, symlinks resolved (`.` for the root itself); undefined if
 * it lies outside, also through a symlink, or cannot be told. A relative URI is tried from `base` (a folder below the
 * root), then from the root, then from the git toplevel; if nothing exists, the first of them that keeps it inside counts.
 * A Windows or URI spelling gives way to a file that is really called like that.
 */
export function resolveUri(repository: Repository, uri: string, base = "."): string | undefined {
  const readings = spellings(uri);
  const absolute = readings.filter((spelling) => spelling.absolute);
  const path =
    absolute.length > 0 ? resolveAbsolute(repository, absolute) : resolveRelative(repository, readings, base);
  const inside = path === undefined ? undefined : relativeInside(repository.root, path);
  return inside === "." || (inside !== undefined && isPlainPath(inside)) ? inside : undefined;
}

function resolveRelative(
  { root, toplevel }: Repository,
  readings: readonly Spelling[],
  base: string,
): string | undefined {
  const folders = [...new Set([join(root, base), root, toplevel])];
  for (const folder of folders) {
    for (const { path, windows } of readings) {
      const found = existing(join(folder, path), root, windows);
      if (found !== undefined) return found;
    }
  }
  const decoded = readings.at(-1)?.path;
  if (decoded === undefined) return undefined;
  return folders
    .map((folder) => nearestRealPath(join(folder, decoded)))
    .find((path) => relativeInside(root, path) !== undefined);
}

function resolveAbsolute(repository: Repository, readings: readonly Spelling[]): string | undefined {
  const native = readings.filter(({ path }) => isAbsolute(path));
  for (const { path, windows } of native) {
    const found = existing(path, repository.root, windows);
    if (found !== undefined) return found;
  }
  for (const { path } of native.toReversed()) {
    const named = [repository.namedRoot, repository.root].some(
      (root) => relativeInside(root, normalize(path)) !== undefined,
    );
    if (named) return nearestRealPath(normalize(path));
  }
  for (const reading of readings) {
    const found = foreignFile(repository, reading);
    if (found !== undefined) return found;
  }
  return undefined;
}
