import { rmdirSync, rmSync } from "node:fs";
import { dirname } from "node:path";

/** What was done so far and how to undo it. */
export interface Journal {
  readonly undo: (() => void)[];
  /** Files of ours that must not stay; named before they are made. */
  readonly leftovers: string[];
  readonly newFolders: { readonly deepest: string; readonly topmost: string }[];
}

/** Undoes everything, at once: it also runs when the process is told to end in the middle. Never throws. */
export function rollBack({ undo, leftovers, newFolders }: Journal): void {
  const removals = leftovers.map((path) => () => rmSync(path, { force: true }));
  const folders = newFolders.toReversed().map(
    ({ deepest, topmost }) =>
      () =>
        removeEmptyFolders(deepest, topmost),
  );
  for (const step of [...undo.toReversed(), ...removals, ...folders]) {
    try {
      step();
    } catch {
      // what can be undone beside it still is
    }
  }
}

function removeEmptyFolders(deepest: string, topmost: string): void {
  for (let folder = deepest; folder.length >= topmost.length; folder = dirname(folder)) rmdirSync(folder);
}
