import type { CheckResult } from "../domain/check.ts";
import type { Finding } from "../domain/finding.ts";
import { markTried, type Offered } from "../fix/offered.ts";
import type { Climbed } from "../verify/ladder.ts";
import type { Repair, RepairTools } from "./repair.ts";

/** The fix of a finding was put off until nobody tried any more. */
export const notSettled = (rounds: number): CheckResult => ({
  name: "clean",
  status: "fail",
  ms: 0,
  code: "NOT_CONVERGING",
  detail: `other fixes in the same place came first in each of ${rounds} rounds; apply these patches and run patchpro again`,
});

export const conflict: CheckResult = {
  name: "clean",
  status: "fail",
  ms: 0,
  code: "CONFLICT",
  detail: "the fix is proved alone, but not together with other fixes of this file",
};

/** Notes what the ladder refused; of a patch that closes only some of its findings, the others are tried otherwise. */
export function withoutFailedClaims(
  one: Climbed,
  offered: Offered,
  repair: Repair,
  tools: RepairTools,
): Climbed | undefined {
  const { findings } = one.candidate;
  const cleared = new Set(one.cleared);
  const refused = one.failed ? findings : findings.filter((finding) => !cleared.has(finding));
  reject(one, refused, offered, repair, tools);
  return one.failed ? undefined : one;
}

/** Notes on findings why a candidate for them was turned down, and that their offered fix was tried. */
export function reject(
  one: Climbed,
  findings: readonly Finding[],
  offered: Offered,
  repair: Repair,
  tools: RepairTools,
): void {
  for (const finding of findings) {
    const open = repair.open.get(finding);
    if (!open) continue;
    markTried(open, offered, repair.ground.texts, tools.unsafe);
    const failed = one.failed ?? {
      name: "cleared",
      status: "fail",
      ms: 0,
      code: "TARGET_STILL_FIRES",
      detail: `the fix closes other findings, but ${finding.ruleId} is still reported`,
    };
    open.rejected = { source: offered.source, failed, checks: one.checks };
  }
}
