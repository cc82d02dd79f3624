import type { RepairStatus } from "../../domain/attempt.ts";
import type { Finding } from "../../domain/finding.ts";
import type { Strategy } from "../../domain/outcome.ts";
import type { OpenFinding } from "../../fix/open-finding.ts";
import type { Rejection } from "../../fix/model/task.ts";
import { type Attempted, attempt } from "./attempt.ts";
import type { ModelState, ModelTools } from "./tools.ts";

/** A model reads twenty findings at once well; more than that it begins to skip. */
const BATCH = 20;
/** The second try of a batch gets what the first left over; after that every finding is asked about alone. */
const BATCH_ATTEMPTS = 2;

/** Failures of a provider that one finding alone may not meet: the answer was too long, or something in the file was refused. */
const WORTH_ASKING_ALONE = new Set(["LLM_TRUNCATED", "LLM_CONTEXT_OVERFLOW", "LLM_EMPTY", "LLM_CONTENT_FILTER"]);

/** Works on the open findings of one file: in batches first, then one by one on what is left. */
export async function repairFile(path: string, findings: readonly Finding[], state: ModelState, tools: ModelTools): Promise<void> {
  const { strategy } = tools.settings;
  if (strategy !== "single" && strategy !== "v1") {
    for (let at = 0; at < findings.length; at += BATCH) {
      const batch = findings.slice(at, at + BATCH);
      if (batch.length === 1 && strategy !== "batch") continue;
      const last = await repairTogether(path, batch, "batch", BATCH_ATTEMPTS, state, tools);
      if (last?.kind === "failed" && !WORTH_ASKING_ALONE.has(last.code)) {
        for (const finding of batch) settleOne(finding, last, state);
        return;
      }
    }
  }
  for (const finding of findings) {
    const last = await repairTogether(path, [finding], strategy === "v1" ? "v1" : "single", strategy === "v1" ? 1 : tools.settings.attempts, state, tools);
    if (last) settleOne(finding, last, state);
  }
}

/** One repair: attempts at the same findings, by the same model while that helps, then by the next one of the chain. */
async function repairTogether(path: string, findings: readonly Finding[], strategy: Strategy, perModel: number, state: ModelState, tools: ModelTools): Promise<Attempted | undefined> {
  if (openOf(findings, state).length === 0 || state.ended) return undefined;
  const repairId = tools.newId();
  startRecord(repairId, path, findings, strategy, state, tools);
  let last: Attempted | undefined;
  let previousId: string | undefined;
  let rejection: Rejection | undefined;
  let number = 0;
  let stopReason = "attempts";
  chain: for (const provider of tools.chain) {
    const reasons = new Set<string>();
    for (let tries = 0; tries < perModel; tries++) {
      const open = openOf(findings, state);
      if (open.length === 0) break chain;
      tools.ladder.signal?.throwIfAborted();
      number += 1;
      last = await attempt({ path, open, strategy, provider, repairId, number, previousId, rejection }, state, tools);
      if (last.kind === "over-budget") {
        if (last.wholeRun) state.ended ??= { why: "budget", detail: last.reason };
        stopReason = "budget";
        break chain;
      }
      previousId = last.attemptId;
      if (last.kind === "declined") {
        stopReason = "declined";
        break chain;
      }
      if (last.kind === "failed") {
        stopReason = "provider";
        if (last.code === "LLM_AUTH" && provider === tools.chain.at(-1)) state.ended ??= { why: "provider", detail: last.reason };
        if (last.code === "LLM_TRUNCATED" || last.code === "LLM_EMPTY") continue;
        break;
      }
      rejection = [...last.rejections.values()][0];
      if (!rejection) break chain;
      const reason = [...last.rejections].map(([{ id }, why]) => `${id} ${why.check} ${why.code} ${why.reason}`).join("\n");
      if (reasons.has(reason)) {
        stopReason = "same-reason-twice";
        break;
      }
      reasons.add(reason);
    }
  }
  const left = openOf(findings, state).length;
  endRecord(repairId, findings, left === 0 ? "accepted" : statusOf(last), left === 0 ? "accepted" : stopReason, state, tools);
  return last;
}

/** What the last word on a finding means for its outcome; a rejection is noted already. */
function settleOne(finding: Finding, last: Attempted, state: ModelState): void {
  const open = state.repair.open.get(finding);
  if (!open) return;
  if (last.kind === "declined") open.settled = { kind: "skipped", skip: "dismissed", reason: last.reason };
  if (last.kind === "failed") open.settled = { kind: "failed", code: last.code, reason: last.reason };
  if (last.kind === "over-budget" && !open.rejected) open.settled = { kind: "skipped", skip: "over-budget", reason: last.reason };
}

function openOf(findings: readonly Finding[], { repair }: ModelState): OpenFinding[] {
  return findings.map((finding) => repair.open.get(finding)).filter((one) => one !== undefined);
}

function statusOf(last: Attempted | undefined): RepairStatus {
  switch (last?.kind) {
    case "declined":
      return "dismissed";
    case "failed":
      return "failed";
    case "over-budget":
      return "budget";
    default:
      return "rejected";
  }
}

function startRecord(id: string, path: string, findings: readonly Finding[], strategy: Strategy, state: ModelState, tools: ModelTools): void {
  const text = state.repair.ground.texts.get(path)?.text ?? "";
  tools.recorder.repairStarted({
    id,
    runId: tools.runId,
    strategy,
    source: "model",
    path,
    fileType: /\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase() ?? "",
    fileLines: text === "" ? 0 : text.split("\n").length,
    findings: openOf(findings, state).map(({ finding: { id: finding, tool, ruleId, severity, message }, now }) => ({ id: finding, tool, ruleId, severity, path, startLine: now.startLine, endLine: now.endLine, message })),
    startedAt: Math.round(tools.ladder.now()),
  });
}

function endRecord(id: string, findings: readonly Finding[], status: RepairStatus, stopReason: string, state: ModelState, tools: ModelTools): void {
  const closed = findings.filter((finding) => state.repair.closed.has(finding)).map((finding) => finding.id);
  tools.recorder.repairEnded(id, { endedAt: Math.round(tools.ladder.now()), status, stopReason, closed });
}
