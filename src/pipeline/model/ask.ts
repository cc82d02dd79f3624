import { sha256 } from "../../domain/digest.ts";
import type { Strategy } from "../../domain/outcome.ts";
import type { OpenFinding } from "../../fix/open-finding.ts";
import { buildPrompt } from "../../fix/model/prompt.ts";
import { unmask } from "../../fix/model/mask.ts";
import type { BuiltPrompt, Rejection, RuleDoc } from "../../fix/model/task.ts";
import type { ModelReply, ModelRequest, Provider } from "../../ports/provider.ts";
import type { ModelState, ModelTools } from "./tools.ts";

/** What is asked in one request. */
export interface Question {
  readonly path: string;
  readonly open: readonly OpenFinding[];
  readonly strategy: Strategy;
  readonly provider: Provider;
  readonly repairId: string;
  /** 1-based within its repair. */
  readonly number: number;
  readonly previousId: string | undefined;
  readonly rejection: Rejection | undefined;
}

/** What came back. */
export type Answer =
  | { readonly kind: "reply"; readonly attemptId: string; readonly prompt: BuiltPrompt; readonly reply: ModelReply & { readonly ok: true }; readonly text: string }
  | { readonly kind: "none"; readonly attemptId: string; readonly reply: ModelReply & { readonly ok: false } }
  | { readonly kind: "over-budget"; readonly reason: string; readonly wholeRun: boolean };

/** Sends one request, within the budget, and takes down that it was sent before it is. */
export async function ask(question: Question, state: ModelState, tools: ModelTools): Promise<Answer> {
  const { path, open, strategy, provider, number } = question;
  const { settings, ladder } = tools;
  const text = state.repair.ground.texts.get(path)?.text ?? "";
  const findings = open.map(({ now }) => now);
  const prompt = buildPrompt(
    {
      strategy,
      path,
      text,
      findings,
      ruleDocs: await docsOf(question, tools),
      ...(question.rejection && { rejection: question.rejection }),
      examples: (await Promise.all([...new Set(findings.map(({ ruleId }) => ruleId))].slice(0, 3).map(tools.examples))).flat().slice(0, 3),
      contextTokens: settings.contextTokens,
      maxOutputTokens: settings.maxOutputTokens,
    },
    tools.prompts,
  );
  const ids = open.map(({ finding }) => finding.id).sort();
  const request: ModelRequest = {
    system: prompt.system,
    user: prompt.user,
    ...(prompt.schema && { schema: prompt.schema }),
    maxOutputTokens: settings.maxOutputTokens,
    ...(settings.temperature !== undefined && { temperature: settings.temperature }),
    timeoutMs: settings.timeoutMs,
    ...(ladder.signal && { signal: ladder.signal }),
    key: { task: `repair.${strategy}`, fileHash: sha256(text), findings: ids, attempt: number },
  };
  const now = ladder.now();
  const reservation = state.ledger.reserve(path, ids, { usd: provider.ceilingUsd(request), tokens: prompt.estimatedTokens + settings.maxOutputTokens }, now);
  if ("refused" in reservation) return { kind: "over-budget", reason: reservation.refused, wholeRun: reservation.wholeRun };
  const attemptId = tools.newId();
  tools.recorder.attemptStarted({
    id: attemptId,
    repairId: question.repairId,
    runId: tools.runId,
    number,
    ...(question.previousId && { previousId: question.previousId }),
    model: provider.name,
    promptName: prompt.promptName,
    promptVersion: prompt.promptVersion,
    promptHash: prompt.promptHash,
    system: prompt.system,
    prompt: prompt.user,
    ...(question.rejection && { feedback: `${question.rejection.check}: ${question.rejection.reason}` }),
    startedAt: Math.round(now),
  });
  const reply = await provider.ask(request);
  book(reply, reservation.settle, state);
  if (!reply.ok) return { kind: "none", attemptId, reply };
  return { kind: "reply", attemptId, prompt, reply, text: unmask(reply.text, prompt.masks) };
}

async function docsOf({ open }: Question, tools: ModelTools): Promise<Map<string, RuleDoc>> {
  const docs = new Map<string, RuleDoc>();
  for (const { finding } of open) {
    if (docs.has(finding.ruleId)) continue;
    const doc = await tools.ruleDoc(finding.tool, finding.ruleId);
    if (doc) docs.set(finding.ruleId, doc);
  }
  return docs;
}

function book(reply: ModelReply, settle: (cost: { usd: number | undefined; tokens: number }) => void, state: ModelState): void {
  const promptTokens = reply.usage.inputTokens ?? 0;
  const completionTokens = reply.usage.outputTokens ?? 0;
  settle({ usd: reply.costUsd, tokens: promptTokens + completionTokens });
  const { spent } = state;
  state.spent = {
    requests: spent.requests + 1,
    costUsd: spent.costUsd === undefined || reply.costUsd === undefined ? undefined : spent.costUsd + reply.costUsd,
    promptTokens: spent.promptTokens + promptTokens,
    completionTokens: spent.completionTokens + completionTokens,
  };
}
