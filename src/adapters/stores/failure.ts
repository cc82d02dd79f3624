import { messageOf, PatchProError } from "../../domain/errors.ts";

const BUSY = /database is locked|SQLITE_BUSY|busy/i;

/** A failure of the database as something that a person can mend. Errors that are already such pass through. */
export function storeError(where: string, error: unknown): PatchProError {
  if (error instanceof PatchProError) return error;
  const message = messageOf(error);
  const hint = BUSY.test(message)
    ? "Another process has been writing for long; wait for it to end, then try again."
    : /not a database|malformed|corrupt/i.test(message)
      ? `Move ${where} away (its JSON files can be read back with \`patchpro traces import\`), then run again.`
      : "Check that the place exists, that there is room, and that you may write there.";
  return new PatchProError("store", `The trace store ${where} failed: ${message}`, hint, { cause: error });
}

/** Runs a piece of work and gives its failures a person's words. */
export async function guarded<T>(where: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw storeError(where, error);
  }
}
