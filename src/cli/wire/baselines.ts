import path from "node:path";
import { readIfThere } from "../../adapters/system/optional-file.ts";
import { writeBelow } from "../../adapters/system/write-below.ts";
import { baselineText, parseBaseline } from "../../eval/metrics/baseline-file.ts";
import type { StoredEval } from "../../eval/metrics/pairs.ts";

/** Where a suite's baseline is, relative to the root, `/` between parts. */
export function baselineFile(suite: string): string {
  return path.posix.join("evals", "baselines", `${suite.replace(/[^\w.-]+/g, "-")}.json`);
}

/** The committed baseline of a suite; undefined if there is none. Throws `PatchProError("input")` for a file that is none. */
export async function readBaseline(root: string, suite: string): Promise<StoredEval | undefined> {
  const file = baselineFile(suite);
  const text = await readIfThere(path.join(root, file));
  return text === "" ? undefined : parseBaseline(text, file);
}

/** Makes a run the baseline of its suite. Throws `PatchProError("disk")`. */
export async function writeBaseline(root: string, stored: StoredEval): Promise<void> {
  await writeBelow(root, baselineFile(stored.run.suite), baselineText(stored));
}
