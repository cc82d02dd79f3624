import { realpathSync, statSync } from "node:fs";
import path from "node:path";
import { PatchProError } from "../domain/errors.ts";
import { CONFIG_SOURCES, readConfigFile } from "./files.ts";
import { type ConfigSource, parseConfig } from "./parse.ts";

export interface FoundRoot {
  /** Absolute, symlinks resolved. */
  readonly root: string;
  readonly because: "option" | "configuration" | "git" | "current-folder";
}

/**
 * The folder that all paths are relative to: the one that was asked for; else, going up from `cwd` and not past the
 * repository's top, the first with a configuration; else the repository's top; else `cwd`.
 * Throws `PatchProError("usage")` if the folder asked for is not there.
 */
export function findRoot(cwd: string, explicit?: string): FoundRoot {
  if (explicit !== undefined) {
    const asked = path.resolve(cwd, explicit);
    if (!statSync(asked, { throwIfNoEntry: false })?.isDirectory()) {
      throw new PatchProError("usage", `--root ${explicit} is not a folder`, "Name the folder that holds the code.");
    }
    return { root: realpathSync(asked), because: "option" };
  }
  const start = realpathSync(cwd);
  for (const folder of upwards(start)) {
    if (configIn(folder)) return { root: folder, because: "configuration" };
    // A linked worktree or a submodule has a file of this name instead of a folder.
    if (statSync(path.join(folder, ".git"), { throwIfNoEntry: false })) return { root: folder, because: "git" };
  }
  return { root: start, because: "current-folder" };
}

function* upwards(start: string): Generator<string> {
  for (let folder = start; ; folder = path.dirname(folder)) {
    yield folder;
    if (path.dirname(folder) === folder) return;
  }
}

/** Where a folder's configuration stands; undefined if it has none. */
export function configIn(folder: string): ConfigSource | undefined {
  return CONFIG_SOURCES.find((source) => {
    if (!statSync(path.join(folder, source.file), { throwIfNoEntry: false })?.isFile()) return false;
    const parsed = parseConfig(source, readConfigFile(folder, source.file) ?? "");
    return parsed.kind === "config" || parsed.kind === "invalid" || (parsed.kind === "unreadable" && parsed.isOurs);
  });
}
