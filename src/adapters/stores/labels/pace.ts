import { type RawBuilder, sql } from "kysely";
import type { TimeRange } from "../../../domain/overview.ts";
import type { Agreed, LabelPace } from "../../../ports/store.ts";
import type { Engine } from "../engine.ts";
import { given } from "../given.ts";

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
  const [own, others] = await Promise.all([agreedWithOneself(engine, range), agreedWithOthers(engine, range)]);
  const raters = [...new Set(rows.map((row) => row.rater))].sort();
  return raters.map((rater) => {
    const decided = rows.filter((row) => row.rater === rater);
    const times = decided.flatMap((row) => (row.active_ms === null ? [] : [row.active_ms])).sort((a, b) => a - b);
    const total = times.reduce((sum, ms) => sum + ms, 0);
    return {
      rater,
      labels: decided.length,
      medianMs: times[Math.floor((times.length - 1) / 2)],
      perHour: total > 0 ? (times.length * HOUR_MS) / total : undefined,
      unsure: decided.filter((row) => row.value === "unsure").length,
      ...given("withOneself", own.get(rater)),
      ...given("withOthers", others.get(rater)),
    };
  });
}

/** Labels that answer a repeat, beside the word that the rater had given before. */
function agreedWithOneself(engine: Engine, range: TimeRange): Promise<ReadonlyMap<string, Agreed>> {
  return agreed(
    engine,
    sql`select l.rater, l.value, p.value as expected from label_current l join label p on p.id = l.supersedes
      where l.queue = 'repeat' and l.origin = 'human' and ${within(range)}`,
  );
}

/** Labels on what others agreed about, beside what they said. */
function agreedWithOthers(engine: Engine, range: TimeRange): Promise<ReadonlyMap<string, Agreed>> {
  return agreed(
    engine,
    sql`select l.rater, l.value, min(o.value) as expected from label_current l join label_current o
        on o.attempt_id = l.attempt_id and o.criterion = l.criterion and o.rater <> l.rater and o.origin = 'human'
      where l.queue = 'known' and l.origin = 'human' and ${within(range)}
      group by l.id, l.rater, l.value having count(distinct o.value) = 1`,
  );
}

async function agreed(engine: Engine, pairs: RawBuilder<unknown>): Promise<ReadonlyMap<string, Agreed>> {
  const { rows } = await sql<{ rater: string; n: number; same: number }>`select rater, count(*) as n,
      sum(case when value = expected then 1 else 0 end) as same from (${pairs}) pair group by rater`.execute(
    engine.reads,
  );
  return new Map(rows.map(({ rater, n, same }) => [rater, { same: Number(same), n: Number(n) }]));
}

function within({ since, until }: TimeRange): RawBuilder<unknown> {
  return sql`l.decided_at >= ${since ?? 0} and l.decided_at < ${until ?? Number.MAX_SAFE_INTEGER}`;
}
