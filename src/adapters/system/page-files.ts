import { readdir, readFile } from "node:fs/promises";
import path from "node:path";

/** The files of a folder by their names, `/` between parts: exactly those that it lists, links left out. */
export interface FolderOfFiles {
  /** In order. */
  names(): Promise<string[]>;
  /** Undefined if the folder lists no file of exactly that name. */
  read(name: string): Promise<Uint8Array<ArrayBuffer> | undefined>;
}

/** Opens a folder of built files. `folder` is absolute. A name is looked up in what the folder lists, so none leads out of it. */
export function openFiles(folder: string): FolderOfFiles {
  let listed = new Set<string>();
  const list = async (): Promise<Set<string>> => {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
    const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
    listed = new Set(files.map((file) => path.relative(folder, file).split(path.sep).join("/")).toSorted());
    return listed;
  };
  return {
    names: async () => [...(await list())],
    async read(name) {
      if (!listed.has(name) && !(await list()).has(name)) return undefined;
      // One that was built away since it was listed is not there.
      const bytes = await readFile(path.join(folder, ...name.split("/"))).catch(() => undefined);
      return bytes && new Uint8Array(bytes);
    },
  };
}
