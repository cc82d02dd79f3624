import type { AttemptFinding } from "../domain/attempt.ts";
import type { CheckResult } from "../domain/check.ts";
import type { JudgedPatch } from "../domain/judge.ts";
import type { OpenFinding } from "../fix/open-finding.ts";
import type { BudgetLedger, Ceiling, Cost } from "../plan/budget.ts";
import { type JudgeOpinion, judged } from "../verify/judged.ts";
import type { Climbed } from "../verify/ladder.ts";
import type { Merged } from "./merge.ts";
import type { Repair, RepairTools } from "./repair.ts";

/** A judge that is asked at the end of the ladder. */
export interface JudgeGate {
  readonly gates: boolean;
  /** What its word is worth, one sentence. */
  readonly standing: string;
  /** What asking would cost at most, and the asking. Never throws for what the outside does. */
  prepare(patch: JudgedPatch & { readonly id: string }): {
    readonly ceiling: Ceiling;
    ask(): Promise<{ readonly opinion: JudgeOpinion; readonly cost: Cost }>;
  };
  /** What is said where it cannot be asked. */
  silent(reason: string): JudgeOpinion;
}

/** What a judge is told beside the patch. */
export interface JudgedReply {
  readonly attemptId: string;
  /** What the attempt was asked to fix, in that order. */
  readonly open: readonly OpenFinding[];
  readonly path: string;
  /** The prompt that the patch was made from: it shows the file. */
  readonly prompt: string;
  readonly ledger: BudgetLedger;
  /** Told what each request did cost. */
  readonly book: (cost: Cost) => void;
}

/** The file as it stands in a repair prompt, between tags with the prompt's own mark. */
const SHOWN_FILE = /<file-([0-9a-f]{10})>\n([\s\S]*?)\n<\/file-\1>/;

/** Rung 8 for what a model's reply came to: the judge sees what the attempt's record will hold, and may refuse it. */
export async function judgeMerged(
  merged: readonly Merged[],
  reply: JudgedReply,
  repair: Repair,
  tools: RepairTools,
  gate: JudgeGate,
): Promise<{ readonly merged: readonly Merged[]; readonly refused: readonly Climbed[] }> {
  if (!gate.gates && !repair.notices.includes(noticeOf(gate))) repair.notices.push(noticeOf(gate));
  const kept: Merged[] = [];
  const refused: Climbed[] = [];
  for (const unit of merged) {
    tools.ladder.signal?.throwIfAborted();
    const started = tools.ladder.now();
    const below = unit.members.flatMap(({ checks }) => checks);
    const opinion = await opinionOf(unit, reply, tools, gate);
    const check: CheckResult = { name: "judged", ms: tools.ladder.now() - started, ...judged(below, opinion) };
    const withCheck = unit.members.map((member) => ({ ...member, checks: [...member.checks, check] }));
    if (check.status === "fail") refused.push(...withCheck.map((member) => ({ ...member, failed: check })));
    else kept.push({ ...unit, members: withCheck });
  }
  return { merged: kept, refused };
}

function noticeOf({ standing }: JudgeGate): string {
  return `The judge refuses nothing in this run; what it says is recorded. ${standing}`;
}

async function opinionOf(
  unit: Merged,
  { attemptId, open, path, prompt, ledger, book }: JudgedReply,
  { ladder }: RepairTools,
  gate: JudgeGate,
): Promise<JudgeOpinion> {
  const claims = new Set(unit.members.flatMap(({ candidate }) => candidate.findings));
  const code = SHOWN_FILE.exec(prompt)?.[2];
  const prepared = gate.prepare({
    id: attemptId,
    findings: open.filter(({ finding }) => claims.has(finding)).map(({ now }) => recorded(now)),
    patch: Buffer.from(unit.whole.diff).toString("utf8"),
    ...(code !== undefined && { code }),
    checks: unit.members[0]?.checks ?? [],
  });
  const reserved = ledger.reserve(path, [], prepared.ceiling, ladder.now());
  if ("refused" in reserved) return gate.silent(reserved.refused);
  let cost: Cost = { usd: prepared.ceiling.usd, tokens: prepared.ceiling.tokens };
  try {
    const answer = await prepared.ask();
    cost = answer.cost;
    book(cost);
    return answer.opinion;
  } finally {
    reserved.settle(cost);
  }
}

/** A finding as the attempt's record has it. */
function recorded(finding: AttemptFinding): AttemptFinding {
  const { id, tool, ruleId, severity, path, startLine, endLine, message } = finding;
  return { id, tool, ruleId, severity, path, startLine, endLine, message };
}
