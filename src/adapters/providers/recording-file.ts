import { appendFile, mkdir, readFile } from "node:fs/promises";
import { dirname } from "node:path";
import { messageOf, PatchProError } from "../../domain/errors.ts";
import type { Append } from "./replay.ts";

/** Appends to a file, made with its folders at the first line and readable by its owner only: prompts hold source code. */
export function appendTo(path: string): Append {
  return async (line) => {
    await mkdir(dirname(path), { recursive: true });
    await appendFile(path, line, { encoding: "utf8", mode: 0o600 });
  };
}

/** The text of a recording. Throws `PatchProError("input")` if it cannot be read. */
export async function readRecordingFile(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    const hint = "Give a file that was written with --record.";
    throw new PatchProError("input", `the recording ${path} cannot be read: ${messageOf(error)}`, hint, {
      cause: error,
    });
  }
}
