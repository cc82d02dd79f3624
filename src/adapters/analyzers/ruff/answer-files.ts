import { readFile, rm, stat } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import type { Completed, ProcessRunner } from "../../../ports/process.ts";
import { makeTemporaryFolder, removeTemporaryFolder } from "../../system/temporary-folders.ts";

/** As much as is read of what a program prints. */
const LARGEST_BYTES = 256 * 1024 * 1024;

/** Runs Ruff so that it writes to files what it would print. `close` removes them. */
export interface AnswerFiles extends ProcessRunner {
  close(): Promise<void>;
}

/**
 * A large run makes Ruff print a gigabyte. Through two pipes and the process between them that costs a seventh of the
 * whole run; in files it costs next to nothing. A Ruff that does not know the variable prints, as ever.
 */
export function createAnswerFiles(runner: ProcessRunner): AnswerFiles {
  let folder: string | undefined;
  let made = 0;
  return {
    async run(command) {
      folder ??= makeTemporaryFolder(os.tmpdir(), "patchpro-ruff-");
      const file = path.join(folder, String(++made));
      const completed = await runner.run({ ...command, env: { ...command.env, RUFF_OUTPUT_FILE: file } });
      try {
        return completed.ended === "exited" ? await withAnswer(completed, file) : completed;
      } finally {
        await rm(file, { force: true });
      }
    },
    async close() {
      if (folder !== undefined) await removeTemporaryFolder(folder);
      folder = undefined;
    },
  };
}

async function withAnswer(completed: Completed, file: string): Promise<Completed> {
  const found = await stat(file).catch(() => undefined);
  if (!found) return completed;
  if (found.size > LARGEST_BYTES) return { ...completed, ended: "too-much-output" };
  return { ...completed, stdout: await readFile(file) };
}
