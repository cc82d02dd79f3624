import { type RawBuilder, sql } from "kysely";
import { PatchProError } from "../../../domain/errors.ts";
import { EVERYTHING, type TraceQuery } from "../../../domain/trace-query.ts";
import type { QueueItem, QueueRequest } from "../../../ports/store.ts";
import { type Engine, statementOf } from "../engine.ts";
import { given } from "../given.ts";
import { conditionOf } from "../read/conditions.ts";
import { hexOf } from "../read/texts.ts";
import { dueControls, mixed } from "./controls.ts";
import { duplicatesOf, type LabelDesk, OVERALL } from "./labels.ts";

const LEASE_MS = 10 * 60_000;
const MOST = 100;
/** Changed lines that can be judged at a glance. */
const FLASH_LINES = 10;

/** Leases attempts to a rater: what the rater still holds first, then new ones, never two of equal patches. */
export async function labelQueue(desk: LabelDesk, request: QueueRequest): Promise<QueueItem[]> {
  if (!Number.isInteger(request.size) || request.size < 1 || request.size > MOST) {
    throw new PatchProError("input", `${request.size} items cannot be leased.`, `Ask for 1 to ${MOST}.`);
  }
  const now = desk.now();
  const held = await renew(desk.engine, request, now);
  const fresh = held.length < request.size ? await lease(desk.engine, request, now, request.size - held.length) : [];
  const items = await details(desk.engine, [...held.slice(0, request.size), ...fresh], request, now + LEASE_MS);
  return fresh.length === 0 ? items : withControls(desk.engine, items, request, now + LEASE_MS);
}

async function withControls(
  engine: Engine,
  items: readonly QueueItem[],
  request: QueueRequest,
  until: number,
): Promise<QueueItem[]> {
  const due = await dueControls(engine, request, candidates(engine, request));
  const kinds = new Map(due.map(({ attemptId, control }) => [attemptId, control]));
  const controls = await details(engine, [...kinds.keys()], request, until);
  return mixed(
    items,
    controls.map((item) => ({ ...item, ...given("control", kinds.get(item.attemptId)) })),
  );
}

async function renew(engine: Engine, request: QueueRequest, now: number): Promise<string[]> {
  const rows = await engine.run(
    statementOf(
      engine,
      sql`update label_lease set until = ${now + LEASE_MS} where rater = ${request.rater} and criterion = ${criterionOf(request)}
        and slot = ${slotOf(request)} and until > ${now} returning attempt_id`,
    ),
  );
  return rows.map((row) => String(row.attempt_id)).sort();
}

/** One statement, so that two raters who ask at once never get the same attempt. */
async function lease(engine: Engine, request: QueueRequest, now: number, size: number): Promise<string[]> {
  const twin = twinOf("a", request);
  const query = sql`insert into label_lease (attempt_id, criterion, slot, rater, until)
    select c.id, ${criterionOf(request)}, ${slotOf(request)}, ${request.rater}, cast(${now + LEASE_MS} as bigint) from (
      select a.id, a.patch_sha, ${twin} as twin, r.rule_id,
        row_number() over (partition by r.rule_id, ${twin} order by a.id) as nth
      from attempt a join repair r on r.id = a.repair_id
      where ${candidates(engine, request)}
    ) c
    where c.nth = 1 and (c.rule_id, c.twin) not in (${labelledTwins(request)})
      and (c.rule_id, c.twin) not in (${leasedTwins(request, now)})
    order by ${request.order === "calibration" ? sql`c.patch_sha, c.id` : sql`c.rule_id, c.twin, c.id`} limit ${size}
    on conflict (attempt_id, criterion, slot) do update set rater = excluded.rater, until = excluded.until
      where label_lease.until <= ${now}
    returning attempt_id`;
  const rows = await engine.run(statementOf(engine, query));
  return rows.map((row) => String(row.attempt_id));
}

/** Attempts with equal patches are one; one without a patch is itself only. The plain column is what an index knows. */
function twinOf(attempt: "a" | "b", { query = EVERYTHING }: QueueRequest): RawBuilder<unknown> {
  const patch = sql.ref(`${attempt}.patch_normal_sha`);
  return asksForFailures(query) ? sql`coalesce(${patch}, ${sql.ref(`${attempt}.id`)})` : patch;
}

