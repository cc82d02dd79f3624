import type { AttemptTrace, TracedCheck } from "../../../domain/trace.ts";
import type { Database, Row } from "../schema/tables.ts";
import { shownOutcome } from "./repairs.ts";
import { checkCode, checkName, checkStatus, evidenceList, words } from "./stored-words.ts";

export type AttemptRowFull = Omit<Database["attempt"], "seq">;

/** An attempt's row with its texts and checks as a trace. */
export function attemptTrace(
  row: AttemptRowFull,
  checks: readonly Row<"check_result">[],
  texts: ReadonlyMap<string, string>,
): AttemptTrace {
  const text = (address: string | null) => (address === null ? undefined : texts.get(address));
  const evidence = text(row.evidence_sha);
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
    system: text(row.system_sha) ?? "",
    prompt: text(row.prompt_sha) ?? "",
    ...given("feedback", text(row.feedback_sha)),
    startedAt: row.started_at,
    ...ending(row, text),
    checks: checks.map((check) => tracedCheck(check, proofs[check.ord] ?? undefined)),
    redactions: row.redactions,
  };
}

function ending(row: AttemptRowFull, text: (address: string | null) => string | undefined): Partial<AttemptTrace> {
  return {
    ...given("endedAt", row.ended_at),
    ...given("outcome", shownOutcome.optional().parse(row.outcome ?? undefined)),
    ...given("failedCheck", row.failed_check),
    ...given("code", checkCode.parse(row.code ?? undefined)),
    ...given("reason", row.reason),
    ...given("signature", row.signature),
    ...given("reply", text(row.reply_sha)),
    ...given("mode", row.mode),
    ...given("finishReason", row.finish_reason),
    ...given("answeredBy", row.answered_by),
    ...given("mended", row.mended === null ? undefined : words.parse(JSON.parse(row.mended))),
    ...given("patch", text(row.patch_sha)),
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

/** A field that is there only if it has a value. */
export function given<Name extends string, Value>(
  name: Name,
  value: Value | null | undefined,
): { [Key in Name]?: Value } {
  // the mapped type of a single computed name is more than the compiler can follow
  const field: { [Key in Name]?: Value } = {};
  if (value !== null && value !== undefined) field[name] = value;
  return field;
}
