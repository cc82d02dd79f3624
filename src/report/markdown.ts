import type { AcceptedPatch } from "../domain/outcome.ts";
import type { RunResult } from "../domain/run.ts";
import { dollars, duration, grouped, plural } from "./amounts.ts";
import { fixedByRule, LEFT_WORDS, type LeftGroup, leftByReason } from "./groups.ts";
import { code, codeBlock, words } from "./markdown-text.ts";
import { COMBINED_DIFF, nameFiles, type PatchFiles } from "./numbering.ts";
import { type Summary, summarize } from "./summary.ts";
import { type Unproved, unprovedOf } from "./unproved.ts";

export interface MarkdownOptions {
  /** UTF-16 units that the diffs may take together; the rest are named only. GitHub takes 65,536 for a comment. */
  readonly diffLimit?: number;
}

const DIFF_LIMIT = 40_000;
const MOST_ROWS = 50;
const MOST_CLOSED = 10;

/** A run as Markdown (`report.md`, job summaries, comments). Nothing from outside is trusted: no HTML, link or mention gets through. */
export function renderMarkdown(result: RunResult, options: MarkdownOptions = {}): string {
  const summary = summarize(result);
  const unproved = unprovedOf(result);
  const sections = [
    ["# PatchPro", overview(result, summary, unproved)],
    fixedTable(result, unproved),
    ...leftSections(leftByReason(result.findings)),
    patchSection(result, options.diffLimit ?? DIFF_LIMIT),
    noticeSection(result.notices),
    [`<sub>PatchPro ${words(result.toolVersion)}, run ${words(result.runId)}</sub>`],
  ];
  return `${sections
    .filter((section) => section.length > 0)
    .flat()
    .join("\n\n")}\n`;
}

function overview(result: RunResult, summary: Summary, unproved: Unproved): string {
  if (summary.findings === 0 && !result.stopped)
    return result.notices.length > 0 ? "No findings." : "No findings. Nothing to do.";
  const rows = [
    ["Fixed and proved", summary.accepted - unproved.findings],
    ...(unproved.findings > 0
      ? ([
          [`Fixed, but not wholly proved (fails ${unproved.checks.join(", ")}, not required)`, unproved.findings],
        ] as const)
      : []),
    ["Refused: no fix could be proved", summary.rejected],
    ["Failed on the way", summary.failed],
    ["Set aside", summary.skipped],
    ["**Findings**", summary.findings],
  ] as const;
  const asked =
    summary.requests > 0
      ? `${plural(summary.requests, "model request")}, ${plural(summary.promptTokens + summary.completionTokens, "token")}, ${dollars(summary.costUsd)}, `
      : "";
  return [
    ...(result.stopped
      ? [`**Stopped before the end (${result.stopped.why}):** ${words(result.stopped.detail)}`, ""]
      : []),
    "| | |",
    "|---|--:|",
    ...rows.map(([label, count]) => `| ${label} | ${grouped(count)} |`),
    "",
    `${plural(summary.patches, "patch", "patches")} in ${plural(summary.filesPatched, "file")}, together in ${code(COMBINED_DIFF)}. ${asked}${duration(summary.wallMs)}.`,
  ].join("\n");
}

function fixedTable(result: RunResult, unproved: Unproved): string[] {
  const rules = fixedByRule(result.findings);
  if (rules.length === 0) return [];
  const rows = rules.slice(0, MOST_ROWS).map(({ ruleId, tool, count, sources, message }) => {
    const from = sources.map(([source, fixed]) => `${source} ${grouped(fixed)}`).join(", ");
    return `| ${code(ruleId, true)} | ${words(tool, true)} | ${grouped(count)} | ${from} | ${words(shortened(message), true)} |`;
  });
  const table = ["| Rule | Tool | Findings | Source | For example |", "|---|---|--:|---|---|", ...rows].join("\n");
  return [
    unproved.findings === 0 ? "## Fixed and proved" : "## Fixed",
    table,
    ...andMore(rules.length - rows.length, "rule"),
  ];
}

