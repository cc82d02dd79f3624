import type { AttemptFinding } from "./attempt.ts";
import type { CheckCode, CheckResult } from "./check.ts";
import type { LabelValue } from "./label.ts";

/** What a judge may say of a patch; nothing between. */
export const VERDICTS = ["pass", "fail"] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What is judged. `overall`: would a careful reviewer merge it? The others ask one thing each (traces.md, 5, P0). */
export const CRITERIA = ["overall", "resolves_root_cause", "behaviour_preserved", "minimal", "idiomatic"] as const;
export type Criterion = (typeof CRITERIA)[number];

export interface JudgeParams {
  readonly maxOutputTokens: number;
  /** Sampling temperature; the provider's own if left out. */
  readonly temperature?: number;
}

/** A judge never changes: other rubrics, another prompt, model, parameter or example make another judge. */
export interface Judge {
  /** The first 12 hex digits of the SHA-256 of everything below but the time. */
  readonly id: string;
  readonly criterion: Criterion;
  /** As configured: `provider:name`. */
  readonly model: string;
  readonly params: JudgeParams;
  /** `name@version`. */
  readonly prompt: string;
  /** Hex. */
  readonly promptSha: string;
  /** Of all rubrics together, hex. */
  readonly rubricSha: string;
  /** Ids of the corrections that it is shown as examples, sorted. */
  readonly examples: readonly string[];
  /** When it was first asked: milliseconds since the epoch, UTC. */
  readonly createdAt: number;
}

/** Why a judge was asked: to judge recorded attempts, to be checked for drift, or as the last rung of a run. */
export const JUDGE_PURPOSES = ["run", "anchor", "gate"] as const;
export type JudgePurpose = (typeof JUDGE_PURPOSES)[number];

/** One request to a judge and what came of it. Texts are redacted. */
export interface JudgeCall {
  /** ULID. */
  readonly id: string;
  readonly judgeId: string;
  readonly attemptId: string;
  readonly purpose: JudgePurpose;
  /** 1-based: which of several times that the same was asked. */
  readonly sample: number;
  /** Undefined if no answer came or it could not be read; `code` and `reason` say why then. */
  readonly verdict?: Verdict;
  /** Written before the verdict. */
  readonly critique?: string;
  readonly code?: CheckCode;
  readonly reason?: string;
  /** The model that answered, as the provider names it. */
  readonly answeredBy?: string;
  readonly system: string;
  readonly prompt: string;
  readonly reply?: string;
  readonly promptTokens?: number;
  readonly completionTokens?: number;
  /** Whole millionths of a US dollar; undefined if the price is not known. */
  readonly costMicroUsd?: number;
  readonly latencyMs: number;
  /** The answer came from a recording: nothing was paid. */
  readonly replayed: boolean;
  /** Milliseconds since the epoch, UTC. */
  readonly at: number;
}

/** A judge's word on one attempt: rows are only ever added. */
export interface Judgement {
  readonly id: string;
  readonly judgeId: string;
  readonly attemptId: string;
  readonly purpose: JudgePurpose;
  readonly sample: number;
  readonly verdict: Verdict;
  readonly critique: string;
  readonly answeredBy?: string;
  readonly costMicroUsd?: number;
  readonly at: number;
}

/** What a judge is shown of a patch. */
export interface JudgedPatch {
  readonly findings: readonly AttemptFinding[];
  /** Canonical unified diff. */
  readonly patch: string;
  /** The file as the model saw it that made the patch, lines numbered; undefined if that is not known. */
  readonly code?: string;
  /** The ladder's: none of them failed. */
  readonly checks: readonly CheckResult[];
}

/** An attempt whose every check passed, with what a judge is shown of it and what it is sorted by. */
export interface JudgedAttempt extends JudgedPatch {
  readonly id: string;
  readonly repairId: string;
  /** The model that made the patch. */
  readonly model: string;
}

/** A person's word on an attempt, given without having seen a judge's, with what splitting and weighing needs. */
export interface BlindLabel {
  readonly id: string;
  readonly attemptId: string;
  readonly repairId: string;
  /** Of the attempt within its repair, 1-based. */
  readonly number: number;
  readonly rater: string;
  readonly value: LabelValue;
  readonly note?: string;
  /** The rater had seen what other raters said: no second opinion. */
  readonly sawLabels: boolean;
  readonly repository: string;
  readonly path: string;
  /** Of its first finding. */
  readonly ruleId: string;
  readonly family: string;
  /** Hash of the changed lines, blanks folded. */
  readonly patchHash: string;
  readonly patch: string;
  readonly changedLines: number;
  /** The model that made the patch. */
  readonly model: string;
  /** Every check of the attempt passed: only such attempts are judged. */
  readonly proved: boolean;
  /** The chance with which it was drawn to be labelled, above 0 and at most 1; undefined if nobody wrote that down. */
  readonly sampleProb?: number;
}

/** With which chance an attempt was drawn to be labelled. */
export interface SampleDraw {
  readonly attemptId: string;
  readonly criterion: Criterion;
  readonly probability: number;
  readonly stratum: string;
  readonly at: number;
}

/** A disagreement in which a person was found right: the judges to come are shown it. */
export interface Correction {
  readonly id: string;
  readonly attemptId: string;
  readonly criterion: Criterion;
  readonly judgementId: string;
  /** What is right. */
  readonly verdict: Verdict;
  /** Why, in the rater's words; "" if they gave none. */
  readonly note: string;
  readonly rater: string;
  readonly at: number;
}
