import type { Config } from "../config/config.ts";
import { EXIT } from "../domain/errors.ts";
import { compareSeverity } from "../domain/finding.ts";
import type { FindingOutcome, Outcome } from "../domain/outcome.ts";
import type { RunResult } from "../domain/run.ts";

/** Set aside by the user's own wish, so not "left". */
const NOT_WANTED = new Set(["suppressed", "duplicate", "outside-scope", "below-severity"]);

/**
 * The exit code of a run: what stopped it, or failed on the way, or what it had no money left for; then what is left at or
 * above `--fail-on`.
 */
export function exitCodeOf(result: RunResult, failOn: Config["failOn"]): number {
  if (result.stopped?.why === "interrupted") return EXIT.interrupted;
  const ends = (wanted: (outcome: Outcome) => boolean): boolean =>
    result.findings.some(({ outcome }) => wanted(outcome));
  if (result.stopped?.why === "outside-failed" || ends(({ kind }) => kind === "failed")) return EXIT.outsideFailed;
  if (
    result.stopped?.why === "budget" ||
    ends((outcome) => outcome.kind === "skipped" && outcome.skip === "over-budget")
  )
    return EXIT.budget;
  if (failOn === "never") return EXIT.done;
  const isLeft = ({ finding, outcome }: FindingOutcome): boolean =>
    leftOver(outcome) && compareSeverity(finding.severity, failOn) >= 0;
  return result.findings.some(isLeft) ? EXIT.findingsLeft : EXIT.done;
}

function leftOver(outcome: Outcome): boolean {
  return outcome.kind !== "accepted" && !(outcome.kind === "skipped" && NOT_WANTED.has(outcome.skip));
}
