import type { CheckCode, CheckResult } from "../../domain/check.ts";
import type { Finding } from "../../domain/finding.ts";
import { type ReplyReading, readReply } from "../../fix/model/reply.ts";
import type { Rejection } from "../../fix/model/task.ts";
import { type Answer, ask, type Question } from "./ask.ts";
import { readBaseline } from "./baseline.ts";
import { climbAndSettle } from "./climb-reply.ts";
import { endOf } from "./record.ts";
import type { ModelState, ModelTools } from "./tools.ts";

/** What one attempt came to. Findings that it closed are closed already when it is returned. */
export type Attempted =
  | {
      readonly kind: "done";
      readonly attemptId: string;
      /** Why each finding that is still open is. */
      readonly rejections: ReadonlyMap<Finding, Rejection>;
      /** Findings that the model gave up on, with its reasons. */
      readonly dismissed: ReadonlyMap<Finding, string>;
    }
  /** `stated`: in the field that the reply has for it; else in prose, which may be no more than a bad day. */
  | { readonly kind: "declined"; readonly attemptId: string; readonly reason: string; readonly stated: boolean }
  /** `shrunk`: the question was too long, and the next one is shorter. */
  | {
      readonly kind: "failed";
      readonly attemptId: string;
      readonly code: CheckCode;
      readonly reason: string;
      readonly shrunk: boolean;
    }
  | { readonly kind: "over-budget"; readonly reason: string; readonly wholeRun: boolean };

/** Asks once, reads the reply, lets what it holds climb the ladder, and settles what was proved. Throws when interrupted. */
export async function attempt(question: Question, state: ModelState, tools: ModelTools): Promise<Attempted> {
  const answer = await ask(question, state, tools);
  if (answer.kind === "over-budget") return answer;
  const { attemptId } = answer;
  if (answer.kind === "none") {
    const { code, reason } = answer.reply;
    tools.recorder.attemptEnded(attemptId, {
      ...endOf(answer.reply, tools),
      outcome: "failed",
      failedCheck: "provider",
      code,
      reason,
      mended: [],
      checks: [],
    });
    // A request that Ctrl-C cut short is no failure of the provider.
    state.signal.throwIfAborted();
    return { kind: "failed", attemptId, code, reason, shrunk: answer.shrunk };
  }
  const reading =
    question.strategy === "v1"
      ? await readBaseline(question, answer, state, tools)
      : read(question, answer, state, tools);
  if (reading.kind === "declined") {
    tools.recorder.attemptEnded(attemptId, {
      ...endOf(answer.reply, tools),
      outcome: "dismissed",
      reason: reading.reason,
      mended: [],
      checks: [],
    });
    return { kind: "declined", attemptId, reason: reading.reason, stated: reading.stated };
  }
  if (reading.kind === "refused") {
    const { code, reason, mended } = reading;
    tools.recorder.attemptEnded(attemptId, {
      ...endOf(answer.reply, tools),
      outcome: "rejected",
      failedCheck: "reply",
      code,
      reason,
      mended,
      checks: [],
    });
    return { kind: "done", attemptId, rejections: refuse(reading, answer.text, question), dismissed: reading.notFixed };
  }
  const asked = { attemptId, prompt: answer.prompt.user };
  const climbed = await climbAndSettle(question, reading, asked, state, tools);
  const dismissed = new Map([...reading.notFixed].filter(([finding]) => climbed.rejections.has(finding)));
  const rejections = new Map([...climbed.rejections].filter(([finding]) => !dismissed.has(finding)));
  tools.recorder.attemptEnded(attemptId, { ...endOf(answer.reply, tools), mended: reading.mended, ...climbed.end });
  return { kind: "done", attemptId, rejections, dismissed };
}

function read(
  question: Question,
  answer: Extract<Answer, { kind: "reply" }>,
  state: ModelState,
  tools: ModelTools,
): ReplyReading {
  const { path, strategy, open } = question;
  const request = {
    reply: answer.text,
    path,
    strategy,
    findings: open.map(({ now }) => now),
    claims: open.map(({ finding }) => finding),
    locked: answer.prompt.locked,
    root: tools.ladder.workspace.root,
    attemptId: answer.attemptId,
  };
  return readReply(request, state.repair.ground.texts);
}

/** A reply that cannot be used is one rejection of everything that was asked, save what it dismisses. */
function refuse(
  { code, reason, notFixed }: Extract<ReplyReading, { kind: "refused" }>,
  previous: string,
  { open, strategy }: Question,
): Map<Finding, Rejection> {
  const failed: CheckResult = { name: "anchored", status: "fail", ms: 0, code, detail: reason };
  const rejection: Rejection = { previous, check: "anchored", code, reason };
  const rejections = new Map<Finding, Rejection>();
  for (const one of open) {
    if (notFixed.has(one.finding)) continue;
    one.rejected = { source: "model", strategy, failed, checks: [failed] };
    rejections.set(one.finding, rejection);
  }
  return rejections;
}
