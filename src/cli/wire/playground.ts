import path from "node:path";
import type { Config } from "../../config/config.ts";
import { sha256 } from "../../domain/digest.ts";
import { PatchProError } from "../../domain/errors.ts";
import type { FileChange } from "../../domain/outcome.ts";
import { readReply } from "../../fix/model/reply.ts";
import { replySchemaOf } from "../../fix/model/schema.ts";
import type { ModelReply, ModelRequest } from "../../ports/provider.ts";
import type { PlaygroundAnswer, PlaygroundBody, PlaygroundReply } from "../../server/api.ts";
import type { Ask, AttemptPlace } from "../../server/tools.ts";
import type { CommandContext } from "../context.ts";
import { changesOfDiff } from "../wire.ts";
import { modelChain } from "./models.ts";
import { type Bench, claimsOf } from "./workbench.ts";

/** Asks a configured model with an edited prompt, and climbs the ladder with what it answers. */
export function playground(config: Config, context: CommandContext, bench: Bench): Ask {
  return async (place, body) => {
    const reply = await ask(place, body, config, context, bench);
    const shown = replyOf(reply, body.model);
    const nothing = { proved: false, checks: [], patch: undefined, reply: shown };
    if (!reply.ok) return { ...nothing, unreadable: undefined };
    const read = await changesIn(reply.text, place, bench);
    if ("unreadable" in read) return { ...nothing, unreadable: read.unreadable };
    return {
      ...(await bench.verify(read.changes, place)),
      reply: shown,
      unreadable: undefined,
    } satisfies PlaygroundAnswer;
  };
}

/** A configured model as the page names it: a recording without its folder. */
export function shownModel(spec: string): string {
  return spec.startsWith("replay:") ? `replay:${path.basename(spec)}` : spec;
}

async function ask(
  { trace, attempt }: AttemptPlace,
  body: PlaygroundBody,
  config: Config,
  context: CommandContext,
  bench: Bench,
): Promise<ModelReply> {
  const chain = config.model.chain.filter((spec) => shownModel(spec) === body.model).slice(0, 1);
  const [provider] = await modelChain({ ...config, model: { ...config.model, chain } }, context);
  if (!provider)
    throw new PatchProError(
      "input",
      `${body.model} is not configured.`,
      "Name one of the models of the configuration, or add it there.",
    );
  const { strategy, findings } = trace.repair;
  const { maxOutputTokens, temperature, timeoutMs } = config.model;
  const schema = replySchemaOf(strategy);
  const text = (await (await bench.wired()).workspace.read(trace.repair.path))?.text ?? "";
  const request: ModelRequest = {
    system: body.system,
    user: body.user,
    ...(schema && { schema }),
    maxOutputTokens,
    ...(temperature !== undefined && { temperature }),
    timeoutMs,
    signal: context.signal,
    key: {
      task: `repair.${strategy}`,
      fileHash: sha256(text),
      findings: findings.map(({ id }) => id).sort(),
      attempt: attempt.number,
    },
  };
  return provider.ask(request);
}

type Read = { readonly changes: readonly FileChange[] } | { readonly unreadable: string };

/** What a reply changes, as a run would read it: a raw diff for the baseline, edits for the other strategies. */
async function changesIn(text: string, { trace, attempt }: AttemptPlace, bench: Bench): Promise<Read> {
  const wired = await bench.wired();
  const { path, strategy } = trace.repair;
  if (strategy === "v1") return rawChanges(text, wired);
  const source = await wired.workspace.read(path);
  if (!source) return { unreadable: `${path} is gone.` };
  const findings = claimsOf(trace.repair.findings);
  const read = readReply(
    {
      reply: text,
      path,
      strategy,
      findings,
      claims: findings,
      locked: [],
      root: wired.workspace.root,
      attemptId: attempt.id,
    },
    new Map([[path, source]]),
  );
  if (read.kind === "declined") return { unreadable: `The model declined: ${read.reason}` };
  if (read.kind === "refused") return { unreadable: `${read.code}: ${read.reason}` };
  return read.whole
    ? { changes: read.whole.changes }
    : { unreadable: "APPLY_OVERLAP: edits of the reply overlap each other" };
}

async function rawChanges(text: string, wired: Awaited<ReturnType<Bench["wired"]>>): Promise<Read> {
  const fenced = /```[^\n]*\n([\s\S]*?)```/.exec(text)?.[1];
  try {
    return { changes: await changesOfDiff(Buffer.from(fenced ?? text), "the reply", wired) };
  } catch (error) {
    if (error instanceof PatchProError && error.code === "input") return { unreadable: error.message };
    throw error;
  }
}

function replyOf(reply: ModelReply, asked: string): PlaygroundReply {
  const { usage, costUsd, latencyMs } = reply;
  return {
    ok: reply.ok,
    model: reply.ok ? reply.model : asked,
    text: reply.text,
    reason: reply.ok ? undefined : `${reply.code}: ${reply.reason}`,
    finishReason: reply.ok ? reply.finishReason : undefined,
    promptTokens: usage.inputTokens,
    completionTokens: usage.outputTokens,
    costMicroUsd: costUsd === undefined ? undefined : Math.round(costUsd * 1e6),
    latencyMs,
  };
}
