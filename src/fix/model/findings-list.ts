import type { Finding } from "../../domain/finding.ts";
import type { Masker } from "./mask.ts";
import { clipped, codeSpan, visible, visibleLine } from "./visible.ts";

const LONGEST_MESSAGE = 600;
const LONGEST_EXCERPT = 100;

/** A file's lines as they are and with secrets hidden. */
export interface FileLines {
  readonly lines: readonly string[];
  readonly maskedLines: readonly string[];
}

/** The findings, numbered from 1: rule, place, message, and the flagged text where it stands on one line. */
export function findingsList(findings: readonly Finding[], lines: FileLines, masker: Masker): string {
  return findings.map((finding, at) => `${at + 1}. ${describe(finding, lines, masker)}`).join("\n");
}

function describe(finding: Finding, lines: FileLines, masker: Masker): string {
  const { startLine, endLine, startColumn } = finding;
  const rule = visibleLine(finding.ruleId, 120);
  const place = endLine > startLine ? `lines ${startLine} to ${endLine}` : `line ${startLine}, column ${startColumn}`;
  const message = indented(clipped(visible(masker.hide(finding.message)).trim(), 6, LONGEST_MESSAGE));
  const excerpt = flaggedText(finding, lines);
  return `${rule} at ${place}: ${message}${excerpt ? `\n   Flagged: ${excerpt}` : ""}`;
}

function flaggedText({ startLine, endLine, startColumn, endColumn }: Finding, file: FileLines): string | undefined {
  const line = file.maskedLines[startLine - 1] ?? "";
  // a placeholder longer than its secret moves the columns
  if (startLine !== endLine || line.length !== file.lines[startLine - 1]?.length) return undefined;
  const text = line.slice(startColumn - 1, endColumn - 1);
  if (text.trim() === "" || text.length > LONGEST_EXCERPT || text.trim() === line.trim()) return undefined;
  return codeSpan(visible(text));
}

const indented = (text: string): string => text.replaceAll("\n", "\n   ");
