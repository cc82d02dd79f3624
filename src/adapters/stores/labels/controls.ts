import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { QueueControl, QueueRequest } from "../../../ports/store.ts";
import type { Engine } from "../engine.ts";
import { OVERALL } from "./labels.ts";

/** Of a rater's labels, how many are given a second time, and how many on what others agreed about (traces.md, 4.1.9). */
const SHARE: Readonly<Record<QueueControl, number>> = { repeat: 0.05, known: 0.02 };
/** What was labelled just now is remembered, and says nothing of steadiness. */
const FRESH_IN_MIND = 10;
/** So many others must have said the same, and nobody anything else. */
const WITNESSES = 2;

interface ControlItem {
  readonly attemptId: string;
  readonly control: QueueControl;
}

/** Items that are not new, as many as are due: at most one of each kind at a time. `candidates`: a condition on attempts (`a`, `r`). */
export async function dueControls(
  engine: Engine,
  request: QueueRequest,
  candidates: RawBuilder<unknown>,
): Promise<ControlItem[]> {
  const due: ControlItem[] = [];
  for (const control of ["repeat", "known"] as const) {
    if (!(await isDue(engine, request, control))) continue;
    const condition = control === "repeat" ? ownWord(request) : agreedWord(request);
    const { rows } = await sql<{ id: string }>`select a.id from attempt a join repair r on r.id = a.repair_id
      where ${candidates} and ${condition} order by a.prompt_sha, a.id limit 1`.execute(engine.reads);
    due.push(...rows.map(({ id }) => ({ attemptId: id, control })));
  }
  return due;
}

async function isDue(engine: Engine, request: QueueRequest, control: QueueControl): Promise<boolean> {
  const { rows } = await sql<{ labels: number; controls: number }>`select count(*) as labels,
      sum(case when queue = ${control} then 1 else 0 end) as controls
    from label_current where ${byRater(request)}`.execute(engine.reads);
  const { labels = 0, controls = 0 } = rows[0] ?? {};
  return Number(controls ?? 0) < Math.floor(Number(labels) * SHARE[control]);
}

/** Labelled by the rater, not just now, and not shown again yet. */
function ownWord(request: QueueRequest): RawBuilder<SqlBool> {
  const { rater } = request;
  const criterion = criterionOf(request);
  return sql<SqlBool>`a.id in (select attempt_id from label_current where ${byRater(request)} and decided_at <=
        (select min(decided_at) from (select decided_at from label_current where ${byRater(request)}
          order by decided_at desc limit ${FRESH_IN_MIND}) newest))
    and not exists (select 1 from label again where again.attempt_id = a.id and again.criterion = ${criterion}
      and again.rater = ${rater} and again.queue in ('repeat', 'known'))`;
}

/** Labelled alike by others, and not by the rater. */
function agreedWord(request: QueueRequest): RawBuilder<SqlBool> {
  const criterion = criterionOf(request);
  return sql<SqlBool>`a.id in (select attempt_id from label_current
      where criterion = ${criterion} and origin = 'human' and rater <> ${request.rater}
      group by attempt_id having count(*) >= ${WITNESSES} and count(distinct value) = 1 and min(value) in ('good', 'bad'))
    and not exists (select 1 from label own where own.attempt_id = a.id and own.criterion = ${criterion}
      and own.rater = ${request.rater})`;
}

function byRater(request: QueueRequest): RawBuilder<SqlBool> {
  return sql<SqlBool>`criterion = ${criterionOf(request)} and rater = ${request.rater} and origin = 'human'`;
}

function criterionOf({ criterion }: QueueRequest): string {
  return criterion ?? OVERALL;
}

/** Puts controls among new items, at places that nobody can foresee but that are the same when asked again. */
export function mixed<Item extends { readonly attemptId: string }>(
  items: readonly Item[],
  controls: readonly Item[],
): Item[] {
  const all = [...items];
  for (const control of controls) {
    const mark = [...control.attemptId].reduce((sum, letter) => sum * 31 + (letter.codePointAt(0) ?? 0), 7) >>> 0;
    all.splice(1 + (mark % all.length), 0, control);
  }
  return all;
}
