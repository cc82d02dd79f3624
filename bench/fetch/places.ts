import { mkdirSync } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";

/** PatchPro's own checkout. */
export const PROJECT = path.dirname(path.dirname(import.meta.dirname));

const cacheHome = process.env.XDG_CACHE_HOME || path.join(homedir(), ".cache");

/** A folder of the bench's cache, outside any repository; made if missing. */
export function cacheFolder(...parts: readonly string[]): string {
  const folder = path.join(cacheHome, "patchpro-bench", ...parts);
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** A file that describes what to fetch, in `bench/sources`. */
export function sourceList(name: string): string {
  return path.join(PROJECT, "bench", "sources", name);
}

/** A program of a Python virtual environment. */
export function programOf(environment: string, name: string): string {
  return process.platform === "win32"
    ? path.join(environment, "Scripts", `${name}.exe`)
    : path.join(environment, "bin", name);
}
