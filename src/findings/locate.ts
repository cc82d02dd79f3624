import type { Edit } from "../domain/edit.ts";
import type { Finding, Fix, ReportedFinding } from "../domain/finding.ts";
import type { SourceText } from "../domain/text.ts";
import { LineIndex } from "../patch/lines.ts";
import { resolveRegion } from "../patch/region.ts";

/** A reported finding's place in a text, and those of its fixes whose every edit has a place in the same text. */
export type Located = Pick<Finding, "startLine" | "startColumn" | "endLine" | "endColumn"> & {
  readonly fixes: readonly Fix[];
};

/**
 * Finds reported findings in texts that are at hand: what a re-analysis of changed texts says, whose URIs are paths
 * already. The returned function keeps the line index of the text that it looked at last.
 */
export function createLocator(): (
  reported: ReportedFinding,
  tool: string,
  path: string,
  source: SourceText,
) => Located | undefined {
  let last: LineIndex | undefined;
  return (reported, tool, path, { text, encoding }) => {
    const lineEnds = tool === "eslint" ? "javascript" : "universal";
    if (last?.text !== text || last.lineEnds !== lineEnds) last = new LineIndex(text, lineEnds);
    const index = last;
    const place = resolveRegion(
      text,
      reported.region ?? { unit: "utf16", startLine: 1, startColumn: 1, endColumn: 1 },
      lineEnds,
      index,
      encoding,
    );
    if (!place) return undefined;
    const fixes = reported.fixes.flatMap((fix) => {
      const edits = fix.edits.map((edit): Edit | undefined => {
        const span = edit.uri === path ? resolveRegion(text, edit.region, lineEnds, index, encoding)?.span : undefined;
        return span && { path, ...span, text: edit.text };
      });
      return edits.every((edit) => edit !== undefined)
        ? [{ applicability: fix.applicability, message: fix.message, edits }]
        : [];
    });
    return { ...place.location, fixes };
  };
}
