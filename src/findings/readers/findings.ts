import { z } from "zod";
import type { Report, ReportedFinding, ReportedFix } from "../../domain/finding.ts";
import type { ColumnUnit } from "../../domain/location.ts";
import { findingsDocument, findingsFinding, findingsFix } from "./findings-schema.ts";
import { firstIssue, inputError, jsonPath } from "./input-error.ts";
import { Notices } from "./notices.ts";

/** The outer shape; findings and fixes are validated one by one, so that one fault does not cost the report. */
const shell = findingsDocument.extend({ findings: z.array(z.unknown()) });
const finding = findingsFinding.extend({ fixes: z.unknown().optional() });
type Own = z.infer<typeof finding>;

/**
 * Reads PatchPro's own format (`schemas/findings.v1.json`): one report for each tool named in it. Throws
 * `PatchProError("input")` if the outer shape is wrong or the version is not 1.
 */
export function readFindings(data: unknown, source: string): Report[] {
  const parsed = shell.safeParse(data);
  if (!parsed.success) {
    const { place, problem } = firstIssue(parsed.error);
    throw inputError(
      source,
      place,
      `not a findings.v1 report: ${problem}`,
      "See schemas/findings.v1.json for the format.",
    );
  }
  const { tool, toolVersion, revision, columnUnit = "utf16", findings } = parsed.data;
  const notices = new Notices();
  const byTool = new Map<string, ReportedFinding[]>([[tool.toLowerCase(), []]]);
  for (const [at, value] of findings.entries()) {
    const one = finding.safeParse(value);
    if (!one.success) {
      const { place, problem } = firstIssue(one.error, ["findings", at]);
      notices.note("a result that cannot be read was left out", `${place}: ${problem}`);
      continue;
    }
    const finder = (one.data.tool ?? tool).toLowerCase();
    const known = byTool.get(finder) ?? [];
    known.push(findingOf(one.data, columnUnit, jsonPath(["findings", at]), notices));
    byTool.set(finder, known);
  }
  const lines = notices.lines(source);
  return [...byTool].map(([name, found], at) => ({
    format: "findings",
    tool: name,
    findings: found,
    ...(toolVersion && at === 0 ? { toolVersion } : {}),
    ...(revision ? { revision } : {}),
    notices: at === 0 ? lines : [],
  }));
}

function findingOf(own: Own, unit: ColumnUnit, where: string, notices: Notices): ReportedFinding {
  return {
    ruleId: own.ruleId,
    message: own.message,
    severity: own.severity,
    uri: own.path,
    region: regionOf(own, unit),
    fixes: fixesOf(own.fixes, unit, where, notices),
    ...(own.helpUrl ? { helpUrl: own.helpUrl } : {}),
    ...(own.snippet ? { snippet: own.snippet } : {}),
    ...(own.suppressed ? { suppressed: own.suppressed } : {}),
  };
}

function fixesOf(value: unknown, unit: ColumnUnit, where: string, notices: Notices): ReportedFix[] {
  if (value === undefined || value === null) return [];
  return (Array.isArray(value) ? value : [value]).flatMap((one: unknown, at) => {
    const parsed = findingsFix.safeParse(one);
    if (!parsed.success) {
      const { place, problem } = firstIssue(parsed.error);
      notices.note(
        "a fix that cannot be read was left out, its finding was kept",
        `${where}.fixes[${at}] ${place}: ${problem}`,
      );
      return [];
    }
    const { applicability = "unknown", message = "", edits } = parsed.data;
    return [{ applicability, message, edits: edits.map((edit) => editOf(edit, unit)) }];
  });
}

function editOf(edit: z.infer<typeof findingsFix>["edits"][number], unit: ColumnUnit): ReportedFix["edits"][number] {
  if (!("start" in edit)) return { uri: edit.path, region: regionOf(edit, unit), text: edit.text };
  return {
    uri: edit.path,
    region: { unit: "utf16", charOffset: edit.start, charLength: edit.end - edit.start },
    text: edit.text,
  };
}

type Place = Pick<Own, "startLine" | "startColumn" | "endLine" | "endColumn">;

function regionOf({ startLine, startColumn, endLine, endColumn }: Place, unit: ColumnUnit) {
  return {
    unit,
    startLine,
    ...(startColumn === undefined ? {} : { startColumn }),
    ...(endLine === undefined ? {} : { endLine }),
    ...(endColumn === undefined ? {} : { endColumn }),
  };
}
