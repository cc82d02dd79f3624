import { readdir } from "node:fs/promises";
import path from "node:path";
import type { SourceText } from "../../domain/text.ts";
import { readSource } from "./read-source.ts";

/** A folder with code, git or not: enough for what only reads. */
export interface Folder {
  /** Absolute. */
  readonly root: string;
  list(): Promise<string[]>;
  read(path: string): Promise<SourceText | undefined>;
}

const LEFT_OUT = new Set([".git", ".hg", ".svn", ".patchpro", "node_modules", ".venv", "venv", "__pycache__"]);
const MOST_FILES = 50_000;

/** Opens a folder. Links are not followed; folders of dependencies and of version control are left out. */
export function openFolder(root: string): Folder {
  return {
    root,
    read: (file) => readSource(root, file),
    async list() {
      const files: string[] = [];
      const folders = [""];
      for (let folder = folders.pop(); folder !== undefined && files.length < MOST_FILES; folder = folders.pop()) {
        const entries = await readdir(path.join(root, folder), { withFileTypes: true });
        for (const entry of entries) {
          const name = path.posix.join(folder, entry.name);
          if (entry.isFile()) files.push(name);
          else if (entry.isDirectory() && !LEFT_OUT.has(entry.name)) folders.push(name);
        }
      }
      return files.sort();
    },
  };
}
