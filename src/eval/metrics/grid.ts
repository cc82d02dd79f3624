import { type CaseOutcome, caseOutcomes, isFlaky } from "../../domain/eval-counts.ts";
import type { StoredEval } from "./pairs.ts";

/** How a case ended in a run, one character: passed, failed, flaky, errored, skipped, `-` not in it. */
export type GridCell = "p" | "f" | "k" | "e" | "s" | "-";

export interface GridRow {
  readonly caseId: string;
  readonly name: string;
  readonly variant: string;
  readonly family: string;
  readonly rule: string;
  /** One `GridCell` for each run, in the order of `EvalGrid.runs`. */
  readonly cells: string;
}

/** Every case of some runs, and how it ended in each. */
export interface EvalGrid {
  /** Ids, oldest first. */
  readonly runs: readonly string[];
  /** By family, then by name. */
  readonly rows: readonly GridRow[];
}

/** `runs`: oldest first. Variants of a case are told apart only where one run has several of them. */
export function evalGrid(runs: readonly StoredEval[]): EvalGrid {
  const outcomes = runs.map(({ results }) => caseOutcomes(results));
  const several = outcomes.some((some) => new Set(some.map(({ caseId }) => caseId)).size < some.length);
  const keyOf = ({ caseId, variant }: CaseOutcome): string => (several ? JSON.stringify([caseId, variant]) : caseId);
  const newest = new Map<string, CaseOutcome>();
  const cells = new Map<string, string[]>();
  for (const [at, some] of outcomes.entries()) {
    for (const outcome of some) {
      const key = keyOf(outcome);
      newest.set(key, outcome);
      const row = cells.get(key) ?? new Array<string>(runs.length).fill("-");
      row[at] = cellOf(outcome);
      cells.set(key, row);
    }
  }
  const rows = [...newest].map(([key, { caseId, name, variant, slices }]) => ({
    caseId,
    name,
    variant,
    family: slices.family,
    rule: slices.rule,
    cells: (cells.get(key) ?? []).join(""),
  }));
  return { runs: runs.map(({ run }) => run.id), rows: rows.sort(byFamily) };
}

function byFamily(a: GridRow, b: GridRow): number {
  const order = [a.family, a.name, a.variant].map((word, at) => {
    const other = [b.family, b.name, b.variant][at] ?? "";
    return word < other ? -1 : Number(word > other);
  });
  return order.find((each) => each !== 0) ?? 0;
}

function cellOf(outcome: CaseOutcome): GridCell {
  if (isFlaky(outcome)) return "k";
  if (outcome.value !== undefined) return outcome.value === 1 ? "p" : "f";
  return outcome.errored > 0 ? "e" : "s";
}
