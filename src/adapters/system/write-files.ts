import { constants } from "node:fs";
import { chown, copyFile, link, mkdir, readFile, rm, rmdir, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { messageOf } from "../../domain/errors.ts";
import type { FileChange } from "../../domain/outcome.ts";
import { canEncode, encodeText } from "../../domain/text.ts";
import { besides, replace, syncFolder, writeBeside } from "./atomic-file.ts";
import { diskError } from "./disk-error.ts";
import { type FileTarget, fileTarget } from "./file-target.ts";

/** Everything was written, or nothing; then each refused path says why. */
export type WriteResult =
  | { readonly written: true }
  | { readonly written: false; readonly refused: readonly { readonly path: string; readonly reason: string }[] };

/**
 * Writes changes to files below `root` (absolute, symlinks resolved): all of them or none. Every file must still hold
 * `before`, byte for byte. Modes and owners are kept; a symlink inside the root is followed, one that leads outside is
 * refused. If the disk fails half-way, what was done is undone and `PatchProError("disk", …)` is thrown.
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
  const work = planned.filter(({ change }) => change.before !== change.after);
  try {
    // the bytes first: a full disk is noticed before any file has changed
    const prepared = [];
    for (const plan of work) prepared.push({ ...plan, temporary: await prepare(plan, journal) });
    for (const { target, temporary } of prepared) await exchange(target, temporary, journal);
  } catch (error) {
    await rollBack(journal);
    throw diskError(root, error);
  }
  await removeAll(journal.leftovers);
  for (const folder of new Set(work.map(({ target }) => dirname(target.real)))) await syncFolder(folder);
  return { written: true };
}

interface Plan {
  readonly change: FileChange;
  readonly target: FileTarget;
}

/** What was done so far and how to undo it. */
interface Journal {
  readonly undo: (() => Promise<unknown>)[];
  /** Files of ours that must not stay. */
  readonly leftovers: string[];
  readonly newFolders: { readonly deepest: string; readonly topmost: string }[];
}

async function rollBack({ undo, leftovers, newFolders }: Journal): Promise<void> {
  for (const step of undo.toReversed()) await step().catch(() => undefined);
  await removeAll(leftovers);
  for (const { deepest, topmost } of newFolders.toReversed())
    await removeEmptyFolders(deepest, topmost).catch(() => undefined);
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

/** Writes the new bytes beside the file; undefined where the file shall go. */
async function prepare({ change, target }: Plan, { leftovers, newFolders }: Journal) {
  if (change.after === null) return undefined;
  const folder = dirname(target.real);
  const made = await mkdir(folder, { recursive: true });
  if (made !== undefined) newFolders.push({ deepest: folder, topmost: made });
  const bytes = encodeText({ text: change.after, encoding: change.encoding });
  const temporary = await writeBeside(target.real, bytes, target.stats?.mode);
  leftovers.push(temporary);
  // only root may give files away; for everybody else the owner is the same already
  if (target.stats !== undefined) await chown(temporary, target.stats.uid, target.stats.gid).catch(() => undefined);
  return temporary;
}

async function exchange(target: FileTarget, temporary: string | undefined, { undo, leftovers }: Journal) {
  const { real, stats } = target;
  if (stats !== undefined) {
    const now = await stat(real);
    if (now.ino !== stats.ino || now.size !== stats.size || now.mtimeMs !== stats.mtimeMs) {
      throw new Error(`${target.path} was changed by another program at this moment`);
    }
    const kept = besides(real);
    // a second name for the old bytes needs no space, so that undoing works on a full disk too
    await link(real, kept).catch(() => copyFile(real, kept, constants.COPYFILE_EXCL));
    leftovers.push(kept);
    undo.push(() => replace(kept, real));
  } else {
    undo.push(() => rm(real, { force: true }));
  }
  await (temporary === undefined ? rm(real) : replace(temporary, real));
}

async function removeAll(paths: readonly string[]): Promise<void> {
  for (const path of paths) await rm(path, { force: true }).catch(() => undefined);
}

async function removeEmptyFolders(deepest: string, topmost: string): Promise<void> {
  for (let folder = deepest; folder.length >= topmost.length; folder = dirname(folder)) await rmdir(folder);
}
