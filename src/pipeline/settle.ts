import { hashesOf } from "../domain/digest.ts";
import type { Finding } from "../domain/finding.ts";
import type { AcceptedPatch } from "../domain/outcome.ts";
import { editCandidate } from "../fix/candidate.ts";
import { diffTexts, encodeDiffs } from "../patch/diff.ts";
import { editsBetween } from "../patch/edits.ts";
import { groundOf, type Seen } from "../verify/ground.ts";
import type { Climbed } from "../verify/ladder.ts";
import { carriedFixes, carriedPlace, editsOfRound } from "./carry.ts";
import type { Merged } from "./merge.ts";
import type { Repair, RepairTools } from "./repair.ts";
import { pathsOf } from "./shared-files.ts";

/** Makes merged patches part of what stands: their findings are closed, and all others are found again in the new texts. */
export function settle(merged: readonly Merged[], repair: Repair, tools: RepairTools): void {
  const openIn = Map.groupBy(repair.open.keys(), ({ path }) => path);
  for (const { members, whole } of merged) {
    const paths = pathsOf(whole.candidate);
    const after = [...new Set(paths.flatMap((path) => repair.patchesOf.get(path) ?? []))];
    const ids: string[] = [];
    for (const member of members) {
      repair.accepted.push(accepted(member, after));
      ids.push(member.candidate.id);
      for (const finding of member.cleared) close(finding, { patchId: member.candidate.id }, repair);
    }
    const tidying = whole.extended && members.length > 0 ? followUpPatch(whole, repair, [...after, ...ids]) : undefined;
    if (tidying) {
      repair.accepted.push(tidying);
      ids.push(tidying.candidate.id);
    }
    closeBystanders(
      paths.flatMap((path) => openIn.get(path) ?? []),
      members,
      whole,
      ids,
      repair,
    );
    for (const path of paths) repair.patchesOf.set(path, [...(repair.patchesOf.get(path) ?? []), ...ids]);
  }
  moveGround(merged, repair, tools);
}

function accepted({ candidate, diff, checks, unproved }: Climbed, after: readonly string[]): AcceptedPatch {
  return { candidate, diff, checks, files: candidate.changes.map(hashesOf), after, unproved };
}

function close(finding: Finding, closed: { patchId: string; note?: string }, repair: Repair): void {
  if (!repair.open.delete(finding)) return;
  repair.closed.set(finding, closed);
}

/** Findings of the patched files that went away without a patch of their own: a removed import takes its other findings along. */
function closeBystanders(
  findings: readonly Finding[],
  members: readonly Climbed[],
  whole: Climbed,
  ids: readonly string[],
  repair: Repair,
): void {
  for (const finding of findings) {
    const sighting = repair.ground.seen.get(finding)?.sighting;
    if (!repair.open.has(finding) || !sighting || !whole.gone.has(sighting)) continue;
    const by = members.find((member) => member.gone.has(sighting));
    const patchId = by?.candidate.id ?? ids.at(-1);
    if (patchId === undefined) continue;
    const note = by
      ? "closed by the patch of another finding"
      : `closed by ${ids.length} patches of this file together`;
    close(finding, { patchId, note }, repair);
  }
}

/** What the merged patches needed besides their own edits, as a patch of its own that comes after them. */
function followUpPatch(whole: Merged["whole"], repair: Repair, after: readonly string[]): AcceptedPatch | undefined {
  if (!whole.extended) return undefined;
  const between = new Map(
    whole.extended.from.changes.map(({ path, after: text, encoding }) => [path, { text: text ?? "", encoding }]),
  );
  const changes = whole.candidate.changes.map((change) => ({
    ...change,
    before: between.get(change.path)?.text ?? change.before,
  }));
  const edits = changes.flatMap(({ path, before, after: text }) =>
    editsBetween(before ?? "", text ?? "").map((edit) => ({ ...edit, path })),
  );
  const summary = `follow-up: ${whole.extended.rules.join(", ")}, which the patches of this file uncover`;
  const candidate = editCandidate({ source: "native", findings: [], edits, summary }, between);
  if ("unusable" in candidate) return undefined;
  repair.notices.push(`${pathsOf(candidate).join(", ")}: ${summary}`);
  const diff = encodeDiffs(changes.map((change) => diffTexts(change)).filter((one) => one !== undefined));
  return {
    candidate,
    diff,
    checks: whole.checks,
    files: candidate.changes.map(hashesOf),
    after,
    unproved: whole.unproved,
  };
}

/** Replaces the texts and reports of the changed files, and finds every open finding again. */
function moveGround(merged: readonly Merged[], repair: Repair, tools: RepairTools): void {
  const { ground } = repair;
  const texts = new Map(ground.texts);
  const reports = new Map(ground.reports);
  const seen = new Map<Finding, Seen>(ground.seen);
  const wholeOf = new Map<string, Climbed>();
  for (const { whole } of merged) {
    for (const { path, after, encoding } of whole.candidate.changes) {
      if (after === null) texts.delete(path);
      else texts.set(path, { text: after, encoding });
      reports.set(path, whole.afterwards?.reports.get(path) ?? new Map());
      wholeOf.set(path, whole);
    }
  }
  const moved = groundOf(texts, reports, seen);
  const editsIn = editsOfRound(wholeOf);
  for (const [finding, one] of repair.open) {
    const { path } = finding;
    const [whole, source, before] = [wholeOf.get(path), texts.get(path), ground.seen.get(finding)];
    const reached = one.now.fixes.some(({ edits }) => edits.some((edit) => wholeOf.has(edit.path)));
    if (!source || !(whole || reached)) continue;
    const sighting = before?.sighting && whole?.afterwards?.kept.get(before.sighting);
    if (before && whole) seen.set(finding, { ...before, sighting });
    const located = before && sighting && tools.locate(sighting.reported, before.analyzer, path, source);
    const place =
      located ??
      (whole && carriedPlace(one.now, editsIn, ground.indexOf(path, "universal"), moved.indexOf(path, "universal")));
    const fixes = located && located.fixes.length > 0 ? located.fixes : carriedFixes(one.now, editsIn);
    repair.open.set(finding, { ...one, now: { ...one.now, ...place, fixes } });
  }
  repair.ground = moved;
}
