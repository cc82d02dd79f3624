import { readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { realPath } from "./paths.ts";

/**
 * The real path of `path` if it exists. With `anyCase`, letters below `folder` may differ in case where the file system
 * tells cases apart, as long as exactly one name fits.
 */
export function existing(path: string, folder: string, anyCase: boolean): string | undefined {
  return realPath(path) ?? (anyCase ? existingInAnyCase(path, folder) : undefined);
}

function existingInAnyCase(path: string, folder: string): string | undefined {
  const parts = relative(folder, path).split(sep);
  if (parts[0] === "..") return undefined;
  let found = folder;
  for (const part of parts) {
    const fitting = entriesOf(found).filter((name) => name.toLowerCase() === part.toLowerCase());
    const [only] = fitting;
    if (only === undefined || fitting.length > 1) return undefined;
    found = join(found, only);
  }
  return realPath(found);
}

function entriesOf(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
