import type { DatasetRow, Refused } from "../../domain/dataset.ts";
import { sha256 } from "../../domain/digest.ts";
import { mend } from "../../patch/mend/mend.ts";
import { patchFacts } from "../../trace/patch-facts.ts";
import type { TextFound } from "./base-text.ts";
import { isPlainAnswer } from "./plain-answer.ts";
import { type Asked, readAnswer } from "./read-answer.ts";
import { renderAnswer } from "./render-answer.ts";
import { type ShownTask, shownTask } from "./shown-task.ts";
import type { RowSource } from "./sources.ts";

/** A row before its tokens are counted, with what its answer is about. */
export interface DraftRow {
  readonly row: Omit<DatasetRow, "tokens">;
  readonly asked: Asked;
}

type Refusal = Pick<Refused, "reason" | "detail">;

/** A source as a row: the model's own words where nothing had to be mended in them, else an answer made from the patch. */
export function makeRow(
  source: RowSource,
  licences: readonly string[],
  found: readonly TextFound[],
): DraftRow | Refusal {
  const { trace, attempt, patch } = source;
  const task = shownTask(trace, attempt, patch, found);
  if ("reason" in task) return task;
  const answer = answerOf(source, task);
  if (answer === undefined) return NOT_EXPRESSIBLE;
  return draftRow(source, attempt, task, answer, licences);
}

export const NOT_EXPRESSIBLE: Refusal = {
  reason: "not-expressible",
  detail: "edits of lines cannot say this change",
};

/** The exact reply if it is the source's own and gives the accepted text unmended; else the canonical answer. */
export function answerOf(source: RowSource, task: ShownTask): { text: string; isReply: boolean } | undefined {
  const { reply, mended = [] } = source.attempt;
  const isPlain = reply !== undefined && isPlainAnswer(reply, task.asked.strategy);
  if (source.answerFrom === "accepted-patch" && isPlain && mended.length === 0) {
    const read = readAnswer(reply, task.asked);
    if (read?.after === task.after && read.mended.length === 0) return { text: reply, isReply: true };
  }
  const text = renderAnswer(task.asked, task.after, explanationOf(source, task));
  return text === undefined ? undefined : { text, isReply: false };
}

/** What the model said it did, where the patch is its own; a plain sentence else. */
function explanationOf({ answerFrom, attempt, trace }: RowSource, { asked }: ShownTask): string {
  const files = new Map([[asked.path, asked.before]]);
  const mended =
    answerFrom === "accepted-patch" ? mend({ files, reply: attempt.reply ?? "", path: asked.path }) : undefined;
  if (mended?.outcome === "patched" && mended.explanation) return mended.explanation;
  const rules = [...new Set(trace.repair.findings.map(({ ruleId }) => ruleId))].join(", ");
  return `Fixes ${rules}.`;
}

/** `shown`: the attempt whose prompt the row holds, which is a failed one in preference pairs. */
export function draftRow(
  source: RowSource,
  shown: RowSource["attempt"],
  { asked, after, from }: ShownTask,
  answer: { readonly text: string; readonly isReply: boolean },
  licences: readonly string[],
  failed?: { readonly reply: string; readonly attempt: RowSource["attempt"] },
): DraftRow {
  const { trace, attempt, label, answerFrom, patch } = source;
  const { run, repair } = trace;
  const rules = [...new Set(asked.findings.map(({ ruleId }) => ruleId))].sort().join("+");
  const learned = [shown.system, shown.prompt, answer.text, failed?.reply ?? ""];
  const row: DraftRow["row"] = {
    id: sha256(JSON.stringify(learned)),
    system: shown.system,
    prompt: shown.prompt,
    answer: answer.text,
    ...(failed && { notAnswer: failed.reply }),
    path: repair.path,
    before: asked.before,
    after,
    patch,
    strategy: repair.strategy,
    findings: asked.findings.map(({ id, tool, ruleId, message }) => ({ id, tool, ruleId, message })),
    provenance: {
      answerFrom: answer.isReply ? "reply" : answerFrom,
      textFrom: from,
      labelId: label.id,
      attemptId: attempt.id,
      ...(failed && { failedAttemptId: failed.attempt.id }),
      ...(failed?.attempt.code && { failedCode: failed.attempt.code }),
      repairId: repair.id,
      runId: run.id,
      repository: run.repository,
      licences,
      ...(run.commit !== undefined && { commit: run.commit }),
      model: attempt.model,
      template: `${shown.promptName}@${shown.promptVersion}`,
      dupGroup: `${rules} ${patchFacts(patch).normalHash}`,
    },
  };
  return { row, asked };
}
