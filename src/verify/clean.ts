import type { Judgement } from "./check.ts";
import type { ReportedSighting } from "./ground.ts";

/** A finding that a patch brought in. */
export interface NewFinding {
  readonly analyzer: string;
  readonly path: string;
  readonly sighting: ReportedSighting;
}

/**
 * Rung 5: no configured analyzer reports anything that it did not report before, under the user's own selection.
 * `targets`: the rules that the patch was to fix, to tell a moved problem from another one.
 */
export function checkClean(
  added: readonly NewFinding[],
  analyzers: readonly string[],
  targets: readonly string[],
): Judgement {
  if (analyzers.length === 0) return { status: "skip", detail: "no configured analyzer looks at these files" };
  const first = added[0];
  if (!first) return { status: "pass", detail: `${analyzers.join(", ")}: nothing new` };
  const { sighting, path, analyzer } = first;
  const more = added.length > 1 ? ` and ${added.length - 1} more` : "";
  return {
    status: "fail",
    code: targets.includes(sighting.ruleId) ? "NEW_FINDING_SAME_RULE" : "NEW_FINDING_OTHER",
    detail: `${analyzer} reports ${sighting.ruleId} at ${path}:${sighting.startLine} of the patched text, which was not there before: ${sighting.message}${more}`,
    evidence: {
      added: added.slice(0, 20).map((one) => ({
        analyzer: one.analyzer,
        path: one.path,
        rule: one.sighting.ruleId,
        line: one.sighting.startLine,
        message: one.sighting.message,
      })),
    },
  };
}
