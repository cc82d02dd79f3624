import type { RunResult } from "../domain/run.ts";
import { renderJson } from "../report/json.ts";
import { renderMarkdown } from "../report/markdown.ts";
import { COMBINED_DIFF, nameFiles } from "../report/numbering.ts";
import { buildProof, renderProof } from "../report/proof.ts";
import type { RunFolder } from "./wire.ts";

/** Writes a run's folder: a diff and a proof for each patch, all of them in one diff, and the report; all of it or nothing. */
export function writeRun(result: RunResult, folder: RunFolder): void {
  try {
    writeFiles(result, folder);
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
