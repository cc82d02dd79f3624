import type { Edit } from "../domain/edit.ts";
import type { Candidate } from "../domain/outcome.ts";
import { permittedFixes } from "../domain/policy.ts";
import { editCandidate } from "../fix/candidate.ts";
import { applyEdits } from "../patch/apply.ts";
import { composeEdits } from "../patch/compose.ts";
import { mergeCandidates } from "../patch/merge.ts";
import type { NewFinding } from "../verify/clean.ts";
import type { Ground } from "../verify/ground.ts";
import { type Climbed, climb } from "../verify/ladder.ts";
import type { Habit, RepairTools } from "./repair.ts";

/** A fix may uncover a finding whose own fix uncovers another; further than this nobody wants to follow. */
const DEPTH = 8;

/** A candidate that climbed, and, if it needed follow-up fixes to stay clean, what it was without them. */
export interface FollowedUp extends Climbed {
  readonly extended?: { readonly from: Candidate; readonly rules: readonly string[] };
}

/**
 * Climbs with candidates, and extends those that fail only because they bring in or leave findings which the analyzer can
 * fix itself: the last use of `List` rewritten to `list` leaves an import unused, and the patch is whole when that goes too.
 * What the same run goes on to fix does not count as new (design.md, rung 5). `detail` as for `climb`; with habits, fixes
 * are asked for at once where patches for the rule mostly need follow-ups, and else only when one does: the long answer costs
 * half as much again as the short one, but less than both.
 */
export async function climbWithFollowUps(
  candidates: readonly Candidate[],
  ground: Ground,
  tools: RepairTools,
  detail: "sightings" | "fixes" | Map<string, Habit>,
): Promise<FollowedUp[]> {
  const results = new Map<Candidate, FollowedUp>();
  let failing: readonly Climbed[] = [];
  for (const [how, group] of byDetail(candidates, detail)) {
    const climbed = await climb(group, ground, tools.ladder, how);
    for (const one of climbed) results.set(one.candidate, one);
    failing = [...failing, ...(await withFixes(climbed.filter(mayGoOn), ground, tools, how))];
  }
  if (typeof detail !== "string") learn(detail, candidates, failing);
  const origin = new Map<Candidate, Candidate>();
  const rules = new Map<Candidate, readonly string[]>();
  for (let depth = 0; depth < DEPTH && failing.length > 0; depth++) {
    const longer: Candidate[] = [];
    for (const climbed of failing) {
      const first = origin.get(climbed.candidate) ?? climbed.candidate;
      const extended = extend(climbed, ground, tools);
      if (!extended) continue;
      origin.set(extended, first);
      rules.set(extended, [
        ...(rules.get(climbed.candidate) ?? []),
        ...leftToDo(climbed, ground).map(({ sighting }) => sighting.ruleId),
      ]);
      longer.push(extended);
    }
    const again = await climb(longer, ground, tools.ladder, "fixes");
    failing = again.filter(mayGoOn);
    for (const climbed of again) {
      const from = origin.get(climbed.candidate);
      const first = from && results.get(from);
      if (!from || !first) continue;
      const tried = [...new Set(rules.get(climbed.candidate))];
      if (!climbed.failed) results.set(from, { ...climbed, extended: { from, rules: tried } });
      else
        results.set(from, {
          ...first,
          checks: climbed.checks,
          failed: { ...climbed.failed, detail: `with the fixes of ${tried.join(", ")} too: ${climbed.failed.detail}` },
        });
    }
  }
  return candidates.map((candidate) => results.get(candidate)).filter((result) => result !== undefined);
}

function byDetail(
  candidates: readonly Candidate[],
  detail: "sightings" | "fixes" | ReadonlyMap<string, Habit>,
): (readonly ["sightings" | "fixes", readonly Candidate[]])[] {
  if (typeof detail === "string") return [[detail, candidates]];
  const groups = Map.groupBy(candidates, ({ findings }) => {
    const habit = detail.get(findings[0]?.ruleId ?? "");
    return habit && habit.uncovered * 2 > habit.tried ? "fixes" : "sightings";
  });
  return [...groups];
}

function learn(habits: Map<string, Habit>, tried: readonly Candidate[], uncovering: readonly Climbed[]): void {
  const habitOf = ({ findings }: Candidate): Habit => {
    const rule = findings[0]?.ruleId ?? "";
    const habit = habits.get(rule) ?? { tried: 0, uncovered: 0 };
    habits.set(rule, habit);
    return habit;
  };
  for (const candidate of tried) habitOf(candidate).tried += 1;
  for (const { candidate } of uncovering) habitOf(candidate).uncovered += 1;
}

function mayGoOn({ failed, added, candidate }: Climbed): boolean {
  if (failed?.name === "cleared") return candidate.source === "native" && failed.code === "TARGET_STILL_FIRES";
  return failed?.name === "clean" && added.some(({ sighting }) => sighting.reported.fixable !== false);
}

/**
 * What a candidate leaves for its analyzer to fix: findings that it brought in; or its own, where they are reported still.
 * Of three nested `if`s Ruff joins two at a time, and an unused import can hide one of the same name in another branch.
 */
function leftToDo({ failed, added, candidate, afterwards }: Climbed, ground: Ground): readonly NewFinding[] {
  if (failed?.name !== "cleared") return added;
  return candidate.findings.flatMap((finding) => {
    const seen = ground.seen.get(finding);
    const sighting = seen?.sighting && afterwards?.kept.get(seen.sighting);
    return sighting ? [{ analyzer: seen.analyzer, path: finding.path, sighting }] : [];
  });
}

/** Analyzes once more where the first time did not ask for fixes. */
async function withFixes(
  failing: readonly Climbed[],
  ground: Ground,
  tools: RepairTools,
  had: "sightings" | "fixes",
): Promise<readonly Climbed[]> {
  if (had === "fixes") return failing;
  return climb(
    failing.map(({ candidate }) => candidate),
    ground,
    tools.ladder,
    "fixes",
  );
}

/** The candidate with the fixes of what it leaves to do; undefined if there are none, or nothing comes of them. */
function extend(climbed: Climbed, ground: Ground, tools: RepairTools): Candidate | undefined {
  const { candidate } = climbed;
  const left = leftToDo(climbed, ground);
  if (candidate.edits.length === 0) return undefined;
  const groups: { id: string; edits: readonly Edit[] }[] = [];
  const after = new Map(candidate.changes.map((change) => [change.path, change]));
  for (const [at, { analyzer, path, sighting }] of left.entries()) {
    const change = after.get(path);
    if (!change || change.after === null) continue;
    const located = tools.locate(sighting.reported, analyzer, path, { text: change.after, encoding: change.encoding });
    const fix = located && permittedFixes({ fixes: located.fixes }, tools.unsafe)[0];
    if (!fix || fix.edits.some((edit) => !after.has(edit.path))) continue;
    groups.push({ id: String(at), edits: fix.edits });
  }
  if (groups.length === 0) return undefined;
  const followUps = Map.groupBy(mergeCandidates(groups).edits, (edit) => edit.path);
  const edits = [...after.keys()].flatMap((path) => {
    const base = ground.texts.get(path)?.text ?? "";
    const own = applyEdits(
      base,
      candidate.edits.filter((edit) => edit.path === path),
    );
    if (!own.ok) return [];
    return composeEdits(own.edits, followUps.get(path) ?? []).map((edit) => ({ ...edit, path }));
  });
  const extended = editCandidate({ ...candidate, edits }, ground.texts);
  return "unusable" in extended || extended.id === candidate.id ? undefined : extended;
}
