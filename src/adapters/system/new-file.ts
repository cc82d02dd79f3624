import path from "node:path";
import { writeAtomic, writeExclusive } from "./atomic-file.ts";

/** Writes a file below `root` that is not there yet, or replaces it if asked to. False if it is there and may not be replaced. */
export async function writeNewFile(root: string, name: string, text: string, replace: boolean): Promise<boolean> {
  const file = path.join(root, name);
  if (!replace) return writeExclusive(file, text);
  await writeAtomic(file, text);
  return true;
}
