import type { ReportedFinding, Severity } from "../../../domain/finding.ts";

const SEVERITY: Readonly<Record<string, Severity>> = { error: "error", warning: "warning", notice: "info" };

/** Columns are left out where a finding spans lines; all but the last then stand among the words, which begin with the place. */
const LINE =
  /^::(error|warning|notice) title=[Rr]uff \(([A-Z]+\d+|invalid-syntax)\),file=(.+?),line=(\d+),(?:col=(\d+),)?endLine=(\d+)(?:,endColumn=(\d+))?::(.*)$/;
const WORDS = /:(\d+):(\d+): (?:[A-Z]+\d+|invalid-syntax:) (.*)$/;
/** What follows a message on lines of its own, each of which begins with this: a remedy, or another place. */
const FURTHER = "%0A  ";
const IS_FURTHER = /^(?:help|info|note): |:\d+:\d+: /;

/**
 * Reads `--output-format github` (crates/ruff_db/src/diagnostic/render/github.rs), the shortest that says where a finding
 * ends: everything but the fixes, and but the last column of a finding that spans lines. Undefined if a line is anything
 * else: preview mode writes names in place of codes, and a message may hold what looks like a line end. `neverFixed`:
 * rules that have no fix.
 */
export function readSightings(
  text: string,
  neverFixed: ReadonlySet<string> = new Set(),
): ReportedFinding[] | undefined {
  const findings: ReportedFinding[] = [];
  const own = ownStrings();
  for (let from = 0; from < text.length; ) {
    const end = text.indexOf("\n", from);
    const finding = readLine(text.slice(from, end === -1 ? text.length : end), own);
    if (!finding) return undefined;
    findings.push(neverFixed.has(finding.ruleId) ? { ...finding, fixable: false } : finding);
    from = end === -1 ? text.length : end + 1;
  }
  return findings;
}

/** Whether names of files can be told from what stands around them: nothing in this format is quoted. */
export function canBeTold(name: string): boolean {
  return !/,line=|:\d|[\r\n]/.test(name);
}

function readLine(line: string, own: (slice: string) => string): ReportedFinding | undefined {
  const [, level = "", ruleId = "", uri, startLine, startColumn, endLine, endColumn, rest = ""] = LINE.exec(line) ?? [];
  const [, wordsLine, wordsColumn, words = ""] = WORDS.exec(rest) ?? [];
  if (uri === undefined || wordsLine !== startLine) return undefined;
  const [message = "", ...further] = words.split(FURTHER);
  if (message.includes("%0A") || !further.every((one) => IS_FURTHER.test(one))) return undefined;
  return {
    ruleId: own(ruleId),
    message: own(message),
    severity: SEVERITY[level] ?? "error",
    uri: own(uri),
    region: {
      unit: "codepoint",
      startLine: Number(startLine),
      startColumn: Number(startColumn ?? wordsColumn),
      endLine: Number(endLine),
      ...(endColumn !== undefined && { endColumn: Number(endColumn) }),
    },
    fixes: [],
  };
}

/** A slice keeps the whole text alive that it is from, tens of megabytes here: gives each different one a string of its own. */
function ownStrings(): (slice: string) => string {
  const known = new Map<string, string>();
  return (slice) => {
    const own = known.get(slice);
    if (own !== undefined) return own;
    const copy = Buffer.from(slice, "utf8").toString("utf8");
    known.set(copy, copy);
    return copy;
  };
}
