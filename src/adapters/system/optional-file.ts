import { readFile, rm } from "node:fs/promises";

/** The text of a file; "" if it is not there or cannot be read. */
export function readIfThere(file: string): Promise<string> {
  return readFile(file, "utf8").catch(() => "");
}

/** Removes a file, if it is there. */
export function removeIfThere(file: string): Promise<void> {
  return rm(file, { force: true });
}
