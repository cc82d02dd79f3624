import type { ColumnUnit, Region } from "../../../domain/location.ts";
import type { SarifRegion } from "./schema.ts";

/**
 * A SARIF region as ours. Lines and columns below 1 and negative offsets mean "not said" (some tools write 0 or -1).
 * Undefined if it names no place.
 */
export function regionOf(region: SarifRegion | null | undefined, unit: ColumnUnit): Region | undefined {
  if (!region) return undefined;
  const startLine = atLeast(1, region.startLine);
  const endLine = atLeast(1, region.endLine);
  const startColumn = atLeast(1, region.startColumn);
  const endColumn = atLeast(1, region.endColumn);
  const charOffset = atLeast(0, region.charOffset ?? region.offset);
  const charLength = atLeast(0, region.charLength ?? region.length);
  const byteOffset = atLeast(0, region.byteOffset);
  const byteLength = atLeast(0, region.byteLength);
  if (startLine === undefined && charOffset === undefined && byteOffset === undefined) return undefined;
  return {
    unit,
    ...(startLine === undefined ? {} : { startLine }),
    ...(startColumn === undefined ? {} : { startColumn }),
    ...(endLine === undefined ? {} : { endLine }),
    ...(endColumn === undefined ? {} : { endColumn }),
    ...(charOffset === undefined ? {} : { charOffset }),
    ...(charLength === undefined ? {} : { charLength }),
    ...(byteOffset === undefined ? {} : { byteOffset }),
    ...(byteLength === undefined ? {} : { byteLength }),
  };
}

/**
 * What a run's columns count: `columnKind`, else what the tool is known to count (Semgrep: bytes, ESLint: UTF-16), else
 * code points, the default of SARIF 2.1.0 (3.14.17).
 */
export function unitOf(columnKind: unknown, tool: string): ColumnUnit {
  if (columnKind === "utf16CodeUnits") return "utf16";
  if (columnKind === "unicodeCodePoints") return "codepoint";
  if (/^(?:semgrep|opengrep)/i.test(tool)) return "utf8";
  return /^eslint/i.test(tool) ? "utf16" : "codepoint";
}

function atLeast(minimum: number, value: number | null | undefined): number | undefined {
  return value === null || value === undefined || value < minimum ? undefined : value;
}
