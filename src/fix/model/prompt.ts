import { sha256 } from "../../domain/digest.ts";
import { estimateTokens } from "./estimate.ts";
import { fenced, unusedMark } from "./fence.ts";
import { findingsList } from "./findings-list.ts";
import { Masker } from "./mask.ts";
import { fileNotes } from "./notes.ts";
import type { PromptSet } from "./prompt-set.ts";
import { wordRejection } from "./rejection.ts";
import { ruleAdvice, ruleDocumentation } from "./rule-docs.ts";
import { replySchemaOf } from "./schema.ts";
import { viewSource } from "./source-view.ts";
import type { BuiltPrompt, Example, RepairTask } from "./task.ts";
import { fill } from "./template.ts";
import { clipped, codeSpan, visible, visibleLine } from "./visible.ts";

const MOST_EXAMPLES = 3;
const EXAMPLE_LINES = 40;
const EXAMPLE_LENGTH = 3_000;

/**
 * The request for a model: what it is asked, with the file, the findings and whatever helps, each in a fence that its
 * text cannot close, and without secrets. Pure: the same task and prompts give the same words.
 *
 * The code shown stays within `task.contextTokens`, unless the lines of the findings alone need more.
 */
export function buildPrompt(task: RepairTask, prompts: PromptSet): BuiltPrompt {
  const { strategy } = task;
  const masker = new Masker(textsOf(task));
  const view = viewSource(task, masker);
  const rejection = task.rejection && wordRejection(task.rejection, masker);
  const data = {
    code: view.code,
    findings: findingsList(task.findings, view, masker),
    rules: ruleDocumentation(task.findings, task.ruleDocs, prompts.advice, masker),
    examples: (task.examples ?? [])
      .slice(0, MOST_EXAMPLES)
      .map((example, at) => describe(example, at, masker))
      .join("\n\n"),
    reason: rejection?.reason ?? "",
    previous: rejection?.previous ?? "",
  };
  const mark = unusedMark(Object.values(data));
  const block = (name: string, text: string, intro = "") => (text === "" ? "" : intro + fenced(name, mark, text));
  const notes = fileNotes({
    ...view,
    placeholder: masker.masks[0]?.placeholder,
    maxOutputTokens: task.maxOutputTokens,
  });
  const advice = ruleAdvice(task.findings, prompts.advice);
  const template = prompts.repair[strategy];
  const user = fill(template.user, {
    path: codeSpan(visibleLine(masker.hide(task.path), 1_000)),
    notes: notes === "" ? "" : `Mind:\n${notes}`,
    code: block("file", data.code),
    findings: block("findings", data.findings),
    rules: joined([
      advice === "" ? "" : `How these rules are fixed well:\n${advice}`,
      block("rules", data.rules, "What the analyzer's manual says:\n"),
    ]),
    examples: block("examples", data.examples, "Fixes of the same rule that were accepted before:\n"),
    rejection: joined([
      rejection?.verdict ?? "",
      block("reason", data.reason, "What the check found:\n"),
      block("previous-answer", data.previous, "What you answered:\n"),
    ]),
  });
  const shape = strategy === "v1" || task.shapeInWords === false ? "" : prompts.replyInText[strategy];
  const system = fill(template.system, { reply: shape });
  const schema = replySchemaOf(strategy);
  return {
    system,
    user,
    ...(schema && { schema }),
    promptName: template.name,
    promptVersion: template.version,
    promptHash: sha256(system + user),
    shown: view.shown,
    locked: view.locked,
    masks: masker.masks,
    estimatedTokens: estimateTokens(system) + estimateTokens(user),
  };
}

const joined = (parts: readonly string[]): string => parts.filter((part) => part !== "").join("\n\n");

function describe({ before, after, why }: Example, at: number, masker: Masker): string {
  const code = (text: string) => clipped(visible(masker.hide(text)), EXAMPLE_LINES, EXAMPLE_LENGTH);
  return [
    `Example ${at + 1}, before:`,
    code(before),
    `Example ${at + 1}, after:`,
    code(after),
    ...(why ? [`Why: ${visibleLine(masker.hide(why), 400)}`] : []),
  ].join("\n");
}

/** Everything in the prompt that others wrote. */
function textsOf(task: RepairTask): string[] {
  return [
    task.text,
    task.path,
    ...task.findings.flatMap((finding) => [finding.message, finding.ruleId]),
    ...Array.from(task.ruleDocs.values(), (doc) => `${doc.summary ?? ""}\n${doc.text}`),
    ...(task.examples ?? []).flatMap(({ before, after, why }) => [before, after, why ?? ""]),
    ...(task.rejection ? [task.rejection.previous, task.rejection.reason] : []),
  ];
}
