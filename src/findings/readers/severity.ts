import type { Severity } from "../../domain/finding.ts";

const ERRORS = new Set(["error", "critical", "high", "fatal", "blocker", "major"]);
const INFOS = new Set([
  "info",
  "note",
  "none",
  "low",
  "informational",
  "recommendation",
  "style",
  "inventory",
  "experiment",
  "hint",
  "minor",
]);

/** A tool's word for severity in ours; a word that is not known is a `warning`. */
export function severityOf(word: string): Severity {
  const known = word.toLowerCase();
  if (ERRORS.has(known)) return "error";
  return INFOS.has(known) ? "info" : "warning";
}
