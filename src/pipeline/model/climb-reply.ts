import type { AttemptEnd } from "../../domain/attempt.ts";
import type { CheckResult } from "../../domain/check.ts";
import type { Finding } from "../../domain/finding.ts";
import type { Candidate } from "../../domain/outcome.ts";
import { changedText } from "../../fix/model/changed-text.ts";
import type { ReplyReading } from "../../fix/model/reply.ts";
import type { Rejection } from "../../fix/model/task.ts";
import type { Cost } from "../../plan/budget.ts";
import type { Climbed } from "../../verify/ladder.ts";
import type { FollowedUp } from "../follow-up.ts";
import { judgeMerged } from "../judge-rung.ts";
import { type Merged, merge } from "../merge.ts";
import type { Repair } from "../repair.ts";
import { settle } from "../settle.ts";
import { testMerged } from "../test-rung.ts";
import type { Question } from "./ask.ts";
import type { ModelState, ModelTools } from "./tools.ts";

type Readable = Extract<ReplyReading, { kind: "candidates" }>;

/** The attempt that a reply belongs to, and what it was asked with. */
interface Asked {
  readonly attemptId: string;
  readonly prompt: string;
}

/** What became of the candidates of a reply. */
export interface ClimbedReply {
  readonly rejections: ReadonlyMap<Finding, Rejection>;
  /** For the record of the attempt. */
  readonly end: Pick<AttemptEnd, "outcome" | "checks"> & Partial<AttemptEnd>;
}

/** Lets a reply's parts and the whole of it climb, proves together what passed alone, and settles that. */
export async function climbAndSettle(
  question: Question,
  reading: Readable,
  asked: Asked,
  state: ModelState,
  tools: ModelTools,
): Promise<ClimbedReply> {
  const candidates = [...reading.parts.flatMap(({ alternatives }) => alternatives), reading.whole];
  const climbed: Candidates = new Map(
    (await state.queue.climb(candidates)).map((one) => [one.extended?.from.id ?? one.candidate.id, one]),
  );
  return state.inTurn(() => settleProved(question, reading, asked, climbed, state, tools));
}

/** Candidates of a reply that climbed, by the id under which they set out. */
type Candidates = ReadonlyMap<string, FollowedUp>;

async function settleProved(
  question: Question,
  reading: Readable,
  asked: Asked,
  climbed: Candidates,
  state: ModelState,
  tools: ModelTools,
): Promise<ClimbedReply> {
  const { repair, ledger } = state;
  const proved = await provedTogether(reading, climbed, repair, tools);
  const tested = tools.tests ? await testMerged(proved, repair, tools, tools.tests) : { merged: proved, refused: [] };
  const judged = tools.judge
    ? await judgeMerged(
        tested.merged,
        { ...asked, open: question.open, path: question.path, ledger, book: bookOn(state) },
        repair,
        tools,
        tools.judge,
      )
    : { merged: tested.merged, refused: [] };
  const { merged } = judged;
  const refused = [...tested.refused, ...judged.refused];
  const { texts } = repair.ground;
  settle(merged, repair, tools);
  const failures = new Map<Finding, Failure>();
  const rejections = new Map<Finding, Rejection>();
  for (const { finding } of question.open) {
    const open = repair.open.get(finding);
    if (!open) continue;
    const failure = failureOf(finding, reading, climbed, refused);
    const { failed, checks, candidate, said } = failure;
    failures.set(finding, failure);
    open.rejected = { source: "model", strategy: question.strategy, failed, checks };
    const previous = said ?? changedText(candidate ?? reading.whole, question.path, texts);
    rejections.set(finding, {
      previous,
      check: failed.name,
      ...(failed.code && { code: failed.code }),
      reason: failed.detail,
    });
  }
  return { rejections, end: endOf([...failures.values()][0], merged, climbed.get(reading.whole.id)) };
}

