import { sha256 } from "../../domain/digest.ts";
import type { Strategy } from "../../domain/outcome.ts";
import { estimateTokens } from "../../fix/model/estimate.ts";
import { unmask } from "../../fix/model/mask.ts";
import { buildPrompt } from "../../fix/model/prompt.ts";
import type { BuiltPrompt, Example, Rejection, RuleDoc } from "../../fix/model/task.ts";
import type { OpenFinding } from "../../fix/open-finding.ts";
import type { Cost, Refusal, Reservation } from "../../plan/budget.ts";
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

/** What came back. `text` is the reply with the secrets that the prompt hid put back. */
export type Answer =
  | {
      readonly kind: "reply";
      readonly attemptId: string;
      readonly prompt: BuiltPrompt;
      readonly reply: ModelReply & { readonly ok: true };
      readonly text: string;
    }
  /** `shrunk`: the question was too long, and the next one can show less of the file. */
  | {
      readonly kind: "none";
      readonly attemptId: string;
      readonly reply: ModelReply & { readonly ok: false };
      readonly shrunk: boolean;
    }
  | { readonly kind: "over-budget"; readonly reason: string; readonly wholeRun: boolean };

/** Rules whose good examples are shown, and examples, at most. */
const EXAMPLES = 3;

/** Sends one request, within the budget, and takes down that it was sent before it is. */
export async function ask(question: Question, state: ModelState, tools: ModelTools): Promise<Answer> {
  const { settings } = tools;
  const text = state.repair.ground.texts.get(question.path)?.text ?? "";
  const contextTokens = state.room.get(question.provider) ?? settings.contextTokens;
  const prompt = await promptFor(question, text, contextTokens, tools);
  const findings = question.open.map(({ finding }) => finding.id).sort();
  const request: ModelRequest = {
    system: prompt.system,
    user: prompt.user,
    ...(prompt.schema && { schema: prompt.schema }),
    maxOutputTokens: settings.maxOutputTokens,
    ...(settings.temperature !== undefined && { temperature: settings.temperature }),
    timeoutMs: settings.timeoutMs,
    signal: state.signal,
    key: { task: `repair.${question.strategy}`, fileHash: sha256(text), findings, attempt: question.number },
  };
  const reservation = await reserve(question, request, prompt, state, tools);
  if ("refused" in reservation)
    return { kind: "over-budget", reason: reservation.refused, wholeRun: reservation.wholeRun };
  const attemptId = tools.newId();
  tools.recorder.attemptStarted({
    id: attemptId,
    repairId: question.repairId,
    runId: tools.runId,
    number: question.number,
    ...(question.previousId && { previousId: question.previousId }),
    model: question.provider.name,
    promptName: prompt.promptName,
    promptVersion: prompt.promptVersion,
    promptHash: prompt.promptHash,
    system: prompt.system,
    prompt: prompt.user,
    ...(question.rejection && { feedback: `${question.rejection.check}: ${question.rejection.reason}` }),
    startedAt: Math.round(tools.ladder.now()),
  });
  // A request may not outlast the time that the budget leaves.
  const timeoutMs = Math.max(1, Math.min(settings.timeoutMs, reservation.msLeft ?? settings.timeoutMs));
  const reply = await askAndBook(question.provider, { ...request, timeoutMs }, reservation, prompt, state);
  if (!reply.ok) {
    const shown = Math.min(contextTokens, estimateTokens(text));
    const shrunk = reply.code === "LLM_CONTEXT_OVERFLOW" && shrink(question.provider, shown, state);
    return { kind: "none", attemptId, reply, shrunk };
  }
  return { kind: "reply", attemptId, prompt, reply, text: unmask(reply.text, prompt.masks) };
}

/** Tokens of source below which showing less makes a question no shorter. */
const LEAST_ROOM = 500;

/** Shows a model half as much as was too long for it from now on; whether that is enough to ask about. */
function shrink(provider: Provider, shown: number, { room }: ModelState): boolean {
  const half = Math.floor(shown / 2);
  if (half < LEAST_ROOM) return false;
  room.set(provider, Math.min(room.get(provider) ?? half, half));
  return true;
}

