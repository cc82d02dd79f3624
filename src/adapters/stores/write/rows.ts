import type { AttemptFinding, AttemptStart, RepairRecord, RunRecord } from "../../../domain/attempt.ts";
import type { AttemptTrace, RunPlace, TracedCheck } from "../../../domain/trace.ts";
import type { Row } from "../schema/tables.ts";

/** What `repair.rule_id` says of a batch whose findings have several rules. */
export const MIXED_RULES = "mixed";

export function runRow(run: RunRecord, place: RunPlace): Row<"run"> {
  return {
    id: run.id,
    kind: run.kind,
    repository: run.repository,
    commit_sha: run.commit ?? null,
    branch: run.branch ?? null,
    dirty: flag(run.dirty),
    tool_version: run.toolVersion,
    started_at: run.startedAt,
    ended_at: run.endedAt ?? null,
    status: run.status ?? null,
    host: place.host,
    pid: place.pid,
    beat_at: run.startedAt,
  };
}

export function repairRow(repair: RepairRecord): Row<"repair"> {
  const rules = new Set(repair.findings.map((finding) => finding.ruleId));
  const [rule = ""] = rules;
  return {
    id: repair.id,
    run_id: repair.runId,
    strategy: repair.strategy,
    source: repair.source,
    path: repair.path,
    file_type: repair.fileType,
    file_lines: repair.fileLines,
    rule_id: rules.size > 1 ? MIXED_RULES : rule,
    findings: repair.findings.length,
    started_at: repair.startedAt,
    ended_at: repair.endedAt ?? null,
    status: repair.status ?? null,
    stop_reason: repair.stopReason ?? null,
    attempts: 0,
    cost_micro_usd: 0,
    unpriced: 0,
    prompt_tokens: 0,
    completion_tokens: 0,
    cached_tokens: 0,
    latency_ms: 0,
  };
}

export function findingRow(repairId: string, finding: AttemptFinding, ord: number): Row<"repair_finding"> {
  return {
    repair_id: repairId,
    finding_id: finding.id,
    ord,
    tool: finding.tool,
    rule_id: finding.ruleId,
    rule_family: ruleFamily(finding.ruleId),
    severity: finding.severity,
    path: finding.path,
    start_line: finding.startLine,
    end_line: finding.endLine,
    message: finding.message,
  };
}

/** `F` of `F401`, `no` of `no-unused-vars`, `python.lang.security` of a Semgrep rule: what a rule's name begins with. */
export function ruleFamily(ruleId: string): string {
  const letters = /^([A-Z]+)\d+$/.exec(ruleId)?.[1];
  if (letters !== undefined) return letters;
  if (ruleId.includes(".")) return ruleId.split(".").slice(0, 3).join(".");
  return ruleId.split(/[-/]/)[0] ?? ruleId;
}

/** The columns of an attempt that hold no text of `blob`; those of its end are null while it is open. */
export function attemptColumns(attempt: AttemptTrace) {
  return { ...attemptStartColumns(attempt), ...attemptEndColumns(attempt), redactions: attempt.redactions };
}

export function attemptStartColumns(attempt: AttemptStart) {
  return {
    id: attempt.id,
    repair_id: attempt.repairId,
    run_id: attempt.runId,
    number: attempt.number,
    previous_id: attempt.previousId ?? null,
    model: attempt.model,
    prompt_name: attempt.promptName,
    prompt_version: attempt.promptVersion,
    prompt_hash: attempt.promptHash,
    started_at: attempt.startedAt,
  };
}

type Ending = Omit<AttemptTrace, keyof AttemptStart | "checks" | "redactions">;

/** The columns that are known when an attempt has ended. */
export function attemptEndColumns(end: Ending) {
  return {
    ended_at: end.endedAt ?? null,
    outcome: end.outcome ?? null,
    failed_check: end.failedCheck ?? null,
    code: end.code ?? null,
    reason: end.reason ?? null,
    signature: end.signature ?? null,
    mode: end.mode ?? null,
    finish_reason: end.finishReason ?? null,
    answered_by: end.answeredBy ?? null,
    mended: end.mended === undefined ? null : JSON.stringify(end.mended),
    patch_normal_sha: end.patchFacts?.normalHash ?? null,
    patch_files: end.patchFacts?.files ?? null,
    patch_added: end.patchFacts?.added ?? null,
    patch_deleted: end.patchFacts?.deleted ?? null,
    prompt_tokens: end.promptTokens ?? null,
    completion_tokens: end.completionTokens ?? null,
    cached_tokens: end.cachedTokens ?? null,
    reasoning_tokens: end.reasoningTokens ?? null,
    cost_micro_usd: end.costMicroUsd ?? null,
    latency_ms: end.latencyMs ?? null,
    transport_retries: end.transportRetries ?? null,
    http_status: end.httpStatus ?? null,
    replayed: flag(end.replayed),
  };
}

export function checkRow(attemptId: string, check: TracedCheck, ord: number): Row<"check_result"> {
  return {
    attempt_id: attemptId,
    ord,
    name: check.name,
    status: check.status,
    code: check.code ?? null,
    ms: check.ms,
    detail: check.detail,
    signature: check.signature ?? null,
  };
}

function flag(value: boolean | undefined): number | null {
  return value === undefined ? null : Number(value);
}