function endOf(first: Failure | undefined, merged: readonly Merged[], whole: Climbed | undefined): ClimbedReply["end"] {
  const diffs = merged.length > 0 ? merged.map(({ whole: { diff } }) => diff) : whole ? [whole.diff] : [];
  const patch = Buffer.concat(diffs).toString("utf8");
  if (!first) return { outcome: "accepted", checks: merged[0]?.members[0]?.checks ?? [], patch };
  const { name, code, detail } = first.failed;
  return { outcome: "rejected", failedCheck: name, ...(code && { code }), reason: detail, checks: first.checks, patch };
}

/**
 * What is settled of a reply: its proved parts, each in its first alternative that passes, as far as they stand together;
 * or the reply as a whole, where that passes and closes more.
 */
async function provedTogether(
  reading: Readable,
  climbed: Candidates,
  repair: Repair,
  tools: ModelTools,
): Promise<readonly Merged[]> {
  const passed = (id: string): FollowedUp[] => {
    const one = climbed.get(id);
    return one && !one.failed ? [one] : [];
  };
  const closedBy = (some: readonly Climbed[]): number => new Set(some.flatMap(({ cleared }) => cleared)).size;
  const parts: FollowedUp[] = [];
  for (const { alternatives } of reading.parts) {
    const [first] = alternatives.flatMap(({ id }) => passed(id));
    // The same edits may be read for other findings too.
    if (first && closedBy([...parts, first]) > closedBy(parts)) parts.push(first);
  }
  const [whole] = passed(reading.whole.id);
  if (whole && whole.cleared.length > closedBy(parts)) return [alone(whole)];
  const [only, second] = parts;
  if (!only) return [];
  if (!second) return [alone(only)];
  const { merged } = await merge(parts, repair, tools);
  return whole && whole.cleared.length > closedBy(merged.flatMap(({ members }) => members)) ? [alone(whole)] : merged;
}

/** Adds what a judge cost to what the run did. */
function bookOn(state: ModelState): (cost: Cost) => void {
  return ({ usd }) => {
    const { spent } = state;
    const costUsd = spent.costUsd === undefined || usd === undefined ? undefined : spent.costUsd + usd;
    state.spent = { ...spent, requests: spent.requests + 1, costUsd };
  };
}

/** One proved candidate stands as it is, with what followed it. */
function alone({ extended: _, ...whole }: FollowedUp): Merged {
  return { members: [whole], whole };
}

/** Why a finding is still open after a reply. */
interface Failure {
  readonly candidate: Candidate | undefined;
  /** The model's own words, where they came to no candidate. */
  readonly said?: string;
  readonly failed: CheckResult;
  readonly checks: readonly CheckResult[];
}

function failureOf(finding: Finding, reading: Readable, climbed: Candidates, late: readonly Climbed[]): Failure {
  const refused = reading.refused.get(finding);
  if (refused)
    return {
      candidate: undefined,
      said: refused.said,
      failed: { name: "anchored", status: "fail", ms: 0, code: refused.code, detail: refused.reason },
      checks: [],
    };
  const tested = late.find(({ candidate }) => candidate.findings.includes(finding));
  if (tested?.failed) return { candidate: tested.candidate, failed: tested.failed, checks: tested.checks };
  const part = reading.parts.find(({ findings }) => findings.includes(finding));
  // The last alternative is the most that the model wrote for it: what is wrong there is what it needs to hear.
  const tried = part
    ? part.alternatives.map(({ id }) => climbed.get(id)).findLast((one) => one?.failed)
    : climbed.get(reading.whole.id);
  if (tried?.failed) return { candidate: tried.candidate, failed: tried.failed, checks: tried.checks };
  const detail = part
    ? `${finding.ruleId} is still reported, or the fix does not stand together with the others`
    : "the reply holds no edit for this finding";
  return {
    candidate: undefined,
    failed: { name: "cleared", status: "fail", ms: 0, code: "TARGET_STILL_FIRES", detail },
    checks: [],
  };
}
