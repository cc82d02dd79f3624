import { z } from "zod";
import type { EvalRunRow } from "../domain/eval.ts";
import type { EvalComparison } from "../eval/metrics/compare.ts";
import type { GateFinding, GateVerdict } from "../eval/metrics/gate.ts";
import type { EvalGrid } from "../eval/metrics/grid.ts";

/*
 * What the page asks of eval runs, in addition to `api.ts`:
 *
 *   GET    /api/evals?suite                EvalsAnswer     (of the suite with the newest run if none is named)
 *   GET    /api/evals/compare?base&head    CompareAnswer   (400 for a run that is not there)
 */

export const evalsQuery = z.object({ suite: z.string().max(300).optional() });
const runId = z.string().min(1).max(300);
export const compareQuery = z.object({ base: runId, head: runId });

export interface EvalsAnswer {
  /** By name. */
  readonly suites: readonly string[];
  /** The one that is shown; undefined if no run is stored. */
  readonly suite: string | undefined;
  /** Newest first, at most 200. */
  readonly runs: readonly EvalRunRow[];
  /** The newest runs case by case: as many as have 60,000 results together, and 30 at most. */
  readonly grid: EvalGrid;
}

export interface CompareAnswer {
  readonly comparison: EvalComparison;
  /** What `patchpro eval gate` would say, with its defaults. */
  readonly gate: { readonly verdict: GateVerdict["verdict"]; readonly findings: readonly GateFinding[] };
}

export type { AmountChange } from "../eval/metrics/amounts.ts";
export type { Flip } from "../eval/metrics/compare.ts";
export type { GridRow } from "../eval/metrics/grid.ts";
export type { SliceChange } from "../eval/metrics/slices.ts";
export type { EvalComparison, EvalGrid, EvalRunRow };
