import { CHECKS, type CheckName } from "../domain/check.ts";
import type { RunResult } from "../domain/run.ts";

/** What was fixed with patches that do not pass every check, because the configuration requires fewer. */
export interface Unproved {
  /** Ids of those patches. */
  readonly patches: ReadonlySet<string>;
  /** The checks that any of them does not pass, in the ladder's order. */
  readonly checks: readonly CheckName[];
  /** How many findings they close. */
  readonly findings: number;
}

/** Tells what is fixed from what is fixed and proved. */
export function unprovedOf({ patches, findings }: Pick<RunResult, "patches" | "findings">): Unproved {
  const unproved = patches.filter((patch) => patch.unproved.length > 0);
  const ids = new Set(unproved.map(({ candidate }) => candidate.id));
  return {
    patches: ids,
    checks: CHECKS.filter((check) => unproved.some((patch) => patch.unproved.includes(check))),
    findings: findings.filter(({ outcome }) => outcome.kind === "accepted" && ids.has(outcome.patchId)).length,
  };
}
