import { hashOf } from "../domain/digest.ts";
import type { Edit } from "../domain/edit.ts";
import { PatchProError } from "../domain/errors.ts";
import type { SourceText } from "../domain/text.ts";
import { applyEdits } from "../patch/apply.ts";
import type { Piece } from "../patch/around.ts";
import { mergeCandidates } from "../patch/merge.ts";

/** An edit with what it replaces and some text on both sides, where the run wrote that down. */
export interface StoredEdit extends Edit {
  readonly around?: Piece | undefined;
}

/** A patch of an earlier run, as its proof keeps it. */
export interface StoredPatch {
  readonly id: string;
  readonly after: readonly string[];
  readonly edits: readonly StoredEdit[];
  /** SHA-256 of each file before and after; null where there is no file. */
  readonly files: readonly { readonly path: string; readonly before: string | null; readonly after: string | null }[];
}

/** The ids of patches together with everything that must be applied before them. Throws `PatchProError("input")` for one that is not there. */
export function withPredecessors(ids: readonly string[], stored: ReadonlyMap<string, StoredPatch>): Set<string> {
  const needed = new Set<string>();
  const queue = [...ids];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (needed.has(id)) continue;
    const patch = stored.get(id);
    if (!patch)
      throw new PatchProError("input", `the run holds no patch ${id}`, "Look its id up in report.json of the run.");
    needed.add(id);
    queue.push(...patch.after);
  }
  return needed;
}

/**
 * Applies patches in the rounds in which they were proved: those of one round refer to the same text. Returns the new
 * texts of the files that they touch. Throws `PatchProError("input")` if a file is not what the first of its patches was
 * made for, or if a patch alone does not make of it what was proved: edits are never moved to other text.
 */
export function reapply(
  patches: readonly StoredPatch[],
  texts: ReadonlyMap<string, SourceText>,
): Map<string, SourceText> {
  const now = new Map(texts);
  const changed = new Map<string, SourceText>();
  const done = new Set<string>();
  let left = [...patches];
  while (left.length > 0) {
    const round = left.filter((patch) =>
      patch.after.every((id) => done.has(id) || !left.some((other) => other.id === id)),
    );
    if (round.length === 0)
      throw new PatchProError(
        "input",
        "the patches wait for each other",
        "The run's folder was changed by hand; run patchpro again.",
      );
    for (const { files } of round)
      for (const { path, before } of files) mustBe(path, now.get(path), before, done.size === 0);
    for (const patch of round) mustGive(patch, now);
    const { chosen, edits } = mergeCandidates(round, new Map([...now].map(([path, { text }]) => [path, text])));
    if (chosen.length < round.length)
      throw new PatchProError(
        "input",
        "two of the patches change the same lines",
        "Apply them one run after the other.",
      );
    for (const [path, own] of Map.groupBy(edits, (edit) => edit.path)) {
      const source = now.get(path);
      const applied = source && applyEdits(source.text, own);
      if (!source || !applied?.ok)
        throw new PatchProError(
          "input",
          `the patches do not fit ${path}`,
          "Run patchpro again on the files as they are now.",
        );
      now.set(path, { ...source, text: applied.text });
      changed.set(path, { ...source, text: applied.text });
    }
    for (const { id } of round) done.add(id);
    left = left.filter(({ id }) => !done.has(id));
  }
  return changed;
}

function mustBe(path: string, source: SourceText | undefined, hash: string | null, first: boolean): void {
  if ((source ? hashOf(source) : null) === hash) return;
  const why = source
    ? first
      ? "has changed since the run"
      : "is not what the patch was made for"
    : "is not there any more";
  throw new PatchProError(
    "input",
    `${path} ${why}`,
    "Nothing was changed. Run patchpro again on the files as they are now.",
  );
}

/** The edits do what was proved, and nothing in any other file: a proof that somebody wrote into is no proof. */
function mustGive({ edits, files }: StoredPatch, texts: ReadonlyMap<string, SourceText>): void {
  const wanted = new Map(files.map(({ path, after }) => [path, after]));
  const byPath = Map.groupBy(edits, ({ path }) => path);
  for (const path of new Set([...wanted.keys(), ...byPath.keys()])) {
    const source = texts.get(path);
    const applied = source && applyEdits(source.text, byPath.get(path) ?? []);
    if (source && applied?.ok && hashOf({ ...source, text: applied.text }) === wanted.get(path)) continue;
    throw new PatchProError(
      "input",
      `the edits of ${path} are not those that were proved`,
      "Nothing was changed. Somebody wrote into the run's folder: run patchpro again.",
    );
  }
}
