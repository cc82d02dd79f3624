import type { ReportedFinding } from "../../domain/finding.ts";
import { createLocator } from "../../findings/locate.ts";
import { byteOrderMark } from "../../patch/lines.ts";
import type { SynthRecord } from "./record.ts";

const locate = createLocator();

/** A reported finding in PatchPro's own format (schemas/findings.v1.json); undefined if it has no place in the text. */
export function ownFinding(
  reported: ReportedFinding,
  tool: string,
  path: string,
  text: string,
): SynthRecord["finding"] | undefined {
  const located = locate({ ...reported, uri: path }, tool, path, { text, encoding: "utf8" });
  if (!located) return undefined;
  // Offsets of the format do not count a byte-order mark.
  const mark = byteOrderMark(text);
  return {
    tool,
    ruleId: reported.ruleId,
    path,
    startLine: located.startLine,
    startColumn: located.startColumn,
    endLine: located.endLine,
    endColumn: located.endColumn,
    severity: reported.severity,
    message: reported.message,
    ...(located.fixes.length > 0 && {
      fixes: located.fixes.map(({ applicability, message, edits }) => ({
        applicability,
        message,
        edits: edits.map((edit) => ({ path, start: edit.start - mark, end: edit.end - mark, text: edit.text })),
      })),
    }),
  };
}
