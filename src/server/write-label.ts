import type { Label, NewLabel } from "../domain/label.ts";
import type { ServerTools } from "./tools.ts";

/** What is judged where a label does not say. */
const OVERALL = "overall";

/**
 * Writes a label without its secrets, once: a page whose answer was lost on its way sends it again, also to a server that
 * was started anew. `shownAt` tells one labelling of an attempt from another.
 */
export async function writeLabel(
  given: NewLabel,
  duplicates: boolean,
  { store, redact }: Pick<ServerTools, "store" | "redact">,
): Promise<Label> {
  const { note, correctedPatch, reasons, ...rest } = given;
  const label: NewLabel = {
    ...rest,
    ...(note !== undefined && { note: redact(note) }),
    ...(correctedPatch !== undefined && { correctedPatch: redact(correctedPatch) }),
    ...(reasons && { reasons: reasons.map(redact) }),
  };
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
