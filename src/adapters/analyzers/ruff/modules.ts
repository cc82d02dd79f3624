import { access, readdir, stat } from "node:fs/promises";
import path from "node:path";

/** Where Ruff looks for the repository's own modules unless its `src` says otherwise. */
export const DEFAULT_SRC: readonly string[] = [".", "src"];

/** An entry that `import NAME` can mean. */
export interface Module {
  readonly name: string;
  /** Relative to the repository's root, `/` between parts. */
  readonly path: string;
  readonly kind: "package" | "file";
}

/** The modules that stand in the given folders of the repository: what import sorting takes for first-party. */
export async function modulesIn(root: string, folders: readonly string[]): Promise<Module[]> {
  const modules: Module[] = [];
  for (const folder of folders) {
    const entries = await readdir(path.resolve(root, folder), { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      const at = path.posix.join(folder, entry.name);
      const file = /^(.+)\.pyi?$/.exec(entry.name)?.[1];
      if (file && !entry.isDirectory()) modules.push({ name: file, path: at, kind: "file" });
      else if (/^[\p{L}_][\p{L}\p{N}_]*$/u.test(entry.name) && !entry.isFile())
        modules.push({ name: entry.name, path: at, kind: "package" });
    }
  }
  return modules;
}

/** The folders from a file's own up to its outermost package: those that hold an `__init__.py`, nearest first. */
export async function packagesAround(root: string, file: string): Promise<string[]> {
  const packages: string[] = [];
  for (let folder = path.posix.dirname(file); folder !== "."; folder = path.posix.dirname(folder)) {
    const isPackage = await access(path.join(root, folder, "__init__.py")).then(
      () => true,
      () => false,
    );
    if (!isPackage) break;
    packages.push(folder);
  }
  return packages;
}

/** What stands in the repository for a dotted module: its file, or its folder with a `/` at the end; relative to the root. */
export async function placesOf(root: string, folders: readonly string[], name: string): Promise<string[]> {
  const candidates = folders.flatMap((folder) => {
    const place = path.posix.join(folder, ...name.split("."));
    return [`${place}.py`, `${place}.pyi`, `${place}/`];
  });
  const found = await Promise.all(
    candidates.map((place) =>
      stat(path.join(root, place)).then(
        (entry) => entry.isDirectory() === place.endsWith("/"),
        () => false,
      ),
    ),
  );
  return candidates.filter((_, at) => found[at]);
}
