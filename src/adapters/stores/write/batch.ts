import type { AttemptEnd, AttemptStart } from "../../../domain/attempt.ts";
import type { TracedCheck, TraceRecord } from "../../../domain/trace.ts";
import { type EncodedText, encodeBlob } from "../codec.ts";
import type { Batch, Insert, Statement, Value } from "../engine.ts";
import { given } from "../given.ts";
import type { Dialect } from "../schema/columns.ts";
import { attemptEndColumns, attemptStartColumns, checkRow, findingRow, repairRow, runRow } from "./rows.ts";
import { indexStatements } from "./search-text.ts";

type Ended = Extract<TraceRecord, { kind: "attempt-ended" }>;

/** Texts that come again and again (system prompts) are compressed once. */
const REMEMBERED = 64;

/** Turns records into rows. One of these belongs to one store. */
export class BatchMaker {
  readonly #dialect: Dialect;
  readonly #encoded = new Map<string, EncodedText>();

  constructor(dialect: Dialect) {
    this.#dialect = dialect;
  }

  /** Everything that the records change, in their order. */
  batchOf(records: readonly TraceRecord[]): Batch {
    const inserts: Insert[] = [];
    const statements: Statement[] = [];
    for (const record of records) this.#add(record, inserts, statements);
    return { inserts, statements };
  }

  /** A text's row in `blob`, and its address; undefined has none. */
  text(text: string | undefined, inserts: Insert[]): Uint8Array | null {
    if (text === undefined) return null;
    const { sha256, codec, rawBytes, body } = this.#encode(text);
    inserts.push({ table: "blob", row: { sha256, codec, raw_bytes: rawBytes, body } });
    return sha256;
  }

  #encode(text: string): EncodedText {
    const known = this.#encoded.get(text);
    if (known) return known;
    const encoded = encodeBlob(text);
    const [oldest] = this.#encoded.keys();
    if (this.#encoded.size >= REMEMBERED && oldest !== undefined) this.#encoded.delete(oldest);
    if (text.length < 100_000) this.#encoded.set(text, encoded);
    return encoded;
  }

  #add(record: TraceRecord, inserts: Insert[], statements: Statement[]): void {
    switch (record.kind) {
      case "run":
        inserts.push({ table: "run", row: runRow(record.run, record.place) });
        return;
      case "beat":
        // a run that was taken for dead and beats again is alive
        statements.push({
          sql: "update run set beat_at = ?, status = null where id = ? and ended_at is null",
          values: [record.at, record.runId],
        });
        return;
      case "progress":
        // the time stays that of the first word: the pace is counted from there
        statements.push({
          sql: `insert into run_progress (run_id, done, total, told_at) values (?, ?, ?, ?)
            on conflict (run_id) do update set done = excluded.done, total = excluded.total`,
          values: [record.runId, record.progress.done, record.progress.total, record.at],
        });
        return;
      case "run-ended":
        statements.push({ sql: "delete from run_progress where run_id = ?", values: [record.runId] });
        statements.push(update("run", record.runId, { ended_at: record.end.endedAt, status: record.end.status }));
        statements.push(...interruptStatements(record.runId));
        return;
      case "repair":
        inserts.push({ table: "repair", row: repairRow(record.repair) });
        for (const [ord, finding] of record.repair.findings.entries()) {
          inserts.push({ table: "repair_finding", row: findingRow(record.repair.id, finding, ord) });
        }
        return;
      case "repair-ended":
        for (const [ord, findingId] of record.end.closed.entries()) {
          inserts.push({ table: "repair_closed", row: { repair_id: record.repairId, finding_id: findingId, ord } });
        }
        statements.push(
          update("repair", record.repairId, {
            ended_at: record.end.endedAt,
            status: record.end.status,
            stop_reason: record.end.stopReason,
          }),
        );
        return;
      case "attempt":
        this.#start(record.attempt, record.redactions, inserts, statements);
        return;
      case "attempt-ended":
        this.#end(record, inserts, statements);
    }
  }

  #start(attempt: AttemptStart, redactions: number, inserts: Insert[], statements: Statement[]): void {
    const texts = {
      system_sha: this.text(attempt.system, inserts),
      prompt_sha: this.text(attempt.prompt, inserts),
      feedback_sha: this.text(attempt.feedback, inserts),
    };
    inserts.push({ table: "attempt", row: { ...attemptStartColumns(attempt), ...texts, redactions } });
    statements.push({ sql: "update repair set attempts = attempts + 1 where id = ?", values: [attempt.repairId] });
  }

  #end({ attempt, end, facts, redactions }: Ended, inserts: Insert[], statements: Statement[]): void {
    const texts = {
      reply_sha: this.text(end.reply, inserts),
      patch_sha: this.text(end.patch, inserts),
      evidence_sha: this.text(evidenceText(facts.checks), inserts),
    };
    for (const [ord, check] of facts.checks.entries()) {
      inserts.push({ table: "check_result", row: checkRow(attempt.id, check, ord) });
    }
    const { signature, patch } = facts;
    const columns = attemptEndColumns({ ...end, ...given("signature", signature), ...given("patchFacts", patch) });
    statements.push(update("attempt", attempt.id, { ...columns, ...texts, redactions }));
    statements.push(...indexStatements(this.#dialect, attempt.id, searchTexts(attempt, end)));
    statements.push(sumStatement(attempt.repairId));
  }
}

/** What the checks executed, as one JSON text; undefined if no check says. */
export function evidenceText(checks: readonly TracedCheck[]): string | undefined {
  if (checks.every((check) => check.evidence === undefined)) return undefined;
  return JSON.stringify(checks.map((check) => check.evidence ?? null));
}

/** Adds up a repair's attempts again: right whatever was written before, also after a merge. */
export function sumStatement(repairId: string): Statement {
  return {
    sql: `update repair set (attempts, cost_micro_usd, unpriced, prompt_tokens, completion_tokens, cached_tokens, latency_ms) = (
      select count(*), coalesce(sum(cost_micro_usd), 0), coalesce(sum(case when ended_at is not null and cost_micro_usd is null then 1 else 0 end), 0),
        coalesce(sum(prompt_tokens), 0), coalesce(sum(completion_tokens), 0), coalesce(sum(cached_tokens), 0), coalesce(sum(latency_ms), 0)
      from attempt where repair_id = ?) where id = ?`,
    values: [repairId, repairId],
  };
}

export function searchTexts(attempt: Pick<AttemptStart, "prompt" | "feedback">, end: Partial<AttemptEnd>) {
  const failures = (end.checks ?? []).filter((check) => check.status === "fail").map((check) => check.detail);
  return {
    error: [...new Set([end.reason ?? "", ...failures, attempt.feedback ?? ""])].join("\n"),
    patch: end.patch ?? "",
    reply: end.reply ?? "",
    prompt: attempt.prompt,
  };
}

/** What a run left open when it ended or died. */
export function interruptStatements(runId: string): readonly Statement[] {
  return [
    {
      sql: "update attempt set outcome = 'interrupted' where outcome is null and repair_id in (select id from repair where run_id = ?)",
      values: [runId],
    },
    { sql: "update repair set status = 'interrupted' where status is null and run_id = ?", values: [runId] },
  ];
}

export function update(table: string, id: string, columns: Readonly<Record<string, Value>>): Statement {
  const sets = Object.keys(columns).map((column) => `"${column}" = ?`);
  return { sql: `update "${table}" set ${sets.join(", ")} where id = ?`, values: [...Object.values(columns), id] };
}
