import type { Refused } from "../../domain/dataset.ts";
import type { AttemptTrace } from "../../domain/trace.ts";
import type { TextFound } from "./base-text.ts";
import { answerOf, type DraftRow, draftRow, NOT_EXPRESSIBLE } from "./make-row.ts";
import { readAnswer } from "./read-answer.ts";
import { shownTask } from "./shown-task.ts";
import type { RowSource } from "./sources.ts";

type Refusal = Pick<Refused, "reason" | "detail">;

/**
 * A source as preference pairs: to the prompt of a failed attempt of the same repair, the verified answer is preferred to what
 * that attempt said. Where a person corrected an attempt, its own reply is the one not to give.
 */
export function makePairs(
  source: RowSource,
  licences: readonly string[],
  found: readonly TextFound[],
): (DraftRow | Refusal)[] {
  const failed = failedAttempts(source);
  if (failed.length === 0)
    return [{ reason: "no-failed-attempt", detail: "no failed attempt of its repair has a reply" }];
  return failed.map((attempt) => makePair(source, attempt, licences, found));
}

function failedAttempts({ trace, attempt, answerFrom }: RowSource): (AttemptTrace & { reply: string })[] {
  const tried = trace.attempts.filter((other) =>
    other.id === attempt.id ? answerFrom === "corrected-patch" : other.outcome === "rejected",
  );
  return tried.flatMap((other) =>
    other.number <= attempt.number && other.reply !== undefined && other.reply.trim() !== ""
      ? [{ ...other, reply: other.reply }]
      : [],
  );
}

function makePair(
  source: RowSource,
  failed: AttemptTrace & { readonly reply: string },
  licences: readonly string[],
  found: readonly TextFound[],
): DraftRow | Refusal {
  const { trace, attempt, patch } = source;
  const task = shownTask(trace, failed, patch, found);
  if ("reason" in task) return task;
  const own = shownTask(trace, attempt, patch, found);
  if ("reason" in own) return own;
  const listed = (findings: typeof task.asked.findings): string =>
    JSON.stringify(findings.map(({ id, ruleId }) => [id, ruleId]));
  if (listed(task.asked.findings) !== listed(own.asked.findings))
    return { reason: "other-findings", detail: "the failed attempt was asked for other findings" };
  const answer = answerOf(source, task);
  if (answer === undefined) return NOT_EXPRESSIBLE;
  const wrong = readAnswer(failed.reply, task.asked)?.after;
  if (bare(answer.text) === bare(failed.reply) || (wrong !== undefined && bare(wrong) === bare(task.after)))
    return { reason: "only-blanks", detail: "both answers make the same of the file, but for white space" };
  return draftRow(source, failed, task, answer, licences, { reply: failed.reply, attempt: failed });
}

const bare = (text: string): string => text.replace(/\s+/g, "");
