import type { EvalResult, EvalRun } from "../../domain/eval.ts";
import { visible } from "../../trace/visible.ts";

/** Everything that `eval run` prints is made from this. */
export interface RunReport {
  readonly run: EvalRun;
  readonly results: readonly EvalResult[];
  readonly problems: readonly string[];
}

interface Tally {
  cases: number;
  passed: number;
  failed: number;
  errored: number;
  skipped: number;
  wallMs: number;
}

const LONGEST_REASON = 400;

/** A table by family, then what did not pass with its reason. */
export function renderRun({ run, results, problems }: RunReport): string {
  const parts = [familyTable(results), failures(results), broken(problems), summary(run, results)];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

/** The same as data. */
export function runAsJson({ run, results, problems }: RunReport): string {
  return `${JSON.stringify({ version: 1, run, results, problems }, null, 2)}\n`;
}

function familyTable(results: readonly EvalResult[]): string {
  const rows = [...Map.groupBy(results, ({ slices }) => slices.family)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([family, some]) => [family, ...cells(tallyOf(some))]);
  if (rows.length === 0) return "";
  const head = ["family", "cases", "passed", "failed", "errored", "skipped", "seconds"];
  const total = ["all", ...cells(tallyOf(results))];
  return table([head, ...rows, total]);
}

function tallyOf(results: readonly EvalResult[]): Tally {
  const tally: Tally = { cases: 0, passed: 0, failed: 0, errored: 0, skipped: 0, wallMs: 0 };
  tally.cases = new Set(results.map(({ caseId, variant }) => `${caseId}\n${variant}`)).size;
  for (const { status, wallMs } of results) {
    tally[status] += 1;
    tally.wallMs += wallMs;
  }
  return tally;
}

function cells({ cases, passed, failed, errored, skipped, wallMs }: Tally): string[] {
  return [...[cases, passed, failed, errored, skipped].map(String), (wallMs / 1000).toFixed(1)];
}

/** The first column to the left, the others to the right. */
function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => (row[at] ?? "").length)));
  return rows
    .map((row) =>
      row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart((widths[at] ?? 0) + 2))).join(""),
    )
    .join("\n");
}

function failures(results: readonly EvalResult[]): string {
  const groups = (["failed", "errored", "skipped"] as const).flatMap((status) => {
    const some = results.filter((result) => result.status === status);
    if (some.length === 0) return [];
    const lines = [...Map.groupBy(some, ({ name, reason }) => `${name}\n${reason}`).values()].map(lineOf);
    return [`${status}:\n${lines.join("\n")}`];
  });
  return groups.join("\n\n");
}

function lineOf(same: readonly EvalResult[]): string {
  const [first] = same;
  const times = same.length > 1 ? ` (${same.length} times)` : "";
  const reason = visible(first?.reason ?? "no reason was given");
  const short = reason.length > LONGEST_REASON ? `${reason.slice(0, LONGEST_REASON)}…` : reason;
  return `  ${first?.name}${times}\n      ${short}`;
}

function broken(problems: readonly string[]): string {
  if (problems.length === 0) return "";
  return `cases that cannot be read:\n${problems.map((problem) => `  ${visible(problem)}`).join("\n")}`;
}

function summary(run: EvalRun, results: readonly EvalResult[]): string {
  const { cases, passed, failed, errored, skipped } = tallyOf(results);
  const repeated = run.repetitions > 1 ? `, each ${run.repetitions} times` : "";
  const parts = [
    `${passed} passed`,
    ...(failed > 0 ? [`${failed} failed`] : []),
    ...(errored > 0 ? [`${errored} errored`] : []),
    ...(skipped > 0 ? [`${skipped} skipped`] : []),
  ];
  const cost = results.reduce((sum, { costMicroUsd }) => sum + (costMicroUsd ?? 0), 0) / 1e6;
  const paid = run.tier === "live" ? `, $${cost.toFixed(4)}` : "";
  return `${cases} cases (${run.tier}${repeated}) in ${(run.wallMs / 1000).toFixed(1)} s${paid}: ${parts.join(", ")}. Run ${run.id}.`;
}
