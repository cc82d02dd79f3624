import type { FileChange } from "../domain/outcome.ts";
import type { RunResult } from "../domain/run.ts";
import { unifiedDiff } from "../patch/diff.ts";
import { renderJson } from "../report/json.ts";
import { renderMarkdown } from "../report/markdown.ts";
import { COMBINED_DIFF, nameFiles } from "../report/numbering.ts";
import { buildProof, renderProof } from "../report/proof.ts";
import type { RunFolder } from "./wire.ts";

/**
 * Writes a run's folder: a diff and a proof for each patch, all of them in one diff, and the report; all of it or nothing.
 * `prefix`: where the root lies below the repository's top level.
 */
export function writeRun(result: RunResult, folder: RunFolder, prefix: string): void {
  try {
    writeFiles(prefix === "" ? result : withNamesFromTop(result, prefix), folder);
    folder.finish();
  } catch (error) {
    folder.discard();
    throw error;
  }
}

function writeFiles(result: RunResult, folder: RunFolder): void {
  const names = nameFiles(result.patches);
  for (const patch of result.patches) {
    const files = names.get(patch.candidate.id);
    if (!files) continue;
    const context = {
      runId: result.runId,
      toolVersion: result.toolVersion,
      createdAt: result.startedAt,
      files,
      runFolder: folder.shown,
    };
    folder.write(files.patch, patch.diff);
    folder.write(files.proof, renderProof(buildProof(patch, context)));
  }
  folder.write(COMBINED_DIFF, result.combinedDiff);
  folder.write("report.md", renderMarkdown(result));
  folder.write("report.json", renderJson(result));
}

/**
 * The same run with diffs that name files from the repository's top level, as git's own do: wherever in a work tree it is
 * started, `git apply` passes over names that do not begin with that place, and says nothing.
 */
function withNamesFromTop(result: RunResult, prefix: string): RunResult {
  const diffOf = (changes: readonly FileChange[]): Uint8Array =>
    unifiedDiff(changes.map((change) => ({ ...change, path: prefix + change.path })));
  return {
    ...result,
    patches: result.patches.map((patch) => ({ ...patch, diff: diffOf(patch.candidate.changes) })),
    combinedDiff: diffOf(result.changes),
  };
}
