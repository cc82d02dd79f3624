export const LABEL_VALUES = ["good", "bad", "unsure"] as const;
export type LabelValue = (typeof LABEL_VALUES)[number];

/** Who wrote a label: a person, a person for one of its duplicates, or an import. */
export type LabelOrigin = "human" | "propagated" | "import";

/** A person's word on one attempt. */
export interface NewLabel {
  readonly attemptId: string;
  readonly value: LabelValue;
  readonly rater: string;
  /** What is judged; `overall` unless a queue asks something narrower. */
  readonly criterion?: string;
  /** Why, in the rater's words. */
  readonly note?: string;
  /** Reasons picked by key, as codes. */
  readonly reasons?: readonly string[];
  /** What the model should have made: a unified diff that climbed the ladder. */
  readonly correctedPatch?: string;
  readonly queue?: string;
  readonly shownAt?: number;
  /** Milliseconds of attention, pauses over a minute left out. */
  readonly activeMs?: number;
  readonly sawJudge?: boolean;
  readonly sawLabels?: boolean;
}

/** A label as it is kept: rows are only ever added. The newest row of a rater on an attempt and criterion counts. */
export interface Label extends NewLabel {
  readonly id: string;
  readonly criterion: string;
  readonly decidedAt: number;
  readonly origin: LabelOrigin;
  /** The label that this one replaces. */
  readonly supersedes?: string;
  /** The label that this one was propagated from. */
  readonly cause?: string;
}
