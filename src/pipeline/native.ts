import type { CheckResult } from "../domain/check.ts";
import type { Finding } from "../domain/finding.ts";
import type { Candidate } from "../domain/outcome.ts";
import type { RunEvent } from "../domain/run.ts";
import { markTried, nativeCandidates, withUntriedFix } from "../fix/native.ts";
import type { OpenFinding } from "../fix/open-finding.ts";
import { mergeCandidates } from "../patch/merge.ts";
import type { Climbed } from "../verify/ladder.ts";
import { climbWithFollowUps } from "./follow-up.ts";
import { merge } from "./merge.ts";
import type { Repair, RepairTools } from "./repair.ts";
import { settle } from "./settle.ts";
import { portionsOf } from "./shared-files.ts";
import { type TestCommand, testMerged } from "./test-rung.ts";

/** The repair's tools, the user's tests if there are any, and somebody to tell. */
interface NativeTools extends RepairTools {
  readonly tests?: TestCommand;
  readonly emit: (event: RunEvent) => void;
}

/** A limit that is hit is reported, not passed over (pitfalls.md, A8). */
const MAX_ROUNDS = 60;

/** What is settled after so many candidates stays, should the run be called off; and whoever watches sees it move. */
const PORTION = 1_024;

/**
 * Tries the fixes that the analyzers themselves offer, in rounds: each fix is proved alone against what stands, those that
 * pass are proved together and become what stands, and what is left is analyzed and tried again, until nothing moves.
 */
export async function nativeRounds(repair: Repair, mayFix: ReadonlySet<Finding>, tools: NativeTools): Promise<void> {
  const openOnes = (): OpenFinding[] => [...repair.open.values()].filter(({ finding }) => mayFix.has(finding));
  for (let round = 1; round <= MAX_ROUNDS; round++) {
    const candidates = nativeCandidates(openOnes(), repair.ground.texts, tools.unsafe);
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
        what: `round ${round}: proving ${chosen.length} native fixes`,
      });
      const tried = await tryPortion(portion, repair, tools);
      waiting.push(...tried.waiting);
      hasMoved ||= tried.hasMoved;
    }
    if (hasMoved) continue;
    for (const one of waiting) reject({ ...one, failed: conflict }, one.candidate.findings, repair, tools);
  }
  giveUp(repair, mayFix, tools);
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
  repair: Repair,
  tools: NativeTools,
): Promise<{ waiting: readonly Climbed[]; hasMoved: boolean }> {
  const climbed: Climbed[] = [];
  for (const one of await climbWithFollowUps(candidates, repair.ground, tools, "sightings")) {
    const kept = withoutFailedClaims(one, repair, tools);
    if (kept) climbed.push(kept);
  }
  const together = await merge(climbed, repair, tools);
  const { merged, refused } = tools.tests
    ? await testMerged(together.merged, repair, tools, tools.tests)
    : { merged: together.merged, refused: [] };
  for (const one of refused) reject(one, one.candidate.findings, repair, tools);
  settle(merged, repair, tools);
  return { waiting: together.waiting, hasMoved: merged.length > 0 };
}

/** Says of every finding whose fix was put off until the last round that it was. */
function giveUp(repair: Repair, mayFix: ReadonlySet<Finding>, tools: NativeTools): void {
  const open = [...repair.open.values()].filter(({ finding }) => mayFix.has(finding));
  const stuck = withUntriedFix(open, repair.ground.texts, tools.unsafe);
  for (const finding of stuck) {
    const one = repair.open.get(finding);
    if (one) one.rejected = { source: "native", failed: notSettled, checks: [] };
  }
  if (stuck.length > 0)
    repair.notices.push(
      `native fixes did not settle after ${MAX_ROUNDS} rounds; ${stuck.length} findings are left as they are`,
    );
}

const notSettled: CheckResult = {
  name: "clean",
  status: "fail",
  ms: 0,
  code: "NOT_CONVERGING",
  detail: `other fixes in the same place came first in each of ${MAX_ROUNDS} rounds; apply these patches and run patchpro again`,
};

const conflict: CheckResult = {
  name: "clean",
  status: "fail",
  ms: 0,
  code: "CONFLICT",
  detail: "the fix is proved alone, but not together with other fixes of this file",
};

/** Notes what the ladder refused; of a patch that closes only some of its findings, the others are tried otherwise. */
function withoutFailedClaims(one: Climbed, repair: Repair, tools: RepairTools): Climbed | undefined {
  const cleared = new Set(one.cleared);
  if (one.failed) reject(one, one.candidate.findings, repair, tools);
  else
    reject(
      one,
      one.candidate.findings.filter((finding) => !cleared.has(finding)),
      repair,
      tools,
    );
  return one.failed ? undefined : one;
}

function reject(one: Climbed, findings: readonly Finding[], repair: Repair, tools: RepairTools): void {
  for (const finding of findings) {
    const open = repair.open.get(finding);
    if (!open) continue;
    markTried(open, repair.ground.texts, tools.unsafe);
    const failed = one.failed ?? {
      name: "cleared",
      status: "fail",
      ms: 0,
      code: "TARGET_STILL_FIRES",
      detail: `the fix closes other findings, but ${finding.ruleId} is still reported`,
    };
    open.rejected = { source: "native", failed, checks: one.checks };
  }
}
