import {
  chmodSync,
  chownSync,
  constants,
  copyFileSync,
  linkSync,
  mkdirSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from "node:fs";
import { readFile, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { messageOf } from "../../domain/errors.ts";
import type { FileChange } from "../../domain/outcome.ts";
import { canEncode, encodeText } from "../../domain/text.ts";
import { besides, replaceNow, syncFolder } from "./atomic-file.ts";
import { diskError } from "./disk-error.ts";
import { type FileTarget, fileTarget } from "./file-target.ts";
import { type Journal, rollBack } from "./undo-journal.ts";

/** Everything was written, or nothing; then each refused path says why. */
export type WriteResult =
  | { readonly written: true }
  | { readonly written: false; readonly refused: readonly { readonly path: string; readonly reason: string }[] };

/**
 * Writes changes to files below `root` (absolute, symlinks resolved): all of them or none. Every file must still hold
 * `before`, byte for byte. Modes and owners are kept; a symlink inside the root is followed, one that leads outside is
 * refused. If the disk fails half-way, what was done is undone and `PatchProError("disk", …)` is thrown; if the process
 * ends half-way, what was done is undone too.
 */
export async function writeFiles(root: string, changes: readonly FileChange[]): Promise<WriteResult> {
  // one after the other: a system lets a program have so many files open and no more
  const checked = [];
  for (const change of changes) checked.push(await check(root, change));
  const refused = checked.filter((result) => "reason" in result);
  const planned = checked.filter((result) => "target" in result);
  const twice = planned.find(
    ({ target }, index) => planned.findIndex((other) => other.target.real === target.real) !== index,
  );
  if (twice !== undefined) refused.push({ path: twice.target.path, reason: "is changed twice" });
  if (refused.length > 0) return { written: false, refused };

  const journal: Journal = { undo: [], leftovers: [], newFolders: [] };
  const undoAtExit = (): void => rollBack(journal);
  process.once("exit", undoAtExit);
  const work = planned.filter(({ change }) => change.before !== change.after);
  try {
    // the bytes first: a full disk is noticed before any file has changed
    const prepared = [];
    for (const plan of work) {
      prepared.push({ ...plan, temporary: prepare(plan, journal) });
      await nextTurn();
    }
    for (const { target, temporary } of prepared) {
      exchange(target, temporary, journal);
      await nextTurn();
    }
    journal.undo.length = journal.newFolders.length = 0;
    for (const path of journal.leftovers) await rm(path, { force: true }).catch(() => undefined);
  } catch (error) {
    rollBack(journal);
    throw diskError(root, error);
  } finally {
    process.off("exit", undoAtExit);
  }
  for (const folder of new Set(work.map(({ target }) => dirname(target.real)))) await syncFolder(folder);
  return { written: true };
}

interface Plan {
  readonly change: FileChange;
  readonly target: FileTarget;
}

async function check(root: string, change: FileChange): Promise<Plan | { path: string; reason: string }> {
  const { path, before, after, encoding } = change;
  const target = fileTarget(root, path);
  if (typeof target === "string") return { path, reason: target };
  if (after !== null && !canEncode({ text: after, encoding }))
    return { path, reason: `cannot be written as ${encoding}` };
  if (before === null) return target.stats === undefined ? { change, target } : { path, reason: "exists already" };
  if (target.stats === undefined) return { path, reason: "is no longer there" };
  try {
    const same = (await readFile(target.real)).equals(encodeText({ text: before, encoding }));
    return same ? { change, target } : { path, reason: "has changed since the patch was made" };
  } catch (error) {
    return { path, reason: `cannot be read: ${messageOf(error)}` };
  }
}

/**
 * Writes the new bytes beside the file; undefined where the file shall go. This and `exchange` are never interrupted: the
 * end of the process finds nothing half done that the journal does not know.
 */
function prepare({ change, target }: Plan, { leftovers, newFolders }: Journal): string | undefined {
  if (change.after === null) return undefined;
  const folder = dirname(target.real);
  const made = mkdirSync(folder, { recursive: true });
  if (made !== undefined) newFolders.push({ deepest: folder, topmost: made });
  const temporary = besides(target.real);
  leftovers.push(temporary);
  const bytes = encodeText({ text: change.after, encoding: change.encoding });
  writeFileSync(temporary, bytes, { flag: "wx", flush: true });
  if (target.stats !== undefined) {
    chmodSync(temporary, target.stats.mode & 0o7777);
    keepOwner(temporary, target.stats);
  }
  return temporary;
}

function keepOwner(file: string, { uid, gid }: Stats): void {
  try {
    chownSync(file, uid, gid);
  } catch {
    // only root may give files away; for everybody else the owner is the same already
  }
}

function exchange(target: FileTarget, temporary: string | undefined, { undo, leftovers }: Journal): void {
  const { real, stats } = target;
  if (stats !== undefined) {
    const now = statSync(real);
    if (now.ino !== stats.ino || now.size !== stats.size || now.mtimeMs !== stats.mtimeMs) {
      throw new Error(`${target.path} was changed by another program at this moment`);
    }
    const kept = besides(real);
    leftovers.push(kept);
    // a second name for the old bytes needs no space, so that undoing works on a full disk too
    try {
      linkSync(real, kept);
    } catch {
      copyFileSync(real, kept, constants.COPYFILE_EXCL);
    }
    undo.push(() => replaceNow(kept, real));
  } else {
    undo.push(() => rmSync(real, { force: true }));
  }
  if (temporary === undefined) rmSync(real);
  else replaceNow(temporary, real);
}
