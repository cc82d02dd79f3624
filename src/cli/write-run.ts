import type { RunFolder } from "../adapters/system/run-folder.ts";
import type { RunResult } from "../domain/run.ts";
import { renderJson } from "../report/json.ts";
import { renderMarkdown } from "../report/markdown.ts";
import { COMBINED_DIFF, nameFiles } from "../report/numbering.ts";
import { buildProof, renderProof } from "../report/proof.ts";

/** Writes a run's folder: a diff and a proof for each patch, all of them in one diff, and the report last. */
export async function writeRun(result: RunResult, folder: RunFolder): Promise<void> {
  const names = nameFiles(result.patches);
  for (const patch of result.patches) {
    const files = names.get(patch.candidate.id);
    if (!files) continue;
    const context = { runId: result.runId, toolVersion: result.toolVersion, createdAt: result.startedAt, files, runFolder: folder.shown };
    folder.write(files.patch, patch.diff);
    folder.write(files.proof, renderProof(buildProof(patch, context)));
  }
  folder.write(COMBINED_DIFF, result.combinedDiff);
  folder.write("report.md", renderMarkdown(result));
  folder.write("report.json", renderJson(result));
}
