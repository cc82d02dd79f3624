import { createReadStream } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import { messageOf, PatchProError } from "../../domain/errors.ts";
import { errnoOf } from "./disk-error.ts";
import { linesOf } from "./lines.ts";

/** A file that was named on the command line. */
export interface InputFile {
  /** As a person would name it. */
  readonly source: string;
  readonly bytes: Uint8Array;
}

/**
 * The bytes of a file, of every file in a folder and below it whose name ends as one of `endings` (links are not followed:
 * they may lead round in a circle), or of standard input for `-`. Names are relative to `cwd`. Throws `PatchProError("input")` if there is nothing to read.
 */
export async function readInput(name: string, cwd: string, endings: readonly string[]): Promise<InputFile[]> {
  if (name === "-") return [{ source: "standard input", bytes: await readStandardInput() }];
  const full = path.resolve(cwd, name);
  try {
    if (!(await stat(full)).isDirectory()) return [{ source: name, bytes: await readFile(full) }];
    const entries = await readdir(full, { recursive: true, withFileTypes: true });
    const inside = entries
      .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.toLowerCase().endsWith(ending)))
      .map((entry) => path.join(entry.parentPath, entry.name))
      .sort();
    const files: InputFile[] = [];
    for (const file of inside)
      files.push({ source: path.join(name, path.relative(full, file)), bytes: await readFile(file) });
    if (files.length > 0) return files;
  } catch (error) {
    throw new PatchProError(
      "input",
      errnoOf(error) === "ENOENT" ? `there is no ${name}` : `${name} cannot be read: ${messageOf(error)}`,
      "Check the name; paths are relative to where you are.",
      { cause: error },
    );
  }
  throw new PatchProError(
    "input",
    `the folder ${name} holds no ${endings.join(", ")} file`,
    "Name a report, or a folder with reports.",
  );
}

async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

/** The lines of a file, or of standard input for `-`, one at a time. Throws `PatchProError("input")` if it cannot be read. */
export async function* readLines(name: string, cwd: string): AsyncGenerator<string> {
  const input = name === "-" ? process.stdin : createReadStream(path.resolve(cwd, name));
  try {
    yield* linesOf(input);
  } catch (error) {
    throw new PatchProError(
      "input",
      errnoOf(error) === "ENOENT" ? `there is no ${name}` : `${name} cannot be read: ${messageOf(error)}`,
      "Check the name; paths are relative to where you are.",
      { cause: error },
    );
  }
}
