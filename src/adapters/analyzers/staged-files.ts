import { realpath } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { StagedVariant } from "../../ports/workspace.ts";

/** One file of one variant, as it lies on disk. */
export interface StagedFile {
  readonly variantId: string;
  /** Relative to the repository's root, `/` between parts. */
  readonly path: string;
  /** The folder that stands for the repository's root. */
  readonly root: string;
  readonly absolute: string;
  readonly text: string;
}

/** The staged files that an analyzer is to look at, and the way back from the names that it prints. */
export interface StagedFiles {
  readonly files: readonly StagedFile[];
  /** The file behind a name that a tool printed: absolute, `file:`, or relative to `base`; undefined if it is none of ours. */
  find(name: string, base: string): StagedFile | undefined;
}

/** Lists what stands in the staged folders after each variant's change, leaving out deleted files and those not handled. */
export async function stagedFiles(
  variants: readonly StagedVariant[],
  handles: (path: string) => boolean,
): Promise<StagedFiles> {
  const files = variants.flatMap(({ variant, root }) =>
    variant.changes.flatMap(({ path: name, after }) =>
      after === null || !handles(name)
        ? []
        : [{ variantId: variant.id, path: name, root, absolute: path.join(root, name), text: after }],
    ),
  );
  const realRoots = new Map<string, string>();
  for (const root of new Set(files.map((file) => file.root))) realRoots.set(root, await realpath(root));
  const byName = new Map<string, StagedFile>();
  for (const file of files) {
    byName.set(sameName(file.absolute), file);
    byName.set(sameName(path.join(realRoots.get(file.root) ?? file.root, file.path)), file);
  }
  // A tool names one file in a hundred findings, always in the same way.
  const asked = new Map<string, Map<string, StagedFile | undefined>>();
  return {
    files,
    find(name, base) {
      const names = asked.get(base) ?? new Map<string, StagedFile | undefined>();
      asked.set(base, names);
      if (!names.has(name)) names.set(name, byName.get(sameName(absoluteName(name, base))));
      return names.get(name);
    },
  };
}

/** The absolute form of a name that a tool printed. */
export function absoluteName(name: string, base: string): string {
  return /^file:/i.test(name) ? fileName(name) : path.resolve(base, name);
}

function fileName(url: string): string {
  try {
    return fileURLToPath(url);
  } catch {
    return url;
  }
}

/** Windows prints the same file with either slash and in any case. */
function sameName(name: string): string {
  return process.platform === "win32" ? path.normalize(name).toLowerCase() : name;
}
