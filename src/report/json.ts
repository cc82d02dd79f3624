import { z } from "zod";
import type { CheckResult } from "../domain/check.ts";
import { messageOf, PatchProError } from "../domain/errors.ts";
import type { AcceptedPatch, FindingOutcome } from "../domain/outcome.ts";
import type { RunResult } from "../domain/run.ts";
import { COMBINED_DIFF, nameFiles, type PatchFiles } from "./numbering.ts";
import { type ReportV1, reportV1 } from "./schema.ts";
import { summarize } from "./summary.ts";

type ReportedOutcome = ReportV1["findings"][number]["outcome"];

/** A run as data, as `report.json` holds it. */
export function toReport(result: RunResult): ReportV1 {
  const { findingOf, patchOf } = describers(result);
  return { ...frameOf(result), findings: result.findings.map(findingOf), patches: result.patches.map(patchOf) };
}

/** `report.json`, with a line end, piece by piece: that of a large run is never held as a whole. */
export function* renderJson(result: RunResult): Generator<string> {
  const { findingOf, patchOf } = describers(result);
  const frame = JSON.stringify(frameOf(result), null, 2);
  // No text in it holds a line end, so these lines are the only ones of their kind.
  const lists = '\n  "findings": [],\n  "patches": [],\n';
  const at = frame.indexOf(lists);
  yield `${frame.slice(0, at)}\n  "findings": `;
  yield* renderList(result.findings, findingOf);
  yield ',\n  "patches": ';
  yield* renderList(result.patches, patchOf);
  yield `,\n${frame.slice(at + lists.length)}\n`;
}

/** As `JSON.stringify` writes a list one level deep. */
function* renderList<T>(items: readonly T[], describe: (item: T) => unknown): Generator<string> {
  if (items.length === 0) yield "[]";
  for (const [index, item] of items.entries()) {
    const text = JSON.stringify(describe(item), null, 2).replaceAll("\n", "\n    ");
    yield `${index === 0 ? "[" : ","}\n    ${text}${index === items.length - 1 ? "\n  ]" : ""}`;
  }
}

/** Everything but the findings and the patches. */
function frameOf(result: RunResult): ReportV1 {
  const { bySource, ...numbers } = summarize(result);
  return {
    version: 1,
    runId: result.runId,
    toolVersion: result.toolVersion,
    startedAt: new Date(result.startedAt).toISOString(),
    summary: { ...numbers, bySource: { ...bySource } },
    findings: [],
    patches: [],
    combinedPatch: COMBINED_DIFF,
    notices: [...result.notices],
    ...(result.stopped && { stopped: { ...result.stopped } }),
  };
}

function describers(result: RunResult) {
  const files = nameFiles(result.patches);
  const patches = new Map(result.patches.map((patch) => [patch.candidate.id, patch]));
  return {
    findingOf: (each: FindingOutcome) => reportedFinding(each, patches, files),
    patchOf: (patch: AcceptedPatch) => reportedPatch(patch, filesOf(patch.candidate.id, files)),
  };
}

/** Reads a `report.json` back. Throws `PatchProError("input")` for anything else; `file` is for the message. */
export function readReport(text: string, file: string): ReportV1 {
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    throw new PatchProError("input", `${file} is not JSON: ${messageOf(error)}`, "Give the report.json of a run.", {
      cause: error,
    });
  }
  const parsed = reportV1.safeParse(data);
  if (parsed.success) return parsed.data;
  const version = z.object({ version: z.number() }).safeParse(data);
  if (version.success && version.data.version !== 1) {
    throw new PatchProError(
      "input",
      `${file} is a report of version ${version.data.version}; this PatchPro reads version 1`,
      "Use a PatchPro as new as the one that wrote it.",
    );
  }
  throw new PatchProError(
    "input",
    `${file} is not a report of PatchPro:\n${z.prettifyError(parsed.error)}`,
    "Give the report.json of a run.",
  );
}

function reportedFinding(
  { finding, outcome }: FindingOutcome,
  patches: ReadonlyMap<string, AcceptedPatch>,
  files: ReadonlyMap<string, PatchFiles>,
): ReportV1["findings"][number] {
  return {
    id: finding.id,
    tool: finding.tool,
    ruleId: finding.ruleId,
    path: finding.path,
    startLine: finding.startLine,
    endLine: finding.endLine,
    startColumn: finding.startColumn,
    endColumn: finding.endColumn,
    severity: finding.severity,
    message: finding.message,
    ...(finding.helpUrl !== undefined && { helpUrl: finding.helpUrl }),
    witnesses: finding.witnesses.map((witness) => ({ ...witness })),
    outcome: reportedOutcome(outcome, patches, files),
  };
}

function reportedOutcome(
  outcome: FindingOutcome["outcome"],
  patches: ReadonlyMap<string, AcceptedPatch>,
  files: ReadonlyMap<string, PatchFiles>,
): ReportedOutcome {
  switch (outcome.kind) {
    case "accepted": {
      const patch = patches.get(outcome.patchId);
      const checks = outcome.checks.map((check) => recordOf(check, false));
      return {
        ...outcome,
        ...filesOf(outcome.patchId, files),
        after: [...(patch?.after ?? [])],
        unproved: [...(patch?.unproved ?? [])],
        checks,
      };
    }
    case "rejected":
      return { ...outcome, checks: outcome.checks.map((check) => recordOf(check, true)) };
    case "skipped":
    case "failed":
      return { ...outcome, checks: [] };
  }
}

function reportedPatch(
  { candidate, files: changed, after, unproved }: AcceptedPatch,
  files: PatchFiles,
): ReportV1["patches"][number] {
  return {
    id: candidate.id,
    source: candidate.source,
    strategy: candidate.strategy,
    ...(candidate.codemod && { codemod: { ...candidate.codemod } }),
    summary: candidate.summary,
    files: changed.map(({ path }) => path),
    findings: candidate.findings.map(({ id }) => id),
    ...files,
    after: [...after],
    unproved: [...unproved],
  };
}

/** A check as written to disk: milliseconds to three places. */
export function recordOf(
  { name, status, ms, detail, code, evidence }: CheckResult,
  withEvidence: boolean,
): ReportedOutcome["checks"][number] {
  const rounded = Math.round(ms * 1000) / 1000;
  return {
    name,
    status,
    ms: rounded,
    detail,
    ...(code !== undefined && { code }),
    ...(withEvidence && evidence && { evidence: { ...evidence } }),
  };
}

function filesOf(patchId: string, files: ReadonlyMap<string, PatchFiles>): PatchFiles {
  const found = files.get(patchId);
  if (!found) throw new Error(`a finding was accepted with patch ${patchId}, which the run does not hold`);
  return found;
}
