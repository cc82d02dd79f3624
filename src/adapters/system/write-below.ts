import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { writeAtomic } from "./atomic-file.ts";
import { diskError } from "./disk-error.ts";

/** Writes a file of ours below a folder, with the folders on the way to it: all of it or nothing. Throws `PatchProError("disk")`. */
export async function writeBelow(root: string, file: string, text: string): Promise<void> {
  const full = join(root, file);
  try {
    await mkdir(dirname(full), { recursive: true });
  } catch (error) {
    throw diskError(full, error);
  }
  await writeAtomic(full, text);
}
