import type { AttemptFinding, RunRecord } from "../../../domain/attempt.ts";
import type { RepairTrace, StoredRepair } from "../../../domain/trace.ts";
import type { Engine } from "../engine.ts";
import { given } from "../given.ts";
import type { Row } from "../schema/tables.ts";
import { attemptTrace } from "./one-attempt.ts";
import { repairStatus, runKind, runStatus, severity, source, strategy } from "./stored-words.ts";
import { textsAt } from "./texts.ts";

/** A repair with everything, or undefined. The id may be shortened (to four characters or more) to what only it begins with. */
export async function oneRepair(engine: Engine, id: string): Promise<RepairTrace | undefined> {
  const row = await findRepair(engine, id);
  if (!row) return undefined;
  const { reads } = engine;
  const [run, findings, closed, attempts, checks] = await Promise.all([
    reads.selectFrom("run").selectAll().where("id", "=", row.run_id).executeTakeFirst(),
    findingsOf(engine, row.id),
    reads.selectFrom("repair_closed").select("finding_id").where("repair_id", "=", row.id).orderBy("ord").execute(),
    reads.selectFrom("attempt").selectAll().where("repair_id", "=", row.id).orderBy("number").orderBy("id").execute(),
    reads
      .selectFrom("check_result")
      .selectAll()
      .where("attempt_id", "in", reads.selectFrom("attempt").select("id").where("repair_id", "=", row.id))
      .orderBy("attempt_id")
      .orderBy("ord")
      .execute(),
  ]);
  const texts = await textsAt(
    engine,
    attempts.flatMap((attempt) => [
      attempt.system_sha,
      attempt.prompt_sha,
      attempt.feedback_sha,
      attempt.reply_sha,
      attempt.patch_sha,
      attempt.evidence_sha,
    ]),
  );
  return {
    run: run ? runRecord(run) : lostRun(row),
    repair: storedRepair(
      row,
      findings,
      closed.map((each) => each.finding_id),
    ),
    attempts: attempts.map((attempt) =>
      attemptTrace(
        attempt,
        checks.filter((check) => check.attempt_id === attempt.id),
        texts,
      ),
    ),
    missing: missingNumbers(attempts.map((attempt) => attempt.number)),
  };
}

export async function findingsOf(engine: Engine, repairId: string): Promise<AttemptFinding[]> {
  const rows = await engine.reads
    .selectFrom("repair_finding")
    .selectAll()
    .where("repair_id", "=", repairId)
    .orderBy("ord")
    .execute();
  return rows.map((row) => ({
    id: row.finding_id,
    tool: row.tool,
    ruleId: row.rule_id,
    severity: severity.parse(row.severity),
    path: row.path,
    startLine: row.start_line,
    endLine: row.end_line,
    message: row.message,
  }));
}

export function runRecord(row: Row<"run">): RunRecord {
  return {
    id: row.id,
    kind: runKind.parse(row.kind),
    repository: row.repository,
    ...given("commit", row.commit_sha),
    ...given("branch", row.branch),
    ...given("dirty", row.dirty === null ? undefined : row.dirty === 1),
    toolVersion: row.tool_version,
    startedAt: row.started_at,
    ...given("endedAt", row.ended_at),
    ...given("status", runStatus.parse(row.status ?? undefined)),
  };
}

const SHORTEST_ID = 4;

async function findRepair(engine: Engine, id: string): Promise<Row<"repair"> | undefined> {
  const exact = await engine.reads.selectFrom("repair").selectAll().where("id", "=", id).executeTakeFirst();
  if (exact || id.length < SHORTEST_ID) return exact;
  const begun = await engine.reads
    .selectFrom("repair")
    .selectAll()
    .where("id", ">=", id)
    .where("id", "<", `${id}\uffff`)
    .limit(2)
    .execute();
  return begun.length === 1 ? begun[0] : undefined;
}

function storedRepair(
  row: Row<"repair">,
  findings: readonly AttemptFinding[],
  closed: readonly string[],
): StoredRepair {
  const status = repairStatus.parse(row.status ?? undefined);
  return {
    id: row.id,
    runId: row.run_id,
    strategy: strategy.parse(row.strategy),
    source: source.parse(row.source),
    path: row.path,
    fileType: row.file_type,
    fileLines: row.file_lines,
    findings,
    startedAt: row.started_at,
    ...given("endedAt", row.ended_at),
    ...given("status", status),
    ...given("stopReason", row.stop_reason),
    ...(row.ended_at !== null && { closed }),
    sums: {
      attempts: row.attempts,
      costMicroUsd: row.cost_micro_usd,
      unpriced: row.unpriced,
      promptTokens: row.prompt_tokens,
      completionTokens: row.completion_tokens,
      cachedTokens: row.cached_tokens,
      latencyMs: row.latency_ms,
    },
  };
}

/** A repair whose run was never written: its other facts are shown all the same. */
function lostRun(repair: Row<"repair">): RunRecord {
  return { id: repair.run_id, kind: "local", repository: "", toolVersion: "", startedAt: repair.started_at };
}

function missingNumbers(numbers: readonly number[]): number[] {
  const last = Math.max(0, ...numbers);
  return Array.from({ length: last }, (_, at) => at + 1).filter((number) => !numbers.includes(number));
}
