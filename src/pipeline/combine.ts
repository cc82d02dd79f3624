import type { FileChange } from "../domain/outcome.ts";
import type { RunResult } from "../domain/run.ts";
import { unifiedDiff } from "../patch/diff.ts";
import type { Repair, RepairTools } from "./repair.ts";

/** How the tree differs from what the run started from, once everything that is settled is applied. */
export function changesSoFar({ originals, ground }: Repair): FileChange[] {
  const paths = [...new Set([...originals.keys(), ...ground.texts.keys()])].sort();
  return paths.flatMap((path) => {
    const before = originals.get(path);
    const after = ground.texts.get(path);
    if (before?.text === after?.text) return [];
    return [
      {
        path,
        before: before?.text ?? null,
        after: after?.text ?? null,
        encoding: (before ?? after)?.encoding ?? "utf8",
      },
    ];
  });
}

/**
 * All accepted patches in one diff against the tree that the run started from, applied once by `git apply` to be sure.
 * Throws if git refuses what it accepted piece by piece: that would be our bug.
 */
export async function combine(
  repair: Repair,
  { ladder }: RepairTools,
): Promise<Pick<RunResult, "changes" | "combinedDiff">> {
  const changes = changesSoFar(repair);
  if (changes.length === 0) return { changes, combinedDiff: new Uint8Array() };
  const diff = unifiedDiff(changes);
  const stage = await ladder.workspace.stage([{ id: "combined", changes, diff }], "file");
  try {
    for (const words of stage.refused.values()) throw new Error(`git apply refuses the combined patch: ${words}`);
  } finally {
    await stage.dispose();
  }
  return { changes, combinedDiff: diff };
}
