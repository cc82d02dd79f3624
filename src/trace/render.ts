import type { RepairTrace } from "../domain/trace.ts";
import type { AttemptRow, GcTally, MergeTally, RepairRow } from "../ports/store.ts";
import type { QueryProblem } from "./query.ts";
import { visible, visibleLines } from "./visible.ts";

const ID_SHOWN = 26;

/** `traces list` as text: one repair a line, columns in line. Times in UTC. */
export function renderRepairs(rows: readonly RepairRow[]): string {
  if (rows.length === 0) return "No traces match. `patchpro run` with a model records some.\n";
  const table = rows.map((row) => [
    row.id.slice(0, ID_SHOWN),
    time(row.startedAt),
    row.status ?? "open",
    row.ruleId,
    `${visible(row.path)}:${row.startLine}`,
    row.attempts.map((attempt) => (attempt.outcome === "accepted" ? "●" : "○")).join("") || "-",
    row.attempts.findLast((attempt) => attempt.code !== undefined)?.code ?? "",
    row.models.map(visible).join(", "),
    money(row.costMicroUsd, row.unpriced),
    `${row.latencyMs} ms`,
  ]);
  return columns(table);
}

/** `traces search` as text: one attempt a line, and why it failed below it. */
export function renderAttempts(rows: readonly AttemptRow[]): string {
  if (rows.length === 0) return "No attempts match.\n";
  return rows
    .map((row) => {
      const head = [
        row.repairId,
        `#${row.number}`,
        time(row.startedAt),
        row.outcome ?? "open",
        row.ruleId,
        visible(row.path),
        visible(row.model),
      ].join("  ");
      const why = row.reason === undefined ? "" : `    ${row.code ?? row.failedCheck ?? ""}: ${visible(row.reason)}\n`;
      return `${head}\n${why}`;
    })
    .join("");
}

/** `traces show` as text: everything of one repair. `full`: also prompts and replies. */
export function renderRepair(trace: RepairTrace, full: boolean): string {
  const { run, repair, attempts } = trace;
  const lines = [
    `repair ${repair.id}  ${repair.status ?? "open"}${repair.stopReason ? ` (${visible(repair.stopReason)})` : ""}`,
    `run ${run.id}, ${run.kind}, ${visible(run.repository)}${run.commit ? ` at ${run.commit.slice(0, 12)}` : ""}, PatchPro ${run.toolVersion}`,
    `${repair.strategy}, ${repair.source}; ${money(repair.sums.costMicroUsd, repair.sums.unpriced)}, ${repair.sums.promptTokens} + ${repair.sums.completionTokens} tokens, ${repair.sums.latencyMs} ms of model`,
    ...repair.findings.map(
      (finding) =>
        `  ${finding.tool} ${finding.ruleId} ${visible(finding.path)}:${finding.startLine}  ${visible(finding.message)}`,
    ),
    ...(trace.missing.length > 0 ? [`! attempts missing: ${trace.missing.join(", ")}`] : []),
  ];
  return `${lines.join("\n")}\n${attempts.map((attempt) => renderAttempt(attempt, full)).join("")}`;
}

function renderAttempt(attempt: RepairTrace["attempts"][number], full: boolean): string {
  const template = `${attempt.promptName}@${attempt.promptVersion}`;
  const cost = attempt.costMicroUsd === undefined ? "price unknown" : money(attempt.costMicroUsd, 0);
  const head = `\nattempt ${attempt.number}  ${attempt.outcome ?? "open"}  ${visible(attempt.model)}  ${template}  ${cost}  ${attempt.latencyMs ?? "-"} ms`;
  const checks = attempt.checks.map(
    (check) => `  ${check.status.padEnd(4)} ${check.name}${check.detail === "" ? "" : `: ${visible(check.detail)}`}`,
  );
  const parts = [
    head,
    ...(attempt.reason === undefined ? [] : [`  ${attempt.code ?? ""} ${visible(attempt.reason)}`]),
    ...checks,
    ...section("told", attempt.feedback),
    ...(full
      ? [...section("system", attempt.system), ...section("prompt", attempt.prompt), ...section("reply", attempt.reply)]
      : []),
    ...section("patch", attempt.patch),
  ];
  return `${parts.join("\n")}\n`;
}

function section(name: string, text: string | undefined): string[] {
  return text === undefined || text === "" ? [] : [`  --- ${name}`, visibleLines(text).trimEnd()];
}

/** What an import or a garbage collection did, in one sentence. */
export function renderMerge(tally: MergeTally): string {
  return `Added ${counted(tally.runs, "run")}, ${counted(tally.repairs, "repair")}, ${counted(tally.attempts, "attempt")} and ${counted(tally.labels, "label")}.\n`;
}

export function renderGc(tally: GcTally): string {
  return `Deleted ${counted(tally.runs, "run")}, ${counted(tally.repairs, "repair")}, ${counted(tally.attempts, "attempt")} and ${counted(tally.blobs, "text")}.\n`;
}

/** Problems of a query with a mark below the place. */
export function renderQueryProblems(text: string, problems: readonly QueryProblem[]): string {
  return problems
    .map(
      ({ message, start, end }) =>
        `${visible(text)}\n${" ".repeat(start)}${"^".repeat(Math.max(1, end - start))}\n${message}\n`,
    )
    .join("");
}

function counted(n: number, what: string): string {
  return `${n} ${what}${n === 1 ? "" : "s"}`;
}

function money(micro: number, unpriced: number): string {
  const known = `$${(micro / 1_000_000).toFixed(micro > 0 && micro < 10_000 ? 6 : 4)}`;
  return unpriced === 0 ? known : `${known} + ${unpriced} of unknown price`;
}

function time(ms: number): string {
  return new Date(ms).toISOString().slice(0, 19).replace("T", " ");
}

function columns(rows: readonly (readonly string[])[]): string {
  const widths = rows.reduce<number[]>((most, row) => row.map((cell, at) => Math.max(most[at] ?? 0, cell.length)), []);
  return rows
    .map(
      (row) =>
        `${row
          .map((cell, at) => cell.padEnd(widths[at] ?? 0))
          .join("  ")
          .trimEnd()}\n`,
    )
    .join("");
}
