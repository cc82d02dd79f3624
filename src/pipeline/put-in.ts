import type { FileChange } from "../domain/outcome.ts";
import type { SourceText } from "../domain/text.ts";
import { type Standing, standingOf } from "./in-place.ts";
import { reapply, type StoredPatch } from "./reapply.ts";

/** What is to be written, and which of the wanted patches are in the files already. */
export interface PutIn {
  readonly changes: readonly FileChange[];
  readonly already: ReadonlySet<string>;
}

/**
 * Puts the `wanted` patches of a run, with everything that they need, into files that may hold others of its patches: what comes
 * out is what all of them together give, in the run's order. `texts`: the files as they are. Throws
 * `PatchProError("input")` if anything else in a file has changed since the run.
 */
export function putIn(
  run: readonly StoredPatch[],
  wanted: ReadonlySet<string>,
  texts: ReadonlyMap<string, SourceText>,
): PutIn {
  const chosen = run.filter(({ id }) => wanted.has(id));
  const changes: FileChange[] = [];
  const missing = new Set<string>();
  const touching = Map.groupBy(
    run.flatMap((patch) => [...new Set(pathsOf(patch))].map((path) => onlyIn(path, patch))),
    ({ path }) => path,
  );
  for (const path of new Set(chosen.flatMap(pathsOf))) {
    const own = touching.get(path) ?? [];
    const source = texts.get(path);
    const standing = (source && standingOf(source, own, wanted)) ?? { ...nothingKnown, now: source, ground: source };
    const { now, ground, below, there } = standing;
    const needed = own.filter(({ id }) => !below.has(id) && (wanted.has(id) || there.has(id)));
    const after = reapply(needed, new Map(ground ? [[path, ground]] : [])).get(path);
    if (!now || !after || after.text === now.text) continue;
    changes.push({ path, before: now.text, after: after.text, encoding: after.encoding });
    for (const { id } of needed) if (!there.has(id)) missing.add(id);
  }
  return { changes, already: new Set(chosen.flatMap(({ id }) => (missing.has(id) ? [] : [id]))) };
}

const nothingKnown: Pick<Standing, "below" | "there"> = { below: new Set(), there: new Set() };

function pathsOf({ files, edits }: StoredPatch): string[] {
  return [...files, ...edits].map(({ path }) => path);
}

/** A patch as far as it is about one file. */
function onlyIn(path: string, { id, after, edits, files }: StoredPatch): StoredPatch & { readonly path: string } {
  return {
    path,
    id,
    after,
    edits: edits.filter((edit) => edit.path === path),
    files: files.filter((file) => file.path === path),
  };
}
