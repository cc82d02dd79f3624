import type { AttemptEnd, AttemptStart, RepairRecord, RunRecord } from "../domain/attempt.ts";
import type { RepairEnd } from "../domain/trace.ts";
import type { Redactor } from "./redact.ts";

/** Our own ids and hashes: they link records, so they stay as they are. */
const LINKS: ReadonlySet<string> = new Set(["id", "runId", "repairId", "previousId", "promptHash", "commit"]);

export interface RedactedRecord<Record> {
  readonly record: Record;
  readonly redactions: number;
}

export function redactRun(run: RunRecord, redactor: Redactor): RunRecord {
  return redactor.data(run, LINKS).data;
}

export function redactRepair(repair: RepairRecord, redactor: Redactor): RepairRecord {
  const { closed, ...rest } = repair;
  return { ...redactor.data(rest, LINKS).data, ...(closed && { closed }) };
}

export function redactRepairEnd(end: RepairEnd, redactor: Redactor): RepairEnd {
  return { ...end, stopReason: redactor.text(end.stopReason).text };
}

export function redactStart(attempt: AttemptStart, redactor: Redactor): RedactedRecord<AttemptStart> {
  const { data, count } = redactor.data(attempt, LINKS);
  return { record: data, redactions: count };
}

/** Numbers become whole where the record says so. Evidence is arbitrary data: nothing in it is taken for one of our ids. */
export function redactEnd(end: AttemptEnd, redactor: Redactor): RedactedRecord<AttemptEnd> {
  const { data, count } = redactor.data(end);
  const record = {
    ...data,
    latencyMs: Math.round(data.latencyMs),
    ...(data.costMicroUsd !== undefined && { costMicroUsd: Math.round(data.costMicroUsd) }),
  };
  return { record, redactions: count };
}
