import type { Candidate } from "../domain/outcome.ts";
import type { Ground } from "../verify/ground.ts";
import { type Climbed, climb } from "../verify/ladder.ts";
import { extend, fixesOf, leftToDo } from "./extend.ts";
import { foresee } from "./foresee.ts";
import type { Habit, RepairTools } from "./repair.ts";
import { groupsByFile } from "./shared-files.ts";

/** A fix may uncover a finding whose own fix uncovers another; further than this nobody wants to follow. */
const DEPTH = 8;

/** A candidate that climbed, and, if it needed follow-up fixes to stay clean, what it was without them. */
export interface FollowedUp extends Climbed {
  readonly extended?: undefined | { readonly from: Candidate; readonly rules: readonly string[] };
}

/**
 * Climbs with candidates, and extends those that fail only because they bring in or leave findings which the analyzer can
 * fix itself: the last use of `List` rewritten to `list` leaves an import unused, and the patch is whole when that goes too.
 * What the same run goes on to fix does not count as new (design.md, rung 5). `detail` as for `climb`; with habits, patches
 * for rules that mostly need follow-ups are extended before they climb, and fixes are asked for only where they are needed:
 * the long answer costs half as much again as the short one, but less than both.
 */
export async function climbWithFollowUps(
  candidates: readonly Candidate[],
  ground: Ground,
  tools: RepairTools,
  detail: "sightings" | "fixes" | Map<string, Habit>,
): Promise<FollowedUp[]> {
  const results = new Map<Candidate, FollowedUp>();
  if (typeof detail !== "string")
    for (const one of await climbForeseen(candidates.filter(usuallyUncovers(detail)), ground, tools))
      if (one.extended) results.set(one.extended.from, one);
  const foreseen = [...results.keys()];
  const left = candidates.filter((candidate) => !results.has(candidate));
  let failing: readonly Climbed[] = [];
  for (const [how, group] of byDetail(left, detail)) {
    const climbed = await climb(group, ground, tools.ladder, how);
    for (const one of climbed) results.set(one.candidate, one);
    failing = [...failing, ...(await withFixes(climbed, ground, tools, how))];
  }
  if (typeof detail !== "string")
    learn(detail, candidates, [...foreseen, ...failing.map(({ candidate }) => candidate)]);
  const origin = new Map<Candidate, Candidate>();
  const rules = new Map<Candidate, readonly string[]>();
  for (let depth = 0; depth < DEPTH && failing.length > 0; depth++) {
    const longer: Candidate[] = [];
    for (const climbed of failing) {
      const first = origin.get(climbed.candidate) ?? climbed.candidate;
      const still = leftToDo(climbed, ground);
      const extended = extend(climbed.candidate, fixesOf(still, climbed.candidate, tools), ground);
      if (!extended) continue;
      origin.set(extended, first);
      rules.set(extended, [...(rules.get(climbed.candidate) ?? []), ...still.map(({ sighting }) => sighting.ruleId)]);
      longer.push(extended);
    }
    const how = detail === "fixes" ? "fixes" : "sightings";
    const again = await climb(longer, ground, tools.ladder, how);
    failing = await withFixes(again, ground, tools, how);
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

/** Those that pass with the follow-ups that were foreseen for them. */
async function climbForeseen(
  candidates: readonly Candidate[],
  ground: Ground,
  tools: RepairTools,
): Promise<readonly FollowedUp[]> {
  const foreseen = new Map((await foresee(candidates, ground, tools)).map((one) => [one.extended, one]));
  const climbed = await climb([...foreseen.keys()], ground, tools.ladder, "sightings");
  return climbed.flatMap((one) => {
    const origin = foreseen.get(one.candidate);
    return origin && !one.failed ? [{ ...one, extended: { from: origin.candidate, rules: origin.rules } }] : [];
  });
}

function usuallyUncovers(habits: ReadonlyMap<string, Habit>): (candidate: Candidate) => boolean {
  return ({ findings }) => {
    const habit = habits.get(findings[0]?.ruleId ?? "");
    return habit !== undefined && habit.uncovered * 2 > habit.tried;
  };
}

function byDetail(
  candidates: readonly Candidate[],
  detail: "sightings" | "fixes" | ReadonlyMap<string, Habit>,
): (readonly ["sightings" | "fixes", readonly Candidate[]])[] {
  if (typeof detail === "string") return [[detail, candidates]];
  const alone = new Set(
    groupsByFile(candidates.map((candidate) => ({ candidate }))).flatMap(([first, ...others]) =>
      first && others.length === 0 ? [first.candidate] : [],
    ),
  );
  const needsMore = usuallyUncovers(detail);
  const groups = Map.groupBy(candidates, (candidate) =>
    alone.has(candidate) || needsMore(candidate) ? "fixes" : "sightings",
  );
  return [...groups];
}

function learn(habits: Map<string, Habit>, tried: readonly Candidate[], uncovering: readonly Candidate[]): void {
  const habitOf = ({ findings }: Candidate): Habit => {
    const rule = findings[0]?.ruleId ?? "";
    const habit = habits.get(rule) ?? { tried: 0, uncovered: 0 };
    habits.set(rule, habit);
    return habit;
  };
  for (const candidate of tried) habitOf(candidate).tried += 1;
  for (const candidate of uncovering) habitOf(candidate).uncovered += 1;
}

function mayGoOn({ failed, added, candidate }: Climbed): boolean {
  if (failed?.name === "cleared") return candidate.source === "native" && failed.code === "TARGET_STILL_FIRES";
  return failed?.name === "clean" && added.some(({ sighting }) => sighting.reported.fixable !== false);
}

/** Those that may go on, analyzed once more where the first time did not ask for fixes. */
async function withFixes(
  climbed: readonly Climbed[],
  ground: Ground,
  tools: RepairTools,
  had: "sightings" | "fixes",
): Promise<readonly Climbed[]> {
  const failing = climbed.filter(mayGoOn);
  if (had === "fixes") return failing;
  return climb(
    failing.map(({ candidate }) => candidate),
    ground,
    tools.ladder,
    "fixes",
  );
}
