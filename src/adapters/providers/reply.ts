import type { CheckCode } from "../../domain/check.ts";
import type { ModelReply } from "../../ports/provider.ts";
import type { Bill } from "./bill.ts";
import type { Outcome } from "./endpoint.ts";
import type { Answer } from "./exchange.ts";
import { failureOf, type Unanswered } from "./failure.ts";
import { oneLine, type Redact } from "./redact.ts";

/** Puts the end of a request into the words of the port. Everything but the reply's own text is redacted. */
export function replyOf(outcome: Outcome, bill: Bill, latencyMs: number, redact: Redact): ModelReply {
  const { exchange, mode, retries: transportRetries } = outcome;
  const told = exchange.kind === "answered" ? exchange.warnings : [];
  const warnings = [...bill.warnings, ...told].map((warning) => oneLine(redact(warning)));
  const { usage, costUsd } = bill;
  const booked = { usage, costUsd, latencyMs, transportRetries, warnings };
  if (exchange.kind !== "answered") {
    const failure = failureOf(redacted(exchange, redact));
    return { ok: false, ...failure, reason: oneLine(redact(failure.reason)), ...booked };
  }
  const { text, finishReason } = exchange;
  const unfit = unfitness(exchange);
  if (unfit === undefined) return { ok: true, text, finishReason, mode, model: redact(exchange.model), ...booked };
  const reason = oneLine(redact(unfit.reason));
  return { ok: false, code: unfit.code, reason, retryable: unfit.code === "LLM_EMPTY", ...booked, text };
}

/** Why an answer is no reply, if it is none. */
function unfitness({ text, refusal, finishReason }: Answer): { code: CheckCode; reason: string } | undefined {
  if (refusal !== undefined || finishReason === "content-filter") {
    const words = refusal ?? text.trim();
    return { code: "LLM_CONTENT_FILTER", reason: `the model refused to answer${words === "" ? "" : `: ${words}`}` };
  }
  if (finishReason === "length") {
    return { code: "LLM_TRUNCATED", reason: "the reply was cut off at the limit of output tokens" };
  }
  return text.trim() === ""
    ? { code: "LLM_EMPTY", reason: `the reply is empty (finish reason: ${finishReason})` }
    : undefined;
}

/** Redacts before anything is shortened: half a key is still a secret. */
function redacted(exchange: Unanswered, redact: Redact): Unanswered {
  switch (exchange.kind) {
    case "rejected":
    case "unreadable":
      return { ...exchange, body: redact(exchange.body) };
    case "disconnected":
    case "unsendable":
      return { ...exchange, message: redact(exchange.message) };
    default:
      return exchange;
  }
}
