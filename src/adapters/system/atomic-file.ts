import { randomBytes } from "node:crypto";
import { renameSync } from "node:fs";
import { chmod, type FileHandle, open, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { diskError, errnoOf } from "./disk-error.ts";

/**
 * Replaces the file at `path` (or makes it) so that every reader sees the old bytes or the new ones, also after a crash.
 * Throws `PatchProError("disk", …)` and leaves the old file and nothing else behind if that fails.
 * A symlink at `path` is replaced, not followed. `mode`: permission bits; by default those of a new file.
 */
export async function writeAtomic(path: string, bytes: Uint8Array | string, mode?: number): Promise<void> {
  try {
    const temporary = await writeBeside(path, bytes, mode);
    try {
      await replace(temporary, path);
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
    await syncFolder(dirname(path));
  } catch (error) {
    throw diskError(path, error);
  }
}

/** Makes a new file; false, and nothing done, if something of that name is there already. Throws like `writeAtomic`. */
export async function writeExclusive(path: string, bytes: Uint8Array | string): Promise<boolean> {
  try {
    await writeNew(path, bytes);
    return true;
  } catch (error) {
    if (errnoOf(error) === "EEXIST") return false;
    throw diskError(path, error);
  }
}

/** Writes the bytes to a new file in the same folder, on the disk when this returns. Gives its path. */
async function writeBeside(path: string, bytes: Uint8Array | string, mode?: number): Promise<string> {
  const temporary = besides(path);
  await writeNew(temporary, bytes);
  if (mode !== undefined) await chmod(temporary, mode & 0o7777);
  return temporary;
}

/** A name in the same folder that nothing has. */
export function besides(path: string): string {
  // the file's own name might not leave room for more (255 bytes on most systems)
  return join(dirname(path), `.${basename(path).slice(0, 40)}.${randomBytes(6).toString("hex")}.tmp`);
}

/** `rename`, patient with Windows, where a virus scanner or an editor may hold the target for a moment. */
export async function replace(from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await rename(from, to);
    } catch (error) {
      if (!isHeld(error) || attempt === TRIES) throw error;
      await wait(20 * 2 ** attempt);
    }
  }
}

/** `replace` that lets nothing else happen meanwhile. */
export function replaceNow(from: string, to: string): void {
  for (let attempt = 1; ; attempt += 1) {
    try {
      renameSync(from, to);
      return;
    } catch (error) {
      if (!isHeld(error) || attempt === TRIES) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20 * 2 ** attempt);
    }
  }
}

const TRIES = 5;

function isHeld(error: unknown): boolean {
  return process.platform === "win32" && ["EPERM", "EACCES", "EBUSY"].includes(errnoOf(error) ?? "");
}

async function writeNew(path: string, bytes: Uint8Array | string): Promise<void> {
  const file: FileHandle = await open(path, "wx");
  try {
    await file.writeFile(bytes);
    await file.sync();
    await file.close();
  } catch (error) {
    await file.close().catch(() => undefined);
    await rm(path, { force: true });
    throw error;
  }
}

/** Makes a rename survive a power cut. Not every system can do this to a folder; then it is left to the system. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  try {
    const handle = await open(folder, "r");
    await handle.sync().finally(() => handle.close());
  } catch {
    // the bytes themselves are safe already
  }
}
