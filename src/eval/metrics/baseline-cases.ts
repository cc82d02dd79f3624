import type { EvalTier } from "../../domain/eval.ts";
import type { EvalCase } from "../cases/case.ts";

/** The same cases twice: as they are, and as the baseline meets them. */
export interface BaselineCases {
  readonly ours: readonly EvalCase[];
  readonly v1: readonly EvalCase[];
  /** Names of cases that the baseline cannot be asked about: a refusal is expected, or nothing says how it would reply. */
  readonly leftOut: readonly string[];
}

/**
 * What both can be held against: cases that should end in a patch. The baseline has no other source than the model, and
 * replies with a raw diff; in replay that diff is made from the reference.
 */
export function baselineCases(cases: readonly EvalCase[], tier: EvalTier): BaselineCases {
  const isFair = ({ spec, after, replies }: EvalCase): boolean =>
    spec.expect.outcome === "accepted" && (tier === "live" || after.size > 0 || replies.length > 0);
  const ours = cases.filter(isFair);
  return {
    ours,
    v1: ours.map(asBaseline),
    leftOut: cases.filter((kase) => !isFair(kase)).map(({ name }) => name),
  };
}

function asBaseline(kase: EvalCase): EvalCase {
  return {
    ...kase,
    spec: { ...kase.spec, sources: ["model"], expect: { outcome: "accepted" } },
    replies: kase.after.size > 0 ? [] : kase.replies,
  };
}

/** The same cases with the model as the only source, to compare what is made of a model's reply and nothing else. */
export function modelOnly(cases: readonly EvalCase[]): EvalCase[] {
  return cases.map((kase) => ({
    ...kase,
    spec: { ...kase.spec, sources: ["model"], expect: { outcome: "accepted" } },
  }));
}
