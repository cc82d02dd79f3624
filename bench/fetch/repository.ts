import { cpSync, mkdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { command } from "../measure/command.ts";
import { cacheFolder } from "./places.ts";

/** What a repository is made of. */
export interface Contents {
  /** Folders whose files with one of the extensions are copied to the repository's root, or below `under`. */
  readonly folders: readonly { readonly from: string; readonly under?: string }[];
  readonly extensions: readonly string[];
  /** Names (absolute) that are left out all the same. */
  readonly exclude?: RegExp;
  /** Texts of other files by name. */
  readonly files: Readonly<Record<string, string>>;
}

/** No setting of this computer may change what git does here. */
export const GIT = ["-c", "core.autocrlf=false", "-c", "user.name=bench", "-c", "user.email=bench@localhost"];

/** Makes a fresh git repository with one commit in the cache; one of the same name is replaced. Gives its folder. */
export function makeRepository(name: string, { folders, extensions, exclude, files }: Contents): string {
  const root = path.join(cacheFolder("work"), name);
  rmSync(root, { recursive: true, force: true });
  mkdirSync(root);
  for (const { from, under = "" } of folders) {
    cpSync(from, path.join(root, under), {
      recursive: true,
      filter: (file) =>
        statSync(file).isDirectory() || (extensions.includes(path.extname(file)) && !exclude?.test(file)),
    });
  }
  for (const [file, text] of Object.entries(files)) writeFileSync(path.join(root, file), text);
  command("git", ["init", "--quiet"], { cwd: root });
  command("git", [...GIT, "add", "--all"], { cwd: root });
  command("git", [...GIT, "commit", "--quiet", "--message", "as published"], { cwd: root });
  return root;
}

/** A fresh copy of a repository made here, at its commit. */
export function copyRepository(root: string, name: string): string {
  const copy = path.join(cacheFolder("work"), name);
  rmSync(copy, { recursive: true, force: true });
  command("git", [...GIT, "clone", "--quiet", "--no-hardlinks", root, copy]);
  return copy;
}
