import type { Finding } from "../domain/finding.ts";
import type { Candidate } from "../domain/outcome.ts";
import type { RunEvent } from "../domain/run.ts";
import { type Offered, offeredCandidates, withUntriedFix } from "../fix/offered.ts";
import type { OpenFinding } from "../fix/open-finding.ts";
import { mergeCandidates } from "../patch/merge.ts";
import type { Climbed } from "../verify/ladder.ts";
import { climbWithFollowUps } from "./follow-up.ts";
import { merge } from "./merge.ts";
import { conflict, notSettled, reject, withoutFailedClaims } from "./refuse.ts";
import type { Repair, RepairTools } from "./repair.ts";
import { settle } from "./settle.ts";
import { portionsOf } from "./shared-files.ts";
import { type TestCommand, testMerged } from "./test-rung.ts";

/** The repair's tools, the user's tests if there are any, and somebody to tell. */
interface RoundTools extends RepairTools {
  readonly tests?: TestCommand;
  readonly emit: (event: RunEvent) => void;
}

/** A limit that is hit is reported, not passed over (pitfalls.md, A8). */
const MAX_ROUNDS = 60;

/** What is settled after so many candidates stays, should the run be called off; and whoever watches sees it move. */
const PORTION = 1_024;

/** Asks a source what it offers for open findings, in the texts as they stand. */
export type AskSource = (open: readonly OpenFinding[], repair: Repair, tools: RepairTools) => Promise<Offered>;

/**
 * Tries the fixes that a source offers, in rounds: each fix is proved alone against what stands, those that pass are
 * proved together and become what stands, and what is left is analyzed and tried again, until nothing moves.
 */
export async function fixRounds(
  repair: Repair,
  mayFix: ReadonlySet<Finding>,
  ask: AskSource,
  tools: RoundTools,
): Promise<void> {
  const openOnes = (): OpenFinding[] => [...repair.open.values()].filter(({ finding }) => mayFix.has(finding));
  for (let round = 1; round <= MAX_ROUNDS; round++) {
    const offered = await ask(openOnes(), repair, tools);
    const candidates = offeredCandidates(openOnes(), offered, repair.ground.texts, tools.unsafe);
    if (candidates.length === 0) return;
    const waiting: Climbed[] = [];
    let hasMoved = false;
    const chosen = withoutOverlaps(candidates, repair);
    // The user's tests are slow: they see the patches of a round all at once.
    for (const portion of tools.tests ? [chosen] : portionsOf(chosen, PORTION)) {
      tools.emit({
        kind: "progress",
        done: mayFix.size - openOnes().length,
        total: mayFix.size,
        accepted: repair.closed.size,
        costUsd: 0,
        what: `round ${round}: proving ${chosen.length} ${offered.source} fixes`,
      });
      const tried = await tryPortion(portion, offered, repair, tools);
      waiting.push(...tried.waiting);
      hasMoved ||= tried.hasMoved;
    }
    if (hasMoved) continue;
    for (const one of waiting) reject({ ...one, failed: conflict }, one.candidate.findings, offered, repair, tools);
  }
  giveUp(await ask(openOnes(), repair, tools), repair, mayFix, tools);
}

/**
 * The candidates of a round whose edits do not overlap, each taken before those that follow it in the report. The others
 * are made anew on what comes of them: to prove them now would be for nothing.
 */
function withoutOverlaps(candidates: readonly Candidate[], repair: Repair): readonly Candidate[] {
  const texts = new Map<string, string>();
  for (const { edits } of candidates)
    for (const { path } of edits) texts.set(path, repair.ground.texts.get(path)?.text ?? "");
  const taken = new Set(mergeCandidates(candidates, texts).chosen);
  return candidates.filter(({ id, edits }) => edits.length === 0 || taken.has(id));
}

/** Proves candidates one by one, then together, and settles what passed. `waiting`: proved alone, but not together. */
async function tryPortion(
  candidates: readonly Candidate[],
  offered: Offered,
  repair: Repair,
  tools: RoundTools,
): Promise<{ waiting: readonly Climbed[]; hasMoved: boolean }> {
  const climbed: Climbed[] = [];
  for (const one of await climbWithFollowUps(candidates, repair.ground, tools, "sightings")) {
    const kept = withoutFailedClaims(one, offered, repair, tools);
    if (kept) climbed.push(kept);
  }
  const together = await merge(climbed, repair, tools);
  const { merged, refused } = tools.tests
    ? await testMerged(together.merged, repair, tools, tools.tests)
    : { merged: together.merged, refused: [] };
  for (const one of refused) reject(one, one.candidate.findings, offered, repair, tools);
  settle(merged, repair, tools);
  return { waiting: together.waiting, hasMoved: merged.length > 0 };
}

/** Says of every finding whose fix was put off until the last round that it was. */
function giveUp(offered: Offered, repair: Repair, mayFix: ReadonlySet<Finding>, tools: RoundTools): void {
  const open = [...repair.open.values()].filter(({ finding }) => mayFix.has(finding));
  const stuck = withUntriedFix(open, offered, repair.ground.texts, tools.unsafe);
  for (const finding of stuck) {
    const one = repair.open.get(finding);
    if (one) one.rejected = { source: offered.source, failed: notSettled(MAX_ROUNDS), checks: [] };
  }
  if (stuck.length > 0)
    repair.notices.push(
      `${offered.source} fixes did not settle after ${MAX_ROUNDS} rounds; ${stuck.length} findings are left as they are`,
    );
}
