import type { Report, ReportedFinding } from "../../../src/domain/finding.ts";
import type { ToyFinding } from "./linter.ts";

const MARK = "\uFEFF";

/** Findings of one text as a report of this process; without fixes where nobody asked for them. */
export function toyReport(
  tool: string,
  path: string,
  text: string,
  found: readonly ToyFinding[],
  detail: "sightings" | "fixes",
): Report {
  const place = placesIn(text);
  const shiftOf = (uri: string): number => (uri === path ? markIn(text) : 0);
  const findings = found.map(({ rule, start, end, message, severity, fixes }): ReportedFinding => {
    const [from, to] = [place(start), place(end)];
    return {
      ruleId: rule,
      uri: path,
      severity,
      message,
      region: { unit: "utf16", startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column },
      fixes:
        detail === "sightings"
          ? []
          : fixes.map((fix) => ({
              ...fix,
              edits: fix.edits.map(({ path: uri, start, end, text }) => ({
                uri,
                text,
                region: { unit: "utf16", charOffset: start - shiftOf(uri), charLength: end - start },
              })),
            })),
      ...(detail === "sightings" && { fixable: fixes.length > 0 }),
    };
  });
  return { format: "findings", tool, findings, notices: [] };
}

/** Findings of one text in the format of `schemas/findings.v1.json`; a byte-order mark counts as nothing. */
export function toyDocument(path: string, text: string, found: readonly ToyFinding[]) {
  const place = placesIn(text);
  const findings = found.map(({ rule, start, end, message, severity, fixes }) => {
    const [from, to] = [place(start), place(end)];
    const shifted = fixes.map((fix) => ({
      ...fix,
      edits: fix.edits.map((edit) =>
        edit.path === path ? { ...edit, start: edit.start - markIn(text), end: edit.end - markIn(text) } : edit,
      ),
    }));
    return {
      ruleId: rule,
      path,
      startLine: from.line,
      startColumn: from.column,
      endLine: to.line,
      endColumn: to.column,
      severity,
      message,
      fixes: shifted,
    };
  });
  return { version: 1, tool: "toy", findings };
}

function markIn(text: string): number {
  return text.startsWith(MARK) ? 1 : 0;
}

/** Lines and columns from 1 of offsets in a text. */
function placesIn(text: string): (offset: number) => { line: number; column: number } {
  const starts = [markIn(text), ...[...text.matchAll(/\r\n|\r|\n/g)].map(({ index, 0: end }) => index + end.length)];
  return (offset) => {
    let [low, high] = [0, starts.length];
    while (low + 1 < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}
