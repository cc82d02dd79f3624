import { join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import type { ProcessRunner } from "../../ports/process.ts";
import type { Stage, Variant } from "../../ports/workspace.ts";
import { diskError, errnoOf } from "./disk-error.ts";
import { isPlainPath } from "./paths.ts";
import type { Repository } from "./repository.ts";
import { Companions } from "./stage/companions.ts";
import { GitApply, type Placed } from "./stage/git-apply.ts";
import { LayerFiles } from "./stage/layer-files.ts";
import { assignLayers } from "./stage/layers.ts";
import { rebuildSurroundings } from "./stage/surroundings.ts";
import { makeTemporaryFolder, removeTemporaryFolder, removeTemporaryFolders } from "./temporary-folders.ts";

/** How much goes into one `git apply`. */
const CHUNK_VARIANTS = 400;
const CHUNK_DIFF_BYTES = 32 * 1024 * 1024;

export interface StagingPlace {
  readonly repository: Repository;
  readonly runner: ProcessRunner;
  /** Folder for throw-away folders; made if missing. */
  readonly tmp: string;
}

/**
 * Puts variants on disk below `tmp`: the files as they are, then `git apply` with the variant's own diff, then a
 * comparison with the intended bytes. A layer looks like the repository's root: files that no variant changes are links.
 * Throws `PatchProError` if git is missing or the disk fails; then nothing is left behind.
 */
export async function stageVariants(
  place: StagingPlace,
  variants: readonly Variant[],
  isolation: "file" | "tree",
): Promise<Stage> {
  const { repository, runner, tmp } = place;
  const stageFolder = makeTemporaryFolder(tmp, "patchpro-stage-");
  const dispose = () => removeTemporaryFolder(stageFolder);
  try {
    const base = rebuildSurroundings(repository, stageFolder);
    const files = new LayerFiles(repository.root, stageFolder);
    const placed = placeVariants(variants, isolation, base);
    const refused = await applyAll(placed, files, new GitApply(runner, base, files));
    const accepted = placed.filter(({ variant }) => !refused.has(variant.id));
    await linkCompanions(accepted, new Companions(repository.root, isolation, stageFolder));
    return { staged: accepted.map(({ variant, folder }) => ({ variant, root: folder })), refused, dispose };
  } catch (error) {
    await dispose();
    throw errnoOf(error) === undefined ? error : diskError(stageFolder, error);
  }
}

/** Removes every stage (and other throw-away folder) that is still there, at once, for signal handlers. Never throws. */
export function disposeAllStages(): void {
  removeTemporaryFolders();
}

function placeVariants(variants: readonly Variant[], isolation: "file" | "tree", base: string): Placed[] {
  const layers = assignLayers(variants, isolation);
  return variants.map((variant, index) => {
    const layer = String(layers[index]);
    return { variant, layer, folder: join(base, layer) };
  });
}

async function applyAll(placed: readonly Placed[], files: LayerFiles, git: GitApply): Promise<Map<string, string>> {
  const refused = new Map<string, string>();
  const applyChunk = async (written: readonly Placed[]): Promise<void> => {
    const words = await git.apply(written.filter(({ variant }) => variant.diff.length > 0));
    for (const { variant, folder } of written) {
      const why = words.get(variant.id) ?? files.difference(folder, variant.changes);
      if (why !== undefined) refused.set(variant.id, why);
    }
  };
  let applying: Promise<void> = Promise.resolve();
  try {
    for (const chunk of chunks(placed)) {
      // git works on one chunk while the next is written
      const written = writeChunk(chunk, files, refused);
      await applying;
      applying = applyChunk(written);
    }
  } finally {
    await applying;
  }
  return refused;
}

/** Writes the files of a chunk; gives those variants whose files could be written. */
function writeChunk(chunk: readonly Placed[], files: LayerFiles, refused: Map<string, string>): Placed[] {
  return chunk.filter(({ variant, folder }) => {
    const odd = variant.changes.find(({ path }) => !isPlainPath(path));
    if (odd !== undefined) {
      refused.set(variant.id, `${JSON.stringify(odd.path)} is not a path inside the repository`);
      return false;
    }
    try {
      files.write(folder, variant.changes);
      return true;
    } catch (error) {
      // one path is a folder on the way to another, is there twice, or is too long: no diff can be meant like that
      if (!["ENOTDIR", "EEXIST", "EISDIR", "ENAMETOOLONG", "ENOENT", "EINVAL"].includes(errnoOf(error) ?? ""))
        throw error;
      refused.set(variant.id, `its files cannot lie in one folder: ${errnoOf(error)}`);
      return false;
    }
  });
}

async function linkCompanions(placed: readonly Placed[], companions: Companions): Promise<void> {
  const paths = new Map<string, string[]>();
  for (const { variant, folder } of placed) {
    const known = paths.get(folder) ?? [];
    paths.set(folder, known);
    known.push(...variant.changes.map(({ path }) => path));
  }
  let linked = 0;
  for (const [folder, real] of paths) {
    companions.link(folder, real);
    linked += 1;
    if (linked % 100 === 0) await nextTurn();
  }
}

function* chunks(placed: readonly Placed[]): Generator<readonly Placed[]> {
  let chunk: Placed[] = [];
  let bytes = 0;
  for (const entry of placed) {
    chunk.push(entry);
    bytes += entry.variant.diff.length;
    if (chunk.length >= CHUNK_VARIANTS || bytes >= CHUNK_DIFF_BYTES) {
      yield chunk;
      chunk = [];
      bytes = 0;
    }
  }
  if (chunk.length > 0) yield chunk;
}
