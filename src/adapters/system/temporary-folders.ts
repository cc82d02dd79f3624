import { chmodSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { diskError } from "./disk-error.ts";

const alive = new Set<string>();
let removedAtExit = false;

/**
 * Makes a folder that only this user can enter, below `parent` (made if missing). Gives its real path. It is removed
 * when the process ends, if not before. Throws `PatchProError("disk", …)`.
 */
export function makeTemporaryFolder(parent: string, prefix: string): string {
  try {
    mkdirSync(parent, { recursive: true, mode: 0o700 });
    const folder = realpathSync.native(mkdtempSync(join(parent, prefix)));
    alive.add(folder);
    if (!removedAtExit) process.once("exit", removeTemporaryFolders);
    removedAtExit = true;
    return folder;
  } catch (error) {
    throw diskError(parent, error);
  }
}

/** Removes the folder and everything in it; symlinks are removed, never followed. */
export async function removeTemporaryFolder(folder: string): Promise<void> {
  try {
    // the synchronous form is many times faster, but on Windows only the other waits for files that are held open
    if (process.platform === "win32") await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    else removeTree(folder);
    alive.delete(folder);
  } catch (error) {
    throw diskError(folder, error);
  }
}

/** Tries at the end of the process: a program that is just being killed may still write into its folder. */
const LAST_TRIES = { maxRetries: 10, retryDelay: 20 };

/** Removes all that is left, for the end of the process. Never throws. */
export function removeTemporaryFolders(): void {
  for (const folder of alive) {
    try {
      removeTree(folder, LAST_TRIES);
    } catch {
      // nobody is left to hear of it
    }
  }
  alive.clear();
}

function removeTree(folder: string, tries: { readonly maxRetries?: number; readonly retryDelay?: number } = {}): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {
    unlock(folder);
    rmSync(folder, { recursive: true, force: true, ...tries });
  }
}

/** A program may have left folders that nobody may write to. One that is gone meanwhile needs no right. */
function unlock(folder: string): void {
  try {
    chmodSync(folder, 0o700);
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (entry.isDirectory()) unlock(join(folder, entry.name));
    }
  } catch {
    // whoever removes the folder is told what is wrong with it
  }
}
