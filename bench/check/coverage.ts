import { Counts } from "./counts.ts";
import { type RunFinding, type RunReport, reasonOf } from "./report.ts";
import { nameOf, type ToolFinding } from "./tool-finding.ts";

/** How much of what the tool removes by fixing everything itself PatchPro removed too. */
export interface Coverage {
  readonly removed: number;
  readonly accepted: number;
  /** Removed by the tool at the price of something new in its place, as PatchPro found: it refuses those on purpose. */
  readonly atAPrice: number;
  /** All others by rule and reason, the commonest first. */
  readonly missed: readonly {
    readonly count: number;
    readonly rule: string;
    readonly reason: string;
    readonly examples: readonly string[];
  }[];
}

/** Compares by file, rule and masked message: `before` the tool's own `--fix`, and `after` it. */
export function coverage(
  { findings }: RunReport,
  before: readonly ToolFinding[],
  after: readonly ToolFinding[],
): Coverage {
  const removed = new Counts(before.map(nameOf)).minus(new Counts(after.map(nameOf)));
  const byName = Map.groupBy(findings, ({ path, ruleId, message }) => nameOf({ path, rule: ruleId, message }));
  const missed = new Map<string, RunFinding[]>();
  let [accepted, atAPrice] = [0, 0];
  for (const [name, count] of removed.ranked()) {
    const own = byName.get(name) ?? [];
    const done = Math.min(count, own.filter(({ outcome }) => outcome.kind === "accepted").length);
    accepted += done;
    for (const finding of own.filter(({ outcome }) => outcome.kind !== "accepted").slice(0, count - done)) {
      if (finding.outcome.code?.startsWith("NEW_FINDING")) atAPrice += 1;
      const key = `${finding.ruleId}\t${reasonOf(finding)}`;
      missed.set(key, [...(missed.get(key) ?? []), finding]);
    }
  }
  const groups = [...missed].sort(([, a], [, b]) => b.length - a.length);
  return { removed: removed.total, accepted, atAPrice, missed: groups.map(([key, group]) => groupOf(key, group)) };
}

function groupOf(key: string, group: readonly RunFinding[]): Coverage["missed"][number] {
  const [rule = "", reason = ""] = key.split("\t");
  const examples = group.map(
    ({ path, startLine, message, outcome }) => `${path}:${startLine}  ${message}  → ${outcome.reason ?? ""}`,
  );
  return { count: group.length, rule, reason, examples };
}
