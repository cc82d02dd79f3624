import { z } from "zod";
import type { Report } from "../../domain/finding.ts";
import { readEslint } from "./eslint.ts";
import { readFindings } from "./findings.ts";
import { foreignFormat } from "./foreign.ts";
import { inputError } from "./input-error.ts";
import { parseJson } from "./json.ts";
import { readRuff } from "./ruff.ts";
import { readSarif } from "./sarif.ts";
import { readSemgrep } from "./semgrep.ts";

/** Characters of a report: V8 holds no longer string, and a report of this size is a mistake in the selection. */
const LONGEST = 256 * 1024 * 1024;

const ruffItem = z.object({ message: z.string(), location: z.looseObject({ row: z.number() }).nullable() });
const ruffFile = z.object({ code: z.unknown().optional(), filename: z.string() });
const eslintItem = z.object({ filePath: z.string(), messages: z.array(z.unknown()) });
const semgrepShape = z.object({
  version: z.string().optional().catch(undefined),
  results: z.array(z.unknown()),
  errors: z.array(z.unknown()).default([]).catch([]),
});
const semgrepItem = z.object({ check_id: z.string() });
const sarifShape = z.object({ runs: z.array(z.unknown()) });

/**
 * Reads a report of any supported format, recognised by its content: Ruff JSON or JSON lines, ESLint JSON, Semgrep JSON,
 * SARIF, PatchPro's own. A file may hold several reports (SARIF runs).
 *
 * `source` is the name of the file for messages. Throws `PatchProError("input")`, and nothing else, with the place and the remedy
 * for text that is not JSON, for other tools' JSON and for a report whose outer shape is broken. A single result that
 * cannot be read becomes a notice of its report.
 */
export function readReports(text: string, source: string): Report[] {
  if (text.length > LONGEST)
    throw inputError(
      source,
      "",
      `the report is too large (${Math.round(text.length / 2 ** 20)} Mi characters, the limit is 256 Mi)`,
      "Analyze fewer files or rules at a time.",
    );
  const data = parseJson(text, source);
  return Array.isArray(data) ? readList(data, source) : readDocument(data, source);
}

function readList(items: readonly unknown[], source: string): Report[] {
  if (items.length === 0) return [{ format: "findings", tool: "unknown", findings: [], notices: [] }];
  const sample = items.slice(0, 20);
  if (sample.some((item) => eslintItem.safeParse(item).success)) return readEslint(items, source);
  if (sample.some(isRuff)) return readRuff(items, source);
  return refuse(items, source);
}

function readDocument(data: unknown, source: string): Report[] {
  if (looksLikeSarif(data)) return readSarif(data, source);
  if (isRuff(data)) return readRuff([data], source);
  const semgrep = semgrepShape.safeParse(data);
  if (semgrep.success && looksLikeSemgrep(data, semgrep.data.results)) return readSemgrep(semgrep.data, source);
  if (looksLikeOurs(data)) return readFindings(data, source);
  return refuse(data, source);
}

function isRuff(item: unknown): boolean {
  return ruffItem.safeParse(item).success && ruffFile.safeParse(item).success;
}

function looksLikeSarif(data: unknown): boolean {
  if (sarifShape.safeParse(data).success) return true;
  const { version, $schema } = textsOf(data);
  return (
    /sarif/i.test($schema ?? "") ||
    (hasKey(data, "runs") && version !== undefined) ||
    (/^2\.[01]\.\d/.test(version ?? "") && keyCount(data) <= 3)
  );
}

/** Semgrep's results name a `check_id`; an empty report is told from others by what stands beside the results. */
function looksLikeSemgrep(data: unknown, results: readonly unknown[]): boolean {
  if (results.length > 0) return results.slice(0, 20).some((item) => semgrepItem.safeParse(item).success);
  return hasKey(data, "errors") && !hasKey(data, "metrics");
}

function looksLikeOurs(data: unknown): boolean {
  return hasKey(data, "findings") && hasKey(data, "version") && hasKey(data, "tool");
}

function textsOf(data: unknown): { version?: string | undefined; $schema?: string | undefined } {
  return (
    z
      .object({ version: z.string().optional().catch(undefined), $schema: z.string().optional().catch(undefined) })
      .safeParse(data).data ?? {}
  );
}

function hasKey(data: unknown, key: string): boolean {
  return typeof data === "object" && data !== null && Object.hasOwn(data, key);
}

function keyCount(data: unknown): number {
  return typeof data === "object" && data !== null ? Object.keys(data).length : 0;
}

function refuse(data: unknown, source: string): never {
  const known = foreignFormat(data);
  if (known) throw inputError(source, "", `this looks like ${known.name}, which PatchPro does not read`, known.instead);
  throw inputError(
    source,
    "",
    "this is JSON, but no report that PatchPro knows",
    "Pass Ruff, ESLint or Semgrep JSON, SARIF 2.1.0, or findings in the format of schemas/findings.v1.json.",
  );
}
