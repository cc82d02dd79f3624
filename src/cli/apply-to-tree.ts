import { PatchProError } from "../domain/errors.ts";
import type { FileChange } from "../domain/outcome.ts";
import type { WorkingTree } from "./wire.ts";

/** Changes the working tree, all files or none. Throws `PatchProError("input")` if a file is no longer what the run started from. */
export async function applyToTree(
  changes: readonly FileChange[],
  tree: Pick<WorkingTree, "writeFiles">,
): Promise<void> {
  if (changes.length === 0) return;
  const result = await tree.writeFiles(changes);
  if (result.written) return;
  const why = result.refused.map(({ path, reason }) => `${path} ${reason}`).join("; ");
  throw new PatchProError(
    "input",
    `the patches were not applied: ${why}`,
    "Nothing was changed. Run patchpro again on the files as they are now.",
  );
}
