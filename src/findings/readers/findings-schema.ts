import { z } from "zod";
import { SEVERITIES } from "../../domain/finding.ts";

const line = z.int().min(1).max(Number.MAX_SAFE_INTEGER);
const offset = z.int().max(Number.MAX_SAFE_INTEGER);

const regionEdit = z.object({
  path: z.string().min(1),
  startLine: line,
  startColumn: line.optional().describe("1 if left out."),
  endLine: line.optional().describe("startLine if left out."),
  endColumn: line.optional().describe("Exclusive; the end of the line if left out."),
  text: z.string().describe("What stands there afterwards; empty to delete."),
});
const offsetEdit = z.object({
  path: z.string().min(1),
  start: offset
    .min(-1)
    .describe("UTF-16 offset, 0-based; a byte-order mark is not counted: from -1 to 0 is the mark itself."),
  end: offset.min(0).describe("UTF-16 offset, exclusive."),
  text: z.string().describe("What stands there afterwards; empty to delete."),
});

export const findingsFix = z.object({
  applicability: z.enum(["safe", "unsafe", "display", "unknown"]).optional().describe("unknown if left out."),
  message: z.string().optional(),
  edits: z
    .array(z.union([offsetEdit, regionEdit]))
    .min(1)
    .describe("All of them or none."),
});

export const findingsFinding = z.object({
  ruleId: z.string().min(1),
  path: z.string().min(1).describe("Relative to the repository's root with /, or absolute."),
  startLine: line,
  startColumn: line.optional().describe("1 if left out."),
  endLine: line.optional().describe("startLine if left out."),
  endColumn: line.optional().describe("Exclusive; the end of the line if left out."),
  severity: z.enum(SEVERITIES),
  message: z.string(),
  tool: z.string().min(1).optional().describe("The tool that found it, if it is not the report's."),
  helpUrl: z.string().optional(),
  snippet: z.string().optional().describe("The flagged text, to recognise a file that has changed since."),
  suppressed: z.string().optional().describe("Why the tool does not report it, for a finding that was silenced."),
  fixes: z.array(findingsFix).optional().describe("Alternatives, best first."),
});

/** PatchPro's own format, version 1: what `schemas/findings.v1.json` is generated from. Unknown keys are ignored. */
export const findingsDocument = z.object({
  version: z.literal(1),
  tool: z.string().min(1),
  toolVersion: z.string().optional(),
  revision: z.string().optional().describe("The commit that was analyzed."),
  columnUnit: z.enum(["utf16", "codepoint", "utf8"]).optional().describe("What columns count; utf16 if left out."),
  findings: z.array(findingsFinding),
});

/** The JSON Schema (draft 7) of the format. */
export function findingsJsonSchema(): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(findingsDocument, { target: "draft-7", io: "input" });
  return {
    $schema,
    title: "PatchPro findings, version 1",
    description:
      "Findings of any tool, for `patchpro run --findings FILE`. Lines and columns are 1-based. Unknown keys are ignored.",
    ...schema,
  };
}
