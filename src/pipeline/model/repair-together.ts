import type { RepairStatus } from "../../domain/attempt.ts";
import type { Finding } from "../../domain/finding.ts";
import type { Strategy } from "../../domain/outcome.ts";
import type { Rejection } from "../../fix/model/task.ts";
import type { OpenFinding } from "../../fix/open-finding.ts";
import type { Provider } from "../../ports/provider.ts";
import { type Attempted, attempt } from "./attempt.ts";
import type { Memory } from "./memory.ts";
import type { ModelState, ModelTools } from "./tools.ts";

/** Findings of a file that are asked about in one request. */
export interface Task {
  readonly path: string;
  readonly findings: readonly Finding[];
  readonly strategy: Strategy;
  readonly memory: Memory;
}

/** The second try of a batch gets what the first left over; after that every finding is asked about alone. */
const BATCH_ATTEMPTS = 2;

/** What the loop does after an attempt. */
type Next = "again" | "shorter" | "next-model" | "end";

/**
 * One repair: attempts at the same findings, by the same model while that helps, then by the next one of the chain. The
 * baseline `v1` is one attempt by the first model. Undefined if there is nothing to ask, or nobody.
 */
export async function repairTogether(task: Task, state: ModelState, tools: ModelTools): Promise<Attempted | undefined> {
  if (openOf(task.findings, state).length === 0 || state.ended) return undefined;
  const repairId = tools.newId();
  startRecord(repairId, task, state, tools);
  let last: Attempted | undefined;
  let previousId: string | undefined;
  let number = 0;
  let stopReason = "attempts";
  chain: for (const provider of modelsFor(task, state, tools)) {
    for (let tries = triesOf(task, tools); tries > 0; tries--) {
      const open = openOf(task.findings, state);
      if (open.length === 0 || state.ended) break chain;
      state.signal.throwIfAborted();
      number += 1;
      const { path, strategy, memory } = task;
      last = await attempt(
        { path, open, strategy, provider, repairId, number, previousId, rejection: memory.feedback(open) },
        state,
        tools,
      );
      if (last.kind !== "over-budget") previousId = last.attemptId;
      const { next, why } = afterwards(last, open, provider, task, state, tools);
      stopReason = why;
      // Was it too long, nothing was tried yet.
      if (next === "shorter") tries += 1;
      if (next === "end") break chain;
      if (next === "next-model") break;
    }
  }
  endRecord(repairId, task.findings, last, stopReason, state, tools);
  return last;
}

/** Takes in what an attempt came to, and says how to go on. */
function afterwards(
  last: Attempted,
  asked: readonly OpenFinding[],
  provider: Provider,
  { strategy, memory }: Task,
  state: ModelState,
  tools: ModelTools,
): { next: Next; why: string } {
  switch (last.kind) {
    case "over-budget":
      if (last.wholeRun) state.ended ??= { why: "budget", detail: last.reason };
      return { next: "end", why: "budget" };
    case "declined":
      // A cheap model's "cannot" is not the last word while a stronger one is there to be asked.
      return { next: "next-model", why: "declined" };
    case "failed": {
      if (last.code === "LLM_AUTH") lock(provider, last.reason, state, tools);
      if (last.shrunk) return { next: "shorter", why: "provider" };
      const { code, reason } = last;
      if (code !== "LLM_TRUNCATED" && code !== "LLM_EMPTY") return { next: "next-model", why: "provider" };
      const rejection: Rejection = { previous: "", check: "anchored", code, reason };
      const heard = memory.hear(provider.name, strategy, new Map(asked.map(({ finding }) => [finding, rejection])));
      // The same long question to the same model would be cut off again; a batch is halved instead.
      const again = heard === "new" && (code === "LLM_EMPTY" || strategy === "single");
      return { next: again ? "again" : "next-model", why: "provider" };
    }
    case "done":
      for (const [finding, reason] of last.dismissed) {
        const open = state.repair.open.get(finding);
        if (open) open.settled = { kind: "skipped", skip: "dismissed", reason };
      }
      if (last.rejections.size === 0) return { next: "end", why: "attempts" };
      return memory.hear(provider.name, strategy, last.rejections) === "known"
        ? { next: "next-model", why: "same-reason-twice" }
        : { next: "again", why: "attempts" };
  }
}

function modelsFor({ strategy }: Task, { locked }: ModelState, { chain }: ModelTools): readonly Provider[] {
  const usable = chain.filter((provider) => !locked.has(provider));
  return strategy === "v1" ? usable.slice(0, 1) : usable;
}

function triesOf({ strategy }: Task, { settings }: ModelTools): number {
  return { v1: 1, batch: BATCH_ATTEMPTS, single: settings.attempts }[strategy];
}

/** Its endpoint refuses the key, and will refuse it again; without another model the run's work with models ends. */
function lock(provider: Provider, reason: string, state: ModelState, { chain }: ModelTools): void {
  state.locked.add(provider);
  if (chain.every((one) => state.locked.has(one))) state.ended ??= { why: "provider", detail: reason };
}

/** Those of the findings that nothing has closed or settled. */
export function openOf(findings: readonly Finding[], { repair }: ModelState): OpenFinding[] {
  return findings.flatMap((finding) => repair.open.get(finding) ?? []).filter(({ settled }) => !settled);
}

function startRecord(id: string, { path, findings, strategy }: Task, state: ModelState, tools: ModelTools): void {
  const text = state.repair.ground.texts.get(path)?.text ?? "";
  tools.recorder.repairStarted({
    id,
    runId: tools.runId,
    strategy,
    source: "model",
    path,
    fileType: /\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase() ?? "",
    fileLines: text === "" ? 0 : text.split("\n").length,
    findings: openOf(findings, state).map(({ finding, now }) => {
      const { id: fingerprint, tool, ruleId, severity, message } = finding;
      return { id: fingerprint, tool, ruleId, severity, path, startLine: now.startLine, endLine: now.endLine, message };
    }),
    startedAt: Math.round(tools.ladder.now()),
  });
}

function endRecord(
  id: string,
  findings: readonly Finding[],
  last: Attempted | undefined,
  stopReason: string,
  state: ModelState,
  tools: ModelTools,
): void {
  const closed = findings.filter((finding) => state.repair.closed.has(finding)).map((finding) => finding.id);
  const left = findings.some((finding) => state.repair.open.has(finding));
  const end = { endedAt: Math.round(tools.ladder.now()), closed };
  tools.recorder.repairEnded(
    id,
    left ? { ...end, status: statusOf(last), stopReason } : { ...end, status: "accepted", stopReason: "accepted" },
  );
}

function statusOf(last: Attempted | undefined): RepairStatus {
  switch (last?.kind) {
    case "declined":
      return "dismissed";
    case "failed":
      return "failed";
    case "over-budget":
      return "budget";
    case "done":
      return last.rejections.size === 0 && last.dismissed.size > 0 ? "dismissed" : "rejected";
    default:
      return "rejected";
  }
}
