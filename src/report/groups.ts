import type { FindingOutcome, Outcome, Source } from "../domain/outcome.ts";
import { type Leftover, leftoverOf } from "./remedies.ts";

/** Findings that were fixed, of one rule of one tool. */
export interface FixedRule {
  readonly tool: string;
  readonly ruleId: string;
  readonly count: number;
  /** How many by each source; only those that fixed any. */
  readonly sources: readonly (readonly [Source, number])[];
  /** The message of the first one. */
  readonly message: string;
}

/** Findings that are left for one and the same reason. */
export interface LeftGroup extends Leftover {
  readonly kind: Exclude<Outcome["kind"], "accepted">;
  /** The check that refused, the reason for skipping, the code of the error. */
  readonly cause: string;
  readonly findings: readonly (FindingOutcome & { readonly reason: string })[];
  readonly rules: readonly { readonly ruleId: string; readonly count: number }[];
}

/** What happened to findings that are left, in a word or two. */
export const LEFT_WORDS: Readonly<Record<LeftGroup["kind"], string>> = {
  rejected: "refused",
  failed: "failed",
  skipped: "set aside",
};

/** What was fixed, by rule; the largest first. */
export function fixedByRule(findings: readonly FindingOutcome[]): FixedRule[] {
  const accepted = findings.filter(({ outcome }) => outcome.kind === "accepted");
  const groups = Map.groupBy(accepted, ({ finding }) => JSON.stringify([finding.tool, finding.ruleId]));
  return [...groups.values()]
    .flatMap((group) => fixedRule(group))
    .sort((a, b) => b.count - a.count || compare(a.ruleId, b.ruleId));
}

/** What is left, by reason: refused first, then failed, then skipped; the largest first. */
export function leftByReason(findings: readonly FindingOutcome[]): LeftGroup[] {
  const left = findings.flatMap((each) =>
    each.outcome.kind === "accepted" ? [] : [{ ...each, reason: each.outcome.reason }],
  );
  const groups = Map.groupBy(
    left,
    ({ outcome }) => `${outcome.kind} ${causeOf(outcome)} ${leftoverOf(outcome)?.why ?? ""}`,
  );
  const order: readonly string[] = ["rejected", "failed", "skipped"];
  return [...groups.values()]
    .flatMap((group) => leftGroup(group))
    .sort(
      (a, b) =>
        order.indexOf(a.kind) - order.indexOf(b.kind) ||
        b.findings.length - a.findings.length ||
        compare(a.cause, b.cause),
    );
}

function fixedRule(group: readonly FindingOutcome[]): FixedRule[] {
  const first = group[0]?.finding;
  if (!first) return [];
  const sources = Map.groupBy(group, ({ outcome }) => (outcome.kind === "accepted" ? outcome.source : "native"));
  return [
    {
      tool: first.tool,
      ruleId: first.ruleId,
      count: group.length,
      sources: [...sources].map(([source, fixed]) => [source, fixed.length] as const),
      message: first.message,
    },
  ];
}

function leftGroup(group: LeftGroup["findings"]): LeftGroup[] {
  const outcome = group[0]?.outcome;
  const leftover = outcome && leftoverOf(outcome);
  if (!leftover || outcome.kind === "accepted") return [];
  const rules = Map.groupBy(group, ({ finding }) => finding.ruleId);
  return [
    {
      ...leftover,
      kind: outcome.kind,
      cause: causeOf(outcome),
      findings: group,
      rules: [...rules]
        .map(([ruleId, findings]) => ({ ruleId, count: findings.length }))
        .sort((a, b) => b.count - a.count || compare(a.ruleId, b.ruleId)),
    },
  ];
}

function causeOf(outcome: Outcome): string {
  switch (outcome.kind) {
    case "accepted":
      return outcome.source;
    case "rejected":
      return outcome.check;
    case "skipped":
      return outcome.skip;
    case "failed":
      return outcome.code;
  }
}

/** By code units, so that the order is the same on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
