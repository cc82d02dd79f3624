import type { EvalRunRow } from "../../domain/eval.ts";
import { caseOutcomes } from "../../domain/eval-counts.ts";
import { visible } from "../../trace/visible.ts";
import type { StoredEval } from "./pairs.ts";
import { type Dimension, ratesBy } from "./slices.ts";
import { columns, rateText, shortCommit, tidy, timeText } from "./words.ts";

/** Stored runs as text, one a line, in the order given. Ends with a line end. */
export function renderRuns(runs: readonly EvalRunRow[]): string {
  if (runs.length === 0) return "No eval runs are stored here. `patchpro eval run` stores one.\n";
  const rows = runs.map((run) => [
    run.id,
    timeText(run.at),
    run.commit === undefined ? "-" : `${shortCommit(run.commit)}${run.dirty ? "*" : ""}`,
    visible(run.suite),
    run.tier,
    visible([run.models.join("+"), run.strategy].filter((word) => word !== "").join(" ")),
    rateText(run.rate),
    unwell(run),
    run.counts.costMicroUsd > 0 ? `$${(run.counts.costMicroUsd / 1e6).toFixed(4)}` : "",
    visible(run.note ?? ""),
  ]);
  const star = runs.some(({ dirty }) => dirty) ? "* with uncommitted changes\n" : "";
  return `${columns([HEADS, ...rows]).join("\n")}\n${star}`;
}

const HEADS = ["run", "time (UTC)", "commit", "suite", "tier", "what", "passed, 95 %", "", "cost", "note"];

function unwell({ counts }: EvalRunRow): string {
  const parts = [
    [counts.errored, "errored"],
    [counts.skipped, "skipped"],
    [counts.flaky, "flaky"],
  ] as const;
  return parts.flatMap(([count, word]) => (count > 0 ? [`${tidy(count)} ${word}`] : [])).join(", ");
}

/** Rates by slice over runs, oldest first: one column a run, most cases first. Ends with a line end. */
export function renderRunsBy(dimension: Dimension, runs: readonly StoredEval[]): string {
  if (runs.length === 0) return renderRuns([]);
  const rates = runs.map(({ results }) => ratesBy(dimension, caseOutcomes(results)));
  const slices = [...new Set(rates.toReversed().flatMap((each) => each.map(({ slice }) => slice)))];
  const rows = slices.map((slice) => [
    visible(slice),
    ...rates.map((each) => {
      const found = each.find((one) => one.slice === slice);
      return found ? rateText(found.rate) : "-";
    }),
  ]);
  const heads = runs.map(({ run }) =>
    run.commit ? `${shortCommit(run.commit)}${run.dirty ? "*" : ""}` : timeText(run.at),
  );
  return `${columns([[dimension, ...heads], ...rows]).join("\n")}\n`;
}
