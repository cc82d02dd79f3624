import { PatchProError } from "../domain/errors.ts";
import type { AttemptPlace, ServerStore } from "./tools.ts";

/** An attempt with its repair. Throws `PatchProError("input")` if there is none of this id. */
export async function attemptPlace(
  id: string,
  store: Pick<ServerStore, "repairOfAttempt" | "repair">,
): Promise<AttemptPlace> {
  const repairId = await store.repairOfAttempt(id);
  const trace = repairId === undefined ? undefined : await store.repair(repairId);
  const attempt = trace?.attempts.find((one) => one.id === id);
  if (trace && attempt) return { trace, attempt };
  throw new PatchProError("input", `There is no attempt ${id}.`, "Load the page again: it may have been deleted.");
}
