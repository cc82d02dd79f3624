import type { Criterion, Verdict } from "./judge.ts";
import type { CorrectedRate, Kappa, Rate } from "./statistics.ts";

/** Labels for showing to judges, for improving them, and for measuring them (traces.md, 5, P4). */
export const SPLITS = ["train", "dev", "test"] as const;
export type Split = (typeof SPLITS)[number];

/** `trusted` may gate; `advisory` may rank and fill queues; `rejected` is good for nothing (traces.md, 5, P7). */
export const GRADES = ["trusted", "advisory", "rejected"] as const;
export type Grade = (typeof GRADES)[number];

/** People's word first: `truePass`, both pass; `falsePass`, the judge passes what people fail. */
export interface Confusion {
  readonly truePass: number;
  readonly falsePass: number;
  readonly falseFail: number;
  readonly trueFail: number;
}

/** A judge against people on one split. Shares are weighed by 1 / sample probability where that is known; counts are not. */
export interface Agreement {
  readonly n: number;
  readonly confusion: Confusion;
  /** Of what people pass, what the judge passes. */
  readonly tpr: Rate;
  /** Of what people fail, what the judge fails. */
  readonly tnr: Rate;
  readonly agreement: Rate;
  readonly kappa: Kappa;
}

/** Two people who labelled the same attempts without seeing each other's labels. */
export interface HumanAgreement extends Kappa {
  readonly raters: readonly string[];
}

/** How a judge does on one rule family, against all other families. */
export interface FamilyAgreement {
  readonly family: string;
  readonly tpr: Rate;
  readonly tnr: Rate;
  readonly tprP: number;
  readonly tnrP: number;
  /** The smaller of both, adjusted for all families and both rates (Holm). */
  readonly p: number;
  /** Significantly worse than elsewhere: do not trust it here. */
  readonly worse: boolean;
}

/** One attempt that people and the judge spoke of. */
export interface CalibrationItem {
  readonly attemptId: string;
  readonly repairId: string;
  /** Of the attempt within its repair, 1-based. */
  readonly number: number;
  readonly split: Split;
  readonly human: Verdict;
  readonly judge: Verdict;
  readonly family: string;
}

/** Labels that do not count, by the reason. */
export interface LeftOut {
  readonly unsure: number;
  /** Raters who disagree, without the principal rater's word. */
  readonly tied: number;
  /** The judge has not been asked. */
  readonly notJudged: number;
  /** Equal, or nearly, to another labelled patch of the same rule. */
  readonly nearDuplicates: number;
  /** Attempts with a check that did not pass. */
  readonly notProved: number;
  /** Accepted as corrections: the judge may have been shown them. */
  readonly corrections: number;
}

/** What a calibration measured. */
export interface CalibrationReport {
  /** Improve the judge by these; they say nothing about how good it is. */
  readonly dev: Agreement;
  /** What counts. */
  readonly test: Agreement;
  readonly train: number;
  readonly humans?: HumanAgreement;
  /** Attempts that were judged several times, and those of them whose verdicts differ. */
  readonly flips: Rate;
  readonly families: readonly FamilyAgreement[];
  /** Verdicts as the judge gave them, over everything that it judged. */
  readonly raw: Rate;
  /** What people would have passed of that (Lee et al. 2025); undefined if the judge tells nothing. */
  readonly corrected?: CorrectedRate;
  /** Of its verdicts with the number of changed lines, -1 to 1: far from 0, it judges length. */
  readonly lengthCorrelation?: number;
  /** Patches that were made by the judge's own model, and what it passes of those and of the others. */
  readonly ownModel: { readonly own: Rate; readonly others: Rate };
  readonly grade: Grade;
  /** Why not better, one sentence each; empty for a trusted judge. */
  readonly shortfalls: readonly string[];
  /** Whether it agrees with people more than 85 %: only ever said when the lower bound says so. */
  readonly claim: string;
  readonly weighted: boolean;
  /** Whose word counts where raters differ: who labelled most. */
  readonly principal?: string;
  /** How many calibrations of this criterion have looked at the test split, this one included. */
  readonly testUses: number;
  readonly leftOut: LeftOut;
  readonly items: readonly CalibrationItem[];
  /** The split of every group (repository and file) by its hash: the next calibration keeps them. */
  readonly splits: Readonly<Record<string, Split>>;
}

/** A judge measured at one time: never changed, only outdated. */
export interface Calibration {
  readonly id: string;
  readonly judgeId: string;
  readonly criterion: Criterion;
  readonly at: number;
  /** Milliseconds since the epoch, UTC. */
  readonly expiresAt: number;
  /** The models that gave the verdicts that were measured, as the provider names them, sorted. */
  readonly answeredBy: readonly string[];
  readonly report: CalibrationReport;
}
