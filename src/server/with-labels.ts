import type { RepairTrace } from "../domain/trace.ts";
import type { RepairAnswer } from "./api.ts";
import type { ServerStore } from "./tools.ts";

/** A repair with the current labels on its attempts. */
export async function withLabels(trace: RepairTrace, store: Pick<ServerStore, "labels">): Promise<RepairAnswer> {
  const labels = await Promise.all(trace.attempts.map(({ id }) => store.labels(id)));
  return { ...trace, labels: labels.flat() };
}
