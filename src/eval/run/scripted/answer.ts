import type { Strategy } from "../../../domain/outcome.ts";
import type { EvalCase } from "../../cases/case.ts";
import { writeReply } from "./forms.ts";
import { type Aim, contentLines, hunksBetween } from "./hunks.ts";
import { placeHunks } from "./place.ts";
import { type PromptView, readPrompt } from "./read-prompt.ts";

/** One request about one file of a case. */
export interface AskedOf {
  /** As the pipeline names the file. */
  readonly path: string;
  /** As the case names it. */
  readonly casePath: string;
  readonly strategy: Strategy;
  readonly user: string;
  /** Ids of the findings asked about, in the order in which the prompt must number them. */
  readonly findings: readonly { readonly id: string; readonly ruleId: string }[];
  /** All targets of the case in this file, in the text before. */
  readonly aims: readonly Aim[];
}

/**
 * What a model would say that knows the reference, and of its task only what the prompt shows: a prompt that lost its code
 * or its findings gets the answer that it deserves.
 */
export function referenceReply(kase: EvalCase, asked: AskedOf): string {
  const before = kase.before.get(asked.casePath);
  const after = kase.after.get(asked.casePath);
  if (!before || !after) return declined(`the reference leaves ${asked.casePath} as it is`);
  const view = readPrompt(asked.user);
  const unseen = asked.findings.findIndex(({ ruleId }, at) => view.findings[at]?.rule !== ruleId);
  if (unseen !== -1)
    return declined(`the prompt does not name finding ${unseen + 1} (${asked.findings[unseen]?.ruleId})`);
  if (view.lines.length === 0 && before.text !== "") return declined("the prompt shows no lines of the file");
  const ids = new Set(asked.findings.map(({ id }) => id));
  const wanted = hunksBetween(before.text, after.text, asked.aims).filter(({ owners }) =>
    owners.some((owner) => ids.has(owner)),
  );
  const lines = linesFor(view, before.text, asked.strategy, kase);
  const edits = placeHunks(wanted, lines);
  if (edits.length === 0) return declined("the prompt shows none of the lines that the reference changes");
  const answer = {
    path: asked.path,
    strategy: asked.strategy,
    lines,
    endsWithNewline: /[\r\n]$/.test(before.text),
    edits,
    numberOf: new Map(asked.findings.map(({ id }, at) => [id, at + 1])),
  };
  return writeReply(answer, kase.spec.replyForm);
}

/** A diff or a whole file has lines that a prompt may have left out; a model that sees parts can only give edits. */
function linesFor(view: PromptView, before: string, strategy: Strategy, { spec }: EvalCase): PromptView["lines"] {
  const needsAll = strategy === "v1" || spec.replyForm === "whole-file" || spec.replyForm.startsWith("diff");
  if (view.whole || !needsAll) return view.lines;
  return contentLines(before).map((text, at) => ({ number: at + 1, text }));
}

function declined(why: string): string {
  return JSON.stringify({ edits: [], explanation: "", unfixable: why });
}
