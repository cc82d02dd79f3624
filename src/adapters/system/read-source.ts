import { constants } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { join } from "node:path";
import { decodeText, type SourceText } from "../../domain/text.ts";
import { isPlainPath, realPath, relativeInside } from "./paths.ts";

/** Larger files are no source texts that a person or a tool could repair. */
export const LARGEST_SOURCE_BYTES = 20 * 1024 * 1024;

/**
 * The text of a regular file inside `root` (absolute, symlinks resolved); undefined if there is none, if a symlink leads
 * outside, or if it is larger than 20 MB. Pipes and devices are never opened for good: the call cannot hang.
 */
export async function readSource(root: string, path: string): Promise<SourceText | undefined> {
  const bytes = await readInside(root, path);
  return bytes === undefined ? undefined : decodeText(bytes);
}

/** The bytes behind `readSource`. */
export async function readInside(root: string, path: string): Promise<Buffer | undefined> {
  const real = realFileInside(root, path);
  if (real === undefined) return undefined;
  let file: FileHandle | undefined;
  try {
    // O_NONBLOCK: opening a pipe would otherwise wait for its other end
    file = await open(real, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
    const stats = await file.stat();
    return stats.isFile() && stats.size <= LARGEST_SOURCE_BYTES ? await file.readFile() : undefined;
  } catch {
    return undefined;
  } finally {
    await file?.close();
  }
}

/** The real, absolute path of what `path` names, if it lies inside the root and not in `.git`; it may be a folder. */
export function realFileInside(root: string, path: string): string | undefined {
  if (!isPlainPath(path)) return undefined;
  const real = realPath(join(root, path));
  if (real === undefined) return undefined;
  const inside = relativeInside(root, real);
  return inside !== undefined && isPlainPath(inside) ? real : undefined;
}
