import type { Finding, SkipReason } from "../domain/finding.ts";
import type { FindingOutcome, Outcome } from "../domain/outcome.ts";
import { type UnsafePolicy, whyNoFix } from "../domain/policy.ts";
import type { RunResult } from "../domain/run.ts";
import type { Plan } from "../plan/plan.ts";
import type { Repair } from "./repair.ts";

/** Every finding that was read, with exactly one outcome. */
export function outcomesOf(
  plan: Plan,
  repair: Repair,
  unsafe: UnsafePolicy,
  stopped: RunResult["stopped"],
): FindingOutcome[] {
  const patches = new Map(repair.accepted.map((patch) => [patch.candidate.id, patch]));
  return plan.findings.map(({ finding, skip }) => {
    if (skip) return { finding, outcome: skipped(skip.reason, skip.detail) };
    return { finding, outcome: outcomeOf(finding, repair, patches, unsafe, stopped) };
  });
}

function outcomeOf(
  finding: Finding,
  repair: Repair,
  patches: ReadonlyMap<string, Repair["accepted"][number]>,
  unsafe: UnsafePolicy,
  stopped: RunResult["stopped"],
): Outcome {
  const closed = repair.closed.get(finding);
  const patch = closed && patches.get(closed.patchId);
  if (closed && patch) {
    const { source, strategy, codemod } = patch.candidate;
    return {
      kind: "accepted",
      source,
      ...(strategy && { strategy }),
      ...(codemod && { codemod }),
      patchId: closed.patchId,
      checks: patch.checks,
      ...(closed.note && { note: closed.note }),
    };
  }
  const open = repair.open.get(finding);
  if (open?.settled) return open.settled;
  const seen = repair.ground.seen.get(finding);
  if (seen && !seen.sighting)
    return skipped(
      "stale",
      `${seen.analyzer} does not report it here now; make the report again with the same version and configuration`,
    );
  if (stopped && !open?.rejected)
    return stopped.why === "budget" ? skipped("over-budget", stopped.detail) : skipped("interrupted", stopped.detail);
  if (open?.rejected) {
    const { source, strategy, failed, checks } = open.rejected;
    return {
      kind: "rejected",
      source,
      ...(strategy && { strategy }),
      check: failed.name,
      ...(failed.code && { code: failed.code }),
      reason: failed.detail,
      checks,
    };
  }
  if (open && open.now.fixes.length === 0 && finding.fixes.length > 0)
    return skipped(
      "no-fix",
      "another patch changes the text that its fix changes; apply the patches and analyze again",
    );
  const why = whyNoFix(open?.now ?? finding, unsafe);
  return skipped("no-fix", open?.noCodemod ? `${why}; ${open.noCodemod}` : why);
}

function skipped(skip: SkipReason, reason: string): Outcome {
  return { kind: "skipped", skip, reason };
}
