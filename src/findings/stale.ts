import type { Report, ReportedFinding } from "../domain/finding.ts";
import type { Location } from "../domain/location.ts";
import type { LineEnds } from "../patch/lines.ts";
import { LineIndex } from "../patch/lines.ts";
import { resolveRegion } from "../patch/region.ts";
import type { SourceFile } from "./source-files.ts";

/**
 * Why a finding no longer describes its file, or undefined if nothing says so. The report may bring the file's hash, its
 * whole text or a snippet; texts are compared without white space, so that a re-indented line still counts as there.
 */
export function staleness(
  report: Report,
  finding: ReportedFinding,
  file: SourceFile,
  location: Location,
  lineEnds: LineEnds,
): string | undefined {
  const uri = finding.uri ?? "";
  const hash = report.fileHashes?.get(uri);
  if (hash !== undefined && hash !== file.sha256)
    return "the file has changed since the report was made (SHA-256 differs)";
  const embedded = report.embedded?.get(uri);
  if (embedded === file.text) return undefined;
  const quoted = (embedded === undefined ? undefined : flaggedIn(embedded, finding, lineEnds)) ?? finding.snippet;
  if (quoted === undefined || stands(quoted, file.index(lineEnds), location)) return undefined;
  return `the code that the report quotes no longer stands in line ${location.startLine}`;
}

/** Whether a quotation is, holds, or is part of the flagged lines: tools quote the span, its lines, or lines around it. */
function stands(quoted: string, index: LineIndex, { startLine, endLine }: Location): boolean {
  const snippet = squeeze(quoted);
  if (snippet === "") return true;
  const quotedLines = quoted.trim().split(/\r\n|\r|\n/).length;
  const flagged = squeeze(linesOf(index, startLine, endLine));
  const flaggedFurther = squeeze(linesOf(index, startLine, startLine + quotedLines - 1));
  return flagged.includes(snippet) || flaggedFurther.includes(snippet) || (flagged !== "" && snippet.includes(flagged));
}

function flaggedIn(text: string, { region }: ReportedFinding, lineEnds: LineEnds): string | undefined {
  const index = new LineIndex(text, lineEnds);
  const place = region && resolveRegion(text, region, lineEnds, index);
  return place && linesOf(index, place.location.startLine, place.location.endLine);
}

function linesOf(index: LineIndex, first: number, last: number): string {
  if (first > index.lineCount) return "";
  return index.text.slice(index.start(first), index.contentEnd(Math.max(first, Math.min(last, index.lineCount))));
}

/** White space and what tools put where they cut a quotation off. */
function squeeze(text: string): string {
  return text.replace(/(?:\.\.\.|…)\s*$/, "").replace(/[\s\ufeff]+/g, "");
}
