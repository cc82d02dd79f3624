import { grouped, plural } from "./amounts.ts";
import { LEFT_WORDS, type LeftGroup } from "./groups.ts";
import { oneLine } from "./safe-text.ts";
import type { Pen, TerminalStyle, Tint } from "./terminal-style.ts";
import { cutEnd, cutStart, widthOf, wrap } from "./text-width.ts";

const MOST_FINDINGS = 3;
const MOST_RULES = 6;
/** Reasons may quote a whole traceback; the report has the rest. */
const MOST_REASON_LINES = 2;

const TINTS: Record<LeftGroup["kind"], Tint> = { rejected: "red", failed: "red", skipped: "yellow" };

/** What is left, why, and what to do about it. */
export function leftSection(groups: readonly LeftGroup[], style: TerminalStyle, pen: Pen): string[] {
  if (groups.length === 0) return [];
  return [pen.tint("bold", "Left"), ...groups.flatMap((group) => groupLines(group, style, pen))];
}

function groupLines(group: LeftGroup, style: TerminalStyle, pen: Pen): string[] {
  const cause = group.kind === "skipped" ? "" : ` (${group.cause})`;
  const title = wrap(
    `${grouped(group.findings.length)} ${LEFT_WORDS[group.kind]}: ${group.why}${cause}`,
    style.columns - 4,
  );
  const body = group.kind === "skipped" ? ruleLines(group, style) : findingLines(group, style, pen);
  const remedy = wrap(group.remedy, style.columns - 7);
  return [
    ...title.map((line, at) =>
      at === 0 ? `  ${pen.tint(TINTS[group.kind], pen.glyph[group.kind])} ${line}` : `    ${line}`,
    ),
    ...body,
    ...remedy.map((line, at) => (at === 0 ? `    ${pen.tint("cyan", pen.glyph.arrow)} ${line}` : `      ${line}`)),
  ];
}

/** Nothing was tried on these: which rules they are says enough. */
function ruleLines({ rules }: LeftGroup, style: TerminalStyle): string[] {
  const shown = rules.slice(0, MOST_RULES).map(({ ruleId, count }) => `${oneLine(ruleId)} ${grouped(count)}`);
  const more = rules.length - shown.length;
  const words = [...shown, ...(more > 0 ? [`and ${plural(more, "more rule")}`] : [])].join(", ");
  return wrap(words, style.columns - 4).map((line) => `    ${line}`);
}

function findingLines({ findings }: LeftGroup, style: TerminalStyle, pen: Pen): string[] {
  const width = style.columns - 4;
  const lines = findings.slice(0, MOST_FINDINGS).flatMap(({ finding, reason }) => {
    const rule = cutEnd(oneLine(finding.ruleId), Math.max(8, Math.floor(width / 3)), pen.glyph.cut);
    const place = `${oneLine(finding.path)}:${finding.startLine}`;
    const title = `    ${cutStart(place, width - rule.length - 2, pen.glyph.cut)}  ${rule}`;
    return [
      title,
      ...cutLines(wrap(oneLine(reason), width - 2), width - 2, pen).map((line) => pen.tint("dim", `      ${line}`)),
    ];
  });
  const more = findings.length - MOST_FINDINGS;
  return more > 0 ? [...lines, `    and ${grouped(more)} more, see report.md`] : lines;
}

/** The first lines; the last of them tells if there are more. */
function cutLines(lines: readonly string[], columns: number, pen: Pen): string[] {
  const shown = lines.slice(0, MOST_REASON_LINES);
  const last = shown.pop() ?? "";
  const { cut } = pen.glyph;
  return [...shown, lines.length > MOST_REASON_LINES ? `${cutEnd(last, columns - widthOf(cut) - 1, "")} ${cut}` : last];
}
