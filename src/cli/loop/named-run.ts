import { PatchProError } from "../../domain/errors.ts";
import { parseBaseline } from "../../eval/metrics/baseline-file.ts";
import type { StoredEval } from "../../eval/metrics/pairs.ts";
import type { EvalRuns } from "../../ports/eval-runs.ts";
import { readInput } from "../wire.ts";

/** How runs may be named, for texts of help. */
export const RUN_NAMES =
  "an id or its beginning, latest, latest~1, …, or a file: a baseline, or what `eval run --format json` printed";

/**
 * A run with its results, by any of its names. `suite`: which one `latest` counts in. Throws `PatchProError("input")` if there
 * is none.
 */
export async function namedRun(
  name: string,
  { evals, cwd, suite }: { readonly evals: EvalRuns; readonly cwd: string; readonly suite?: string | undefined },
): Promise<StoredEval> {
  if (isFile(name)) {
    const [file] = await readInput(name, cwd, [".json"]);
    return parseBaseline(new TextDecoder().decode(file?.bytes), file?.source ?? name);
  }
  const run = await evals.find(name, suite);
  if (!run) {
    const place = suite === undefined ? "" : ` of suite ${suite}`;
    throw new PatchProError(
      "input",
      `there is no eval run ${name}${place}`,
      "`patchpro eval runs` lists what is stored.",
    );
  }
  return { run, results: await evals.results(run.id) };
}

function isFile(name: string): boolean {
  return name === "-" || name.endsWith(".json") || /[\\/]/.test(name);
}
