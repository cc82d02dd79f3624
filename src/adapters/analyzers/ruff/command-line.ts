import path from "node:path";
import type { RuffSettings } from "./settings.ts";

/**
 * Arguments of `ruff check` up to the file names. Nothing is fixed, nothing is cached in the repository, exit code 0
 * whether or not something was found. E902 is always on: without it a file that Ruff cannot read (not UTF-8, gone) passes
 * for a clean one.
 */
export function ruffCheck(format: "json" | "github", settings: RuffSettings, root: string): string[] {
  return [
    "check",
    "--quiet",
    "--exit-zero",
    "--no-fix",
    "--no-fix-only",
    "--no-cache",
    "--output-format",
    format,
    ...(settings.select ? ["--select", settings.select.join(",")] : []),
    ...(settings.ignore && settings.ignore.length > 0 ? ["--ignore", settings.ignore.join(",")] : []),
    "--extend-select",
    "E902",
    ...(settings.config ? ["--config", path.resolve(root, settings.config)] : []),
  ];
}

/** Files named on the command line are looked at even where the configuration excludes them. */
export const EVEN_IF_EXCLUDED = "--no-force-exclude";
