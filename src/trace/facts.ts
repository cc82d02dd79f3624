import type { AttemptEnd, AttemptStart } from "../domain/attempt.ts";
import type { AttemptFacts, AttemptTrace } from "../domain/trace.ts";
import { patchFacts } from "./patch-facts.ts";
import { signatureOf } from "./signature.ts";

/** What is worked out from an attempt's end. */
export function attemptFacts(end: AttemptEnd): AttemptFacts {
  const failed = end.outcome === "rejected" || end.outcome === "failed";
  return {
    ...(failed && { signature: signatureOf(end.failedCheck ?? "provider", end.code, end.reason ?? "") }),
    ...(end.patch !== undefined && { patch: patchFacts(end.patch) }),
    checks: end.checks.map((check) =>
      check.status === "fail" ? { ...check, signature: signatureOf(check.name, check.code, check.detail) } : check,
    ),
  };
}

/** An attempt as files, exports and the page show it. */
export function traceOf(start: AttemptStart, end: AttemptEnd, facts: AttemptFacts, redactions: number): AttemptTrace {
  return {
    ...start,
    ...end,
    checks: facts.checks,
    ...(facts.signature !== undefined && { signature: facts.signature }),
    ...(facts.patch && { patchFacts: facts.patch }),
    redactions,
  };
}
