import { mkdirSync, realpathSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { PatchProError } from "../../domain/errors.ts";
import { encodeText, type SourceText } from "../../domain/text.ts";
import { diskError } from "./disk-error.ts";
import { isPlainPath } from "./paths.ts";
import { makeLink } from "./stage/links.ts";
import { makeTemporaryFolder, removeTemporaryFolder } from "./temporary-folders.ts";

/** A folder that is gone at the end. */
export interface ThrowAwayTree {
  /** Absolute, symlinks resolved. */
  readonly root: string;
  dispose(): Promise<void>;
}

export interface TreeOptions {
  readonly files: ReadonlyMap<string, SourceText>;
  /** Folder for throw-away folders; made if missing. */
  readonly tmp: string;
  /** Git takes it for a work tree. */
  readonly repository: boolean;
  /** Folders elsewhere that are seen under a name at the top. */
  readonly links?: ReadonlyMap<string, string>;
}

/** Writes files into a new folder below `tmp`. Throws `PatchProError("input")` for a path that leads out of it. */
export function plantTree({ files, tmp, repository, links = new Map() }: TreeOptions): ThrowAwayTree {
  const root = makeTemporaryFolder(tmp, "patchpro-eval-");
  for (const [path, source] of files) {
    if (!isPlainPath(path))
      throw new PatchProError("input", `${path} is not a path inside a repository`, "Name files relative to its root.");
    const file = join(root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, encodeText(source), { flag: "wx" });
  }
  for (const [name, target] of links) if (!files.has(name)) makeLink({ target, folder: true }, join(root, name));
  if (repository) plantGitFolder(root);
  return { root, dispose: () => removeTemporaryFolder(root) };
}

/** The least that git takes for a repository: no process to start, and no template or hook of this computer in it. */
function plantGitFolder(root: string): void {
  const git = join(root, ".git");
  mkdirSync(join(git, "objects"), { recursive: true });
  mkdirSync(join(git, "refs", "heads"), { recursive: true });
  writeFileSync(join(git, "HEAD"), "ref: refs/heads/main\n");
  writeFileSync(join(git, "config"), "[core]\n\trepositoryformatversion = 0\n\tbare = false\n");
}

/** Makes a folder and those above it, and gives its real path. Throws `PatchProError("disk")`. */
export function makeFolder(folder: string): string {
  try {
    mkdirSync(folder, { recursive: true });
    return realpathSync.native(folder);
  } catch (error) {
    throw diskError(folder, error);
  }
}
