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
 * with why it stopped, if work is left; a finding whose provider failed is settled as failed, never lost. Throws, once all
 * files have come to rest, what the work on one of them threw: nothing goes on behind the back of the report.
 */
export async function repairWithModel(
  repair: Repair,
  mayFix: ReadonlySet<Finding>,
  tools: ModelTools,
  spent: (sum: Spending) => void,
): Promise<RunResult["stopped"]> {
  const findings = [...repair.open.values()]
    .filter((open) => mayFix.has(open.finding) && !open.settled)
    .map(({ finding }) => finding);
  const workable = findings.filter((finding) => isWorkable(finding, repair));
  const stop = new AbortController();
  const state = stateOf(repair, stop.signal, tools);
  const atOnce = pLimit(Math.max(1, tools.settings.concurrency));
  let done = 0;
  const tell = (what: string): void =>
    tools.emit({
      kind: "progress",
      done,
      total: workable.length,
      accepted: repair.closed.size,
      costUsd: state.spent.costUsd ?? 0,
      what,
    });
  const work = async (path: string, own: readonly Finding[]): Promise<void> => {
    if (state.ended) return;
    state.signal.throwIfAborted();
    tell(`asking ${tools.chain[0]?.name ?? "a model"} about ${path}`);
    try {
      await repairFile(path, own, state, tools);
    } catch (error) {
      stop.abort(error);
      throw error;
    } finally {
      done += own.length;
    }
  };
  const files = Map.groupBy(workable, ({ path }) => path);
  const ends = await Promise.allSettled([...files].map(([path, own]) => atOnce(work, path, own)));
  spent(state.spent);
  repair.notices.push(...noticesOf(state.warnings));
  for (const end of ends) if (end.status === "rejected") throw stop.signal.aborted ? stop.signal.reason : end.reason;
  if (workable.length > 0) tell("");
  return conclude(workable, state);
}

function stateOf(repair: Repair, stop: AbortSignal, tools: ModelTools): ModelState {
  const { signal } = tools.ladder;
  const oneByOne = pLimit(1);
  return {
    repair,
    ledger: new BudgetLedger(tools.budget),
    queue: createClimbQueue(repair, tools),
    signal: signal ? AbortSignal.any([signal, stop]) : stop,
    inTurn: tools.tests ? (work) => oneByOne(work) : (work) => work(),
    locked: new Set(),
    room: new Map(),
    warnings: new Map(),
    spent: NOTHING_SPENT,
  };
}

/** A finding that its analyzer does not report here now cannot be proved to be gone; nothing is paid for it. */
function isWorkable(finding: Finding, { ground }: Repair): boolean {
  const seen = ground.seen.get(finding);
  return ground.texts.has(finding.path) && (seen === undefined || seen.sighting !== undefined);
}

/** Different warnings that are shown; a provider that puts a number into each would fill the report. */
const MOST_WARNINGS = 10;

function noticesOf(warnings: ReadonlyMap<string, number>): string[] {
  const words = [...warnings].map(([warning, times]) => (times > 1 ? `${warning} (${times} times)` : warning));
  const more = words.length - MOST_WARNINGS;
  return more > 0 ? [...words.slice(0, MOST_WARNINGS), `${more} more warnings of models are not shown`] : words;
}

function conclude(findings: readonly Finding[], { repair, ended }: ModelState): RunResult["stopped"] {
  if (!ended) return undefined;
  const left = findings.map((finding) => repair.open.get(finding)).filter((open) => open !== undefined);
  if (ended.why === "budget") return left.length > 0 ? { why: "budget", detail: ended.detail } : undefined;
  for (const open of left)
    if (open.rejected?.source !== "model") open.settled ??= { kind: "failed", code: "LLM_AUTH", reason: ended.detail };
  return { why: "outside-failed", detail: ended.detail };
}
