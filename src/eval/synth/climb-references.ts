import type { Finding } from "../../domain/finding.ts";
import type { FileChange } from "../../domain/outcome.ts";
import type { SourceText } from "../../domain/text.ts";
import { textCandidate } from "../../fix/candidate.ts";
import { editsBetween } from "../../patch/edits.ts";
import { climbWithFollowUps } from "../../pipeline/follow-up.ts";
import type { RepairTools } from "../../pipeline/repair.ts";
import { survey } from "../../pipeline/survey.ts";
import type { SynthRecord } from "./record.ts";
import type { SynthOutcome } from "./results.ts";

/**
 * Lets the reference fixes of many findings climb the ladder together, each alone in its file. The files stand in the
 * workspace as they are before. In the order of the records.
 */
export async function climbReferences(records: readonly SynthRecord[], tools: RepairTools): Promise<SynthOutcome[]> {
  const started = tools.ladder.now();
  const texts = new Map<string, SourceText>(
    records.map(({ path, before }) => [path, { text: before, encoding: "utf8" }]),
  );
  const findings = records.map(findingOf);
  const { ground } = await survey(findings, texts, tools);
  const candidates = records.map(({ path, before, after }, at) => {
    const change: FileChange = { path, before, after, encoding: "utf8" };
    const edits = editsBetween(before, after).map((edit) => ({ ...edit, path }));
    return textCandidate(
      { source: "model", findings: findings.slice(at, at + 1), summary: "reference fix" },
      [change],
      edits,
    );
  });
  const climbed = await climbWithFollowUps(candidates, ground, tools, "sightings");
  const wallMs = (tools.ladder.now() - started) / Math.max(1, records.length);
  return records.map((record, at) => {
    const { failed, extended } = climbed[at] ?? {};
    return {
      record,
      accepted: climbed[at] !== undefined && !failed,
      exact: !failed && !extended,
      ...(failed && { check: failed.name, ...(failed.code && { code: failed.code }), reason: failed.detail }),
      wallMs,
    };
  });
}

function findingOf({ id, finding, path, rule }: SynthRecord): Finding {
  return {
    id,
    tool: finding.tool ?? "unknown",
    ruleId: rule,
    path,
    startLine: finding.startLine,
    startColumn: finding.startColumn ?? 1,
    endLine: finding.endLine ?? finding.startLine,
    endColumn: finding.endColumn ?? 1,
    severity: finding.severity,
    message: finding.message,
    fixes: [],
    witnesses: [],
  };
}
