import type { Finding } from "../../domain/finding.ts";
import type { Attempted } from "./attempt.ts";
import { Memory } from "./memory.ts";
import { openOf, repairTogether } from "./repair-together.ts";
import type { ModelState, ModelTools } from "./tools.ts";

/** A model reads twenty findings at once well; more than that it begins to skip. */
const BATCH = 20;

/** Batches of fewer are not worth halving when their answer was too long. */
const SMALL = 4;

/** The question or its answer was too long: half of it may do. */
const TOO_LONG = new Set(["LLM_TRUNCATED", "LLM_CONTEXT_OVERFLOW"]);

/** Failures of a provider that one finding alone may not meet: the answer was too long, or something in the file was refused. */
const WORTH_ASKING_ALONE = new Set([...TOO_LONG, "LLM_EMPTY", "LLM_CONTENT_FILTER"]);

/** Works on the open findings of one file: in batches first, then one by one on what is left. */
export async function repairFile(
  path: string,
  findings: readonly Finding[],
  state: ModelState,
  tools: ModelTools,
): Promise<void> {
  const { strategy } = tools.settings;
  const memory = new Memory();
  if (strategy === "auto" || strategy === "batch") {
    for (let at = 0; at < findings.length; at += BATCH) {
      const batch = findings.slice(at, at + BATCH);
      if (batch.length > 1 || strategy === "batch") await repairBatch(path, batch, memory, state, tools);
    }
  }
  const alone = strategy === "v1" ? "v1" : "single";
  for (const finding of findings) {
    const last = await repairTogether({ path, findings: [finding], strategy: alone, memory }, state, tools);
    if (last) settle([finding], last, state);
  }
}

async function repairBatch(
  path: string,
  findings: readonly Finding[],
  memory: Memory,
  state: ModelState,
  tools: ModelTools,
): Promise<void> {
  const last = await repairTogether({ path, findings, strategy: "batch", memory }, state, tools);
  if (last?.kind === "failed" && TOO_LONG.has(last.code) && findings.length >= SMALL) {
    const middle = Math.ceil(findings.length / 2);
    for (const half of [findings.slice(0, middle), findings.slice(middle)])
      await repairBatch(path, half, memory, state, tools);
  } else if (last?.kind === "failed" && !WORTH_ASKING_ALONE.has(last.code)) settle(findings, last, state);
  else if (last?.kind === "declined" && last.stated) settle(findings, last, state);
}

/** What the last word on findings means for the outcome of those that are open; a rejection is noted already. */
function settle(findings: readonly Finding[], last: Attempted, state: ModelState): void {
  for (const open of openOf(findings, state)) {
    if (last.kind === "declined") open.settled = { kind: "skipped", skip: "dismissed", reason: last.reason };
    if (last.kind === "failed") open.settled = { kind: "failed", code: last.code, reason: last.reason };
    if (last.kind === "over-budget" && !open.rejected)
      open.settled = { kind: "skipped", skip: "over-budget", reason: last.reason };
  }
}
