import type { TimeRange } from "../../../domain/overview.ts";
import type { LabelPace } from "../../../ports/store.ts";
import type { Engine } from "../engine.ts";

const HOUR_MS = 3_600_000;

/** How fast each rater decides: of labels that people gave themselves, whose time of attention is known. */
export async function labelPace(engine: Engine, range: TimeRange): Promise<LabelPace[]> {
  const rows = await engine.reads
    .selectFrom("label_current")
    .select(["rater", "active_ms", "value"])
    .where("origin", "=", "human")
    .where("decided_at", ">=", range.since ?? 0)
    .where("decided_at", "<", range.until ?? Number.MAX_SAFE_INTEGER)
    .execute();
  const raters = [...new Set(rows.map((row) => row.rater))].sort();
  return raters.map((rater) => {
    const own = rows.filter((row) => row.rater === rater);
    const times = own.flatMap((row) => (row.active_ms === null ? [] : [row.active_ms])).sort((a, b) => a - b);
    const total = times.reduce((sum, ms) => sum + ms, 0);
    return {
      rater,
      labels: own.length,
      medianMs: times[Math.floor((times.length - 1) / 2)],
      perHour: total > 0 ? (times.length * HOUR_MS) / total : undefined,
      unsure: own.filter((row) => row.value === "unsure").length,
    };
  });
}
