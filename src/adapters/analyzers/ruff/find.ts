import path from "node:path";
import type { ProcessRunner } from "../../../ports/process.ts";

/** A Ruff that answered when asked for its version. */
export interface FoundRuff {
  readonly file: string;
  readonly version: string;
}

/** Where projects keep their own Ruff, and at last the one on PATH. */
export const RUFF_CANDIDATES: readonly string[] =
  process.platform === "win32"
    ? [".venv\\Scripts\\ruff.exe", "venv\\Scripts\\ruff.exe", "ruff"]
    : [".venv/bin/ruff", "venv/bin/ruff", "ruff"];

/**
 * The first candidate that runs and says which Ruff it is; undefined if none does. A candidate with a slash is relative
 * to the repository's root, a bare name is looked up on PATH.
 */
export async function findRuff(
  runner: ProcessRunner,
  root: string,
  candidates: readonly string[] = RUFF_CANDIDATES,
): Promise<FoundRuff | undefined> {
  for (const candidate of candidates) {
    const file = /[\\/]/.test(candidate) ? path.resolve(root, candidate) : candidate;
    const completed = await runner.run({
      file,
      args: ["--version"],
      cwd: root,
      timeoutMs: 20_000,
      maxOutputBytes: 4096,
    });
    const version = /^ruff (\d+\.\d+\.\d+\S*)/.exec(completed.stdout.toString("utf8"))?.[1];
    if (completed.ended === "exited" && completed.exitCode === 0 && version) return { file, version };
  }
  return undefined;
}
