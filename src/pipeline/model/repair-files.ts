import pLimit from "p-limit";
import type { Finding } from "../../domain/finding.ts";
import type { RunResult } from "../../domain/run.ts";
import { BudgetLedger } from "../../plan/budget.ts";
import { createClimbQueue } from "../climb-queue.ts";
import type { Repair } from "../repair.ts";
import { NOTHING_SPENT, type Spending } from "../tally.ts";
import { repairFile } from "./repair-file.ts";
import type { ModelState, ModelTools } from "./tools.ts";

/**
 * Asks models for what is still open, several files at once, each file in turn. `spent` hears of every file's end. Ends
 * with why it stopped, if work is left; a finding whose provider failed is settled as failed, never lost.
 */
export async function repairWithModel(repair: Repair, mayFix: ReadonlySet<Finding>, tools: ModelTools, spent: (sum: Spending) => void): Promise<RunResult["stopped"]> {
  const open = [...repair.open.values()].filter(({ finding }) => mayFix.has(finding) && isWorkable(finding, repair));
  const state: ModelState = { repair, ledger: new BudgetLedger(tools.budget), queue: createClimbQueue(repair, tools), spent: NOTHING_SPENT };
  const limit = pLimit(Math.max(1, tools.settings.concurrency));
  const total = open.length;
  const tell = (what: string): void => tools.emit({ kind: "progress", done, total, accepted: repair.closed.size, costUsd: state.spent.costUsd ?? 0, what });
  let done = 0;
  await Promise.all(
    [...Map.groupBy(open, ({ finding }) => finding.path)].map(([path, own]) =>
      limit(async () => {
        tools.ladder.signal?.throwIfAborted();
        tell(`asking ${tools.chain[0]?.name ?? "a model"} about ${path}`);
        try {
          await repairFile(path, own.map(({ finding }) => finding), state, tools);
        } finally {
          spent(state.spent);
          done += own.length;
        }
      }),
    ),
  );
  if (total > 0) tell("");
  return conclude(open.map(({ finding }) => finding), state);
}

/** A finding that its analyzer does not report here now cannot be proved to be gone; nothing is paid for it. */
function isWorkable(finding: Finding, { ground }: Repair): boolean {
  const seen = ground.seen.get(finding);
  return ground.texts.has(finding.path) && (seen === undefined || seen.sighting !== undefined);
}

function conclude(findings: readonly Finding[], { repair, ended }: ModelState): RunResult["stopped"] {
  if (!ended) return undefined;
  const left = findings.map((finding) => repair.open.get(finding)).filter((open) => open !== undefined);
  if (ended.why === "budget") return left.length > 0 ? { why: "budget", detail: ended.detail } : undefined;
  for (const open of left) open.settled ??= { kind: "failed", code: "LLM_AUTH", reason: ended.detail };
  return { why: "outside-failed", detail: ended.detail };
}
