import { sql } from "kysely";
import { PatchProError } from "../../domain/errors.ts";
import type { Label, NewLabel } from "../../domain/label.ts";
import type { TimeRange } from "../../domain/overview.ts";
import type { TraceRecord } from "../../domain/trace.ts";
import type { TraceQuery } from "../../domain/trace-query.ts";
import { ulidMaker } from "../../domain/ulid.ts";
import type { Clock } from "../../ports/clock.ts";
import type { DumpSource, GcRequest, PageRequest, QueueRequest, SavedView, TraceStore } from "../../ports/store.ts";
import { clustersOf } from "./clusters/clusters.ts";
import { datasetsOf } from "./datasets/datasets.ts";
import type { Engine } from "./engine.ts";
import { evalRunsOf } from "./evals/eval-runs.ts";
import { guarded, storeError } from "./failure.ts";
import { judgementsOver } from "./judgements/judgements.ts";
import { goodExamples } from "./labels/examples.ts";
import { addLabel, type LabelDesk, labelsOf, undoLabel } from "./labels/labels.ts";
import { labelPace } from "./labels/pace.ts";
import { labelQueue } from "./labels/queue.ts";
import { dump, fingerprint } from "./merge/dump.ts";
import { importFrom } from "./merge/import.ts";
import { isRunning, thisPlace } from "./place.ts";
import { listAttempts } from "./read/attempts.ts";
import { conditionOf } from "./read/conditions.ts";
import { facets } from "./read/facets.ts";
import { findingsOf, oneRepair } from "./read/one-repair.ts";
import { overview } from "./read/overview.ts";
import { progressOf } from "./read/progress.ts";
import { listRepairs } from "./read/repairs.ts";
import { deleteView, savedViews, saveView } from "./read/saved-views.ts";
import { VIEWS } from "./schema/views.ts";
import { BatchMaker } from "./write/batch.ts";
import { gc } from "./write/gc.ts";
import { sweep } from "./write/sweep.ts";

const SWEEP_EVERY_MS = 10_000;
const IDS_AT_ONCE = 500;

/** A store over one engine. `where` names the place in messages, without its password. */
export function storeOver(engine: Engine, where: string, clock: Pick<Clock, "now">): TraceStore {
  const newUlid = ulidMaker();
  const batches = new BatchMaker(engine.dialect);
  const desk: LabelDesk = { engine, batches, newId: () => newUlid(clock.now()), now: () => clock.now() };
  let sweptAt = Number.NEGATIVE_INFINITY;

  const sweepNow = (): Promise<number> => {
    sweptAt = clock.now();
    return sweep(engine, { now: sweptAt, host: thisPlace().host, isRunning });
  };
  const read = <T>(work: () => Promise<T>): Promise<T> =>
    guarded(where, async () => {
      if (clock.now() - sweptAt > SWEEP_EVERY_MS) await sweepNow();
      return work();
    });
  const change = <T>(work: () => Promise<T>): Promise<T> => guarded(where, work);

  return {
    dialect: engine.dialect,
    judgements: judgementsOver(engine, batches, where),
    write: (records: readonly TraceRecord[]) => {
      try {
        return engine
          .write(batches.batchOf(records))
          ?.catch((error: unknown) => Promise.reject(storeError(where, error)));
      } catch (error) {
        throw storeError(where, error);
      }
    },
    listRepairs: (query: TraceQuery, page: PageRequest) => read(() => listRepairs(engine, query, page)),
    listAttempts: (query: TraceQuery, page: PageRequest) => read(() => listAttempts(engine, query, page)),
    facets: (query: TraceQuery) => read(() => facets(engine, query)),
    repair: (id: string) => read(() => oneRepair(engine, id)),
    repairOfAttempt: (attemptId: string) =>
      read(
        async () =>
          (await engine.reads.selectFrom("attempt").select("repair_id").where("id", "=", attemptId).executeTakeFirst())
            ?.repair_id,
      ),
    findingsOf: (repairId: string) => read(() => findingsOf(engine, repairId)),
    overview: (range: TimeRange, query?: TraceQuery) => read(() => overview(engine, range, query)),
    progressOf: (runId: string) => read(() => progressOf(engine, runId)),
    repairIds: (query: TraceQuery) => repairIds(engine, query),

    addLabel: (label: NewLabel, options: { readonly duplicates?: boolean } = {}): Promise<Label> =>
      change(() => addLabel(desk, label, options.duplicates ?? false)),
    undoLabel: (labelId: string) => change(() => undoLabel(desk, labelId)),
    labels: (attemptId: string) => read(() => labelsOf(engine, attemptId)),
    labelQueue: (request: QueueRequest) => change(() => labelQueue(desk, request)),
    releaseLeases: (rater: string) =>
      change(async () => {
        await engine.run({ sql: "delete from label_lease where rater = ?", values: [rater] });
      }),
    labelPace: (range: TimeRange) => read(() => labelPace(engine, range)),
    goodExamples: (ruleId: string, count: number) => read(() => goodExamples(engine, ruleId, count)),

    savedViews: () => read(() => savedViews(engine)),
    saveView: (view: Omit<SavedView, "id"> & { readonly id?: string }) =>
      change(() => saveView(engine, { ...view, id: view.id ?? desk.newId() })),
    deleteView: (id: string) => change(() => deleteView(engine, id)),

    view: (name: string) =>
      read(async () => {
        if (!VIEWS.some((view) => view.name === name)) {
          throw new PatchProError(
            "input",
            `There is no view ${name}.`,
            `Known views: ${VIEWS.map((view) => view.name).join(", ")}.`,
          );
        }
        return (
          await sql<Record<string, string | number | null>>`select * from ${sql.table(name)}`.execute(engine.reads)
        ).rows;
      }),

    evals: evalRunsOf(engine, change),
    datasets: datasetsOf(desk, change),
    clusters: clustersOf(engine, batches, change),

    importFrom: (source: DumpSource) => change(() => importFrom(engine, batches, source)),
    dump: () => dump(engine),
    fingerprint: () => read(() => fingerprint(engine)),
    gc: (request: GcRequest) => change(() => gc(engine, request, clock.now())),
    sweep: () => change(sweepNow),
    close: () => engine.close(),
  };
}

async function* repairIds(engine: Engine, query: TraceQuery): AsyncGenerator<string> {
  for (let last: { started_at: number; id: string } | undefined; ; ) {
    const after = last ? sql`and (r.started_at, r.id) > (${last.started_at}, ${last.id})` : sql``;
    const { rows } = await sql<{ id: string; started_at: number }>`select r.id, r.started_at from repair r
      where ${conditionOf(query, "repair", engine.dialect)} ${after} order by r.started_at, r.id limit ${IDS_AT_ONCE}`.execute(
      engine.reads,
    );
    for (const row of rows) yield row.id;
    if (rows.length < IDS_AT_ONCE) return;
    last = rows.at(-1);
  }
}
