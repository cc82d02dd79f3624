import type { Agreement, Confusion, FamilyAgreement } from "../../domain/calibration.ts";
import type { Verdict } from "../../domain/judge.ts";
import { fisherExact, holm, kappaInterval, type Rate, wilson } from "../../domain/statistics.ts";

/** People's word and the judge's on one attempt. */
export interface Compared {
  readonly human: Verdict;
  readonly judge: Verdict;
  readonly weight: number;
  readonly family: string;
  /** Repository and file. */
  readonly group: string;
}

/** The same labels give the same interval; more draws than these move its ends by less than a point. */
export const DRAWS = { seed: 20_251_121, resamples: 2_000 };

/** How far a judge agrees with people, with 95 % intervals: Wilson's for shares, a bootstrap of files for kappa. */
export function agreementOf(items: readonly Compared[]): Agreement {
  const where = (human: Verdict, judge: Verdict): number =>
    items.filter((item) => item.human === human && item.judge === judge).length;
  const confusion: Confusion = {
    truePass: where("pass", "pass"),
    falsePass: where("fail", "pass"),
    falseFail: where("pass", "fail"),
    trueFail: where("fail", "fail"),
  };
  const agrees = ({ human, judge }: Compared): boolean => human === judge;
  return {
    n: items.length,
    confusion,
    tpr: weightedRate(ofHuman(items, "pass"), agrees),
    tnr: weightedRate(ofHuman(items, "fail"), agrees),
    agreement: weightedRate(items, agrees),
    kappa: kappaInterval(
      items.map(({ human, judge, group }) => ({ first: human, second: judge, group })),
      DRAWS,
    ),
  };
}

const ofHuman = <Item extends Compared>(items: readonly Item[], verdict: Verdict): Item[] =>
  items.filter(({ human }) => human === verdict);

/**
 * The weighed share of hits with Wilson's interval at the number of equally weighed units that says as much,
 * `(sum of w)^2 / sum of w^2` (Kish 1965). With equal weights it is Wilson's plain one. `count` and `n` are not weighed.
 */
export function weightedRate<Item extends { readonly weight: number }>(
  items: readonly Item[],
  isHit: (item: Item) => boolean,
): Rate {
  const hits = items.filter(isHit);
  const sum = (of: readonly Item[], power: 1 | 2): number =>
    of.reduce((total, { weight }) => total + weight ** power, 0);
  if (items.length === 0) return wilson(0, 0);
  const units = sum(items, 1) ** 2 / sum(items, 2);
  const share = Math.min(1, sum(hits, 1) / sum(items, 1));
  const { low, high } = wilson(share * units, units);
  return { count: hits.length, n: items.length, share, low, high };
}

/** Families with fewer compared attempts than this are not tested: nothing could be found. */
const FEW = 5;

/** Each rule family against all others together, in both rates; p values are adjusted for all of these tests (Holm). */
export function familiesOf(items: readonly Compared[]): FamilyAgreement[] {
  const names = [...Map.groupBy(items, ({ family }) => family)]
    .filter(([, of]) => of.length >= FEW)
    .map(([name]) => name);
  const tested = names.sort().map((family) => {
    const own = items.filter((item) => item.family === family);
    const rest = items.filter((item) => item.family !== family);
    return { family, own, rest, tprP: differenceP(own, rest, "pass"), tnrP: differenceP(own, rest, "fail") };
  });
  const adjusted = holm(tested.flatMap(({ tprP, tnrP }) => [tprP, tnrP]));
  return tested.map(({ family, own, rest, tprP, tnrP }, at) => {
    const [tpr, tnr, restTpr, restTnr] = [
      rateOf(own, "pass"),
      rateOf(own, "fail"),
      rateOf(rest, "pass"),
      rateOf(rest, "fail"),
    ];
    const [tprAdjusted = 1, tnrAdjusted = 1] = adjusted.slice(2 * at, 2 * at + 2);
    const worse =
      (tprAdjusted < 0.05 && (tpr.share ?? 1) < (restTpr.share ?? 0)) ||
      (tnrAdjusted < 0.05 && (tnr.share ?? 1) < (restTnr.share ?? 0));
    return { family, tpr, tnr, tprP, tnrP, p: Math.min(tprAdjusted, tnrAdjusted), worse };
  });
}

function rateOf(items: readonly Compared[], human: Verdict): Rate {
  return weightedRate(ofHuman(items, human), ({ judge }) => judge === human);
}

function differenceP(own: readonly Compared[], rest: readonly Compared[], human: Verdict): number {
  const [mine, others] = [ofHuman(own, human), ofHuman(rest, human)];
  const hits = (of: readonly Compared[]): number => of.filter(({ judge }) => judge === human).length;
  return mine.length === 0 || others.length === 0
    ? 1
    : fisherExact(hits(mine), mine.length, hits(others), others.length);
}
