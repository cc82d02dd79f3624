import type { RunResult } from "../domain/run.ts";
import { dollars, duration, grouped, plural } from "./amounts.ts";
import { fixedByRule, leftByReason } from "./groups.ts";
import { COMBINED_DIFF } from "./numbering.ts";
import { inert, oneLine, shellWord } from "./safe-text.ts";
import { type Summary, summarize } from "./summary.ts";
import { leftSection } from "./terminal-left.ts";
import { type Pen, penFor, type TerminalStyle } from "./terminal-style.ts";
import { cutEnd, padEnd, widthOf, wrap } from "./text-width.ts";
import { type Unproved, unprovedOf } from "./unproved.ts";

export interface TerminalOptions extends TerminalStyle {
  /** The run's folder as a person would type it. */
  readonly runFolder: string;
  /** The folder was chosen with `--out`: `apply` does not look there by itself. */
  readonly elsewhere: boolean;
  /** How a person starts PatchPro here: `patchpro`, `npx patchpro`. */
  readonly command: string;
  /** The patches are already in the working tree. */
  readonly applied: boolean;
}

const MOST_RULES = 12;
const MOST_NOTICES = 8;

/** A run for the terminal, readable by someone who sees PatchPro for the first time. Ends with a line end. */
export function renderTerminal(result: RunResult, options: TerminalOptions): string {
  const style = { ...options, columns: Math.max(options.columns, 24) };
  const pen = penFor(style);
  const summary = summarize(result);
  const unproved = unprovedOf(result);
  const sections = [
    headline(result, summary, style, pen),
    tally(summary, unproved, style, pen),
    fixedSection(result, unproved, style, pen),
    leftSection(leftByReason(result.findings), style, pen),
    noticeSection(result.notices, style, pen),
    nextSection(result, summary, unproved, style, pen),
  ];
  const text = sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.map((line) => line.trimEnd()).join("\n"))
    .join("\n\n");
  return `${inert(text)}\n`;
}

function headline(result: RunResult, summary: Summary, style: TerminalStyle, pen: Pen): string[] {
  if (summary.findings === 0 && !result.stopped)
    return [pen.tint("bold", result.notices.length > 0 ? "No findings." : "No findings. Nothing to do.")];
  const title = `${plural(summary.findings, "finding")} in ${plural(summary.files, "file")}`;
  const tools = countBy(result.findings.map(({ finding }) => finding.tool));
  const list = tools.map(([tool, count]) => `${oneLine(tool)} ${grouped(count)}`).join(` ${pen.glyph.dot} `);
  const fits = widthOf(title) + 3 + widthOf(list) <= style.columns;
  const lines = fits
    ? [`${pen.tint("bold", title)}   ${pen.tint("dim", list)}`]
    : [pen.tint("bold", title), ...wrap(list, style.columns).map((line) => pen.tint("dim", line))];
  const stopped =
    result.stopped && wrap(`${STOPPED[result.stopped.why]}: ${oneLine(result.stopped.detail)}`, style.columns);
  return [...lines, ...(stopped ?? []).map((line) => pen.tint("yellow", line))];
}

const STOPPED = {
  budget: "Stopped, the budget ran out",
  interrupted: "Stopped by you",
  "outside-failed": "Stopped, something outside of PatchPro failed",
} as const;

function tally(summary: Summary, unproved: Unproved, style: TerminalStyle, pen: Pen): string[] {
  if (summary.findings === 0) return [];
  const rows = [
    {
      count: summary.accepted - unproved.findings,
      glyph: pen.glyph.fixed,
      tint: "green",
      words: "fixed and proved",
      more: unproved.findings === 0 ? sourcesOf(summary, pen) : "",
    },
    {
      count: unproved.findings,
      glyph: pen.glyph.unproved,
      tint: "yellow",
      words: "fixed, but not wholly proved",
      more: `fails ${unproved.checks.join(", ")}, not required`,
    },
    {
      count: summary.rejected,
      glyph: pen.glyph.rejected,
      tint: "red",
      words: "refused: no fix could be proved",
      more: "",
    },
    { count: summary.failed, glyph: pen.glyph.failed, tint: "red", words: "failed on the way", more: "" },
    { count: summary.skipped, glyph: pen.glyph.skipped, tint: "yellow", words: "set aside", more: "" },
  ] as const;
  const digits = Math.max(...rows.map(({ count }) => grouped(count).length));
  return rows
    .filter(({ count, tint }) => count > 0 || tint === "green")
    .flatMap(({ count, glyph, tint, words, more }) => {
      const [first = "", ...rest] = wrap(words, style.columns - digits - 5);
      const line = `  ${pen.tint(tint, glyph)} ${pen.tint("bold", grouped(count).padStart(digits))} ${first}`;
      const fits = more !== "" && widthOf(line) + 3 + widthOf(more) <= style.columns;
      return [
        fits ? `${line}   ${pen.tint("dim", more)}` : line,
        ...rest.map((words) => " ".repeat(digits + 5) + words),
      ];
    });
}

