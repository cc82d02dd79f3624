import type { AttemptFinding, RepairRecord } from "../../../domain/attempt.ts";
import type { AttemptTrace, TraceFile } from "../../../domain/trace.ts";
import type { DumpLine } from "../../../ports/store.ts";
import { evidenceText } from "../write/batch.ts";
import { attemptColumns, checkRow, findingRow, repairRow, runRow } from "../write/rows.ts";

/** The rows that a trace file stands for, texts in full, as a dump has them. */
export function* linesOf(file: TraceFile): Generator<DumpLine> {
  yield { table: "run", row: { ...runRow(file.run, { host: "", pid: 0 }) } };
  if (file.kind === "run") return;
  yield* repairLines(file.repair);
  if (file.kind === "attempt") yield* attemptLines(file.attempt);
}

function* repairLines(repair: RepairRecord): Generator<DumpLine> {
  yield { table: "repair", row: { ...repairRow(repair) } };
  for (const [ord, finding] of repair.findings.entries()) yield findingLine(repair.id, finding, ord);
  for (const [ord, findingId] of (repair.closed ?? []).entries()) {
    yield { table: "repair_closed", row: { repair_id: repair.id, finding_id: findingId, ord } };
  }
}

function findingLine(repairId: string, finding: AttemptFinding, ord: number): DumpLine {
  return { table: "repair_finding", row: { ...findingRow(repairId, finding, ord) } };
}

function* attemptLines(attempt: AttemptTrace): Generator<DumpLine> {
  for (const [ord, check] of attempt.checks.entries())
    yield { table: "check_result", row: { ...checkRow(attempt.id, check, ord) } };
  const texts = {
    system: attempt.system,
    prompt: attempt.prompt,
    feedback: attempt.feedback ?? null,
    reply: attempt.reply ?? null,
    patch: attempt.patch ?? null,
    evidence: evidenceText(attempt.checks) ?? null,
  };
  yield { table: "attempt", row: { ...attemptColumns(attempt), ...texts } };
}
