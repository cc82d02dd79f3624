import { compareSeverity, type Severity } from "../domain/finding.ts";
import type { AcceptedPatch, FindingOutcome } from "../domain/outcome.ts";
import type { RunResult } from "../domain/run.ts";
import { type SarifFix, sarifFix, sarifLocation } from "./sarif-fix.ts";

/** GitHub's limits for an upload ("SARIF support for code scanning"). */
const MOST_RUNS = 20;
const MOST_RESULTS = 25_000;
const MOST_NAME = 255;
const MOST_DESCRIPTION = 1024;
/** An upload may have 10 MB when zipped; fixes beyond this are left out, results never. In UTF-16 units. */
const MOST_FIX_TEXT = 16_000_000;

const LEVELS: Record<Severity, "error" | "warning" | "note"> = { error: "error", warning: "warning", info: "note" };

/**
 * A run as SARIF 2.1.0: one SARIF run for each tool, so that rule ids stay those of the tool; every finding is a result, and
 * those with an accepted patch carry it as `fixes`. What does not fit the limits of GitHub is said in a notification.
 */
export function renderSarif(result: RunResult): string {
  const patches = new Map(result.patches.map((patch) => [patch.candidate.id, patch]));
  const fixes = fixesThatFit(patches);
  const byTool = [...Map.groupBy(result.findings, ({ finding }) => finding.tool)].sort(
    (a, b) => b[1].length - a[1].length,
  );
  const kept = byTool.slice(0, MOST_RUNS);
  const lost = byTool.slice(MOST_RUNS).reduce((sum, [, findings]) => sum + findings.length, 0);
  const withoutFix = patches.size - fixes.size;
  const notes = [
    ...(lost > 0 ? [`${lost} findings of further tools are not in this file: a file may have ${MOST_RUNS} runs.`] : []),
    ...(withoutFix > 0
      ? [`${withoutFix} patches are not in this file: SARIF cannot express them, or they are too large.`]
      : []),
    ...result.notices,
  ];
  const runs =
    kept.length === 0
      ? [toolRun("PatchPro", [], result, fixes, notes)]
      : kept.map(([tool, findings], at) => toolRun(tool, findings, result, fixes, at === 0 ? notes : []));
  return `${JSON.stringify({ $schema: "https://json.schemastore.org/sarif-2.1.0.json", version: "2.1.0", runs }, null, 2)}\n`;
}

function toolRun(
  tool: string,
  all: readonly FindingOutcome[],
  result: RunResult,
  fixes: ReadonlyMap<string, SarifFix>,
  notes: readonly string[],
) {
  const findings = mostSevere(all);
  const lost = all.length - findings.length;
  const texts = [
    ...notes,
    ...(lost > 0
      ? [`${lost} of the less severe findings are not in this file: a run may have ${MOST_RESULTS} results.`]
      : []),
  ];
  const rules = new Map(
    [...Map.groupBy(findings, ({ finding }) => finding.ruleId)].map(([id, group], index) => [
      id,
      { index, first: group[0]?.finding },
    ]),
  );
  return {
    tool: {
      driver: {
        name: tool.slice(0, MOST_NAME),
        rules: [...rules].map(([id, { first }]) => ({
          id,
          name: id.slice(0, MOST_NAME),
          shortDescription: { text: (first?.message || id).slice(0, MOST_DESCRIPTION) },
          ...(first?.helpUrl !== undefined && URL.canParse(first.helpUrl) && { helpUri: first.helpUrl }),
        })),
      },
    },
    // GitHub takes all but the last part as the category, which must stay the same from run to run.
    automationDetails: { id: `patchpro/${encodeURIComponent(tool.toWellFormed())}/${result.runId}` },
    columnKind: "utf16CodeUnits",
    invocations: [
      {
        executionSuccessful: result.stopped === undefined,
        toolExecutionNotifications: [...texts, ...(result.stopped ? [result.stopped.detail] : [])].map((text) => ({
          level: "note",
          message: { text },
        })),
      },
    ],
    properties: { patchpro: { version: result.toolVersion, runId: result.runId } },
    results: findings.map((each) => sarifResult(each, rules.get(each.finding.ruleId)?.index ?? -1, fixes)),
  };
}

function sarifResult({ finding, outcome }: FindingOutcome, ruleIndex: number, fixes: ReadonlyMap<string, SarifFix>) {
  const fix = outcome.kind === "accepted" ? fixes.get(outcome.patchId) : undefined;
  const silenced = outcome.kind === "skipped" && (outcome.skip === "suppressed" || outcome.skip === "dismissed");
  return {
    ruleId: finding.ruleId,
    ruleIndex,
    level: LEVELS[finding.severity],
    message: { text: finding.message || finding.ruleId },
    locations: [{ physicalLocation: { artifactLocation: sarifLocation(finding.path), ...regionOf(finding) } }],
    partialFingerprints: { primaryLocationLineHash: finding.id },
    ...(silenced && { suppressions: [{ kind: "external", justification: outcome.reason }] }),
    ...(fix && { fixes: [fix] }),
    properties: { patchpro: { outcome: outcome.kind, ...(outcome.kind !== "accepted" && { reason: outcome.reason }) } },
  };
}

function regionOf({ startLine, startColumn, endLine, endColumn }: FindingOutcome["finding"]) {
  return startLine > 0
    ? { region: { startLine, startColumn: Math.max(1, startColumn), endLine, endColumn: Math.max(1, endColumn) } }
    : {};
}

function mostSevere(findings: readonly FindingOutcome[]): readonly FindingOutcome[] {
  if (findings.length <= MOST_RESULTS) return findings;
  return [...findings].sort((a, b) => compareSeverity(b.finding.severity, a.finding.severity)).slice(0, MOST_RESULTS);
}

function fixesThatFit(patches: ReadonlyMap<string, AcceptedPatch>): Map<string, SarifFix> {
  const fixes = new Map<string, SarifFix>();
  let size = 0;
  for (const [id, patch] of patches) {
    const fix = size > MOST_FIX_TEXT ? undefined : sarifFix(patch);
    // The same fix stands at every finding that it closes.
    const text = fix ? JSON.stringify(fix).length * Math.max(1, patch.candidate.findings.length) : 0;
    if (!fix || size + text > MOST_FIX_TEXT) continue;
    size += text;
    fixes.set(id, fix);
  }
  return fixes;
}
