import type { CheckCode, CheckName, CheckResult } from "../../domain/check.ts";
import type { AttemptEnd, AttemptOutcome } from "../../domain/attempt.ts";
import type { Finding } from "../../domain/finding.ts";
import { changedText, readReply, type ReplyReading } from "../../fix/model/reply.ts";
import type { Rejection } from "../../fix/model/task.ts";
import type { ModelReply } from "../../ports/provider.ts";
import type { FollowedUp } from "../follow-up.ts";
import { merge, type Merged } from "../merge.ts";
import { settle } from "../settle.ts";
import { testMerged } from "../test-rung.ts";
import { type Answer, ask, type Question } from "./ask.ts";
import { readBaseline } from "./baseline.ts";
import type { ModelState, ModelTools } from "./tools.ts";

/** What one attempt came to. Findings that it closed are closed already when it is returned. */
export type Attempted =
  | { readonly kind: "done"; readonly attemptId: string; readonly rejections: ReadonlyMap<Finding, Rejection> }
  | { readonly kind: "declined"; readonly attemptId: string; readonly reason: string }
  | { readonly kind: "failed"; readonly attemptId: string; readonly code: CheckCode; readonly reason: string; readonly httpStatus: number | undefined }
  | { readonly kind: "over-budget"; readonly reason: string; readonly wholeRun: boolean };

/** Asks once, reads the reply, lets what it holds climb the ladder, and settles what was proved. */
export async function attempt(question: Question, state: ModelState, tools: ModelTools): Promise<Attempted> {
  const answer = await ask(question, state, tools);
  if (answer.kind === "over-budget") return answer;
  if (answer.kind === "none") {
    const { code, reason, httpStatus } = answer.reply;
    tools.recorder.attemptEnded(answer.attemptId, { ...endOf(answer.reply, tools), outcome: "failed", failedCheck: "provider", code, reason, mended: [], checks: [] });
    return { kind: "failed", attemptId: answer.attemptId, code, reason, httpStatus };
  }
  const reading = question.strategy === "v1" ? await readBaseline(question, answer, state, tools) : read(question, answer, state, tools);
  const record = recordOf(answer, reading, tools);
  if (reading.kind === "declined") {
    record({ outcome: "dismissed", reason: reading.reason, checks: [] });
    return { kind: "declined", attemptId: answer.attemptId, reason: reading.reason };
  }
  if (reading.kind === "refused") {
    record({ outcome: "rejected", failedCheck: "reply", code: reading.code, reason: reading.reason, checks: [] });
    const rejection = { previous: answer.text, check: "anchored", code: reading.code, reason: reading.reason } as const;
    const failed: CheckResult = { name: "anchored", status: "fail", ms: 0, code: reading.code, detail: reading.reason };
    for (const open of question.open) open.rejected = { source: "model", strategy: question.strategy, failed, checks: [failed] };
    return { kind: "done", attemptId: answer.attemptId, rejections: new Map(question.open.map(({ finding }) => [finding, rejection])) };
  }
  return climbAndSettle(question, answer.attemptId, reading, record, state, tools);
}

type Readable = Extract<ReplyReading, { kind: "candidates" }>;
type Record_ = (end: Pick<AttemptEnd, "outcome" | "checks"> & Partial<AttemptEnd>) => void;

async function climbAndSettle(question: Question, attemptId: string, reading: Readable, record: Record_, state: ModelState, tools: ModelTools): Promise<Attempted> {
  const { repair } = state;
  const { texts } = repair.ground;
  const climbed = new Map((await state.queue.climb([...reading.parts.flatMap(({ alternatives }) => alternatives), reading.whole])).map((one) => [one.extended?.from.id ?? one.candidate.id, one]));
  const proved = bestOf(reading, climbed);
  const merged = await provedTogether(proved, repair, tools);
  const tested = tools.tests ? await testMerged(merged, repair, tools, tools.tests) : { merged, refused: [] };
  const closed = new Set(tested.merged.flatMap(({ members }) => members.flatMap(({ cleared }) => cleared)));
  const rejections = new Map<Finding, Rejection>();
  for (const { finding } of question.open) {
    if (closed.has(finding)) continue;
    const failure = failureOf(finding, reading, climbed, tested.refused);
    rejections.set(finding, { previous: changedText(failure.candidate ?? reading.whole, question.path, texts), ...failure.why });
    const open = repair.open.get(finding);
    if (open) open.rejected = { source: "model", strategy: question.strategy, failed: failure.failed, checks: failure.checks };
  }
  settle(tested.merged, repair, tools);
  const first = [...rejections.values()][0];
  const outcome: AttemptOutcome = rejections.size === 0 ? "accepted" : "rejected";
  const shown = tested.merged[0]?.members[0] ?? climbed.get(reading.whole.id);
  record({
    outcome,
    ...(first && { failedCheck: first.check, reason: first.reason, ...(first.code && { code: first.code }) }),
    checks: (outcome === "accepted" ? shown?.checks : [...climbed.values()].find(({ failed }) => failed)?.checks) ?? [],
    patch: Buffer.from(shown?.diff ?? []).toString("utf8"),
  });
  return { kind: "done", attemptId, rejections };
}