function leftSections(groups: readonly LeftGroup[]): string[][] {
  if (groups.length === 0) return [];
  return [["## Left"], ...groups.map(leftSection)];
}

function leftSection(group: LeftGroup): string[] {
  const rows = group.findings
    .slice(0, MOST_ROWS)
    .map(
      ({ finding, reason }) =>
        `- ${code(`${finding.path}:${finding.startLine}`)} ${code(finding.ruleId)}: ${words(shortened(reason))}`,
    );
  return [
    `### ${grouped(group.findings.length)} ${LEFT_WORDS[group.kind]}: ${group.why} (${code(group.cause)})`,
    group.remedy,
    rows.join("\n"),
    ...andMore(group.findings.length - rows.length, "finding"),
  ];
}

function patchSection(result: RunResult, diffLimit: number): string[] {
  if (result.patches.length === 0) return [];
  const files = nameFiles(result.patches);
  let left = diffLimit;
  let named = 0;
  const shown: string[] = [];
  for (const patch of result.patches) {
    const diff = new TextDecoder().decode(patch.diff);
    left -= diff.length;
    if (left < 0) named += 1;
    else shown.push(patchBlock(patch, diff, files, closedBy(patch, result)));
  }
  const rest = named > 0 ? [`${plural(named, "more patch", "more patches")} in ${code("patches/")}.`] : [];
  return ["## Patches", ...shown, ...rest];
}

function closedBy({ candidate }: AcceptedPatch, result: RunResult): string {
  const closed = result.findings.flatMap(({ finding, outcome }) =>
    outcome.kind === "accepted" && outcome.patchId === candidate.id ? [{ finding, note: outcome.note }] : [],
  );
  const rows = closed.slice(0, MOST_CLOSED).map(({ finding, note }) => {
    const place = `- ${code(`${finding.path}:${finding.startLine}`)} ${code(finding.ruleId)}: ${words(shortened(finding.message))}`;
    return note === undefined ? place : `${place} (${words(shortened(note))})`;
  });
  return [...rows, ...(closed.length > rows.length ? [`- and ${grouped(closed.length - rows.length)} more`] : [])].join(
    "\n",
  );
}

function patchBlock(
  { candidate, after, unproved }: AcceptedPatch,
  diff: string,
  files: ReadonlyMap<string, PatchFiles>,
  closed: string,
): string {
  const name = (id: string): string => code(files.get(id)?.patch ?? id);
  const facts = [
    `${candidate.source}${madeBy(candidate)}: ${words(shortened(candidate.summary))}`,
    ...(closed === "" ? [] : [closed]),
    ...(after.length > 0 ? [`Apply first: ${after.map(name).join(", ")}.`] : []),
    ...(unproved.length > 0 ? [`Not proved: ${unproved.join(", ")}.`] : []),
  ];
  return [`### ${name(candidate.id)}`, facts.join("\n\n"), codeBlock(diff, "diff")].join("\n\n");
}

function noticeSection(notices: readonly string[]): string[] {
  if (notices.length === 0) return [];
  const lines = notices.slice(0, MOST_ROWS).map((notice) => `- ${words(notice)}`);
  return ["## Good to know", lines.join("\n"), ...andMore(notices.length - lines.length, "notice")];
}

function andMore(count: number, what: string): string[] {
  return count > 0 ? [`And ${plural(count, `more ${what}`)}; ${code("report.json")} has them all.`] : [];
}

function shortened(text: string): string {
  return text.length > 400 ? `${text.slice(0, 399)}…` : text;
}

/** How a model was asked, or which codemod it was. */
function madeBy({ strategy, codemod }: AcceptedPatch["candidate"]): string {
  if (codemod) return ` ${code(codemod.id)} of ${code(codemod.file)}`;
  return strategy ? ` (${strategy})` : "";
}
