import type { Label, NewLabel } from "../domain/label.ts";
import type { ServerStore } from "./tools.ts";

/** What is judged where a label does not say. */
const OVERALL = "overall";

/**
 * Writes a label, once: a page whose answer was lost on its way sends it again, also to a server that was started anew.
 * `shownAt` tells one labelling of an attempt from another.
 */
export async function writeLabel(
  label: NewLabel,
  duplicates: boolean,
  store: Pick<ServerStore, "labels" | "addLabel">,
): Promise<Label> {
  if (label.shownAt !== undefined) {
    const written = (await store.labels(label.attemptId)).find((one) => isSame(one, label));
    if (written) return written;
  }
  return store.addLabel(label, { duplicates });
}

function isSame(written: Label, label: NewLabel): boolean {
  return (
    written.rater === label.rater &&
    written.criterion === (label.criterion ?? OVERALL) &&
    written.value === label.value &&
    written.shownAt === label.shownAt &&
    written.note === label.note &&
    written.correctedPatch === label.correctedPatch &&
    (written.reasons ?? []).join("\n") === (label.reasons ?? []).join("\n")
  );
}
