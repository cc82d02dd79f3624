import { type FileHandle, open, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { besides, replace, syncFolder } from "./atomic-file.ts";
import { diskError } from "./disk-error.ts";

/** A long file of lines that nobody sees before it is whole. Methods reject with `PatchProError("disk")`. */
export interface LineFile {
  write(lines: readonly string[]): Promise<void>;
  /** Gives the file its name; what had it before is replaced. */
  finish(): Promise<void>;
  /** Takes away what was written, unless it is finished. */
  discard(): Promise<void>;
}

/** Begins a file that is to be at `path` (absolute): it grows under a temporary name beside it. */
export async function openLineFile(path: string): Promise<LineFile> {
  const temporary = besides(path);
  let file: FileHandle | undefined = await guarded(path, () => open(temporary, "wx"));
  return {
    write: (lines) =>
      guarded(path, async () => void (await file?.appendFile(lines.map((line) => `${line}\n`).join("")))),
    finish: () =>
      guarded(path, async () => {
        await file?.sync();
        await file?.close();
        await replace(temporary, path);
        file = undefined;
        await syncFolder(dirname(path));
      }),
    async discard() {
      await file?.close().catch(() => undefined);
      if (file) await rm(temporary, { force: true });
      file = undefined;
    },
  };
}

async function guarded<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw diskError(path, error);
  }
}
