/** A place in a file as people count: 1-based lines, 1-based UTF-16 columns, `endColumn` exclusive. */
export interface Location {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** How a tool counts columns and offsets. ESLint: `utf16`; Ruff and most SARIF: `codepoint`; oxlint offsets: `utf8` bytes. */
export type ColumnUnit = "utf16" | "codepoint" | "utf8";

/**
 * A place as a tool reported it, before the file was looked at. Lines and columns are 1-based and `endColumn` is
 * exclusive (SARIF 2.1.0, section 3.30); offsets are 0-based. Any part may be missing; `patch/region.ts` resolves it.
 */
export interface Region {
  readonly unit: ColumnUnit;
  readonly startLine?: number;
  readonly startColumn?: number;
  readonly endLine?: number;
  readonly endColumn?: number;
  readonly charOffset?: number;
  readonly charLength?: number;
  readonly byteOffset?: number;
  readonly byteLength?: number;
}

/** A half-open range of UTF-16 offsets into a text, 0-based. */
export interface Span {
  readonly start: number;
  readonly end: number;
}
