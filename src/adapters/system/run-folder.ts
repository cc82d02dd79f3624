import {
  accessSync,
  closeSync,
  constants,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { PatchProError } from "../../domain/errors.ts";
import { diskError } from "./disk-error.ts";

/** A run's folder while it is written: nothing of it is seen under its name before `finish`. */
export interface RunFolder {
  /** Absolute, as it will be called. */
  readonly path: string;
  /** The same as a person would type it: relative to the root where it is below it. */
  readonly shown: string;
  /** Writes one file, `/` between the parts of its name; a text may come in pieces. Throws `PatchProError("disk")`. */
  write(name: string, content: Uint8Array | Iterable<string>): void;
  /** Gives the folder its name. */
  finish(): void;
  /** Takes away what was written. */
  discard(): void;
}

/**
 * Opens `.patchpro/runs/ID` below the root, or the folder `out`, which must be new or empty. `.patchpro` is made with a
 * `.gitignore` of its own. Throws `PatchProError("disk")` or, for a folder that is in the way, `("usage")`.
 */
export function createRunFolder(root: string, runId: string, out?: string): RunFolder {
  if (out !== undefined) refuseUsed(out);
  const target = out ?? path.join(dataFolder(root), "runs", runId);
  const partial = `${target}.partial-${process.pid}`;
  const made = new Set<string>();
  guarded(partial, () => mkdirSync(partial, { recursive: true }));
  return {
    path: target,
    shown: shownPath(root, target),
    write(name, content) {
      const file = path.join(partial, ...name.split("/"));
      guarded(target, () => {
        const folder = path.dirname(file);
        if (!made.has(folder)) mkdirSync(folder, { recursive: true });
        made.add(folder);
        if (typeof content === "string" || content instanceof Uint8Array) writeFileSync(file, content, { flag: "wx" });
        else writePieces(file, content);
      });
    },
    finish: () =>
      guarded(target, () => {
        if (out !== undefined) rmSync(out, { recursive: true, force: true });
        renameSync(partial, target);
      }),
    discard: () => rmSync(partial, { recursive: true, force: true }),
  };
}

/**
 * Tells before hours of work what `createRunFolder` would tell after them, without writing anything. Throws `PatchProError("usage")`
 * for something that is in the way, `("disk")` for a place where nothing can be written.
 */
export function checkRunFolder(root: string, out?: string): void {
  const data = path.join(root, ".patchpro");
  if (out !== undefined) refuseUsed(out);
  else for (const folder of [data, path.join(data, "runs")]) refuseLink(folder);
  let place = out === undefined ? path.join(data, "runs") : path.dirname(out);
  while (!lstatSync(place, { throwIfNoEntry: false }) && path.dirname(place) !== place) place = path.dirname(place);
  guarded(place, () => accessSync(place, constants.W_OK));
}

function refuseUsed(out: string): void {
  if (isEmptyOrMissing(out)) return;
  throw new PatchProError("usage", `${out} exists and is not an empty folder`, "Name a new folder with --out.");
}

/** Everything but the codemods that the repository itself wants to keep. */
const IGNORED = "*\n!/codemods/\n!/codemods/**\n";

/** `.patchpro` below the root, which git does not look into. Throws `PatchProError("usage")` if something else has that name. */
export function dataFolder(root: string): string {
  const folder = path.join(root, ".patchpro");
  refuseLink(folder);
  refuseLink(path.join(folder, "runs"));
  guarded(folder, () => {
    mkdirSync(folder, { recursive: true });
    const ignore = path.join(folder, ".gitignore");
    if (!lstatSync(ignore, { throwIfNoEntry: false })) writeFileSync(ignore, IGNORED);
  });
  return folder;
}

/** A repository may hold a link of that name that leads anywhere. */
function refuseLink(folder: string): void {
  const found = lstatSync(folder, { throwIfNoEntry: false });
  if (!found || found.isDirectory()) return;
  throw new PatchProError(
    "usage",
    `${folder} is ${found.isSymbolicLink() ? "a link" : "no folder"}`,
    "Take it away: PatchPro keeps its data in a folder of that name.",
  );
}

function isEmptyOrMissing(folder: string): boolean {
  const found = lstatSync(folder, { throwIfNoEntry: false });
  return !found || (found.isDirectory() && readdirSync(folder).length === 0);
}

function shownPath(root: string, target: string): string {
  const relative = path.relative(root, target);
  return relative.startsWith("..") || path.isAbsolute(relative) ? target : relative.split(path.sep).join("/");
}

const PIECE_CHARACTERS = 1 << 20;

function writePieces(file: string, pieces: Iterable<string>): void {
  const descriptor = openSync(file, "wx");
  try {
    let waiting: string[] = [];
    let size = 0;
    const flush = (): void => {
      writeFileSync(descriptor, waiting.join(""));
      [waiting, size] = [[], 0];
    };
    for (const piece of pieces) {
      waiting.push(piece);
      size += piece.length;
      if (size > PIECE_CHARACTERS) flush();
    }
    flush();
  } finally {
    closeSync(descriptor);
  }
}

function guarded<T>(place: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw diskError(place, error);
  }
}
