import { sha256 } from "../../domain/digest.ts";
import type { AttemptTrace, TracedCheck } from "../../domain/trace.ts";
import { GENAI, OPERATION, providerAndModel } from "./genai-attributes.ts";
import { spanIdOf } from "./ids.ts";
import { messageAttributes, OPENINFERENCE } from "./openinference-attributes.ts";
import type { OtlpOptions } from "./options.ts";
import { type Attribute, keyValues, nanoseconds, SPAN_KIND, type Span, type SpanEvent, STATUS } from "./protocol.ts";

/** An attempt with its model request and its checks, below the span of its repair. */
export function attemptSpans(
  attempt: AttemptTrace,
  traceId: string,
  parentSpanId: string,
  options: OtlpOptions,
): Span[] {
  const own = spanIdOf("attempt", attempt.id);
  const end = Math.max(attempt.endedAt ?? attempt.startedAt, attempt.startedAt);
  const failed = attempt.outcome !== "accepted" && attempt.outcome !== "dismissed";
  const span: Span = {
    traceId,
    spanId: own,
    parentSpanId,
    name: `patchpro.attempt ${attempt.number}`,
    kind: SPAN_KIND.internal,
    startTimeUnixNano: nanoseconds(attempt.startedAt),
    endTimeUnixNano: nanoseconds(end),
    attributes: keyValues(attemptAttributes(attempt, options)),
    events: attempt.checks.filter((check) => check.status !== "skip").map((check) => evaluation(check, end, options)),
    links:
      attempt.previousId === undefined
        ? []
        : [
            {
              traceId,
              spanId: spanIdOf("attempt", attempt.previousId),
              attributes: keyValues({ "patchpro.link": "previous attempt" }),
            },
          ],
    status: failed
      ? { code: STATUS.error, ...(attempt.reason !== undefined && { message: attempt.reason }) }
      : { code: STATUS.ok },
  };
  return [span, chatSpan(attempt, traceId, own, options), ...checkSpans(attempt, traceId, own, options)];
}

function attemptAttributes(attempt: AttemptTrace, options: OtlpOptions): Record<string, Attribute> {
  return {
    "patchpro.run.id": attempt.runId,
    "patchpro.repair.id": attempt.repairId,
    "patchpro.attempt.id": attempt.id,
    "patchpro.attempt.number": attempt.number,
    "patchpro.attempt.previous": attempt.previousId,
    "patchpro.attempt.outcome": attempt.outcome ?? "open",
    "patchpro.attempt.check": attempt.failedCheck,
    "patchpro.attempt.code": attempt.code,
    "patchpro.attempt.signature": attempt.signature,
    "patchpro.attempt.mended": attempt.mended,
    "patchpro.attempt.replayed": attempt.replayed,
    "patchpro.prompt.name": attempt.promptName,
    "patchpro.prompt.version": attempt.promptVersion,
    "patchpro.prompt.sha256": attempt.promptHash,
    "patchpro.patch.sha256": attempt.patch === undefined ? undefined : sha256(attempt.patch),
    "patchpro.patch.files": attempt.patchFacts?.files,
    "patchpro.patch.lines_changed": attempt.patchFacts && attempt.patchFacts.added + attempt.patchFacts.deleted,
    "patchpro.cost.usd": dollars(attempt.costMicroUsd),
    "patchpro.redactions": attempt.redactions,
    ...(failedWith(attempt) && { [GENAI.errorType]: failedWith(attempt) }),
    ...(options.content === "full" && { "patchpro.feedback": attempt.feedback, "patchpro.patch": attempt.patch }),
    ...(options.dialect !== "genai" && { [OPENINFERENCE.kind]: "CHAIN", [OPENINFERENCE.session]: attempt.repairId }),
  };
}

function chatSpan(attempt: AttemptTrace, traceId: string, parentSpanId: string, options: OtlpOptions): Span {
  const { provider, model } = providerAndModel(attempt.model);
  const transport = attempt.failedCheck === "provider" || attempt.outcome === "interrupted";
  return {
    traceId,
    spanId: spanIdOf("chat", attempt.id),
    parentSpanId,
    name: `${OPERATION.chat} ${model}`,
    kind: SPAN_KIND.client,
    startTimeUnixNano: nanoseconds(attempt.startedAt),
    endTimeUnixNano: nanoseconds(attempt.startedAt + (attempt.latencyMs ?? 0)),
    attributes: keyValues({
      [GENAI.operation]: OPERATION.chat,
      [GENAI.provider]: provider,
      [GENAI.requestModel]: model,
      [GENAI.responseModel]: attempt.answeredBy,
      [GENAI.conversation]: attempt.repairId,
      [GENAI.outputType]: attempt.mode === undefined ? undefined : attempt.mode === "text" ? "text" : "json",
      [GENAI.finishReasons]: attempt.finishReason === undefined ? undefined : [attempt.finishReason],
      [GENAI.inputTokens]: attempt.promptTokens,
      [GENAI.outputTokens]: attempt.completionTokens,
      [GENAI.cachedTokens]: attempt.cachedTokens,
      [GENAI.reasoningTokens]: attempt.reasoningTokens,
      "patchpro.transport.retries": attempt.transportRetries,
      "patchpro.reply.mode": attempt.mode,
      "http.response.status_code": attempt.httpStatus,
      ...(transport && { [GENAI.errorType]: failedWith(attempt) }),
      ...(options.content === "full" && options.dialect !== "openinference" && messages(attempt)),
      ...(options.dialect !== "genai" && inference(attempt, provider, model, options)),
    }),
    events: [],
    links: [],
    status: transport ? { code: STATUS.error } : { code: STATUS.unset },
  };
}

