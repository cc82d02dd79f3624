import type { Edit } from "../domain/edit.ts";
import { compareSpans, sameEdit, spansOverlap } from "./apply.ts";
import { normalizeEdit } from "./edits.ts";
import { firstIndex } from "./first-index.ts";

/** Edits, in one or several files, that make sense only together. */
export interface EditGroup {
  readonly id: string;
  readonly edits: readonly Edit[];
}

/** A group that was not taken. `conflictsWith`: the chosen groups in its way; its own id where its edits overlap each other. */
interface DeferredGroup {
  readonly id: string;
  readonly conflictsWith: readonly string[];
}

export interface MergedGroups {
  readonly chosen: readonly string[];
  readonly deferred: readonly DeferredGroup[];
  /** Of the chosen groups; per file in the order of the text, none overlapping, each once. */
  readonly edits: readonly Edit[];
}

/** An edit that was taken, with the groups that asked for it. */
interface TakenEdit {
  readonly edit: Edit;
  /** The edit in its one shortest form, by which the same change of two tools is recognised. */
  readonly shortest: Edit;
  readonly owners: string[];
}

/**
 * Takes groups in the given order, each as a whole, as long as their edits do not overlap those taken before; all offsets
 * refer to the texts before any edit. The same edit of several groups counts once. Edits may touch, but different insertions at one
 * point by two groups are a conflict, since nothing says which goes first.
 *
 * `texts`, by path, lets two edits that do the same in different spans count as the same; without it only equal edits do.
 */
export function mergeCandidates(groups: readonly EditGroup[], texts?: ReadonlyMap<string, string>): MergedGroups {
  const files = new Map<string, TakenEdit[]>();
  const chosen: string[] = [];
  const deferred: DeferredGroup[] = [];
  for (const group of groups) {
    const wanted = group.edits.flatMap((edit) => wantedEdit(edit, group.id, texts));
    const conflictsWith = overlapsItself(wanted) ? [group.id] : ownersInTheWay(wanted, files);
    if (conflictsWith.length > 0) {
      deferred.push({ id: group.id, conflictsWith });
      continue;
    }
    chosen.push(group.id);
    for (const one of wanted) take(one, files);
  }
  return { chosen, deferred, edits: [...files.values()].flatMap((taken) => taken.map(({ edit }) => edit)) };
}

function wantedEdit(edit: Edit, id: string, texts: ReadonlyMap<string, string> | undefined): TakenEdit[] {
  const text = texts?.get(edit.path);
  const shortest = text === undefined ? edit : normalizeEdit(text, edit);
  const empty = edit.start === edit.end && edit.text === "";
  return shortest === undefined || empty ? [] : [{ edit, shortest, owners: [id] }];
}

function overlapsItself(wanted: readonly TakenEdit[]): boolean {
  const sorted = wanted.map(({ edit }) => edit).sort((a, b) => comparePaths(a, b) || compareSpans(a, b));
  return sorted.some((edit, at) => {
    const previous = sorted[at - 1];
    return previous?.path === edit.path && spansOverlap(previous, edit) && !sameEdit(previous, edit);
  });
}

function comparePaths(a: Edit, b: Edit): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}

function ownersInTheWay(wanted: readonly TakenEdit[], files: ReadonlyMap<string, readonly TakenEdit[]>): string[] {
  const owners = new Set<string>();
  for (const one of wanted) {
    const neighbours = neighboursOf(one, files.get(one.edit.path) ?? []);
    if (neighbours.some((other) => isSame(one, other))) continue;
    for (const other of neighbours) {
      if (inTheWay(one.edit, other.edit)) for (const owner of other.owners) owners.add(owner);
    }
  }
  return [...owners];
}

function inTheWay(a: Edit, b: Edit): boolean {
  const bothInsertHere = a.start === a.end && b.start === b.end && a.start === b.start;
  return bothInsertHere || spansOverlap(a, b);
}

/** Deletions of two equal lines side by side have the same shortest form, but are two; the same change overlaps. */
function isSame(a: TakenEdit, b: TakenEdit): boolean {
  return sameEdit(a.edit, b.edit) || (inTheWay(a.edit, b.edit) && sameEdit(a.shortest, b.shortest));
}

function take(one: TakenEdit, files: Map<string, TakenEdit[]>): void {
  const taken = files.get(one.edit.path) ?? [];
  files.set(one.edit.path, taken);
  const same = neighboursOf(one, taken).find((other) => isSame(one, other));
  if (same) same.owners.push(...one.owners.filter((owner) => !same.owners.includes(owner)));
  else
    taken.splice(
      firstIndex(taken, ({ edit }) => compareSpans(edit, one.edit) > 0),
      0,
      one,
    );
}

/** The taken edits that overlap or touch an edit. Taken edits do not overlap, so their ends are in order as their starts are. */
function neighboursOf({ edit }: TakenEdit, taken: readonly TakenEdit[]): readonly TakenEdit[] {
  const from = firstIndex(taken, (other) => other.edit.end >= edit.start);
  const to = firstIndex(taken, (other) => other.edit.start > edit.end);
  return taken.slice(from, Math.max(from, to));
}
