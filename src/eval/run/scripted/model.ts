import type { AttemptFinding } from "../../../domain/attempt.ts";
import type { Finding } from "../../../domain/finding.ts";
import { STRATEGIES } from "../../../domain/outcome.ts";
import type { ModelReply, ModelRequest, Provider } from "../../../ports/provider.ts";
import type { Recorder } from "../../../ports/recorder.ts";
import type { PlacedCase } from "../placed.ts";
import { referenceReply } from "./answer.ts";

/** A model that says what the cases tell it to say. It hears of repairs, so that it knows what it is asked about. */
export interface ScriptedModel {
  readonly provider: Provider;
  readonly hear: Pick<Recorder, "repairStarted">;
}

/** Characters of a token, as prompts are estimated. */
const CHARACTERS_OF_A_TOKEN = 4;

/** `targets`: the findings that are worked on, where they stand before any change. */
export function scriptedModel(cases: readonly PlacedCase[], targets: readonly Finding[]): ScriptedModel {
  const order = new Map<string, { finding: AttemptFinding; at: number }>();
  const calls = new Map<PlacedCase, number>();
  return {
    hear: {
      repairStarted: ({ findings }) => {
        for (const [at, finding] of findings.entries()) order.set(finding.id, { finding, at });
      },
    },
    provider: {
      name: "scripted",
      ceilingUsd: () => 0,
      ask: async (request) => said(replyTo(request, cases, targets, order, calls), request),
    },
  };
}

function replyTo(
  { user, key }: ModelRequest,
  cases: readonly PlacedCase[],
  targets: readonly Finding[],
  order: ReadonlyMap<string, { finding: AttemptFinding; at: number }>,
  calls: Map<PlacedCase, number>,
): string {
  const asked = key.findings
    .flatMap((id) => order.get(id) ?? [])
    .sort((a, b) => a.at - b.at)
    .map(({ finding }) => finding);
  const path = asked[0]?.path ?? "";
  const placed = cases.find(({ prefix }) => path.startsWith(prefix));
  const strategy = STRATEGIES.find((one) => key.task === `repair.${one}`);
  if (!placed || !strategy) return "I do not know what I am asked.";
  const call = calls.get(placed) ?? 0;
  calls.set(placed, call + 1);
  const { kase, prefix } = placed;
  const written = kase.replies[call];
  if (written !== undefined) return written;
  if (kase.after.size === 0) return kase.replies.at(-1) ?? "I have no answer to that.";
  const aims = targets.filter((target) => target.path === path);
  return referenceReply(kase, { path, casePath: path.slice(prefix.length), strategy, user, findings: asked, aims });
}

function said(text: string, { system, user, schema }: ModelRequest): ModelReply {
  const tokens = (length: number): number => Math.ceil(length / CHARACTERS_OF_A_TOKEN);
  return {
    ok: true,
    text,
    finishReason: "stop",
    mode: schema ? "json-schema" : "text",
    model: "scripted",
    usage: {
      inputTokens: tokens(system.length + user.length),
      outputTokens: tokens(text.length),
      cachedInputTokens: undefined,
      reasoningTokens: undefined,
    },
    costUsd: 0,
    latencyMs: 0,
    transportRetries: 0,
    warnings: [],
  };
}
