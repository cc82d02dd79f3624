import type { Finding } from "../../domain/finding.ts";
import { editCandidate } from "../../fix/candidate.ts";
import type { ReplyReading } from "../../fix/model/reply.ts";
import { editsBetween } from "../../patch/edits.ts";
import type { Answer, Question } from "./ask.ts";
import type { ModelState, ModelTools } from "./tools.ts";

const NOTHING: ReadonlyMap<Finding, string> = new Map();

/**
 * Reads a reply as the one-shot baseline does (design.md, `v1`): a raw unified diff, out of its fence if there is one, given
 * to `git apply` as it is. Nothing is mended.
 */
export async function readBaseline(
  question: Question,
  answer: Extract<Answer, { kind: "reply" }>,
  state: ModelState,
  tools: ModelTools,
): Promise<ReplyReading> {
  const fenced = /```[^\n]*\n([\s\S]*?)```/.exec(answer.text)?.[1];
  const applied = await tools.applyRaw(fenced ?? answer.text, state.repair);
  if ("refused" in applied)
    return { kind: "refused", code: "APPLY_GIT_REFUSED", reason: applied.refused, mended: [], notFixed: NOTHING };
  const claims = question.open.map(({ finding }) => finding);
  const other = applied.find(({ path }) => path !== question.path);
  if (other)
    return {
      kind: "refused",
      code: "SCOPE_UNRELATED_FILE",
      reason: `the diff changes ${other.path}`,
      mended: [],
      notFixed: NOTHING,
    };
  const edits = applied.flatMap(({ path, before, after }) =>
    editsBetween(before ?? "", after ?? "").map((edit) => ({ ...edit, path })),
  );
  const whole = editCandidate(
    { source: "model", strategy: "v1", findings: claims, edits, summary: "one-shot diff", attemptId: answer.attemptId },
    state.repair.ground.texts,
  );
  if ("unusable" in whole)
    return { kind: "refused", code: "DIFF_EMPTY", reason: whole.unusable, mended: [], notFixed: NOTHING };
  return { kind: "candidates", parts: [], whole, mended: [], notFixed: NOTHING, refused: new Map() };
}
