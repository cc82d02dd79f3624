import type { AttemptTrace, TracedCheck } from "../../../domain/trace.ts";
import { given } from "../given.ts";
import type { Database, Row } from "../schema/tables.ts";
import { shownOutcome } from "./repairs.ts";
import { checkCode, checkName, checkStatus, evidenceList, words } from "./stored-words.ts";
import type { Texts } from "./texts.ts";

export type AttemptRowFull = Omit<Database["attempt"], "seq">;

/** An attempt's row with its texts and checks as a trace. */
export function attemptTrace(row: AttemptRowFull, checks: readonly Row<"check_result">[], texts: Texts): AttemptTrace {
  const evidence = texts.at(row.evidence_sha);
  const proofs = evidence === undefined ? [] : evidenceList.parse(JSON.parse(evidence));
  return {
    id: row.id,
    repairId: row.repair_id,
    runId: row.run_id,
    number: row.number,
    ...given("previousId", row.previous_id),
    model: row.model,
    promptName: row.prompt_name,
    promptVersion: row.prompt_version,
    promptHash: row.prompt_hash,
    system: texts.at(row.system_sha) ?? "",
    prompt: texts.at(row.prompt_sha) ?? "",
    ...given("feedback", texts.at(row.feedback_sha)),
    startedAt: row.started_at,
    ...ending(row, texts),
    checks: checks.map((check) => tracedCheck(check, proofs[check.ord] ?? undefined)),
    redactions: row.redactions,
  };
}

function ending(row: AttemptRowFull, texts: Texts): Partial<AttemptTrace> {
  return {
    ...given("endedAt", row.ended_at),
    ...given("outcome", shownOutcome.optional().parse(row.outcome ?? undefined)),
    ...given("failedCheck", row.failed_check),
    ...given("code", checkCode.parse(row.code ?? undefined)),
    ...given("reason", row.reason),
    ...given("signature", row.signature),
    ...given("reply", texts.at(row.reply_sha)),
    ...given("mode", row.mode),
    ...given("finishReason", row.finish_reason),
    ...given("answeredBy", row.answered_by),
    ...given("mended", row.mended === null ? undefined : words.parse(JSON.parse(row.mended))),
    ...given("patch", texts.at(row.patch_sha)),
    ...given("patchFacts", patchFactsOf(row)),
    ...given("promptTokens", row.prompt_tokens),
    ...given("completionTokens", row.completion_tokens),
    ...given("cachedTokens", row.cached_tokens),
    ...given("reasoningTokens", row.reasoning_tokens),
    ...given("costMicroUsd", row.cost_micro_usd),
    ...given("latencyMs", row.latency_ms),
    ...given("transportRetries", row.transport_retries),
    ...given("httpStatus", row.http_status),
    ...given("replayed", row.replayed === null ? undefined : row.replayed === 1),
  };
}

function patchFactsOf(row: AttemptRowFull): AttemptTrace["patchFacts"] {
  if (row.patch_normal_sha === null) return undefined;
  return {
    normalHash: row.patch_normal_sha,
    files: row.patch_files ?? 0,
    added: row.patch_added ?? 0,
    deleted: row.patch_deleted ?? 0,
  };
}

function tracedCheck(row: Row<"check_result">, evidence: Readonly<Record<string, unknown>> | undefined): TracedCheck {
  return {
    name: checkName.parse(row.name),
    status: checkStatus.parse(row.status),
    ms: row.ms,
    detail: row.detail,
    ...given("code", checkCode.parse(row.code ?? undefined)),
    ...given("evidence", evidence),
    ...given("signature", row.signature),
  };
}
