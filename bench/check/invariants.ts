import path from "node:path";
import { GIT } from "../fetch/repository.ts";
import { command } from "../measure/command.ts";
import { Counts } from "./counts.ts";
import type { FinishedRun, RunPatch, RunReport } from "./report.ts";
import { nameOf, placeOf, type ToolFinding } from "./tool-finding.ts";

/** One thing that must hold, and each place where it does not. */
export interface Invariant {
  readonly name: string;
  readonly exceptions: readonly string[];
}

/** Every finding that the tool itself reports is in the report once, with one outcome, and the numbers add up. */
export function addsUp({ findings, summary }: RunReport, before: readonly ToolFinding[]): Invariant {
  const read = new Counts(findings.map(({ path, ruleId, message }) => nameOf({ path, rule: ruleId, message })));
  const printed = new Counts(before.map(nameOf));
  const kinds = new Counts(findings.map(({ outcome }) => outcome.kind));
  const { accepted, rejected, skipped, failed } = summary;
  const exceptions = [
    ...listed("not in the report", printed.minus(read)),
    ...listed("not from the tool", read.minus(printed)),
    ...Object.entries({ accepted, rejected, skipped, failed })
      .filter(([kind, count]) => kinds.get(kind) !== count)
      .map(([kind, count]) => `the summary counts ${count} ${kind}, the findings ${kinds.get(kind)}`),
  ];
  if (accepted + rejected + skipped + failed !== summary.findings || summary.findings !== findings.length) {
    exceptions.push(
      `${accepted} + ${rejected} + ${skipped} + ${failed} is not ${summary.findings} (${findings.length})`,
    );
  }
  return { name: "every finding read has one outcome", exceptions };
}

/** `git apply` takes the combined patch on a fresh copy; the copy is left with it applied. */
export function appliesWhole({ folder, report }: FinishedRun, copy: string): Invariant {
  const exceptions = ["--check", "--whitespace=nowarn"].flatMap((option) => {
    const args = [...GIT, "apply", option, path.join(folder, report.combinedPatch)];
    const { exitCode, stderr } = command("git", args, { cwd: copy, mayExit: [1, 128] });
    return exitCode === 0 ? [] : [`git apply ${option}: ${stderr.trim()}`];
  });
  return { name: "git applies the combined patch", exceptions };
}

/** What the tool reports of a patched tree, held against what it reported before and what was accepted. */
export interface Aftermath {
  readonly goneAndNothingNew: Invariant;
  /** Findings whose file and rule were there before with another message: no exceptions, but worth a look. */
  readonly reworded: readonly string[];
}

/**
 * After the patches, every finding that is left must have been there before, beside those that were accepted: per file, rule
 * and message; what exceeds that but not the count of its file and rule is only worded otherwise.
 */
export function aftermath(
  before: readonly ToolFinding[],
  closed: readonly ToolFinding[],
  after: readonly ToolFinding[],
): Aftermath {
  const surplusBy = (key: (finding: ToolFinding) => string): Counts => {
    const mayBeLeft = new Counts(before.map(key));
    for (const finding of closed) mayBeLeft.add(key(finding), -1);
    return new Counts(after.map(key)).minus(mayBeLeft);
  };
  const places = surplusBy(placeOf);
  const [exceptions, reworded]: [string[], string[]] = [[], []];
  for (const [name, count] of surplusBy(nameOf).ranked()) {
    const [file = "", rule = ""] = name.split("\t");
    const target = places.get(placeOf({ path: file, rule })) > 0 ? exceptions : reworded;
    target.push(`${count} × ${name.replaceAll("\t", "  ")}`);
  }
  return { goneAndNothingNew: { name: "what was accepted is gone, nothing is new", exceptions }, reworded };
}

/** The accepted findings of a report as the tool printed them: all, or those that one patch was made for. */
export function closedBy({ findings }: RunReport, patch?: RunPatch): ToolFinding[] {
  return findings
    .filter(({ outcome }) => outcome.kind === "accepted")
    .filter(({ id, outcome }) => !patch || (outcome.patchId === patch.id && patch.findings.includes(id)))
    .map(({ path, ruleId, message, startLine }) => ({ path, rule: ruleId, message, line: startLine }));
}

function listed(what: string, counts: Counts): string[] {
  return counts.ranked().map(([name, count]) => `${what}: ${count} × ${name.replaceAll("\t", "  ")}`);
}
