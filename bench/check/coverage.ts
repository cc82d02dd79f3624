import { Counts } from "./counts.ts";
import { type RunFinding, type RunReport, reasonOf } from "./report.ts";
import { nameOf, placeOf, type ToolFinding } from "./tool-finding.ts";

/** How much of what the tool removes by fixing everything itself PatchPro removed too. */
export interface Coverage {
  readonly removed: number;
  readonly accepted: number;
  /**
   * Not accepted because the patch brings in something new, and the tool's own fixing did leave more findings of that rule
   * in that file than there were before. PatchPro refuses such patches on purpose.
   */
  readonly atAPrice: number;
  /** Everything not accepted by rule and reason, the commonest first. */
  readonly missed: readonly Missed[];
}

interface Missed {
  readonly count: number;
  readonly rule: string;
  readonly reason: string;
  readonly examples: readonly string[];
}

/** Compares by file, rule and masked message: `before` the tool's own `--fix`, and `after` it. */
export function coverage(
  { findings }: RunReport,
  before: readonly ToolFinding[],
  after: readonly ToolFinding[],
): Coverage {
  const removed = new Counts(before.map(nameOf)).minus(new Counts(after.map(nameOf)));
  const broughtIn = new Counts(after.map(placeOf)).minus(new Counts(before.map(placeOf)));
  const byName = Map.groupBy(findings, ({ path, ruleId, message }) => nameOf({ path, rule: ruleId, message }));
  const missed = new Map<string, RunFinding[]>();
  let accepted = 0;
  let atAPrice = 0;
  for (const [name, count] of removed.ranked()) {
    const own = byName.get(name) ?? [];
    const done = Math.min(count, own.filter(({ outcome }) => outcome.kind === "accepted").length);
    accepted += done;
    for (const finding of leftOf(own).slice(0, count - done)) {
      const price = pricesOf(finding).some((place) => broughtIn.get(place) > 0);
      if (price) atAPrice += 1;
      const key = [finding.ruleId, reasonOf(finding), price ? "(the tool brings in something new there)" : ""].join(
        "\t",
      );
      missed.set(key, [...(missed.get(key) ?? []), finding]);
    }
  }
  const groups = [...missed].sort(([, a], [, b]) => b.length - a.length);
  return { removed: removed.total, accepted, atAPrice, missed: groups.map(([key, group]) => groupOf(key, group)) };
}

/** Of several findings with one name nobody knows which the tool removed: those that had a fix are the likelier ones. */
function leftOf(own: readonly RunFinding[]): RunFinding[] {
  const left = own.filter(({ outcome }) => outcome.kind !== "accepted");
  return [
    ...left.filter(({ outcome }) => outcome.kind === "rejected"),
    ...left.filter(({ outcome }) => outcome.kind !== "rejected"),
  ];
}

/** Files and rules of what the patch for a finding would have brought in. */
function pricesOf({ outcome }: RunFinding): string[] {
  return outcome.checks
    .flatMap(({ status, evidence }) => (status === "fail" ? (evidence?.added ?? []) : []))
    .map(placeOf);
}

function groupOf(key: string, group: readonly RunFinding[]): Missed {
  const [rule = "", ...reason] = key.split("\t");
  const examples = group.map(
    ({ path, startLine, message, outcome }) => `${path}:${startLine}  ${message}  → ${outcome.reason ?? ""}`,
  );
  return { count: group.length, rule, reason: reason.join(" ").trim(), examples };
}
