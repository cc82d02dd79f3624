import path from "node:path";
import type { AcceptedPatch } from "../domain/outcome.ts";

/** Where a patch and its proof stand in the run's folder, `/` between parts. */
export interface PatchFiles {
  readonly patch: string;
  readonly proof: string;
}

/** The diff with every accepted patch, in the run's folder. */
export const COMBINED_DIFF = "combined.diff";

/**
 * Names the files of each patch, by patch id: `patches/0001-F401-src-app.py.diff`. Unique by number, also where upper and
 * lower case are the same; only letters, digits, `.`, `_` and `-`, so that every file system takes them. A patch keeps its
 * name when others come after it.
 */
export function nameFiles(patches: readonly AcceptedPatch[]): ReadonlyMap<string, PatchFiles> {
  return new Map(
    patches.map((patch, index) => {
      const name = `${String(index + 1).padStart(4, "0")}${label(patch)}`;
      return [patch.candidate.id, { patch: `patches/${name}.diff`, proof: `proofs/${name}.json` }];
    }),
  );
}

function label({ candidate, files }: AcceptedPatch): string {
  const rule = plain(candidate.findings[0]?.ruleId ?? "").slice(-32);
  const file = plain(shortPath(files[0]?.path ?? "")).slice(-40);
  return [rule, file]
    .map((part) => part.replace(/^[-.]+|[-.]+$/g, ""))
    .filter((part) => part !== "")
    .map((part) => `-${part}`)
    .join("");
}

/** The file and the folder it is in. */
function shortPath(file: string): string {
  return path.posix.join(path.posix.basename(path.posix.dirname(file)), path.posix.basename(file));
}

function plain(text: string): string {
  return text.replace(/[^A-Za-z0-9._-]+/g, "-");
}
