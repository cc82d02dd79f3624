import type { RepairTrace } from "../../domain/trace.ts";
import type { BundleFacts } from "./format.ts";

const LONGEST_ERROR = 300;

/** What a query may ask about a repair, from the whole of it. `familyOf`: the family of a rule. */
export function factsOf({ run, repair, attempts }: RepairTrace, familyOf: (ruleId: string) => string): BundleFacts {
  const rules = distinct(repair.findings.map(({ ruleId }) => ruleId));
  return {
    rules,
    families: distinct(rules.map(familyOf)),
    tools: distinct(repair.findings.map(({ tool }) => tool)),
    severities: distinct(repair.findings.map(({ severity }) => severity)),
    templates: distinct(attempts.map(({ promptName, promptVersion }) => `${promptName}@${promptVersion}`)),
    checks: distinct(attempts.map(({ failedCheck }) => failedCheck)),
    finishes: distinct(attempts.map(({ finishReason }) => finishReason)),
    signatures: distinct(attempts.map(({ signature }) => signature)),
    answeredBy: distinct(attempts.map(({ answeredBy }) => answeredBy)),
    lines: attempts.flatMap(({ patchFacts }) => (patchFacts ? [patchFacts.added + patchFacts.deleted] : [])),
    errors: distinct(attempts.map(({ reason }) => reason?.slice(0, LONGEST_ERROR))),
    repository: run.repository,
    branch: run.branch ?? "",
  };
}

function distinct(values: readonly (string | undefined)[]): string[] {
  return [...new Set(values.filter((value) => value !== undefined))];
}
