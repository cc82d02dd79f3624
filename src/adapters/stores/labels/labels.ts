import { sql } from "kysely";
import { z } from "zod";
import { PatchProError } from "../../../domain/errors.ts";
import { LABEL_VALUES, type Label, type NewLabel } from "../../../domain/label.ts";
import type { Engine, Insert, Statement } from "../engine.ts";
import { insertSql } from "../engine.ts";
import { given } from "../given.ts";
import { words } from "../read/stored-words.ts";
import { type Texts, textsAt } from "../read/texts.ts";
import type { Row } from "../schema/tables.ts";
import type { BatchMaker } from "../write/batch.ts";

export const OVERALL = "overall";
const labelValue = z.enum(LABEL_VALUES);
const labelOrigin = z.enum(["human", "propagated", "import"]);

export interface LabelDesk {
  readonly engine: Engine;
  readonly batches: BatchMaker;
  readonly newId: () => string;
  readonly now: () => number;
}

/** Writes a label (and, if asked, one for each attempt of the same rule with an equal patch) and ends the leases on them. */
export async function addLabel(desk: LabelDesk, label: NewLabel, duplicates: boolean): Promise<Label> {
  const { engine } = desk;
  const criterion = label.criterion ?? OVERALL;
  const attempt = await engine.reads
    .selectFrom("attempt")
    .select("id")
    .where("id", "=", label.attemptId)
    .executeTakeFirst();
  if (!attempt)
    throw new PatchProError(
      "input",
      `There is no attempt ${label.attemptId}.`,
      "Load the page again: it may have been deleted.",
    );
  const before = await currentOf(engine, label.attemptId, criterion, label.rater);
  const full: Label = {
    ...label,
    criterion,
    id: desk.newId(),
    decidedAt: desk.now(),
    origin: "human",
    ...given("supersedes", before?.id),
  };
  const propagated = duplicates ? await propagate(desk, full) : [];
  const inserts: Insert[] = [];
  for (const each of [full, ...propagated])
    inserts.push({ table: "label", row: labelRow(each, desk.batches, inserts) });
  const labelled = [full, ...propagated].map((each) => each.attemptId);
  await engine.transact([...inserts.map(asStatement), endLeases(labelled, criterion, label.rater)]);
  return full;
}

/** Takes a rater's current label back, with what was propagated from it. */
export async function undoLabel(desk: LabelDesk, labelId: string): Promise<boolean> {
  const { engine } = desk;
  const row = await engine.reads.selectFrom("label_current").selectAll().where("id", "=", labelId).executeTakeFirst();
  if (!row) return false;
  const caused = await engine.reads.selectFrom("label_current").selectAll().where("cause", "=", labelId).execute();
  const statements: Statement[] = [];
  for (const each of [row, ...caused]) {
    const before =
      each.supersedes === null
        ? undefined
        : await engine.reads.selectFrom("label").selectAll().where("id", "=", each.supersedes).executeTakeFirst();
    const restored = before ?? {
      ...each,
      value: "withdrawn",
      note_sha: null,
      reasons: "[]",
      corrected_patch_sha: null,
    };
    statements.push(
      asStatement({
        table: "label",
        row: { ...restored, id: desk.newId(), decided_at: desk.now(), supersedes: each.id, cause: null },
      }),
    );
  }
  await engine.transact(statements);
  return true;
}

/** The labels on an attempt that count, oldest first. */
export async function labelsOf(engine: Engine, attemptId: string): Promise<Label[]> {
  const rows = await engine.reads
    .selectFrom("label_current")
    .selectAll()
    .where("attempt_id", "=", attemptId)
    .orderBy("id")
    .execute();
  const texts = await textsAt(
    engine,
    rows.flatMap((row) => [row.note_sha, row.corrected_patch_sha]),
  );
  return rows.map((row) => labelOf(row, texts));
}

function labelOf(row: Row<"label">, texts: Texts): Label {
  return {
    id: row.id,
    attemptId: row.attempt_id,
    criterion: row.criterion,
    rater: row.rater,
    value: labelValue.parse(row.value),
    ...given("note", texts.at(row.note_sha)),
    reasons: words.parse(JSON.parse(row.reasons)),
    ...given("correctedPatch", texts.at(row.corrected_patch_sha)),
    ...given("queue", row.queue),
    ...given("shownAt", row.shown_at),
    decidedAt: row.decided_at,
    ...given("activeMs", row.active_ms),
    sawJudge: row.saw_judge === 1,
    sawLabels: row.saw_labels === 1,
    origin: labelOrigin.parse(row.origin),
    ...given("supersedes", row.supersedes),
    ...given("cause", row.cause),
  };
}

async function currentOf(
  engine: Engine,
  attemptId: string,
  criterion: string,
  rater: string,
): Promise<Row<"label"> | undefined> {
  return engine.reads
    .selectFrom("label_current")
    .selectAll()
    .where("attempt_id", "=", attemptId)
    .where("criterion", "=", criterion)
    .where("rater", "=", rater)
    .executeTakeFirst();
}

/** The same word on every duplicate that the rater has not judged already. */
async function propagate(desk: LabelDesk, label: Label): Promise<Label[]> {
  const others = await duplicatesOf(desk.engine, label.attemptId);
  const propagated: Label[] = [];
  for (const attemptId of others) {
    if (attemptId === label.attemptId || (await currentOf(desk.engine, attemptId, label.criterion, label.rater)))
      continue;
    propagated.push({
      id: desk.newId(),
      attemptId,
      criterion: label.criterion,
      rater: label.rater,
      value: label.value,
      ...given("reasons", label.reasons),
      decidedAt: label.decidedAt,
      origin: "propagated",
      cause: label.id,
    });
  }
  return propagated;
}

/** Attempts of the same rule with an equal patch, this one included, oldest first. */
export async function duplicatesOf(engine: Engine, attemptId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select b.id from attempt a join repair r on r.id = a.repair_id
      join attempt b on b.patch_normal_sha = a.patch_normal_sha join repair s on s.id = b.repair_id and s.rule_id = r.rule_id
    where a.id = ${attemptId} order by b.id`.execute(engine.reads);
  return rows.length === 0 ? [attemptId] : rows.map((row) => row.id);
}

function labelRow(label: Label, batches: BatchMaker, inserts: Insert[]): Row<"label"> {
  return {
    id: label.id,
    attempt_id: label.attemptId,
    criterion: label.criterion,
    rater: label.rater,
    value: label.value,
    note_sha: batches.text(label.note, inserts),
    reasons: JSON.stringify(label.reasons ?? []),
    corrected_patch_sha: batches.text(label.correctedPatch, inserts),
    queue: label.queue ?? null,
    shown_at: label.shownAt ?? null,
    decided_at: label.decidedAt,
    active_ms: label.activeMs ?? null,
    saw_judge: Number(label.sawJudge ?? false),
    saw_labels: Number(label.sawLabels ?? false),
    origin: label.origin,
    supersedes: label.supersedes ?? null,
    cause: label.cause ?? null,
  };
}

function endLeases(attemptIds: readonly string[], criterion: string, rater: string): Statement {
  const marks = attemptIds.map(() => "?").join(", ");
  return {
    sql: `delete from label_lease where criterion = ? and rater = ? and attempt_id in (${marks})`,
    values: [criterion, rater, ...attemptIds],
  };
}

function asStatement({ table, row }: Insert): Statement {
  return { sql: insertSql(table, Object.keys(row)), values: Object.values(row) };
}
