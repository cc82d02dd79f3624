import type { EvalRunRow } from "../domain/eval.ts";
import { gate } from "../eval/metrics/gate.ts";
import { evalGrid } from "../eval/metrics/grid.ts";
import type { StoredEval } from "../eval/metrics/pairs.ts";
import type { EvalRuns } from "../ports/eval-runs.ts";
import type { CompareAnswer, EvalsAnswer } from "./eval-api.ts";

const MOST_RUNS = 200;
const MOST_IN_GRID = 30;
const MOST_RESULTS = 60_000;

/** The runs of a suite over time, and the newest ones case by case. */
export async function evalsAnswer(evals: EvalRuns, wanted: string | undefined): Promise<EvalsAnswer> {
  const all = await evals.list();
  const suite = wanted ?? all[0]?.suite;
  if (suite === undefined) return { suites: [], suite, runs: [], grid: { runs: [], rows: [] } };
  const runs = await evals.list({ suite, limit: MOST_RUNS });
  const shown: StoredEval[] = [];
  for (const run of newestInGrid(runs)) shown.unshift({ run, results: await evals.results(run.id) });
  return { suites: [...new Set(all.map((run) => run.suite))].sort(), suite, runs, grid: evalGrid(shown) };
}

/** The newest runs that a grid has room for; always the first two. */
export function newestInGrid(runs: readonly EvalRunRow[]): readonly EvalRunRow[] {
  let results = 0;
  return runs.slice(0, MOST_IN_GRID).filter(({ counts, repetitions }, at) => {
    results += counts.cases * repetitions;
    return at < 2 || results <= MOST_RESULTS;
  });
}

export function compareAnswer(base: StoredEval, head: StoredEval): CompareAnswer {
  const { verdict, findings, comparison } = gate(base, head);
  return { comparison, gate: { verdict, findings } };
}
