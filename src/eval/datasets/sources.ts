import type { AnswerOrigin, Refused } from "../../domain/dataset.ts";
import type { Label } from "../../domain/label.ts";
import type { AttemptTrace, RepairTrace } from "../../domain/trace.ts";

/** A labelled attempt whose patch, or its correction, may be learned from. */
export interface RowSource {
  readonly trace: RepairTrace;
  readonly attempt: AttemptTrace;
  readonly label: Label;
  readonly answerFrom: Extract<AnswerOrigin, "accepted-patch" | "corrected-patch">;
  /** Unified diff: what the attempt was accepted for, or what a person made of it. */
  readonly patch: string;
}

/** Runs whose attempts only measure. */
const MEASURING = new Set(["eval", "replay", "synthetic"]);
const OVERALL = "overall";

/**
 * Whether the labels of an attempt make it a source (traces.md, 7.5): a correction by a person, or a person's own "good" that
 * no other person disputes on an attempt that passed every check. Undefined for attempts without a label.
 */
export function sourceOf(
  trace: RepairTrace,
  attempt: AttemptTrace,
  labels: readonly Label[],
): RowSource | Refused | undefined {
  const overall = labels.filter(({ criterion }) => criterion === OVERALL);
  if (overall.length === 0) return undefined;
  const refuse = (reason: Refused["reason"], detail: string): Refused => ({ attemptId: attempt.id, reason, detail });
  if (MEASURING.has(trace.run.kind)) return refuse("eval-run", `its run is of kind ${trace.run.kind}`);
  const own = overall.filter(({ origin }) => origin === "human");
  const corrected = own.findLast(({ correctedPatch }) => correctedPatch !== undefined);
  if (corrected?.correctedPatch !== undefined)
    return { trace, attempt, label: corrected, answerFrom: "corrected-patch", patch: corrected.correctedPatch };
  const good = own.find(({ value }) => value === "good");
  if (!good) {
    const copied = overall.find(({ value, origin }) => value === "good" && origin !== "human");
    return copied
      ? refuse("propagated", `its label was ${copied.origin === "import" ? "imported" : "copied from an equal patch"}`)
      : refuse("not-good", `labelled ${overall.map(({ value }) => value).join(", ")}`);
  }
  if (own.some(({ value }) => value === "bad")) return refuse("disputed", "one person says good, another says bad");
  const failed = attempt.checks.find(({ status }) => status === "fail");
  if (attempt.outcome !== "accepted" || failed || attempt.patch === undefined)
    return refuse("not-verified", failed ? `the check ${failed.name} failed` : `it ended ${attempt.outcome ?? "open"}`);
  return { trace, attempt, label: good, answerFrom: "accepted-patch", patch: attempt.patch };
}

export function isRefused(result: object): result is Refused {
  return "reason" in result && "detail" in result;
}