/** What only failures have: a query that names one of these asks for failures, and for those without a patch. */
const OF_FAILURES: ReadonlySet<string> = new Set(["code", "check", "signature", "cluster"]);

function candidates(engine: Engine, request: QueueRequest): RawBuilder<unknown> {
  const query = request.query ?? EVERYTHING;
  const lines = sql`coalesce(a.patch_added, 0) + coalesce(a.patch_deleted, 0)`;
  const lane =
    request.lane === undefined
      ? sql`1 = 1`
      : request.lane === "flash"
        ? sql`${lines} <= ${FLASH_LINES}`
        : sql`${lines} > ${FLASH_LINES}`;
  const patched = asksForFailures(query) ? sql`a.ended_at is not null` : sql`a.patch_normal_sha is not null`;
  return sql`${patched} and ${conditionOf(withOutcome(query), "attempt", engine.dialect)} and ${lane}`;
}

function asksForFailures({ terms }: TraceQuery): boolean {
  return terms.some(
    (term) =>
      term.kind === "word" &&
      !term.negated &&
      (OF_FAILURES.has(term.key) || (term.key === "outcome" && term.values.some((value) => value !== "accepted"))),
  );
}

function withOutcome(query: TraceQuery): TraceQuery {
  const said = query.terms.some((term) => term.kind === "word" && term.key === "outcome");
  return said || asksForFailures(query)
    ? query
    : { terms: [...query.terms, { kind: "word", key: "outcome", values: ["accepted"], negated: false }] };
}

/** Rules and patches that are labelled: by anybody, or, where all raters see everything, by the rater. */
function labelledTwins(request: QueueRequest): RawBuilder<unknown> {
  const whose = request.shared ? sql`and l.rater = ${request.rater}` : sql``;
  const twin = twinOf("b", request);
  return sql`select s.rule_id, ${twin} from label_current l join attempt b on b.id = l.attempt_id join repair s on s.id = b.repair_id
    where ${twin} is not null and l.criterion = ${criterionOf(request)} ${whose}`;
}

/** Rules and patches that somebody is looking at. */
function leasedTwins(request: QueueRequest, now: number): RawBuilder<unknown> {
  const twin = twinOf("b", request);
  return sql`select s.rule_id, ${twin} from label_lease e join attempt b on b.id = e.attempt_id join repair s on s.id = b.repair_id
    where ${twin} is not null and e.criterion = ${criterionOf(request)} and e.slot = ${slotOf(request)} and e.until > ${now}`;
}

async function details(
  engine: Engine,
  ids: readonly string[],
  request: QueueRequest,
  until: number,
): Promise<QueueItem[]> {
  if (ids.length === 0) return [];
  const rows = await engine.reads
    .selectFrom("attempt")
    .innerJoin("repair", "repair.id", "attempt.repair_id")
    .select([
      "attempt.id",
      "repair_id",
      "rule_id",
      "path",
      "patch_added",
      "patch_deleted",
      "patch_sha",
      "patch_normal_sha",
    ])
    .where("attempt.id", "in", ids)
    .execute();
  const key = (row: (typeof rows)[number]) =>
    request.order === "calibration"
      ? `${row.patch_sha ? hexOf(row.patch_sha) : ""}${row.id}`
      : `${row.rule_id}\0${row.patch_normal_sha ?? row.id}${row.id}`;
  const items: QueueItem[] = [];
  for (const row of rows.toSorted((a, b) => (key(a) < key(b) ? -1 : 1))) {
    items.push({
      attemptId: row.id,
      repairId: row.repair_id,
      ruleId: row.rule_id,
      path: row.path,
      changedLines: (row.patch_added ?? 0) + (row.patch_deleted ?? 0),
      duplicates: await duplicatesOf(engine, row.id),
      leasedUntil: until,
    });
  }
  return items;
}

function criterionOf(request: QueueRequest): string {
  return request.criterion ?? OVERALL;
}

/** Where all raters see everything, each has a slot of their own on an attempt. */
function slotOf(request: QueueRequest): string {
  return request.shared ? request.rater : "";
}
