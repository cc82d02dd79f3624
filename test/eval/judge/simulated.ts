import type { BlindLabel, Judge, Judgement, Verdict } from "../../../src/domain/judge.ts";
import { type Random, randomFrom } from "../../../src/domain/statistics.ts";

export const NOW = Date.UTC(2026, 10, 22, 12);
export const DAY = 86_400_000;

export const JUDGE: Judge = {
  id: "judge-1",
  criterion: "overall",
  model: "scripted:judge",
  params: { maxOutputTokens: 500 },
  prompt: "judge@1",
  promptSha: "a".repeat(64),
  rubricSha: "b".repeat(64),
  examples: [],
  createdAt: NOW,
};

export function label(n: number, more: Partial<BlindLabel> = {}): BlindLabel {
  const id = String(n).padStart(6, "0");
  return {
    id: `label-${id}`,
    attemptId: `attempt-${id}`,
    repairId: `repair-${id}`,
    number: 1,
    rater: "ada",
    value: "good",
    sawLabels: false,
    repository: `repo-${n % 13}`,
    path: `src/file${n}.py`,
    ruleId: "F401",
    family: "F",
    patchHash: `hash-${id}`,
    patch: `--- a/f.py\n+++ b/f.py\n@@ -1,2 +1,1 @@\n-import module_${n} as name_${n}, other_${n * 7}\n x\n`,
    changedLines: 1 + (n % 9),
    model: "openai:patcher",
    proved: true,
    ...more,
  };
}

export function judgement(n: number, verdict: Verdict, more: Partial<Judgement> = {}): Judgement {
  const id = String(n).padStart(6, "0");
  return {
    id: `judgement-${id}-${more.sample ?? 1}`,
    judgeId: JUDGE.id,
    attemptId: `attempt-${id}`,
    purpose: "run",
    sample: 1,
    verdict,
    critique: "Because.",
    answeredBy: "judge-2026-11",
    at: NOW - DAY,
    ...more,
  };
}

export interface Planted {
  readonly count: number;
  /** Share of patches that people call good. */
  readonly good: number;
  readonly tpr: number;
  readonly tnr: number;
  readonly seed: number;
}

/** Labels, and a judge that errs exactly as often as it is told to, within the rounding of counts. */
export function planted({ count, good, tpr, tnr, seed }: Planted): { labels: BlindLabel[]; judgements: Judgement[] } {
  const random = randomFrom(seed);
  const labels = Array.from({ length: count }, (_, n) => label(n, { value: n < count * good ? "good" : "bad" }));
  const right = new Set([...hits(labels, "good", tpr, random), ...hits(labels, "bad", tnr, random)]);
  const judgements = labels.map(({ value, attemptId }, n) =>
    judgement(n, (value === "good") === right.has(attemptId) ? "pass" : "fail"),
  );
  return { labels, judgements };
}

function hits(labels: readonly BlindLabel[], value: string, share: number, random: Random): string[] {
  const of = labels.filter((each) => each.value === value).map((each) => ({ id: each.attemptId, at: random() }));
  return of
    .sort((a, b) => a.at - b.at)
    .slice(0, Math.round(share * of.length))
    .map(({ id }) => id);
}
