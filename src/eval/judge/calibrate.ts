import type { Calibration, CalibrationReport, HumanAgreement, Split } from "../../domain/calibration.ts";
import type { BlindLabel, Correction, Judge, Judgement, Verdict } from "../../domain/judge.ts";
import { kappaInterval, type Rate, wilson } from "../../domain/statistics.ts";
import { agreementOf, type Compared, DRAWS, familiesOf } from "./agreement.ts";
import { correctedBy } from "./corrected.ts";
import { correlation } from "./correlation.ts";
import { currentJudgements, expiryOf } from "./current.ts";
import { claimOf, gradeOf, shortfallsOf } from "./grade.ts";
import { groupKey, splitGroups } from "./split.ts";
import { type TrueItem, type Truth, truthOf } from "./truth.ts";

/** What a calibration looks at. */
export interface CalibrationInput {
  readonly judge: Judge;
  /** Blind labels of the judge's criterion, in order of time. */
  readonly labels: readonly BlindLabel[];
  readonly judgements: readonly Judgement[];
  readonly corrections: readonly Correction[];
  /** Earlier calibrations of the criterion, of all judges, newest first. */
  readonly earlier: readonly Calibration[];
  /** Whose word counts where raters differ; who labelled most if undefined. */
  readonly principal?: string;
}

/** Measures a judge against people (traces.md, 5, P2 to P8). */
export function calibrate(input: CalibrationInput, id: string, now: number): Calibration {
  const judgements = currentJudgements(input.judgements, now);
  const report = reportOf({ ...input, judgements });
  const answeredBy = new Set(judgements.map((each) => each.answeredBy).filter((name) => name !== undefined));
  return {
    id,
    judgeId: input.judge.id,
    criterion: input.judge.criterion,
    at: now,
    expiresAt: expiryOf(now),
    answeredBy: [...answeredBy].sort(),
    report,
  };
}

interface Measured extends Compared {
  readonly item: TrueItem;
  readonly split: Split;
}

function reportOf({ judge, labels, judgements, corrections, earlier, principal }: CalibrationInput): CalibrationReport {
  const truth = truthOf(labels, principal);
  const splits = splitGroups(truth.items, earlier[0]?.report.splits);
  const verdicts = firstVerdicts(judgements);
  const shown = new Set(corrections.map(({ attemptId }) => attemptId));
  const isShown = ({ duplicates }: TrueItem): boolean => duplicates.some((attemptId) => shown.has(attemptId));
  const judged = truth.items.filter(({ attemptId }) => verdicts.has(attemptId));
  const measured = judged
    .filter((item) => !isShown(item))
    .map((item) => measuredOf(item, splits, verdicts.get(item.attemptId) ?? "fail"));
  const [train, dev, test] = (["train", "dev", "test"] as const).map((split) =>
    measured.filter((each) => each.split === split),
  );
  const counted = { dev: agreementOf(dev ?? []), test: agreementOf(test ?? []) };
  const passed = [...verdicts.values()].filter((verdict) => verdict === "pass").length;
  const raw = wilson(passed, verdicts.size);
  const corrected = correctedBy(counted.test, raw);
  const humans = humansOf(truth);
  const lengths = correlation(
    measured.map((each) => [Number(each.judge === "pass"), Math.log1p(each.item.label.changedLines)]),
  );
  return {
    ...counted,
    train: train?.length ?? 0,
    ...(humans && { humans }),
    flips: flipsOf(judgements),
    families: familiesOf(test ?? []),
    raw,
    ...(corrected && { corrected }),
    ...(lengths !== undefined && { lengthCorrelation: lengths }),
    ownModel: { own: passesOf(measured, judge, true), others: passesOf(measured, judge, false) },
    grade: gradeOf(counted.test),
    shortfalls: shortfallsOf(counted.test),
    claim: claimOf(counted.test),
    weighted: measured.some(({ weight }) => weight !== 1),
    ...(truth.principal !== undefined && { principal: truth.principal }),
    testUses: earlier.length + 1,
    leftOut: {
      unsure: truth.unsure,
      tied: truth.tied,
      notJudged: truth.items.length - judged.length,
      nearDuplicates: truth.nearDuplicates,
      notProved: truth.notProved,
      corrections: judged.length - measured.length,
    },
    items: measured.map(({ item, split, human, judge: verdict, family }) => ({
      attemptId: item.attemptId,
      repairId: item.label.repairId,
      number: item.label.number,
      split,
      human,
      judge: verdict,
      family,
    })),
    splits,
  };
}

function measuredOf(item: TrueItem, splits: Readonly<Record<string, Split>>, judge: Verdict): Measured {
  const group = groupKey(item);
  const { verdict, weight, label } = item;
  return { item, group, split: splits[group] ?? "train", human: verdict, judge, weight, family: label.family };
}

/** What a judge first said of each attempt: what it would have said as a gate. Anchors are asked again later and do not count. */
export function firstVerdicts(judgements: readonly Judgement[]): Map<string, Verdict> {
  const first = new Map<string, Verdict>();
  for (const { attemptId, purpose, sample, verdict } of judgements) {
    if (purpose !== "anchor" && sample === 1 && !first.has(attemptId)) first.set(attemptId, verdict);
  }
  return first;
}

/** Of the attempts that were judged several times in one go, those whose verdicts differ. */
function flipsOf(judgements: readonly Judgement[]): Rate {
  const repeated = [
    ...Map.groupBy(
      judgements.filter(({ purpose }) => purpose !== "anchor"),
      ({ attemptId }) => attemptId,
    ).values(),
  ].filter((of) => new Set(of.map(({ sample }) => sample)).size > 1);
  return wilson(repeated.filter((of) => new Set(of.map(({ verdict }) => verdict)).size > 1).length, repeated.length);
}

function passesOf(measured: readonly Measured[], { model }: Judge, own: boolean): Rate {
  const of = measured.filter(({ item }) => (item.label.model === model) === own);
  return wilson(of.filter(({ judge }) => judge === "pass").length, of.length);
}

function humansOf({ pairs, raters }: Truth): HumanAgreement | undefined {
  return pairs.length === 0 ? undefined : { ...kappaInterval(pairs, DRAWS), raters };
}
