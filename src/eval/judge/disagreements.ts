import type { Calibration, Split } from "../../domain/calibration.ts";
import { PatchProError } from "../../domain/errors.ts";
import type { BlindLabel, Correction, Criterion, Judge, Judgement, Verdict } from "../../domain/judge.ts";
import type { Judgements } from "../../ports/judgements.ts";
import type { JudgeExample } from "./prompt.ts";
import { groupKey, splitGroups } from "./split.ts";
import { truthOf } from "./truth.ts";

/** A patch on which people and a judge say the opposite. */
export interface Disagreement {
  readonly judgementId: string;
  readonly attemptId: string;
  readonly repairId: string;
  readonly number: number;
  readonly ruleId: string;
  readonly path: string;
  readonly human: Verdict;
  readonly judge: Verdict;
  readonly critique: string;
  readonly rater: string;
  readonly note: string;
  readonly split: Split;
  /** Judges to come are shown it. */
  readonly accepted: boolean;
}

interface DisagreementInput {
  readonly labels: readonly BlindLabel[];
  readonly judgements: readonly Judgement[];
  readonly corrections: readonly Correction[];
  /** Of the criterion, newest first. */
  readonly earlier: readonly Calibration[];
}

/** What a judge passed and people did not comes first: it is what would go out. */
export function disagreementsOf({ labels, judgements, corrections, earlier }: DisagreementInput): Disagreement[] {
  const { items } = truthOf(labels, earlier[0]?.report.principal);
  const splits = splitGroups(items, earlier[0]?.report.splits);
  const accepted = new Set(corrections.map(({ attemptId }) => attemptId));
  const first = new Map<string, Judgement>();
  for (const each of judgements)
    if (each.purpose !== "anchor" && !first.has(each.attemptId)) first.set(each.attemptId, each);
  const found = items.flatMap((item): Disagreement[] => {
    const said = first.get(item.attemptId);
    if (!said || said.verdict === item.verdict) return [];
    const { repairId, number, ruleId, path, rater, note = "" } = item.label;
    return [
      {
        judgementId: said.id,
        attemptId: item.attemptId,
        repairId,
        number,
        ruleId,
        path,
        human: item.verdict,
        judge: said.verdict,
        critique: said.critique,
        rater,
        note,
        split: splits[groupKey(item)] ?? "train",
        accepted: accepted.has(item.attemptId),
      },
    ];
  });
  return found.sort(
    (a, b) => Number(b.judge === "pass") - Number(a.judge === "pass") || (a.attemptId < b.attemptId ? -1 : 1),
  );
}

/**
 * Accepts that a person was right: the patch goes to *train*, judges to come are shown it, and nothing is measured by it any
 * more. One of the test split is refused: taking out what a judge gets wrong would make every measure of it a lie.
 */
export async function acceptCorrection(
  store: Judgements,
  judge: Judge,
  attemptId: string,
  { rater, now, newId }: { readonly rater: string; readonly now: number; readonly newId: () => string },
): Promise<Correction> {
  const { criterion } = judge;
  const found = (await readDisagreements(store, judge)).find((each) => each.attemptId === attemptId);
  if (!found)
    throw new PatchProError(
      "input",
      `The judge ${judge.id} and people do not disagree on the attempt ${attemptId}.`,
      "Load the page again: a label may have changed.",
    );
  if (found.split === "test")
    throw new PatchProError(
      "input",
      "This patch is in the test split, by which judges are measured: they may not be shown it.",
      "Mend the rubric instead, or accept a disagreement of the train or dev split.",
    );
  const known = (await store.corrections(criterion)).find((each) => each.attemptId === attemptId);
  if (known?.verdict === found.human) return known;
  const { judgementId, human, note } = found;
  const correction = { id: newId(), attemptId, criterion, judgementId, verdict: human, note, rater, at: now };
  await store.addCorrection(correction);
  return correction;
}

export async function readDisagreements(store: Judgements, { id, criterion }: Judge): Promise<Disagreement[]> {
  const [labels, judgements, corrections, calibrations] = await Promise.all([
    store.blindLabels(criterion),
    store.judgements(id),
    store.corrections(criterion),
    store.calibrations(),
  ]);
  const earlier = calibrations.filter((each) => each.criterion === criterion);
  return disagreementsOf({ labels, judgements, corrections, earlier });
}

/** The corrections of a criterion as a judge is shown them, with their ids: they are part of what it is. */
export async function judgeExamples(
  store: Judgements,
  criterion: Criterion,
): Promise<{ readonly ids: readonly string[]; readonly examples: readonly JudgeExample[] }> {
  const corrections = await store.corrections(criterion);
  const examples: JudgeExample[] = [];
  for (const { attemptId, verdict, note } of corrections) {
    const attempt = await store.attempt(attemptId);
    const ruleId = attempt?.findings[0]?.ruleId;
    if (attempt && ruleId !== undefined) examples.push({ ruleId, patch: attempt.patch, verdict, note });
  }
  return { ids: corrections.map(({ id }) => id), examples };
}
