import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import { PatchProError } from "../../domain/errors.ts";

/** The folder of a run: by its own name or its id below the root; the newest if none is named. Throws `PatchProError("input")`. */
export async function findRunFolder(root: string, cwd: string, name?: string): Promise<string> {
  return name === undefined ? newestRun(root) : namedRun(root, cwd, name);
}

/** The bytes of a file of a run; undefined if there is none. */
export async function readRunFile(folder: string, name: string): Promise<Buffer | undefined> {
  return readFile(path.join(folder, name)).catch(() => undefined);
}

async function newestRun(root: string): Promise<string> {
  const runs = path.join(root, ".patchpro", "runs");
  const names = (await readdir(runs).catch(() => [])).filter((name) => !name.includes(".partial")).sort();
  for (const name of names.reverse()) {
    const folder = path.join(runs, name);
    if (await isRun(folder)) return folder;
  }
  throw new PatchProError("input", `there is no run below ${runs}`, "Start one with `patchpro run`.");
}

async function namedRun(root: string, cwd: string, name: string): Promise<string> {
  for (const folder of [path.resolve(cwd, name), path.join(root, ".patchpro", "runs", name)]) {
    if (await isRun(folder)) return folder;
  }
  throw new PatchProError(
    "input",
    `${name} is not a run`,
    "Name a folder that holds a report.json, or an id below .patchpro/runs.",
  );
}

async function isRun(folder: string): Promise<boolean> {
  return (await stat(path.join(folder, "report.json")).catch(() => undefined)) !== undefined;
}