/** Messages as the convention's JSON: a role and parts. On spans they are text. */
function messages(attempt: AttemptTrace): Record<string, Attribute> {
  const part = (content: string) => ({ type: "text", content });
  return {
    [GENAI.systemInstructions]: JSON.stringify([part(attempt.system)]),
    [GENAI.inputMessages]: JSON.stringify([{ role: "user", parts: [part(attempt.prompt)] }]),
    [GENAI.outputMessages]:
      attempt.reply === undefined
        ? undefined
        : JSON.stringify([
            { role: "assistant", parts: [part(attempt.reply)], finish_reason: attempt.finishReason ?? "stop" },
          ]),
  };
}

function inference(
  attempt: AttemptTrace,
  provider: string,
  model: string,
  options: OtlpOptions,
): Record<string, Attribute> {
  const { promptTokens, completionTokens } = attempt;
  return {
    [OPENINFERENCE.kind]: "LLM",
    [OPENINFERENCE.session]: attempt.repairId,
    [OPENINFERENCE.provider]: provider,
    [OPENINFERENCE.model]: attempt.answeredBy ?? model,
    [OPENINFERENCE.promptTokens]: promptTokens,
    [OPENINFERENCE.completionTokens]: completionTokens,
    [OPENINFERENCE.totalTokens]:
      promptTokens === undefined || completionTokens === undefined ? undefined : promptTokens + completionTokens,
    [OPENINFERENCE.cachedTokens]: attempt.cachedTokens,
    [OPENINFERENCE.reasoningTokens]: attempt.reasoningTokens,
    [OPENINFERENCE.cost]: dollars(attempt.costMicroUsd),
    ...(options.content === "full" && {
      [OPENINFERENCE.input]: attempt.prompt,
      [OPENINFERENCE.inputType]: "text/plain",
      [OPENINFERENCE.output]: attempt.reply,
      [OPENINFERENCE.outputType]: attempt.reply === undefined ? undefined : "text/plain",
      ...messageAttributes("input", 0, "system", attempt.system),
      ...messageAttributes("input", 1, "user", attempt.prompt),
      ...(attempt.reply !== undefined && messageAttributes("output", 0, "assistant", attempt.reply)),
    }),
  };
}

/** Checks run one after another when the reply is there; only how long each took is recorded. */
function checkSpans(attempt: AttemptTrace, traceId: string, parentSpanId: string, options: OtlpOptions): Span[] {
  let at = attempt.startedAt + (attempt.latencyMs ?? 0);
  return attempt.checks.map((check, ord) => {
    const from = at;
    at += Math.max(0, check.ms);
    return {
      traceId,
      spanId: spanIdOf(`check ${ord}`, attempt.id),
      parentSpanId,
      name: `${OPERATION.tool} ${check.name}`,
      kind: SPAN_KIND.internal,
      startTimeUnixNano: nanoseconds(from),
      endTimeUnixNano: nanoseconds(at),
      attributes: keyValues({
        [GENAI.operation]: OPERATION.tool,
        [GENAI.tool]: check.name,
        [GENAI.toolType]: "function",
        "patchpro.check.status": check.status,
        "patchpro.check.code": check.code,
        "patchpro.check.ms": { double: check.ms },
        ...(check.status === "fail" && { [GENAI.errorType]: check.code ?? "_OTHER" }),
        ...(options.content === "full" && { [GENAI.toolResult]: check.detail === "" ? undefined : check.detail }),
        ...(options.dialect !== "genai" && {
          [OPENINFERENCE.kind]: "EVALUATOR",
          [OPENINFERENCE.session]: attempt.repairId,
        }),
      }),
      events: [],
      links: [],
      status: check.status === "fail" ? { code: STATUS.error } : { code: STATUS.unset },
    };
  });
}

function evaluation(check: TracedCheck, at: number, options: OtlpOptions): SpanEvent {
  return {
    timeUnixNano: nanoseconds(at),
    name: GENAI.evaluationEvent,
    attributes: keyValues({
      [GENAI.evaluationName]: check.name,
      [GENAI.evaluationLabel]: check.status,
      [GENAI.evaluationValue]: { double: check.status === "pass" ? 1 : 0 },
      [GENAI.evaluationExplanation]: options.content === "full" && check.detail !== "" ? check.detail : undefined,
      "patchpro.evaluation.annotator_kind": check.name === "judged" ? "LLM" : "CODE",
    }),
  };
}

function failedWith(attempt: AttemptTrace): string | undefined {
  if (attempt.outcome === "accepted" || attempt.outcome === "dismissed" || attempt.outcome === undefined)
    return undefined;
  return attempt.code ?? (attempt.outcome === "interrupted" ? "interrupted" : "_OTHER");
}

function dollars(micro: number | undefined): Attribute {
  return micro === undefined ? undefined : { double: micro / 1_000_000 };
}
