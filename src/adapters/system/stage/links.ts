import { copyFileSync, linkSync, mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { errnoOf } from "../disk-error.ts";

/** Something of the repository that a layer shows without holding it. */
export interface LinkTarget {
  /** Absolute. */
  readonly target: string;
  readonly folder: boolean;
}

/**
 * Makes very many symlinks to few targets. On Linux a target's symlink is made once and then gets more names (hard
 * links to the symlink itself), which is ten times faster and needs no inode. Elsewhere `link` may follow symlinks.
 */
export class Links {
  readonly #shelf: string;
  readonly #made = new Map<string, string>();

  /** `stageFolder`: absolute; originals are kept in a hidden folder of it. */
  constructor(stageFolder: string) {
    this.#shelf = join(stageFolder, ".links");
  }

  /** Links `place` (absolute) to the target; nothing happens if something is there already. */
  make({ target, folder }: LinkTarget, place: string): void {
    try {
      if (process.platform === "linux") linkSync(this.#original(target), place);
      else makeLink({ target, folder }, place);
    } catch (error) {
      // EMLINK: a file system allows so many names and no more (ext4: 65,000)
      if (errnoOf(error) !== "EEXIST") makeLink({ target, folder }, place);
    }
  }

  #original(target: string): string {
    const known = this.#made.get(target);
    if (known !== undefined) return known;
    if (this.#made.size === 0) mkdirSync(this.#shelf, { recursive: true });
    const original = join(this.#shelf, String(this.#made.size));
    symlinkSync(target, original);
    this.#made.set(target, original);
    return original;
  }
}

/** A symlink; where Windows does not let us make one, a junction (folders) or a copy (files). */
export function makeLink({ target, folder }: LinkTarget, place: string): void {
  try {
    symlinkSync(target, place, folder ? "junction" : "file");
  } catch (error) {
    if (errnoOf(error) === "EEXIST") return;
    if (errnoOf(error) !== "EPERM" || folder) throw error;
    copyFileSync(target, place);
  }
}
