import { PatchProError } from "../domain/errors.ts";
import type { FileChange } from "../domain/outcome.ts";
import { plural } from "../report/amounts.ts";
import type { WorkingTree } from "./wire.ts";

/** Of files that may not be written: a person mends the first, and sees whether that was all. */
const MOST_NAMED = 5;

/** Changes the working tree, all files or none. Throws `PatchProError("input")` if a file is no longer what the run started from. */
export async function applyToTree(
  changes: readonly FileChange[],
  tree: Pick<WorkingTree, "writeFiles">,
): Promise<void> {
  if (changes.length === 0) return;
  const result = await tree.writeFiles(changes);
  if (result.written) return;
  const named = result.refused.slice(0, MOST_NAMED).map(({ path, reason }) => `${path} ${reason}`);
  const more = result.refused.length - named.length;
  const why = [...named, ...(more > 0 ? [`and ${plural(more, "more file")}`] : [])].join("; ");
  throw new PatchProError(
    "input",
    `the patches were not applied: ${why}`,
    "Nothing was changed. Run patchpro again on the files as they are now.",
  );
}
