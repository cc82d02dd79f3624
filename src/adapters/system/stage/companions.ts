import { type Dirent, mkdirSync, readdirSync, statSync } from "node:fs";
import { join, sep } from "node:path";
import { isGitFolder } from "../paths.ts";
import { isConfiguration } from "./configuration-files.ts";
import { Links, type LinkTarget } from "./links.ts";

/** In `"file"` isolation, folders down to this depth get all their neighbours; isort looks for modules below `src/`. */
const DEPTH_WITH_ALL_ENTRIES = 2;

interface Entry extends LinkTarget {
  readonly name: string;
}

/** Links what stands beside the real files of a layer, so that tools find configuration, packages and modules. */
export class Companions {
  readonly #root: string;
  readonly #isolation: "file" | "tree";
  readonly #hidden: string;
  readonly #links: Links;
  readonly #listings = new Map<string, readonly Entry[]>();

  /** `hidden`: the stage folder, never linked into itself in case it lies inside the repository. */
  constructor(root: string, isolation: "file" | "tree", hidden: string) {
    this.#root = root;
    this.#isolation = isolation;
    this.#hidden = hidden;
    this.#links = new Links(hidden);
  }

  /** Links the companions of the real `paths` (relative to the root) into the layer. */
  link(layer: string, paths: Iterable<string>): void {
    for (const [folder, own] of foldersOf(paths)) {
      const place = join(layer, folder);
      // git removes a folder when it removes the last file in it
      mkdirSync(place, { recursive: true });
      for (const entry of this.#entries(folder)) {
        if (!own.has(entry.name)) this.#links.make(entry, join(place, entry.name));
      }
    }
  }

  #entries(folder: string): readonly Entry[] {
    const known = this.#listings.get(folder);
    if (known !== undefined) return known;
    const depth = folder === "" ? 0 : folder.split("/").length;
    const all = this.#isolation === "tree" || depth <= DEPTH_WITH_ALL_ENTRIES;
    const entries = listEntries(join(this.#root, folder), this.#hidden).filter(
      ({ name }) => all || isConfiguration(name),
    );
    this.#listings.set(folder, entries);
    return entries;
  }
}

/** What can be linked of a folder: files, folders and symlinks; no pipes or devices, nothing of git's or ours. */
export function listEntries(folder: string, hidden: string): Entry[] {
  let found: Dirent[];
  try {
    found = readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
  return found
    .filter((entry) => entry.isFile() || entry.isDirectory() || entry.isSymbolicLink())
    .filter(({ name }) => !isGitFolder(name) && name !== ".patchpro")
    .map((entry) => ({
      name: entry.name,
      target: join(folder, entry.name),
      folder: isFolder(entry, join(folder, entry.name)),
    }))
    .filter(({ target }) => hidden !== target && !hidden.startsWith(target + sep));
}

/** Every folder on the way to a path, with the names in it that are real. */
function foldersOf(paths: Iterable<string>): Map<string, Set<string>> {
  const folders = new Map<string, Set<string>>([["", new Set()]]);
  for (const path of paths) {
    let folder = "";
    for (const part of path.split("/")) {
      const names = folders.get(folder) ?? new Set();
      folders.set(folder, names.add(part));
      folder = folder === "" ? part : `${folder}/${part}`;
    }
  }
  return folders;
}

function isFolder(entry: Dirent, path: string): boolean {
  if (!entry.isSymbolicLink()) return entry.isDirectory();
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
