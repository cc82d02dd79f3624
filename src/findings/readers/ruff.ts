import { z } from "zod";
import type { Applicability, Report, ReportedFinding, ReportedFix } from "../../domain/finding.ts";
import type { Region } from "../../domain/location.ts";
import { excerpt, firstIssue, jsonPath } from "./input-error.ts";
import { Notices } from "./notices.ts";
import { severityOf } from "./severity.ts";

/** Ruff counts rows from 1 and columns in code points from 1. */
const place = z.object({ row: z.int().min(1), column: z.int().min(0) });
const edit = z.object({ content: z.string().nullish(), location: place, end_location: place });
const words = { applicability: z.string().nullish(), message: z.string().nullish() };
/** Since 0.0.260 `edits`; before that the only edit stood in the fix itself. */
const fix = z.union([
  z.object({ ...words, edits: z.array(edit) }),
  edit.extend(words).transform((old) => ({ ...old, edits: [old] })),
]);

const diagnostic = z.object({
  code: z.string().nullish(),
  message: z.string(),
  filename: z.string().nullish(),
  location: place.nullish(),
  end_location: place.nullish(),
  cell: z.number().nullish(),
  url: z.string().nullish(),
  severity: z.string().nullish(),
  fix: z.unknown().optional(),
});

/** The names that Ruff has given to its fixes' applicability over time. */
const APPLICABILITY: Readonly<Record<string, Applicability>> = {
  safe: "safe",
  always: "safe",
  automatic: "safe",
  unsafe: "unsafe",
  sometimes: "unsafe",
  suggested: "unsafe",
  display: "display",
  displayonly: "display",
  never: "display",
  manual: "display",
};

/**
 * Reads Ruff's JSON (`--output-format json` or `json-lines`) of any version. Source of the format:
 * crates/ruff_db/src/diagnostic/render/json.rs. Never throws; what cannot be read becomes a notice.
 */
export function readRuff(diagnostics: readonly unknown[], source: string): Report[] {
  const notices = new Notices();
  const findings: ReportedFinding[] = [];
  for (const [at, value] of diagnostics.entries()) {
    const parsed = diagnostic.safeParse(value);
    if (parsed.success) findings.push(findingOf(parsed.data, jsonPath([at]), notices));
    else {
      const { place, problem } = firstIssue(parsed.error, [at]);
      notices.note("a result that cannot be read was left out", `${place}: ${problem}`);
    }
  }
  return [{ format: "ruff", tool: "ruff", findings, notices: notices.lines(source) }];
}

function findingOf(found: z.infer<typeof diagnostic>, where: string, notices: Notices): ReportedFinding {
  const inNotebook = typeof found.cell === "number";
  if (inNotebook) notices.note("findings in notebook cells have no place in the file", where);
  const fixes = inNotebook || found.fix === null || found.fix === undefined ? [] : fixesOf(found, where, notices);
  return {
    // Syntax errors have had no code in some versions.
    ruleId: found.code ?? "invalid-syntax",
    message: found.message,
    severity: severityOf(found.severity ?? "error"),
    uri: found.filename ?? undefined,
    region: inNotebook ? undefined : regionOf(found.location ?? undefined, found.end_location ?? undefined),
    ...(found.url ? { helpUrl: found.url } : {}),
    fixes,
  };
}

function fixesOf(found: z.infer<typeof diagnostic>, where: string, notices: Notices): ReportedFix[] {
  const parsed = fix.safeParse(found.fix);
  const uri = found.filename;
  if (!parsed.success || !uri || parsed.data.edits.length === 0) {
    notices.note("a fix that cannot be read was left out, its finding was kept", where);
    return [];
  }
  const edits = parsed.data.edits.flatMap((one) => {
    const region = regionOf(one.location, one.end_location);
    return region ? [{ uri, region, text: one.content ?? "" }] : [];
  });
  return [
    {
      applicability: APPLICABILITY[parsed.data.applicability?.toLowerCase() ?? ""] ?? "unknown",
      message: excerpt(parsed.data.message ?? found.message),
      edits,
    },
  ];
}

function regionOf(
  start: z.infer<typeof place> | undefined,
  end: z.infer<typeof place> | undefined,
): Region | undefined {
  if (!start) return undefined;
  const region: Region = { unit: "codepoint", startLine: start.row, startColumn: Math.max(1, start.column) };
  return end ? { ...region, endLine: end.row, endColumn: Math.max(1, end.column) } : region;
}
