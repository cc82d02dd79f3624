import type { ColumnUnit, Location, Region, Span } from "../domain/location.ts";
import { byteOrderMark, type LineEnds, LineIndex } from "./lines.ts";

/** What ESLint's rule `unicode-bom` means by the range from -1 to 0: offsets there do not count the mark. */
const BYTE_ORDER_MARK: Span = { start: 0, end: 1 };

/** Where a region lies: UTF-16 offsets (end exclusive), and the same as 1-based lines and UTF-16 columns. */
export interface ResolvedRegion {
  readonly span: Span;
  readonly location: Location;
}

/**
 * Looks a reported region up in the text that it was reported for (SARIF 2.1.0, section 3.30). Undefined where the text
 * has no such place: out of range, end before start, inside a character, or no line and no offset at all.
 *
 * Lines win over offsets, and character offsets over byte offsets. A line without columns is the whole line without its
 * terminator; a missing end is the end of the line, or for offsets a length of 0. A byte-order mark is not counted as a
 * character (Ruff, ESLint) but counted as three bytes (Semgrep); no resolved region ever begins before it, save the one
 * by which ESLint removes it. `index` saves building one; its own line ends are then used. In a `latin1` file a byte is a
 * character.
 */
export function resolveRegion(
  text: string,
  region: Region,
  lineEnds: LineEnds = "universal",
  index: LineIndex = new LineIndex(text, lineEnds),
  encoding: "utf8" | "latin1" = "utf8",
): ResolvedRegion | undefined {
  const span = spanOf(region, index, encoding === "latin1" ? "utf16" : "utf8");
  return span && { span, location: locate(span, index) };
}

function spanOf(region: Region, index: LineIndex, byteUnit: ColumnUnit): Span | undefined {
  const { startLine, charOffset, byteOffset } = region;
  const unit = region.unit === "utf8" ? byteUnit : region.unit;
  if (startLine !== undefined) return spanOfLines(startLine, region, unit, index);
  if (charOffset !== undefined && (charOffset >= 0 || byteOffset === undefined)) {
    return spanOfOffset(index, charOffset, region.charLength ?? 0, unit);
  }
  return spanOfOffset(index, byteOffset, region.byteLength ?? 0, byteUnit);
}

/** The lines and columns of a span of the indexed text. */
function locate(span: Span, index: LineIndex): Location {
  const start = index.position(span.start);
  const end = index.position(span.end);
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

function spanOfLines(startLine: number, region: Region, unit: ColumnUnit, index: LineIndex): Span | undefined {
  const endLine = region.endLine ?? startLine;
  if (!hasLine(index, startLine) || !hasLine(index, endLine)) return undefined;
  const start = place(index, startLine, region.startColumn ?? 1, unit);
  const end =
    region.endColumn === undefined ? index.contentEnd(endLine) : endPlace(index, endLine, region.endColumn, unit);
  return ordered(start, end);
}

function hasLine(index: LineIndex, line: number): boolean {
  return Number.isInteger(line) && line >= 1 && line <= index.lineCount;
}

function place(index: LineIndex, line: number, column: number, unit: ColumnUnit): number | undefined {
  if (!Number.isInteger(column) || column < 1) return undefined;
  const first = index.start(line);
  const from = line === 1 ? origin(index.text, unit) : first;
  const at = index.advance(from, column - 1, unit);
  return at === undefined || at > index.contentEnd(line) ? undefined : Math.max(at, first);
}

/** Tools that end lines only at \n count the \r of \r\n as a column: such an end is the end of the line. */
function endPlace(index: LineIndex, line: number, column: number, unit: ColumnUnit): number | undefined {
  const end = place(index, line, column, unit);
  if (end !== undefined || index.end(line) - index.contentEnd(line) !== 2) return end;
  return place(index, line, column - 1, unit) === index.contentEnd(line) ? index.contentEnd(line) : undefined;
}

function spanOfOffset(
  index: LineIndex,
  offset: number | undefined,
  length: number,
  unit: ColumnUnit,
): Span | undefined {
  if (offset === undefined || !Number.isInteger(offset) || !Number.isInteger(length) || length < 0) return undefined;
  const mark = byteOrderMark(index.text);
  if (offset < 0) return offset === -1 && length === 1 && mark === 1 ? BYTE_ORDER_MARK : undefined;
  const start = index.advance(origin(index.text, unit), offset, unit);
  if (start === undefined) return undefined;
  const end = index.advance(start, length, unit);
  return ordered(Math.max(start, mark), end === undefined ? undefined : Math.max(end, mark));
}

/** Where a tool that counts by `unit` starts to count: Semgrep counts the bytes of a byte-order mark, Ruff and ESLint skip it. */
function origin(text: string, unit: ColumnUnit): number {
  return unit === "utf8" ? 0 : byteOrderMark(text);
}

function ordered(start: number | undefined, end: number | undefined): Span | undefined {
  return start === undefined || end === undefined || end < start ? undefined : { start, end };
}
