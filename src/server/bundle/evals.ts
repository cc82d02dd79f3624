import type { StoredEval } from "../../eval/metrics/pairs.ts";
import type { EvalRuns } from "../../ports/eval-runs.ts";
import type { EvalsAnswer } from "../eval-api.ts";
import { evalsAnswer } from "../evals.ts";
import { type BundleFile, dataFile } from "./data-file.ts";

/** `data/evals.js`: what the page is answered, by suite. Runs of the grids are beside it, `data/eval-N.js`. */
export interface BundleEvals {
  /** The suite with the newest run; undefined if there is none. */
  readonly newest: string | undefined;
  readonly suites: Readonly<Record<string, EvalsAnswer>>;
  /** The N of a run's file, by its id. */
  readonly files: Readonly<Record<string, number>>;
}

/** The eval runs of a store as files. */
export async function* bundledEvals(evals: EvalRuns): AsyncGenerator<BundleFile> {
  const { suites, suite: newest } = await evalsAnswer(evals, undefined);
  const answers = Object.fromEntries(
    await Promise.all(suites.map(async (suite) => [suite, await evalsAnswer(evals, suite)] as const)),
  );
  const files: Record<string, number> = {};
  for (const { runs, grid } of Object.values(answers)) {
    for (const run of runs.filter(({ id }) => grid.runs.includes(id))) {
      const at = Object.keys(files).length;
      files[run.id] = at;
      yield dataFile(`eval-${at}`, { run, results: await evals.results(run.id) } satisfies StoredEval);
    }
  }
  yield dataFile("evals", { newest, suites: answers, files } satisfies BundleEvals);
}
