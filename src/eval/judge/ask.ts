import { sha256 } from "../../domain/digest.ts";
import type { Judge, JudgeCall, JudgedPatch, JudgePurpose } from "../../domain/judge.ts";
import type { ModelReply, ModelRequest, Provider } from "../../ports/provider.ts";
import type { JudgePrompts } from "./judge-prompts.ts";
import { type JudgeExample, type JudgePrompt, judgePrompt, VERDICT_SCHEMA } from "./prompt.ts";
import { readVerdict } from "./verdict.ts";

/** What asking a judge needs. */
export interface JudgeTools {
  readonly provider: Provider;
  readonly prompts: JudgePrompts;
  readonly examples: readonly JudgeExample[];
  /** Milliseconds for one request. */
  readonly timeoutMs: number;
  readonly now: () => number;
  readonly newId: () => string;
  /** Takes secrets out of what is written down. */
  readonly redact: (text: string) => string;
  readonly signal?: AbortSignal;
}

/** Examples of the rules at hand, at most: more would crowd out the patch. */
const EXAMPLES = 3;

/** One question to a judge, not asked yet. */
export interface JudgeQuestion {
  readonly attemptId: string;
  readonly purpose: JudgePurpose;
  /** 1-based. */
  readonly sample: number;
  readonly prompt: JudgePrompt;
  readonly request: ModelRequest;
}

export function judgeQuestion(
  judge: Judge,
  judged: JudgedPatch & { readonly id: string },
  { purpose, sample }: Pick<JudgeQuestion, "purpose" | "sample">,
  tools: JudgeTools,
): JudgeQuestion {
  const rules = new Set(judged.findings.map(({ ruleId }) => ruleId));
  const examples = tools.examples.filter(({ ruleId }) => rules.has(ruleId)).slice(-EXAMPLES);
  const prompt = judgePrompt(judged, judge.criterion, tools.prompts, examples);
  const request: ModelRequest = {
    system: prompt.system,
    user: prompt.user,
    schema: VERDICT_SCHEMA,
    ...judge.params,
    timeoutMs: tools.timeoutMs,
    ...(tools.signal && { signal: tools.signal }),
    key: {
      task: `judge.${judge.criterion}`,
      fileHash: sha256(judged.patch),
      findings: judged.findings.map(({ id }) => id).sort(),
      attempt: sample,
    },
  };
  return { attemptId: judged.id, purpose, sample, prompt, request };
}

/** Asks, and gives what came of it as it is written down. Never throws for what the outside does. */
export async function askJudge(judge: Judge, question: JudgeQuestion, tools: JudgeTools): Promise<JudgeCall> {
  const at = tools.now();
  const reply = await tools.provider.ask(question.request);
  const { inputTokens, outputTokens } = reply.usage;
  return {
    id: tools.newId(),
    judgeId: judge.id,
    attemptId: question.attemptId,
    purpose: question.purpose,
    sample: question.sample,
    ...wordOf(reply, tools),
    system: tools.redact(question.prompt.system),
    prompt: tools.redact(question.prompt.user),
    ...(reply.text !== undefined && { reply: tools.redact(reply.text) }),
    ...(inputTokens !== undefined && { promptTokens: inputTokens }),
    ...(outputTokens !== undefined && { completionTokens: outputTokens }),
    ...(reply.costUsd !== undefined && { costMicroUsd: Math.round(reply.costUsd * 1e6) }),
    latencyMs: reply.latencyMs,
    replayed: reply.ok && reply.replayed === true,
    at,
  };
}

function wordOf(
  reply: ModelReply,
  { redact }: JudgeTools,
): Pick<JudgeCall, "verdict" | "critique" | "code" | "reason" | "answeredBy"> {
  if (!reply.ok) return { code: reply.code, reason: redact(reply.reason) };
  const read = readVerdict(reply.text);
  const answeredBy = reply.model;
  return read.ok
    ? { verdict: read.verdict, critique: redact(read.critique), answeredBy }
    : { code: read.code, reason: read.reason, answeredBy };
}