/** The proved parts, each in its first alternative that passes; or the whole reply, where that closes more. */
function bestOf(reading: Readable, climbed: ReadonlyMap<string, FollowedUp>): FollowedUp[] {
  const parts = reading.parts.map(({ alternatives }) => alternatives.map(({ id }) => climbed.get(id)).find((one) => one && !one.failed)).filter((one) => one !== undefined);
  const whole = climbed.get(reading.whole.id);
  const closed = new Set(parts.flatMap(({ cleared }) => cleared)).size;
  return whole && !whole.failed && whole.cleared.length > closed ? [whole] : parts;
}

/** One proved candidate stands as it is; several are proved together first. */
async function provedTogether(proved: readonly FollowedUp[], repair: ModelState["repair"], tools: ModelTools): Promise<readonly Merged[]> {
  const [only, second] = proved;
  if (!only) return [];
  if (second) return (await merge(proved, repair, tools)).merged;
  const { extended: _, ...whole } = only;
  return [{ members: [whole], whole }];
}

interface Failure {
  readonly candidate: FollowedUp["candidate"] | undefined;
  readonly why: { readonly check: CheckName; readonly code?: CheckCode; readonly reason: string };
  readonly failed: CheckResult;
  readonly checks: readonly CheckResult[];
}

function failureOf(finding: Finding, reading: Readable, climbed: ReadonlyMap<string, FollowedUp>, refused: readonly { candidate: { findings: readonly Finding[] }; failed?: CheckResult; checks: readonly CheckResult[] }[]): Failure {
  const said = reading.notFixed.get(finding);
  const byTests = refused.find(({ candidate }) => candidate.findings.includes(finding));
  const part = reading.parts.find(({ findings }) => findings.includes(finding));
  const tried = part?.alternatives.map(({ id }) => climbed.get(id)).find((one) => one?.failed) ?? (part ? undefined : climbed.get(reading.whole.id));
  const failed: CheckResult = byTests?.failed ?? tried?.failed ?? {
    name: "cleared",
    status: "fail",
    ms: 0,
    code: "TARGET_STILL_FIRES",
    detail: said !== undefined ? `the model says: ${said}` : part ? `${finding.ruleId} is still reported, or the fix does not stand together with the others` : "the reply holds no edit for this finding",
  };
  return {
    candidate: tried?.candidate,
    why: { check: failed.name, reason: failed.detail, ...(failed.code && { code: failed.code }) },
    failed,
    checks: byTests?.checks ?? tried?.checks ?? [],
  };
}

function read(question: Question, answer: Extract<Answer, { kind: "reply" }>, state: ModelState, tools: ModelTools): ReplyReading {
  const { texts } = state.repair.ground;
  return readReply(
    {
      reply: answer.text,
      path: question.path,
      strategy: question.strategy,
      findings: question.open.map(({ now }) => now),
      claims: question.open.map(({ finding }) => finding),
      locked: answer.prompt.locked,
      root: tools.ladder.workspace.root,
      attemptId: answer.attemptId,
    },
    texts,
  );
}

function recordOf(answer: Extract<Answer, { kind: "reply" }>, reading: ReplyReading, tools: ModelTools): Record_ {
  const { reply } = answer;
  return (end) =>
    tools.recorder.attemptEnded(answer.attemptId, {
      ...endOf(reply, tools),
      reply: reply.text,
      mode: reply.mode,
      finishReason: reply.finishReason,
      answeredBy: reply.model,
      mended: reading.kind === "declined" ? [] : reading.mended,
      ...end,
    });
}

function endOf(reply: ModelReply, tools: ModelTools): Pick<AttemptEnd, "endedAt" | "latencyMs" | "transportRetries" | "replayed"> & Partial<AttemptEnd> {
  const { inputTokens, outputTokens, cachedInputTokens, reasoningTokens } = reply.usage;
  return {
    endedAt: Math.round(tools.ladder.now()),
    latencyMs: reply.latencyMs,
    transportRetries: reply.transportRetries,
    replayed: reply.ok && reply.replayed === true,
    ...(inputTokens !== undefined && { promptTokens: inputTokens }),
    ...(outputTokens !== undefined && { completionTokens: outputTokens }),
    ...(cachedInputTokens !== undefined && { cachedTokens: cachedInputTokens }),
    ...(reasoningTokens !== undefined && { reasoningTokens }),
    ...(reply.costUsd !== undefined && { costMicroUsd: Math.round(reply.costUsd * 1e6) }),
    ...(!reply.ok && reply.httpStatus !== undefined && { httpStatus: reply.httpStatus }),
  };
}

