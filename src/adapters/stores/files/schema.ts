import { z } from "zod";
import { ATTEMPT_OUTCOMES, REPAIR_STATUSES } from "../../../domain/attempt.ts";
import { CHECKS, type CheckCode } from "../../../domain/check.ts";
import { SEVERITIES } from "../../../domain/finding.ts";
import { SOURCES, STRATEGIES } from "../../../domain/outcome.ts";
import { TRACE_FILE_VERSION } from "../../../domain/trace.ts";

const count = z.number().int().min(0);
const moment = z.number().min(0);
const code = z.custom<CheckCode>((value) => typeof value === "string" && /^[A-Z][A-Z0-9_]{1,63}$/.test(value));

const run = z.object({
  id: z.string().min(1),
  kind: z.enum(["local", "ci", "eval", "replay", "synthetic"]),
  repository: z.string(),
  commit: z.string().exactOptional(),
  branch: z.string().exactOptional(),
  dirty: z.boolean().exactOptional(),
  toolVersion: z.string(),
  startedAt: moment,
  endedAt: moment.exactOptional(),
  status: z.enum(["done", "stopped", "interrupted"]).exactOptional(),
});

const finding = z.object({
  id: z.string(),
  tool: z.string(),
  ruleId: z.string(),
  severity: z.enum(SEVERITIES),
  path: z.string(),
  startLine: count,
  endLine: count,
  message: z.string(),
});

const repair = z.object({
  id: z.string().min(1),
  runId: z.string(),
  strategy: z.enum(STRATEGIES),
  source: z.enum(SOURCES),
  path: z.string(),
  fileType: z.string(),
  fileLines: count,
  findings: z.array(finding),
  startedAt: moment,
  endedAt: moment.exactOptional(),
  status: z.enum(REPAIR_STATUSES).exactOptional(),
  stopReason: z.string().exactOptional(),
  closed: z.array(z.string()).exactOptional(),
});

const check = z.object({
  name: z.enum(CHECKS),
  status: z.enum(["pass", "fail", "skip"]),
  ms: z.number(),
  detail: z.string(),
  code: code.exactOptional(),
  evidence: z.record(z.string(), z.unknown()).exactOptional(),
  signature: z.string().exactOptional(),
});

const attempt = z.object({
  id: z.string().min(1),
  repairId: z.string(),
  runId: z.string(),
  number: z.number().int().min(1),
  previousId: z.string().exactOptional(),
  model: z.string(),
  promptName: z.string(),
  promptVersion: z.number(),
  promptHash: z.string(),
  system: z.string(),
  prompt: z.string(),
  feedback: z.string().exactOptional(),
  startedAt: moment,
  endedAt: moment.exactOptional(),
  outcome: z.enum([...ATTEMPT_OUTCOMES, "interrupted"]).exactOptional(),
  failedCheck: z.string().exactOptional(),
  code: code.exactOptional(),
  reason: z.string().exactOptional(),
  signature: z.string().exactOptional(),
  reply: z.string().exactOptional(),
  mode: z.string().exactOptional(),
  finishReason: z.string().exactOptional(),
  answeredBy: z.string().exactOptional(),
  mended: z.array(z.string()).exactOptional(),
  patch: z.string().exactOptional(),
  patchFacts: z.object({ normalHash: z.string(), files: count, added: count, deleted: count }).exactOptional(),
  checks: z.array(check),
  promptTokens: count.exactOptional(),
  completionTokens: count.exactOptional(),
  cachedTokens: count.exactOptional(),
  reasoningTokens: count.exactOptional(),
  costMicroUsd: count.exactOptional(),
  latencyMs: count.exactOptional(),
  transportRetries: count.exactOptional(),
  httpStatus: count.exactOptional(),
  replayed: z.boolean().exactOptional(),
  redactions: count,
});

const version = z.literal(TRACE_FILE_VERSION);

/** A trace file as it stands on disk (domain/trace.ts, `TraceFile`, with its version). */
export const traceFileSchema = z.discriminatedUnion("kind", [
  z.object({ schema_version: version, kind: z.literal("attempt"), run, repair, attempt }),
  z.object({ schema_version: version, kind: z.literal("repair"), run, repair }),
  z.object({ schema_version: version, kind: z.literal("run"), run }),
]);
