import { z } from "zod";
import { JUDGE_PURPOSES, type JudgeCall, type Judgement, VERDICTS } from "../../../domain/judge.ts";
import type { Engine, Insert } from "../engine.ts";
import { given } from "../given.ts";
import { checkCode } from "../read/stored-words.ts";
import { textsAt } from "../read/texts.ts";
import type { BatchMaker } from "../write/batch.ts";
import { insertStatements, rowFor } from "./statements.ts";

export const verdict = z.enum(VERDICTS);
const purpose = z.enum(JUDGE_PURPOSES);

/** Writes calls with their judgements in one transaction. `judges`: by id, those that were asked. */
export async function addCalls(engine: Engine, batches: BatchMaker, calls: readonly JudgeCall[]): Promise<void> {
  if (calls.length === 0) return;
  const judges = await engine.reads
    .selectFrom("judge")
    .selectAll()
    .where("id", "in", [...new Set(calls.map((call) => call.judgeId))])
    .execute();
  const inserts: Insert[] = [];
  for (const call of calls) {
    inserts.push(callRow(call, batches, inserts));
    if (call.verdict === undefined) continue;
    const judge = judges.find(({ id }) => id === call.judgeId);
    inserts.push(
      rowFor("judgement", {
        id: call.id,
        judge: call.judgeId,
        judge_version: judge?.prompt ?? "",
        model: judge?.model ?? "",
        attempt_id: call.attemptId,
        criterion: judge?.criterion ?? "overall",
        sample: call.sample,
        verdict: call.verdict,
        critique_sha: batches.text(call.critique ?? "", inserts),
        cost_micro_usd: call.costMicroUsd ?? null,
        at: call.at,
      }),
    );
  }
  await engine.transact(insertStatements(inserts));
}

function callRow(call: JudgeCall, batches: BatchMaker, inserts: Insert[]): Insert {
  return rowFor("judge_call", {
    id: call.id,
    judge_id: call.judgeId,
    attempt_id: call.attemptId,
    purpose: call.purpose,
    sample: call.sample,
    answered_by: call.answeredBy ?? null,
    code: call.code ?? null,
    reason: call.reason ?? null,
    system_sha: batches.text(call.system, inserts) ?? new Uint8Array(),
    prompt_sha: batches.text(call.prompt, inserts) ?? new Uint8Array(),
    reply_sha: batches.text(call.reply, inserts),
    prompt_tokens: call.promptTokens ?? null,
    completion_tokens: call.completionTokens ?? null,
    cost_micro_usd: call.costMicroUsd ?? null,
    latency_ms: Math.round(call.latencyMs),
    replayed: Number(call.replayed),
    at: call.at,
  });
}

/** What a judge said, oldest first. Judgements that other programs wrote without a call count as such of a run. */
export async function judgements(engine: Engine, judgeId: string): Promise<Judgement[]> {
  const rows = await engine.reads
    .selectFrom("judgement as j")
    .leftJoin("judge_call as c", "c.id", "j.id")
    .select(["j.id", "j.attempt_id", "j.sample", "j.verdict", "j.critique_sha", "j.cost_micro_usd", "j.at"])
    .select(["c.purpose", "c.answered_by"])
    .where("j.judge", "=", judgeId)
    .orderBy("j.at")
    .orderBy("j.id")
    .execute();
  const texts = await textsAt(
    engine,
    rows.map((row) => row.critique_sha),
  );
  return rows.map((row) => ({
    id: row.id,
    judgeId,
    attemptId: row.attempt_id,
    purpose: purpose.parse(row.purpose ?? "run"),
    sample: row.sample,
    verdict: verdict.parse(row.verdict),
    critique: texts.at(row.critique_sha) ?? "",
    ...given("answeredBy", row.answered_by),
    ...given("costMicroUsd", row.cost_micro_usd),
    at: row.at,
  }));
}

/** Every call about an attempt, oldest first. */
export async function calls(engine: Engine, attemptId: string): Promise<JudgeCall[]> {
  const rows = await engine.reads
    .selectFrom("judge_call as c")
    .leftJoin("judgement as j", "j.id", "c.id")
    .selectAll("c")
    .select(["j.verdict", "j.critique_sha"])
    .where("c.attempt_id", "=", attemptId)
    .orderBy("c.at")
    .orderBy("c.id")
    .execute();
  const texts = await textsAt(
    engine,
    rows.flatMap((row) => [row.system_sha, row.prompt_sha, row.reply_sha, row.critique_sha]),
  );
  return rows.map((row) => ({
    id: row.id,
    judgeId: row.judge_id,
    attemptId: row.attempt_id,
    purpose: purpose.parse(row.purpose),
    sample: row.sample,
    ...given("verdict", verdict.optional().parse(row.verdict ?? undefined)),
    ...given("critique", texts.at(row.critique_sha)),
    ...given("code", checkCode.parse(row.code ?? undefined)),
    ...given("reason", row.reason),
    ...given("answeredBy", row.answered_by),
    system: texts.at(row.system_sha) ?? "",
    prompt: texts.at(row.prompt_sha) ?? "",
    ...given("reply", texts.at(row.reply_sha)),
    ...given("promptTokens", row.prompt_tokens),
    ...given("completionTokens", row.completion_tokens),
    ...given("costMicroUsd", row.cost_micro_usd),
    latencyMs: row.latency_ms,
    replayed: row.replayed === 1,
    at: row.at,
  }));
}
