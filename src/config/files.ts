import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import { messageOf, PatchProError } from "../domain/errors.ts";
import type { ConfigSource } from "./parse.ts";

/** Where a configuration may stand below the root, the first one found wins. */
export const CONFIG_SOURCES: readonly ConfigSource[] = [
  { file: ".patchpro.toml", syntax: "toml", section: [] },
  { file: "pyproject.toml", syntax: "toml", section: ["tool", "patchpro"] },
  { file: "package.json", syntax: "json", section: ["patchpro"] },
];

const LARGEST = 4 * 1024 * 1024;

/** The file's text; undefined if there is none. Throws `PatchProError("config")` for a folder, a huge or an unreadable file. */
export function readConfigFile(folder: string, file: string): string | undefined {
  const full = path.resolve(folder, file);
  try {
    const found = statSync(full, { throwIfNoEntry: false });
    if (!found) return undefined;
    if (!found.isFile())
      throw new PatchProError("config", `${file} is not a file`, `Replace ${full} by a file, or take it away.`);
    if (found.size > LARGEST)
      throw new PatchProError(
        "config",
        `${file} is larger than 4 MiB`,
        "A configuration is a few lines; take the rest out.",
      );
    return readFileSync(full, "utf8");
  } catch (error) {
    if (error instanceof PatchProError) throw error;
    throw new PatchProError(
      "config",
      `${file} cannot be read: ${messageOf(error)}`,
      `Check the permissions of ${full}.`,
      { cause: error },
    );
  }
}
