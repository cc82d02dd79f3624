import type { Candidate } from "../domain/outcome.ts";
import type { Ground } from "../verify/ground.ts";
import { type Climbed, climb } from "../verify/ladder.ts";
import { extend, fixesOf, leftToDo } from "./extend.ts";
import { foresee } from "./foresee.ts";
import type { RepairTools } from "./repair.ts";
import { groupsByFile } from "./shared-files.ts";
import { type FollowedUp, Tries } from "./tries.ts";

export type { FollowedUp } from "./tries.ts";

/** A fix may uncover a finding whose own fix uncovers another; further than this nobody wants to follow. */
const DEPTH = 8;

/**
 * Climbs with candidates, and extends those that fail only because they bring in or leave findings which the analyzer can
 * fix itself: the last use of `List` rewritten to `list` leaves an import unused, and the patch is whole when that goes too.
 * What the same run goes on to fix does not count as new (design.md, rung 5). `detail` as for `climb`; with "sightings",
 * follow-ups are foreseen where that is possible, and else fixes are asked for only where they are needed: the long answer
 * costs half as much again as the short one.
 */
export async function climbWithFollowUps(
  candidates: readonly Candidate[],
  ground: Ground,
  tools: RepairTools,
  detail: "sightings" | "fixes",
): Promise<FollowedUp[]> {
  const tries = new Tries(candidates);
  if (detail === "sightings") await climbForeseen(candidates, tries, ground, tools);
  const climbed: Climbed[] = [];
  for (const [how, group] of byDetail(candidates, detail)) {
    const left = group.filter((candidate) => !tries.hasPassed(candidate));
    climbed.push(...(await climb(left, ground, tools.ladder, how)));
  }
  const toGoOnWith = climbed.map((one) => tries.first(one));
  let failing = await withFixes(toGoOnWith, ground, tools);
  for (let depth = 0; depth < DEPTH && failing.length > 0; depth++) {
    const longer = failing.flatMap((one) => {
      const fixes = fixesOf(leftToDo(one, ground), one.candidate, tools);
      const extended = extend(one.candidate, fixes, ground);
      const rules = fixes.map(({ rule }) => rule);
      if (extended) tries.extend(one.candidate, extended, rules);
      return extended ?? [];
    });
    const again: Climbed[] = [];
    // What uncovers its own rule will often do so again: of a chain of `elif`s each is reported when the one before is gone.
    for (const [how, group] of Map.groupBy(longer, (one) => (tries.repeatsItself(one) ? "fixes" : detail)))
      again.push(...(await climb(group, ground, tools.ladder, how)));
    for (const one of again) tries.settle(one);
    failing = await withFixes(again, ground, tools);
  }
  return tries.results();
}

/** Climbs with candidates and the follow-ups that are foreseen for them, where there are any. */
async function climbForeseen(
  candidates: readonly Candidate[],
  tries: Tries,
  ground: Ground,
  tools: RepairTools,
): Promise<void> {
  const extended: Candidate[] = [];
  for (const one of await foresee(candidates, ground, tools)) {
    tries.extend(one.candidate, one.extended, one.rules, one.uncovered);
    extended.push(one.extended);
  }
  for (const climbed of await climb(extended, ground, tools.ladder, "sightings")) tries.foreseen(climbed);
}

/** A candidate that is the only one of its file will be what stands there: all is asked for at once. */
function byDetail(
  candidates: readonly Candidate[],
  detail: "sightings" | "fixes",
): (readonly ["sightings" | "fixes", readonly Candidate[]])[] {
  if (detail === "fixes") return [[detail, candidates]];
  const groups = groupsByFile(candidates.map((candidate) => ({ candidate })));
  const alone = new Set(
    groups.flatMap(([first, ...others]) => (first && others.length === 0 ? [first.candidate] : [])),
  );
  return [...Map.groupBy(candidates, (candidate) => (alone.has(candidate) ? "fixes" : "sightings"))];
}

function mayGoOn({ failed, added, candidate }: Climbed): boolean {
  if (failed?.name === "cleared") return candidate.source === "native" && failed.code === "TARGET_STILL_FIRES";
  return failed?.name === "clean" && added.some(({ sighting }) => sighting.reported.fixable !== false);
}

/** Those that may go on, analyzed once more where they were not asked for fixes. */
async function withFixes(climbed: readonly Climbed[], ground: Ground, tools: RepairTools): Promise<readonly Climbed[]> {
  const failing = climbed.filter(mayGoOn);
  const unasked = failing.flatMap(({ candidate, afterwards }) => (afterwards ? [] : [candidate]));
  const asked = await climb(unasked, ground, tools.ladder, "fixes");
  return [...failing.filter(({ afterwards }) => afterwards), ...asked];
}
