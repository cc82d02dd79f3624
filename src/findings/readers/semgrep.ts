import { z } from "zod";
import type { Report, ReportedFinding, ReportedFix } from "../../domain/finding.ts";
import type { Region } from "../../domain/location.ts";
import { excerpt, firstIssue, jsonPath } from "./input-error.ts";
import { Notices } from "./notices.ts";
import { severityOf } from "./severity.ts";

/** Semgrep counts lines from 1, columns in UTF-8 bytes from 1 and offsets in bytes, a byte-order mark included (1.182.0). */
const place = z.object({ line: z.int(), col: z.int(), offset: z.int().nullish() });
const result = z.object({
  check_id: z.string(),
  path: z.string(),
  start: place,
  end: place,
  extra: z.object({
    message: z.string().nullish(),
    severity: z.string().nullish(),
    lines: z.string().nullish(),
    fix: z.string().nullish(),
    fix_regex: z.unknown().optional(),
    is_ignored: z.boolean().nullish(),
    fingerprint: z.string().nullish(),
    metadata: z.unknown().optional(),
  }),
});
const ownError = z.object({
  type: z.unknown().optional(),
  level: z.string().nullish(),
  message: z.string().nullish(),
  path: z.string().nullish(),
});
const metadata = z.object({
  source: z.string().optional().catch(undefined),
  shortlink: z.string().optional().catch(undefined),
});
type Result = z.infer<typeof result>;

/** What Semgrep writes for the source lines and the fingerprint when nobody is logged in. */
const WITHHELD = "requires login";

/** A Semgrep report's outer shape, as `detect.ts` has recognised it. */
export interface SemgrepDocument {
  readonly version?: string | undefined;
  readonly results: readonly unknown[];
  readonly errors: readonly unknown[];
}

/**
 * Reads Semgrep's JSON (`semgrep scan --json`; https://semgrep.dev/docs/semgrep-appsec-platform/json-and-sarif). The
 * source lines are often withheld, and then they are not a snippet. A `fix_regex` is never executed: a regular expression
 * from a file may run for ever, and Python's and JavaScript's differ. Never throws.
 */
export function readSemgrep(document: SemgrepDocument, source: string): Report[] {
  const notices = new Notices();
  const findings: ReportedFinding[] = [];
  for (const [at, value] of document.results.entries()) {
    const parsed = result.safeParse(value);
    if (parsed.success) findings.push(findingOf(parsed.data, jsonPath(["results", at]), notices));
    else {
      const { place, problem } = firstIssue(parsed.error, ["results", at]);
      notices.note("a result that cannot be read was left out", `${place}: ${problem}`);
    }
  }
  for (const value of document.errors) noteError(value, notices);
  const version = document.version ? { toolVersion: document.version } : {};
  return [{ format: "semgrep", tool: "semgrep", ...version, findings, notices: notices.lines(source) }];
}

function findingOf({ check_id, path, start, end, extra }: Result, where: string, notices: Notices): ReportedFinding {
  const region: Region = {
    unit: "utf8",
    startLine: start.line,
    startColumn: start.col,
    endLine: end.line,
    endColumn: end.col,
  };
  const about = metadata.safeParse(extra.metadata).data;
  const helpUrl = about?.source ?? about?.shortlink;
  const snippet = extra.lines && extra.lines !== WITHHELD ? extra.lines : undefined;
  const fingerprint = extra.fingerprint && extra.fingerprint !== WITHHELD ? extra.fingerprint : undefined;
  return {
    ruleId: check_id,
    message: extra.message ?? check_id,
    severity: severityOf(extra.severity ?? "warning"),
    uri: path,
    region: start.line < 1 || start.col < 1 ? undefined : region,
    fixes: fixesOf(path, region, extra, where, notices),
    ...(helpUrl ? { helpUrl } : {}),
    ...(extra.is_ignored ? { suppressed: "a nosemgrep comment" } : {}),
    ...(snippet ? { snippet } : {}),
    ...(fingerprint ? { toolFingerprint: fingerprint } : {}),
  };
}

function fixesOf(uri: string, region: Region, extra: Result["extra"], where: string, notices: Notices): ReportedFix[] {
  if (typeof extra.fix === "string")
    return [
      {
        applicability: "unknown",
        message: excerpt(extra.message ?? "Semgrep's fix"),
        edits: [{ uri, region, text: extra.fix }],
      },
    ];
  if (extra.fix_regex !== undefined && extra.fix_regex !== null)
    notices.note("a fix by regular expression (fix_regex) is not executed, its finding was kept", where);
  return [];
}

function noteError(value: unknown, notices: Notices): void {
  const parsed = ownError.safeParse(value);
  if (!parsed.success) {
    notices.note("Semgrep reported an error", excerpt(JSON.stringify(value) ?? "unknown"));
    return;
  }
  const { type, level, message, path } = parsed.data;
  const kind =
    typeof type === "string" ? type : Array.isArray(type) && typeof type[0] === "string" ? type[0] : (level ?? "error");
  notices.note(`Semgrep reported: ${kind}`, excerpt([path, message].filter(Boolean).join(": ") || "no details"));
}
