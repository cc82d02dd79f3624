import type { GcRequest, GcTally } from "../../../ports/store.ts";
import type { Engine, Statement } from "../engine.ts";
import { shaColumns, specOf, TABLE_NAMES } from "../schema/tables.ts";

/**
 * Deletes old repairs with all that hangs on them, runs that have none left, and texts that nothing refers to. One
 * transaction. Repairs that are still worked on stay, and, if asked, those that people or judges labelled or that a dataset holds.
 */
export async function gc(engine: Engine, request: GcRequest, now: number): Promise<GcTally> {
  const before = now - request.olderThanMs;
  const old = `select r.id from repair r where r.started_at < ? and r.status is not null${request.keepLabelled ? ` and r.id not in (${LABELLED})` : ""}`;
  const doomed = `select a.id from attempt a where a.repair_id in (${old})`;
  const seq = engine.dialect === "sqlite" ? "rowid" : "seq";
  const ofAttempts = OF_ATTEMPTS.map((table) => deletion(table, `attempt_id in (${doomed})`, before));
  const statements: Statement[] = [
    deletion("attempt_text", `${seq} in (select a.seq from attempt a where a.repair_id in (${old}))`, before),
    ...ofAttempts,
    deletion("repair_finding", `repair_id in (${old})`, before),
    deletion("repair_closed", `repair_id in (${old})`, before),
    counted("attempt", `repair_id in (${old})`, [before]),
    counted("repair", `id in (${old})`, [before]),
    counted("run", "started_at < ? and status is not null and id not in (select run_id from repair)", [before]),
    counted("blob", `sha256 not in (${REFERENCES})`, []),
  ];
  const results = await engine.transact(statements);
  await engine.compact();
  const [attempts = 0, repairs = 0, runs = 0, blobs = 0] = results.slice(-4).map((rows) => rows.length);
  return { runs, repairs, attempts, blobs };
}

const OF_ATTEMPTS = [
  "check_result",
  "label",
  "label_lease",
  "label_draw",
  "judgement",
  "judge_call",
  "judge_correction",
  "cluster_member",
] as const;

const LABELLED = `select b.repair_id from attempt b where b.id in (select attempt_id from label) or b.id in (select attempt_id from judgement)
  or b.id in (select attempt_id from dataset_item where attempt_id is not null)`;

/** Every column that holds the address of a text. */
const REFERENCES = TABLE_NAMES.flatMap((table) =>
  shaColumns(specOf(table)).map((column) => `select "${column}" from "${table}" where "${column}" is not null`),
).join(" union ");

function deletion(table: string, where: string, before: number): Statement {
  return { sql: `delete from ${table} where ${where}`, values: [before] };
}

function counted(table: string, where: string, values: readonly number[]): Statement {
  return { sql: `delete from "${table}" where ${where} returning 1 as gone`, values };
}
