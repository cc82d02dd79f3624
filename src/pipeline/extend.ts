import type { Edit } from "../domain/edit.ts";
import type { Candidate } from "../domain/outcome.ts";
import { permittedFixes } from "../domain/policy.ts";
import { editCandidate } from "../fix/candidate.ts";
import { arrangeEdits } from "../patch/apply.ts";
import { composeEdits } from "../patch/compose.ts";
import { type EditGroup, mergeCandidates } from "../patch/merge.ts";
import type { NewFinding } from "../verify/clean.ts";
import type { Ground } from "../verify/ground.ts";
import type { Climbed } from "../verify/ladder.ts";
import type { RepairTools } from "./repair.ts";

/**
 * What a candidate leaves for its analyzer to fix: findings that it brought in; or its own, where they are reported still.
 * Of three nested `if`s Ruff joins two at a time, and an unused import can hide one of the same name in another branch.
 */
export function leftToDo({ failed, added, candidate, afterwards }: Climbed, ground: Ground): readonly NewFinding[] {
  if (failed?.name !== "cleared") return added;
  return candidate.findings.flatMap((finding) => {
    const seen = ground.seen.get(finding);
    const sighting = seen?.sighting && afterwards?.kept.get(seen.sighting);
    return sighting ? [{ analyzer: seen.analyzer, path: finding.path, sighting }] : [];
  });
}

/** The fix of one finding, with the finding's rule and its place in the list that was asked about. */
export interface FollowUp extends EditGroup {
  readonly rule: string;
  readonly at: number;
}

/** The edits with which the analyzers would fix findings of a candidate's patched texts: each first permitted fix, as they stand there. */
export function fixesOf(left: readonly NewFinding[], candidate: Candidate, tools: RepairTools): FollowUp[] {
  const after = new Map(candidate.changes.map((change) => [change.path, change]));
  return left.flatMap(({ analyzer, path, sighting }, at) => {
    const change = after.get(path);
    if (!change || change.after === null) return [];
    const located = tools.locate(sighting.reported, analyzer, path, { text: change.after, encoding: change.encoding });
    const fix = located && permittedFixes({ fixes: located.fixes }, tools.unsafe)[0];
    return fix?.edits.every((edit) => after.has(edit.path))
      ? [{ id: String(at), at, edits: fix.edits, rule: sighting.ruleId }]
      : [];
  });
}

/** A candidate with further edits, which refer to its patched texts; undefined if there are none, or nothing comes of them. */
export function extend(candidate: Candidate, further: readonly EditGroup[], ground: Ground): Candidate | undefined {
  if (candidate.edits.length === 0 || further.length === 0) return undefined;
  const followUps = Map.groupBy(mergeCandidates(further).edits, (edit) => edit.path);
  const paths = new Set(candidate.edits.map(({ path }) => path));
  const edits = [...paths].flatMap((path): Edit[] => {
    const own = arrangeEdits(
      candidate.edits.filter((edit) => edit.path === path),
      ground.texts.get(path)?.text.length ?? 0,
    );
    if (!own.ok) return [];
    return composeEdits(own.edits, followUps.get(path) ?? []).map((edit) => ({ ...edit, path }));
  });
  const extended = editCandidate({ ...candidate, edits }, ground.texts);
  return "unusable" in extended || extended.id === candidate.id ? undefined : extended;
}
