import { compareSeverity, type Severity } from "../domain/finding.ts";
import type { FindingOutcome } from "../domain/outcome.ts";
import type { RunResult } from "../domain/run.ts";
import { visibleLines } from "./safe-text.ts";
import { unprovedOf } from "./unproved.ts";

const COMMANDS: Record<Severity, string> = { error: "error", warning: "warning", info: "notice" };

/** GitHub shows no more of one kind per step; it drops the rest without a word. */
const MOST_OF_A_KIND = 10;

/**
 * Workflow commands for GitHub's job log (`::error file=…::message`), the most severe findings first. Findings that were set
 * aside get none. A last line counts what did not fit. Escapes as in the actions toolkit (`packages/core/src/command.ts`).
 */
export function renderAnnotations(result: RunResult): string {
  const wanted = result.findings.filter(({ outcome }) => outcome.kind !== "skipped");
  const ordered = [...wanted].sort(
    (a, b) => Number(isFixed(a)) - Number(isFixed(b)) || compareSeverity(b.finding.severity, a.finding.severity),
  );
  const shown = Map.groupBy(ordered, ({ finding }) => finding.severity);
  const unproved = unprovedOf(result).patches;
  const lines = [...shown.values()]
    .flatMap((group) => group.slice(0, MOST_OF_A_KIND))
    .map((each) => annotation(each, unproved));
  const more = wanted.length - lines.length;
  if (more > 0)
    lines.push(`PatchPro: ${more} more findings, see report.md (GitHub shows ${MOST_OF_A_KIND} of a kind).`);
  return lines.map((line) => `${line}\n`).join("");
}

function isFixed({ outcome }: FindingOutcome): boolean {
  return outcome.kind === "accepted";
}

function annotation({ finding, outcome }: FindingOutcome, unproved: ReadonlySet<string>): string {
  const properties: [string, string | number][] = [["file", finding.path]];
  if (finding.startLine > 0) {
    properties.push(["line", finding.startLine], ["endLine", finding.endLine]);
    // Columns of different lines are refused.
    if (finding.startLine === finding.endLine)
      properties.push(
        ["col", finding.startColumn],
        ["endColumn", Math.max(finding.startColumn, finding.endColumn - 1)],
      );
  }
  properties.push(["title", `${finding.tool} ${finding.ruleId}`]);
  const list = properties.map(([key, value]) => `${key}=${escapeProperty(String(value))}`).join(",");
  const proved = outcome.kind === "accepted" && !unproved.has(outcome.patchId);
  const end =
    outcome.kind === "accepted"
      ? `PatchPro has a ${proved ? "proved fix" : "fix that is not wholly proved"}.`
      : `No proved fix: ${outcome.reason}`;
  return `::${COMMANDS[finding.severity]} ${list}::${escapeData(`${finding.message}\n${end}`)}`;
}

function escapeData(text: string): string {
  return visibleLines(text).replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
