import { z } from "zod";
import type { Applicability, Report, ReportedFinding, ReportedFix } from "../../domain/finding.ts";
import type { Region } from "../../domain/location.ts";
import { firstIssue, jsonPath } from "./input-error.ts";
import { Notices } from "./notices.ts";

/** UTF-16 offsets, end exclusive, without a byte-order mark; the rule `unicode-bom` removes one by the range from -1 to 0. */
const fix = z.object({ range: z.tuple([z.int(), z.int()]), text: z.string() });
const suggestion = z.object({ desc: z.string().nullish(), messageId: z.string().nullish(), fix });
const message = z.object({
  ruleId: z.string().nullish(),
  message: z.string(),
  severity: z.number().nullish(),
  fatal: z.boolean().nullish(),
  line: z.int().nullish(),
  column: z.int().nullish(),
  endLine: z.int().nullish(),
  endColumn: z.int().nullish(),
  fix: z.unknown().optional(),
  suggestions: z.unknown().optional(),
  suppressions: z.array(z.object({ kind: z.string().nullish(), justification: z.string().nullish() })).nullish(),
});
const file = z.object({
  filePath: z.string(),
  messages: z.array(z.unknown()),
  suppressedMessages: z.array(z.unknown()).nullish(),
  source: z.string().nullish(),
});
type Message = z.infer<typeof message>;

/**
 * Reads ESLint's JSON (`--format json`; https://eslint.org/docs/latest/use/formatters/#json). Messages that an inline
 * comment silenced are read too, marked `suppressed`. Never throws; what cannot be read becomes a notice.
 */
export function readEslint(files: readonly unknown[], source: string): Report[] {
  const notices = new Notices();
  const findings: ReportedFinding[] = [];
  const embedded = new Map<string, string>();
  for (const [at, value] of files.entries()) {
    const parsed = file.safeParse(value);
    if (!parsed.success) {
      const { place, problem } = firstIssue(parsed.error, [at]);
      notices.note("a file's results cannot be read and were left out", `${place}: ${problem}`);
      continue;
    }
    const { filePath, messages, suppressedMessages, source: text } = parsed.data;
    if (typeof text === "string") embedded.set(filePath, text);
    findings.push(...messagesOf(filePath, messages, [at, "messages"], notices));
    findings.push(...messagesOf(filePath, suppressedMessages ?? [], [at, "suppressedMessages"], notices).map(silenced));
  }
  return [{ format: "eslint", tool: "eslint", findings, embedded, notices: notices.lines(source) }];
}

function silenced(finding: ReportedFinding): ReportedFinding {
  return { ...finding, suppressed: finding.suppressed ?? "an eslint-disable comment" };
}

function messagesOf(
  uri: string,
  values: readonly unknown[],
  base: readonly PropertyKey[],
  notices: Notices,
): ReportedFinding[] {
  return values.flatMap((value, at) => {
    const parsed = message.safeParse(value);
    if (parsed.success) return [findingOf(uri, parsed.data, jsonPath([...base, at]), notices)];
    const { place, problem } = firstIssue(parsed.error, [...base, at]);
    notices.note("a result that cannot be read was left out", `${place}: ${problem}`);
    return [];
  });
}

function findingOf(uri: string, found: Message, where: string, notices: Notices): ReportedFinding {
  const reason = found.suppressions?.map((one) => one.justification || "an eslint-disable comment").join("; ");
  return {
    ruleId: found.ruleId ?? ruleWithoutId(found),
    message: found.message,
    severity: found.severity === 2 || found.fatal ? "error" : found.severity === 0 ? "info" : "warning",
    uri,
    region: regionOf(found),
    fixes: fixesOf(uri, found, where, notices),
    ...(reason ? { suppressed: reason } : {}),
  };
}

function ruleWithoutId(found: Message): string {
  if (found.fatal) return "parse-error";
  return found.message.startsWith("Unused eslint-") ? "unused-disable-directive" : "eslint";
}

function regionOf({ line, column, endLine, endColumn }: Message): Region | undefined {
  if (!line || line < 1) return undefined;
  return {
    unit: "utf16",
    startLine: line,
    ...(column && column > 0 ? { startColumn: column } : {}),
    ...(endLine && endColumn ? { endLine, endColumn: Math.max(1, endColumn) } : {}),
  };
}

/** The rule's own fix vouches for itself; suggestions are what ESLint never applies by itself. */
function fixesOf(uri: string, found: Message, where: string, notices: Notices): ReportedFix[] {
  const fixes: ReportedFix[] = [];
  const unreadable = () => notices.note("a fix that cannot be read was left out, its finding was kept", where);
  if (found.fix !== undefined && found.fix !== null) {
    const own = fix.safeParse(found.fix);
    if (own.success) fixes.push(fixOf(uri, own.data, "safe", found.message));
    else unreadable();
  }
  for (const value of Array.isArray(found.suggestions) ? found.suggestions : []) {
    const offered = suggestion.safeParse(value);
    if (offered.success)
      fixes.push(fixOf(uri, offered.data.fix, "unsafe", offered.data.desc ?? offered.data.messageId ?? found.message));
    else unreadable();
  }
  return fixes;
}

function fixOf(
  uri: string,
  { range: [start, end], text }: z.infer<typeof fix>,
  applicability: Applicability,
  message: string,
): ReportedFix {
  return {
    applicability,
    message,
    edits: [{ uri, region: { unit: "utf16", charOffset: start, charLength: end - start }, text }],
  };
}
