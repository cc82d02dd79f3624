import { sql } from "kysely";
import { z } from "zod";
import type { BlindLabel, Criterion } from "../../../domain/judge.ts";
import { LABEL_VALUES } from "../../../domain/label.ts";
import type { Engine } from "../engine.ts";
import { given } from "../given.ts";
import { textsAt } from "../read/texts.ts";
import { IS_PROVED } from "./proved.ts";

const labelValue = z.enum(LABEL_VALUES);

interface LabelledRow {
  id: string;
  attempt_id: string;
  repair_id: string;
  number: number;
  rater: string;
  value: string;
  note_sha: Uint8Array | null;
  saw_labels: number;
  repository: string | null;
  path: string;
  rule_id: string;
  rule_family: string | null;
  patch_normal_sha: string | null;
  patch_sha: Uint8Array | null;
  patch_added: number | null;
  patch_deleted: number | null;
  model: string;
  proved: number;
  probability: number | null;
}

/** A label that a person gave themselves, without having seen what a judge said. */
const isBlind = (label: string) => `${label}.origin = 'human' and ${label}.saw_judge = 0`;

/** The newest blind label of each rater on each attempt, in order of their ids; those taken back are not there. */
export async function blindLabels(engine: Engine, criterion: Criterion): Promise<BlindLabel[]> {
  const { rows } =
    await sql<LabelledRow>`select l.id, l.attempt_id, a.repair_id, a.number, l.rater, l.value, l.note_sha, l.saw_labels,
      w.repository, r.path, r.rule_id, f.rule_family, a.patch_normal_sha, a.patch_sha, a.patch_added, a.patch_deleted, a.model,
      case when ${IS_PROVED} then 1 else 0 end as proved,
      (select d.probability from label_draw d where d.attempt_id = l.attempt_id and d.criterion = l.criterion
        order by d.at limit 1) as probability
    from label l join attempt a on a.id = l.attempt_id join repair r on r.id = a.repair_id
      left join run w on w.id = r.run_id left join repair_finding f on f.repair_id = r.id and f.ord = 0
    where l.criterion = ${criterion} and l.value <> 'withdrawn' and ${sql.raw(isBlind("l"))}
      and not exists (select 1 from label n where n.attempt_id = l.attempt_id and n.criterion = l.criterion
        and n.rater = l.rater and n.id > l.id and ${sql.raw(isBlind("n"))})
    order by l.id`.execute(engine.reads);
  const texts = await textsAt(
    engine,
    rows.flatMap((row) => [row.note_sha, row.patch_sha]),
  );
  return rows.map((row) => ({
    id: row.id,
    attemptId: row.attempt_id,
    repairId: row.repair_id,
    number: row.number,
    rater: row.rater,
    value: labelValue.parse(row.value),
    ...given("note", texts.at(row.note_sha)),
    sawLabels: row.saw_labels === 1,
    repository: row.repository ?? "",
    path: row.path,
    ruleId: row.rule_id,
    family: row.rule_family ?? row.rule_id,
    patchHash: row.patch_normal_sha ?? row.attempt_id,
    patch: texts.at(row.patch_sha) ?? "",
    changedLines: (row.patch_added ?? 0) + (row.patch_deleted ?? 0),
    model: row.model,
    proved: row.proved === 1,
    ...given("sampleProb", row.probability),
  }));
}
