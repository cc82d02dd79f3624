import type { RunRecord } from "../../domain/attempt.ts";
import type { RepairTrace } from "../../domain/trace.ts";
import { attemptSpans } from "./attempt-spans.ts";
import { GENAI, GENAI_SCHEMA_URL, OPERATION } from "./genai-attributes.ts";
import { spanIdOf, traceIdOf } from "./ids.ts";
import { OPENINFERENCE } from "./openinference-attributes.ts";
import { DEFAULT_OTLP, type OtlpOptions } from "./options.ts";
import {
  type Attribute,
  type KeyValue,
  keyValues,
  nanoseconds,
  SPAN_KIND,
  type Span,
  STATUS,
  type TraceExport,
} from "./protocol.ts";

const WORKFLOW = "patchpro.repair";

/** Repairs as one OTLP request. Each repair is a trace of its own: a run of a thousand would be too much for any viewer. */
export function otlpExport(traces: readonly RepairTrace[], options: OtlpOptions = DEFAULT_OTLP): TraceExport {
  return {
    resourceSpans: traces.map((trace) => ({
      resource: { attributes: resourceOf(trace.run) },
      scopeSpans: [
        {
          scope: { name: "patchpro", version: trace.run.toolVersion },
          spans: repairSpans(trace, options),
          schemaUrl: GENAI_SCHEMA_URL,
        },
      ],
    })),
  };
}

/** The spans of one repair: its own first, then its attempts, then the decision. */
export function repairSpans(trace: RepairTrace, options: OtlpOptions): Span[] {
  const { repair, attempts } = trace;
  const traceId = traceIdOf(repair.id);
  const spanId = spanIdOf("repair", repair.id);
  const end = Math.max(
    repair.endedAt ?? repair.startedAt,
    repair.startedAt,
    ...attempts.map((attempt) => attempt.endedAt ?? attempt.startedAt),
  );
  const failed = repair.status !== "accepted" && repair.status !== "dismissed";
  const root: Span = {
    traceId,
    spanId,
    name: `${OPERATION.workflow} ${WORKFLOW}`,
    kind: SPAN_KIND.internal,
    startTimeUnixNano: nanoseconds(repair.startedAt),
    endTimeUnixNano: nanoseconds(end),
    attributes: keyValues({
      [GENAI.operation]: OPERATION.workflow,
      [GENAI.workflow]: WORKFLOW,
      [GENAI.conversation]: repair.id,
      ...repairAttributes(trace),
      ...(failed && { [GENAI.errorType]: repair.stopReason ?? repair.status ?? "open" }),
      ...(options.dialect !== "genai" && { [OPENINFERENCE.kind]: "CHAIN", [OPENINFERENCE.session]: repair.id }),
    }),
    events: [],
    links: [],
    status: { code: failed ? STATUS.error : STATUS.ok },
  };
  const below = attempts.flatMap((attempt) => attemptSpans(attempt, traceId, spanId, options));
  return [root, ...below, ...decision(trace, traceId, spanId)];
}

function repairAttributes({ repair }: RepairTrace): Record<string, Attribute> {
  const [finding] = repair.findings;
  return {
    "patchpro.run.id": repair.runId,
    "patchpro.repair.id": repair.id,
    "patchpro.repair.status": repair.status ?? "open",
    "patchpro.repair.attempts": repair.sums.attempts,
    "patchpro.repair.unpriced": repair.sums.unpriced,
    "patchpro.strategy": repair.strategy,
    "patchpro.source": repair.source,
    "patchpro.stop_reason": repair.stopReason,
    "patchpro.finding.id": repair.findings.map((each) => each.id),
    "patchpro.finding.closed": repair.closed,
    "patchpro.rule.id": repair.findings.map((each) => each.ruleId),
    "patchpro.cost.usd": { double: repair.sums.costMicroUsd / 1_000_000 },
    [GENAI.inputTokens]: repair.sums.promptTokens,
    [GENAI.outputTokens]: repair.sums.completionTokens,
    [GENAI.filePath]: repair.path,
    [GENAI.lineNumber]: finding?.startLine,
  };
}

function decision({ repair }: RepairTrace, traceId: string, parentSpanId: string): Span[] {
  if (repair.endedAt === undefined) return [];
  const at = nanoseconds(repair.endedAt);
  return [
    {
      traceId,
      spanId: spanIdOf("decision", repair.id),
      parentSpanId,
      name: "patchpro.decision",
      kind: SPAN_KIND.internal,
      startTimeUnixNano: at,
      endTimeUnixNano: at,
      attributes: keyValues({ "patchpro.repair.status": repair.status, "patchpro.stop_reason": repair.stopReason }),
      events: [],
      links: [],
      status: { code: STATUS.unset },
    },
  ];
}

function resourceOf(run: RunRecord): KeyValue[] {
  return keyValues({
    [GENAI.serviceName]: "patchpro",
    [GENAI.serviceVersion]: run.toolVersion,
    [GENAI.repository]: run.repository === "" ? undefined : run.repository,
    [GENAI.revision]: run.commit,
    [GENAI.branch]: run.branch,
    "patchpro.run.id": run.id,
    "patchpro.run.kind": run.kind,
  });
}
