import type { Refused, TextOrigin } from "../../domain/dataset.ts";
import type { Finding } from "../../domain/finding.ts";
import type { Strategy } from "../../domain/outcome.ts";
import type { AttemptTrace, RepairTrace } from "../../domain/trace.ts";
import { bothSides, type TextFound } from "./base-text.ts";
import { type PatchSection, patchSections } from "./patch-sections.ts";
import { lockedLines, type PromptView, viewOfPrompt } from "./prompt-view.ts";
import type { Asked } from "./read-answer.ts";
import { touchesLocked } from "./render-answer.ts";

/** A task as its prompt showed it, with the file before and after a patch. */
export interface ShownTask {
  readonly asked: Asked;
  readonly after: string;
  readonly from: TextOrigin;
}

type Refusal = Pick<Refused, "reason" | "detail">;

/** What a prompt asked, and what a patch makes of the file in it; or why that cannot be told any more. */
export function shownTask(
  trace: RepairTrace,
  attempt: AttemptTrace,
  patch: string,
  found: readonly TextFound[],
): ShownTask | Refusal {
  const { path, strategy } = trace.repair;
  const view = viewOfPrompt(attempt.prompt);
  if (!view) return { reason: "prompt-unreadable", detail: "the recorded prompt is not one of PatchPro's" };
  const sections = patchSections(patch);
  if (!sections) return { reason: "text-lost", detail: "the patch makes, deletes or renames files" };
  if (sections.some((section) => !names(section, path)))
    return { reason: "other-files", detail: `the patch changes other files than ${path}, the only one in the prompt` };
  const sides = bothSides(view, sections, found);
  if (!sides)
    return { reason: "text-lost", detail: `${path} has changed since, and the prompt does not show enough of it` };
  const asked = askedBy(view, strategy, trace, sides.before);
  if (touchesLocked(sides.before, sides.after, asked.locked))
    return { reason: "lines-not-shown", detail: "the patch changes lines that the prompt did not show" };
  return { asked, after: sides.after, from: sides.from };
}

/** Diffs name files from the repository's top level, repairs from the root below it. */
function names(section: PatchSection, path: string): boolean {
  return section.path === path || section.path.endsWith(`/${path}`);
}

function askedBy(view: PromptView, strategy: Strategy, { repair }: RepairTrace, before: string): Asked {
  const left = [...repair.findings];
  const findings = view.findings.map(({ ruleId, startLine, endLine }): Finding => {
    const nearest = left
      .filter((finding) => finding.ruleId === ruleId)
      .sort((a, b) => Math.abs(a.startLine - startLine) - Math.abs(b.startLine - startLine))[0];
    if (nearest) left.splice(left.indexOf(nearest), 1);
    const { id = "", tool = "", severity = "warning" as const, message = "" } = nearest ?? {};
    const place = { startLine, endLine, startColumn: 1, endColumn: 1 };
    return { id, tool, severity, message, ruleId, path: repair.path, ...place, fixes: [], witnesses: [] };
  });
  return { path: repair.path, before, strategy, findings, locked: lockedLines(view) };
}
