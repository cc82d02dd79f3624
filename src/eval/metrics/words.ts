import type { EvalRun } from "../../domain/eval.ts";
import type { Rate } from "../../domain/statistics.ts";
import type { Amount, Spread } from "./amounts.ts";

/** Below this many units a percentage says more than is known. */
export const FEWEST_FOR_PERCENT = 10;

/** `-1.3 pp`: percentage points of a share. */
export function points(share: number): string {
  const value = (100 * share).toFixed(1);
  return `${Number(value) === 0 ? "0.0" : value} pp`;
}

export function signedPoints(share: number): string {
  return share > 0 ? `+${points(share)}` : points(share);
}

/** `91.4 %`. */
export function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

/** `274/300 = 91.3 % (87.6 to 94.0)`; of fewer than ten, the counts alone. */
export function rateText({ count, n, share, low, high }: Rate): string {
  const counts = `${tidy(count)}/${n}`;
  if (share === undefined || n < FEWEST_FOR_PERCENT) return counts;
  return `${counts} = ${percent(share)} (${(100 * low).toFixed(1)} to ${(100 * high).toFixed(1)})`;
}

/** A number of cases, which with repetitions need not be whole. */
export function tidy(count: number): string {
  return Number.isInteger(count) ? String(count) : count.toFixed(1);
}

/** `p = 0.031`, `p < 0.001`; undefined: there were too few cases to test. */
export function pText(p: number | undefined): string {
  if (p === undefined) return "too few";
  return p < 0.001 ? "p < 0.001" : `p = ${p.toFixed(3)}`;
}

export const AMOUNT_NAMES: Readonly<Record<Amount, string>> = {
  costMicroUsd: "cost",
  tokens: "tokens",
  wallMs: "time",
};

export function amountText(amount: Amount, value: number): string {
  if (amount === "costMicroUsd") return `$${(value / 1e6).toFixed(value < 100_000 ? 5 : 2)}`;
  if (amount === "tokens") return String(Math.round(value));
  return value < 1000 ? `${Math.round(value)} ms` : `${(value / 1000).toFixed(1)} s`;
}

export function spreadText(amount: Amount, spread: Spread | undefined): string {
  return spread ? `${amountText(amount, spread.median)}, p95 ${amountText(amount, spread.p95)}` : "-";
}

/** What a run was made with, in a line: `01K9… at 1a2b3c4d5e6f (uncommitted changes), unit, replay, 2026-11-22 12:00`. */
export function runText(run: EvalRun): string {
  return [
    `${run.id}${commitText(run)}`,
    run.suite,
    run.tier,
    run.models.join("+") || run.strategy,
    timeText(run.at),
  ].join(", ");
}

function commitText({ commit, dirty }: EvalRun): string {
  return commit === undefined ? "" : ` at ${shortCommit(commit)}${dirty ? " with uncommitted changes" : ""}`;
}

export function shortCommit(commit: string): string {
  return commit.slice(0, 12);
}

/** UTC, to the minute. */
export function timeText(at: number): string {
  return new Date(at).toISOString().slice(0, 16).replace("T", " ");
}

/** Rows with their columns in line; numbers of columns may differ. */
export function columns(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = [];
  for (const row of rows) for (const [at, cell] of row.entries()) widths[at] = Math.max(widths[at] ?? 0, cell.length);
  return rows.map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}