async function promptFor(
  { strategy, path, open, rejection }: Question,
  text: string,
  contextTokens: number,
  tools: ModelTools,
): Promise<BuiltPrompt> {
  const { maxOutputTokens } = tools.settings;
  const findings = open.map(({ now }) => now);
  const [ruleDocs, examples] = await Promise.all([
    docsOf(open, tools),
    examplesFor(
      findings.map(({ ruleId }) => ruleId),
      tools,
    ),
  ]);
  const task = {
    strategy,
    path,
    text,
    findings,
    ruleDocs,
    ...(rejection && { rejection }),
    examples,
    contextTokens,
    maxOutputTokens,
  };
  return buildPrompt(task, tools.prompts);
}

async function docsOf(open: readonly OpenFinding[], tools: ModelTools): Promise<Map<string, RuleDoc>> {
  const docs = new Map<string, RuleDoc>();
  for (const { finding } of open) {
    if (docs.has(finding.ruleId)) continue;
    const doc = await tools.ruleDoc(finding.tool, finding.ruleId);
    if (doc) docs.set(finding.ruleId, doc);
  }
  return docs;
}

async function examplesFor(ruleIds: readonly string[], tools: ModelTools): Promise<Example[]> {
  const rules = [...new Set(ruleIds)].slice(0, EXAMPLES);
  return (await Promise.all(rules.map((ruleId) => tools.examples(ruleId)))).flat().slice(0, EXAMPLES);
}

/** Sets the request's ceiling aside; waits while only requests under way stand in its way. */
async function reserve(
  { path, open, provider }: Question,
  request: ModelRequest,
  prompt: BuiltPrompt,
  state: ModelState,
  tools: ModelTools,
): Promise<Reservation | Refusal> {
  const ceiling = { usd: provider.ceilingUsd(request), tokens: prompt.estimatedTokens + request.maxOutputTokens };
  for (;;) {
    const answer = state.ledger.reserve(
      path,
      open.map(({ finding }) => finding.id),
      ceiling,
      tools.ladder.now(),
    );
    if (!("refused" in answer) || !answer.mayFitLater) return answer;
    await state.ledger.nextSettlement();
    state.signal.throwIfAborted();
  }
}

async function askAndBook(
  provider: Provider,
  request: ModelRequest,
  reservation: Reservation,
  prompt: BuiltPrompt,
  state: ModelState,
): Promise<ModelReply> {
  let cost: Cost = { usd: provider.ceilingUsd(request), tokens: prompt.estimatedTokens };
  try {
    const reply = await provider.ask(request);
    cost = costOf(reply, prompt);
    book(reply, tokensOf(reply, prompt), provider, state);
    return reply;
  } finally {
    // Always: others may wait for what was set aside.
    reservation.settle(cost);
  }
}

/** What a request is charged: nothing for an answer that was paid for before. */
function costOf(reply: ModelReply, prompt: BuiltPrompt): Cost {
  if (reply.ok && reply.replayed && reply.costUsd === 0) return { usd: 0, tokens: 0 };
  const { input, output } = tokensOf(reply, prompt);
  return { usd: reply.costUsd, tokens: input + output };
}

interface Tokens {
  readonly input: number;
  readonly output: number;
}

/** Where the server worked and counts no tokens, they are estimated: 0 would be no limit. */
function tokensOf({ ok, usage, text = "", costUsd }: ModelReply, { estimatedTokens }: BuiltPrompt): Tokens {
  const worked = ok || text !== "" || costUsd !== 0;
  return {
    input: usage.inputTokens ?? (worked ? estimatedTokens : 0),
    output: usage.outputTokens ?? estimateTokens(text),
  };
}

function book(reply: ModelReply, tokens: Tokens, { name }: Provider, state: ModelState): void {
  const { spent } = state;
  state.spent = {
    requests: spent.requests + 1,
    costUsd: spent.costUsd === undefined || reply.costUsd === undefined ? undefined : spent.costUsd + reply.costUsd,
    promptTokens: spent.promptTokens + tokens.input,
    completionTokens: spent.completionTokens + tokens.output,
  };
  for (const warning of reply.warnings ?? []) {
    const words = `${name}: ${warning}`;
    state.warnings.set(words, (state.warnings.get(words) ?? 0) + 1);
  }
}
