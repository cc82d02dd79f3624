import { rmSync } from "node:fs";
import path from "node:path";
import { type FinishedRun, readRun } from "../check/report.ts";
import { cacheFolder, PROJECT } from "../fetch/places.ts";
import { measured, type Usage } from "./command.ts";

/** Runs `patchpro run` in a child process on a repository; `programs` go before PATH. */
export function patchproRun(
  python: string,
  root: string,
  { programs = [], options = [] }: { readonly programs?: readonly string[]; readonly options?: readonly string[] } = {},
): FinishedRun & { readonly usage: Usage } {
  const folder = path.join(cacheFolder("runs"), path.basename(root));
  rmSync(folder, { recursive: true, force: true });
  const launcher = path.join(PROJECT, "bin", "patchpro.js");
  const args = [launcher, "run", "--quiet", "--out", folder, "--format", "json", ...options];
  const { usage } = measured(python, process.execPath, args, { cwd: root, path: programs });
  return { ...readRun(folder), usage };
}
