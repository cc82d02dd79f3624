import type { CollectedFinding, Finding, Fix, Witness } from "../domain/finding.ts";
import { canonicalRule } from "./canonical-rule.ts";

/** Tools that PatchPro can run again, so that they can prove a fix: theirs is the finding that stays. */
const PROVABLE = new Set(["ruff", "eslint", "semgrep"]);

interface Survivor {
  finding: Finding;
  /** Tools that reported this defect; each tool's second report of it is another defect, unless it is word for word the same. */
  readonly tools: Set<string>;
}

/**
 * Marks findings that report a defect which another one reports already as `duplicate`: repeated in one report, in two
 * reports of one tool, or by two tools whose rules are the same (`canonical-rule.ts`) in the same place. The one that
 * stays gets the other's tool as a witness and its fixes as further alternatives. Keeps the order and the number;
 * findings that are marked already are left alone.
 */
export function markDuplicates(collected: readonly CollectedFinding[]): CollectedFinding[] {
  const survivors = new Map<string, Survivor[]>();
  const survivorAt = new Map<number, Survivor>();
  const duplicateAt = new Map<number, Survivor>();
  for (const at of byPreference(collected)) {
    const finding = collected[at]?.finding;
    if (!finding) continue;
    const key = JSON.stringify([finding.path, canonicalRule(finding.tool, finding.ruleId)]);
    const known = survivors.get(key) ?? [];
    const same = twinOf(finding, known);
    if (same) {
      same.finding = merged(same.finding, finding);
      same.tools.add(finding.tool);
      duplicateAt.set(at, same);
    } else {
      const survivor = { finding, tools: new Set([finding.tool]) };
      survivors.set(key, [...known, survivor]);
      survivorAt.set(at, survivor);
    }
  }
  return collected.map((one, at) => {
    const duplicateOf = duplicateAt.get(at);
    if (duplicateOf)
      return { finding: one.finding, skip: { reason: "duplicate", detail: detailOf(duplicateOf.finding) } };
    const survivor = survivorAt.get(at);
    return survivor ? { ...one, finding: survivor.finding } : one;
  });
}

/** The unmarked findings: those that PatchPro can prove first, then those with fixes, then in their order. */
function byPreference(collected: readonly CollectedFinding[]): number[] {
  const rank = ({ finding }: CollectedFinding) =>
    (PROVABLE.has(finding.tool) ? 0 : 2) + (finding.fixes.length > 0 ? 0 : 1);
  return collected
    .flatMap((one, at) => (one.skip ? [] : [{ at, rank: rank(one) }]))
    .toSorted((a, b) => a.rank - b.rank || a.at - b.at)
    .map(({ at }) => at);
}

/** The survivor that is this defect: word for word, or another tool's in the same place, best with the same columns. */
function twinOf(finding: Finding, known: readonly Survivor[]): Survivor | undefined {
  const repeated = known.find(
    (one) =>
      one.finding.tool === finding.tool && samePlace(one.finding, finding) && one.finding.message === finding.message,
  );
  if (repeated) return repeated;
  const others = known.filter(
    ({ finding: other, tools }) =>
      !tools.has(finding.tool) && (other.startLine === finding.startLine || overlaps(other, finding)),
  );
  return (
    others.find(
      (one) => one.finding.startLine === finding.startLine && one.finding.startColumn === finding.startColumn,
    ) ??
    others.find((one) => one.finding.startLine === finding.startLine) ??
    others[0]
  );
}

function samePlace(a: Finding, b: Finding): boolean {
  return (
    a.startLine === b.startLine &&
    a.startColumn === b.startColumn &&
    a.endLine === b.endLine &&
    a.endColumn === b.endColumn
  );
}

function overlaps(a: Finding, b: Finding): boolean {
  const startsBefore = (one: Finding, other: Finding) =>
    one.startLine < other.endLine || (one.startLine === other.endLine && one.startColumn < other.endColumn);
  return startsBefore(a, b) && startsBefore(b, a);
}

function merged(survivor: Finding, twin: Finding): Finding {
  const witness: Witness = { tool: twin.tool, ruleId: twin.ruleId, message: twin.message };
  const isNews =
    twin.tool !== survivor.tool &&
    !survivor.witnesses.some((one) => one.tool === witness.tool && one.ruleId === witness.ruleId);
  const witnesses = isNews ? [...survivor.witnesses, witness] : survivor.witnesses;
  return { ...survivor, witnesses, fixes: alternatives(survivor.fixes, twin.fixes) };
}

/** Both lists without repetitions; of two equal fixes the one whose tool says how safe it is. */
function alternatives(own: readonly Fix[], others: readonly Fix[]): Fix[] {
  const byEdits = new Map<string, Fix>();
  for (const fix of [...own, ...others]) {
    const key = JSON.stringify(fix.edits.map(({ path, start, end, text }) => [path, start, end, text]));
    const known = byEdits.get(key);
    if (!known || (known.applicability === "unknown" && fix.applicability !== "unknown")) byEdits.set(key, fix);
  }
  return [...byEdits.values()];
}

function detailOf({ tool, ruleId, path, startLine, id }: Finding): string {
  return `the same as ${tool} ${ruleId} in ${path}:${startLine} (${id})`;
}
