import { statSync } from "node:fs";
import { PatchProError } from "../../domain/errors.ts";
import type { Clock } from "../../ports/clock.ts";
import type { MergeTally, TraceStore } from "../../ports/store.ts";
import { traceFolder } from "./files/read-folder.ts";
import { openStore } from "./open.ts";

/** Adds what a folder with trace files, or a SQLite database, holds. Throws `PatchProError("input")` if nothing is there. */
export async function importFromPlace(
  store: TraceStore,
  place: string,
  clock: Pick<Clock, "now">,
): Promise<MergeTally> {
  const found = statSync(place, { throwIfNoEntry: false });
  if (!found)
    throw new PatchProError("input", `${place} is not there`, "Name a folder with trace files, or a traces.db.");
  if (found.isDirectory()) return store.importFrom(traceFolder(place));
  const other = await openStore({ kind: "sqlite", file: place }, clock);
  try {
    return await store.importFrom(other);
  } finally {
    await other.close();
  }
}
