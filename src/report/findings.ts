import type { Edit } from "../domain/edit.ts";
import type { RunResult } from "../domain/run.ts";
import { grouped, plural } from "./amounts.ts";
import { leftoverOf } from "./remedies.ts";
import { oneLine } from "./safe-text.ts";
import { penFor, type TerminalStyle } from "./terminal-style.ts";
import { cutEnd } from "./text-width.ts";

/**
 * Findings in the format of `schemas/findings.v1.json`, which `--findings` reads back. Those that a tool silenced say so.
 * `marked`: the files that begin with a byte-order mark, which our offsets count and the format's do not.
 */
export function renderFindingsJson(result: RunResult, marked: ReadonlySet<string>): string {
  const findings = result.findings.map(({ finding, outcome }) => ({
    tool: finding.tool,
    ruleId: finding.ruleId,
    path: finding.path,
    startLine: finding.startLine,
    startColumn: finding.startColumn,
    endLine: finding.endLine,
    endColumn: finding.endColumn,
    severity: finding.severity,
    message: finding.message,
    ...(finding.helpUrl !== undefined && { helpUrl: finding.helpUrl }),
    ...(outcome.kind === "skipped" && outcome.skip === "suppressed" && { suppressed: outcome.reason }),
    ...(finding.fixes.length > 0 && {
      fixes: finding.fixes.map((fix) => ({ ...fix, edits: fix.edits.map((edit) => withoutMark(edit, marked)) })),
    }),
  }));
  const tool =
    findings.length > 0 && findings.every((one) => one.tool === findings[0]?.tool) ? findings[0]?.tool : "patchpro";
  return `${JSON.stringify({ version: 1, tool, columnUnit: "utf16", findings }, null, 2)}\n`;
}

function withoutMark(edit: Edit, marked: ReadonlySet<string>): Edit {
  return marked.has(edit.path) ? { ...edit, start: edit.start - 1, end: edit.end - 1 } : edit;
}

/** Findings as lines for a person: `path:line:column severity rule message`. */
export function renderFindingsText(result: RunResult, style: TerminalStyle): string {
  const pen = penFor(style);
  const shown = result.findings.filter(({ outcome }) => outcome.kind === "skipped" && outcome.skip === "not-tried");
  const lines = shown.map(({ finding }) => {
    const place = `${oneLine(finding.path)}:${finding.startLine}:${finding.startColumn}`;
    const fix = finding.fixes.length > 0 ? ` ${pen.tint("dim", "[fix]")}` : "";
    return `${pen.tint("bold", place)} ${oneLine(finding.ruleId)} ${cutEnd(oneLine(finding.message), 200, pen.glyph.cut)}${fix}`;
  });
  const fixable = shown.filter(({ finding }) => finding.fixes.length > 0).length;
  const sum =
    shown.length === 0
      ? "No findings."
      : `${plural(shown.length, "finding")}, ${fixable} with a fix of the tool's own.`;
  return `${[...lines, ...(lines.length > 0 ? [""] : []), sum + setAside(result)].join("\n")}\n`;
}

/** The findings that are not shown, by reason. */
function setAside({ findings }: RunResult): string {
  const aside = findings.flatMap(({ outcome }) =>
    outcome.kind === "skipped" && outcome.skip !== "not-tried" ? (leftoverOf(outcome)?.why ?? []) : [],
  );
  const reasons = [...Map.groupBy(aside, (why) => why)].sort((a, b) => b[1].length - a[1].length);
  const words = reasons.map(([why, { length }]) => `${why} ${grouped(length)}`).join(", ");
  return aside.length > 0 ? ` ${grouped(aside.length)} set aside: ${words}.` : "";
}