function sourcesOf({ bySource }: Summary, pen: Pen): string {
  return Object.entries(bySource)
    .filter(([, count]) => count > 0)
    .map(([source, count]) => `${source} ${grouped(count)}`)
    .join(` ${pen.glyph.dot} `);
}

function fixedSection(result: RunResult, unproved: Unproved, style: TerminalStyle, pen: Pen): string[] {
  const rules = fixedByRule(result.findings);
  if (rules.length === 0) return [];
  const rows = rules.slice(0, MOST_RULES).map((rule) => ({
    rule: cutEnd(oneLine(rule.ruleId), Math.max(10, Math.floor(style.columns / 2)), pen.glyph.cut),
    count: grouped(rule.count),
    sources: rule.sources.map(([source]) => source).join("+"),
    message: oneLine(rule.message),
  }));
  const widest = (column: "rule" | "count" | "sources"): number => Math.max(...rows.map((row) => widthOf(row[column])));
  const [ruleWidth, countWidth, sourceWidth] = [widest("rule"), widest("count"), widest("sources")];
  const left = style.columns - (ruleWidth + countWidth + sourceWidth + 8);
  const lines = rows.map(({ rule, count, sources, message }) => {
    const words = left < 12 ? "" : cutEnd(message, left, pen.glyph.cut);
    return `  ${padEnd(rule, ruleWidth)}  ${count.padStart(countWidth)}  ${pen.tint("cyan", padEnd(sources, sourceWidth))}  ${pen.tint("dim", words)}`;
  });
  const more = rules.length - rows.length;
  const title = unproved.findings === 0 ? "Fixed and proved" : "Fixed";
  return [pen.tint("bold", title), ...lines, ...(more > 0 ? [`  and ${plural(more, "more rule")}`] : [])];
}

function noticeSection(notices: readonly string[], style: TerminalStyle, pen: Pen): string[] {
  if (notices.length === 0) return [];
  const lines = notices
    .slice(0, MOST_NOTICES)
    .flatMap((notice) =>
      wrap(oneLine(notice), style.columns - 4).map((line, at) =>
        at === 0 ? `  ${pen.glyph.dot} ${line}` : `    ${line}`,
      ),
    );
  const more = notices.length - MOST_NOTICES;
  return [
    pen.tint("bold", "Good to know"),
    ...lines,
    ...(more > 0 ? [`  and ${grouped(more)} more, see report.md`] : []),
  ];
}

function nextSection(
  result: RunResult,
  summary: Summary,
  unproved: Unproved,
  style: TerminalOptions,
  pen: Pen,
): string[] {
  const spent = [
    ...(summary.requests > 0
      ? [
          plural(summary.requests, "model request"),
          plural(summary.promptTokens + summary.completionTokens, "token"),
          dollars(summary.costUsd),
        ]
      : []),
    duration(summary.wallMs),
  ].join(` ${pen.glyph.dot} `);
  if (summary.findings === 0) return [];
  const label = (word: string): string => pen.tint("bold", padEnd(word, 8));
  const prose = (word: string, text: string): string[] =>
    wrap(text, style.columns - 9).map((line, at) => `${label(at === 0 ? word : "")} ${line}`);
  // Paths and commands are for copying: they stay in one piece, however narrow the terminal is.
  return [
    ...(summary.accepted > 0
      ? [
          `${label("Patches")} ${style.runFolder}/${COMBINED_DIFF}`,
          ...prose(
            "",
            `${plural(summary.patches, "patch", "patches")} in ${plural(summary.filesPatched, "file")}; one by one in patches/`,
          ),
        ]
      : []),
    `${label("Report")} ${style.runFolder}/report.md`,
    ...(unproved.patches.size > 0
      ? prose(
          "Note",
          `${plural(unproved.patches.size, "patch", "patches")} passed every check you require, but not every check; report.md tells which`,
        )
      : []),
    ...prose("Spent", spent),
    `${label("Next")} ${pen.tint("green", nextStep(result, summary, style))}`,
  ];
}

/** The one command that makes sense now. */
function nextStep(
  result: RunResult,
  summary: Summary,
  { command, applied, runFolder, elsewhere }: TerminalOptions,
): string {
  if (applied && summary.accepted > 0) return "git diff";
  if (summary.accepted > 0) return `${command} apply${elsewhere ? ` --run ${shellWord(runFolder)}` : ""}`;
  if (result.stopped) return `${command} run`;
  return summary.failed > 0 ? `${command} doctor` : `less ${shellWord(`${runFolder}/report.md`)}`;
}

function countBy(words: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}
