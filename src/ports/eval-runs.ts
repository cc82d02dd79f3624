import type { EvalResult, EvalRun, EvalRunRow } from "../domain/eval.ts";

/** Runs of eval suites and their results: the tables `test_runs` and `test_results`. Methods reject with `PatchProError("store", …)`. */
export interface EvalRuns {
  /** Writes a run with all its results, or nothing. Writing the same run again changes nothing. */
  add(run: EvalRun, results: readonly EvalResult[]): Promise<void>;
  /** Newest first; at most 500. */
  list(filter?: { readonly suite?: string; readonly limit?: number }): Promise<readonly EvalRunRow[]>;
  /** By id, by what is unique of it, or `latest`, `latest~1`, …, optionally of one suite. Undefined if there is none. */
  find(id: string, suite?: string): Promise<EvalRunRow | undefined>;
  /** In order of case, variant and repetition. */
  results(runId: string): Promise<readonly EvalResult[]>;
}
