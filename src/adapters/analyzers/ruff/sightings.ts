import path from "node:path";
import { z } from "zod";
import type { ReportedFinding, Severity } from "../../../domain/finding.ts";

/** Lines from 1, columns in code points from 1, end exclusive, as in Ruff's JSON. */
const place = z.object({ line: z.int().min(1), column: z.int().min(1) });
const issues = z.array(
  z.object({
    check_name: z.string().regex(/^(?:[A-Z]+\d+|invalid-syntax)$/),
    description: z.string(),
    severity: z.string(),
    location: z.object({ path: z.string(), positions: z.object({ begin: place, end: place }) }),
  }),
);

const SEVERITY: Readonly<Record<string, Severity>> = { info: "info", minor: "warning" };

/**
 * Reads `--output-format gitlab` (crates/ruff_linter/src/message/gitlab.rs), which has everything but the fixes. Chosen
 * over `concise`, which is not much faster, lacks where a finding ends and cannot be split safely at odd file names.
 * Undefined if this version writes it otherwise: older ones without columns, preview mode with names in place of codes.
 * `folder`: what Ruff's names start from; left out, they stay as they are.
 */
export function readSightings(text: string, folder?: string): ReportedFinding[] | undefined {
  const parsed = issues.safeParse(asJson(text));
  if (!parsed.success) return undefined;
  const names = new Map<string, string>();
  return parsed.data.map((issue) => {
    const { path: written } = issue.location;
    const name = names.get(written) ?? (folder === undefined ? written : path.resolve(folder, written));
    names.set(written, name);
    return findingOf(issue, name);
  });
}

function findingOf(issue: z.infer<typeof issues>[number], uri: string): ReportedFinding {
  const { check_name: code, description, severity, location } = issue;
  const { begin, end } = location.positions;
  return {
    ruleId: code,
    message: description.startsWith(`${code}: `) ? description.slice(code.length + 2) : description,
    severity: SEVERITY[severity] ?? "error",
    uri,
    region: {
      unit: "codepoint",
      startLine: begin.line,
      startColumn: begin.column,
      endLine: end.line,
      endColumn: end.column,
    },
    fixes: [],
  };
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
