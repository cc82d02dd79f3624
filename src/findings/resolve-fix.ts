import type { Edit } from "../domain/edit.ts";
import type { Fix, Report, ReportedFix } from "../domain/finding.ts";
import type { Region, Span } from "../domain/location.ts";
import { type LineEnds, LineIndex } from "../patch/lines.ts";
import { resolveRegion } from "../patch/region.ts";
import type { SourceFile, SourceFiles } from "./source-files.ts";

/**
 * A reported fix with its edits as UTF-16 offsets into the files on disk, sorted by path and place; or why it cannot be
 * used: an edit has no place, lies outside the repository or overlaps another, or nothing would change.
 */
export async function resolveFix(
  fix: ReportedFix,
  report: Report,
  files: SourceFiles,
  lineEnds: LineEnds,
): Promise<{ fix: Fix } | { dropped: string }> {
  const edits: Edit[] = [];
  let changes = false;
  for (const { uri, region, text } of fix.edits) {
    const found = await files.find(uri, report.roots);
    if (found.kind === "outside") return { dropped: `it would change ${uri}, which lies outside the repository` };
    if (found.kind === "missing") return { dropped: `it would change ${uri}, which does not exist` };
    const { file } = found;
    const span = resolveRegion(file.text, region, lineEnds, file.index(lineEnds), file.source.encoding)?.span;
    if (!span) return { dropped: `${uri} has no such place as the fix names` };
    if (differsFromReport(report, uri, file, region, lineEnds, span))
      return { dropped: `${uri} has changed where the fix applies` };
    changes ||= file.text.slice(span.start, span.end) !== text;
    edits.push({ path: file.path, ...span, text });
  }
  if (!changes) return { dropped: "it would change nothing" };
  const sorted = edits.toSorted((a, b) => compareText(a.path, b.path) || a.start - b.start || a.end - b.end);
  if (overlap(sorted)) return { dropped: "its edits overlap" };
  return { fix: { applicability: fix.applicability, message: fix.message, edits: sorted } };
}

/** Where the report brought the file along, what the edit touches must be the same; offsets also mean everything before them. */
function differsFromReport(
  { embedded }: Report,
  uri: string,
  file: SourceFile,
  region: Region,
  lineEnds: LineEnds,
  span: Span,
): boolean {
  const reported = embedded?.get(uri);
  if (reported === undefined || reported === file.text) return false;
  const index = new LineIndex(reported, lineEnds);
  const then = resolveRegion(reported, region, lineEnds, index)?.span;
  if (!then) return true;
  if (region.startLine === undefined) return reported.slice(0, then.end) !== file.text.slice(0, span.end);
  return linesAround(then, index) !== linesAround(span, file.index(lineEnds));
}

function linesAround({ start, end }: Span, index: LineIndex): string {
  return index.text.slice(index.start(index.lineAt(start)), index.contentEnd(index.lineAt(end)));
}

function overlap(sorted: readonly Edit[]): boolean {
  return sorted.some((edit, at) => {
    const before = sorted[at - 1];
    return before !== undefined && before.path === edit.path && edit.start < before.end;
  });
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
