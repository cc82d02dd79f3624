import type { CheckCode, CheckName } from "./check.ts";
import type { Source, Strategy } from "./outcome.ts";
import type { Rate } from "./statistics.ts";

/** Where the replies of an eval come from: recorded or scripted (free, the same each time), or a real model. */
export const EVAL_TIERS = ["replay", "live"] as const;
export type EvalTier = (typeof EVAL_TIERS)[number];

/**
 * What became of one case in one repetition: its expectations held or not; `errored`: an error of ours or of a provider kept
 * it from being decided; `skipped`: a tool that it needs is not here.
 */
export const EVAL_STATUSES = ["passed", "failed", "errored", "skipped"] as const;
export type EvalStatus = (typeof EVAL_STATUSES)[number];

/** What results are grouped by in tables; all optional, all short. */
export interface EvalSlices {
  readonly rule: string;
  /** `imports`, `docstrings`, `multi-line`, … */
  readonly family: string;
  readonly language: string;
  readonly strategy?: Strategy;
  /** Which source closed it, if one did. */
  readonly source?: Source;
  /** The recipe of a synthetic finding. */
  readonly recipe?: string;
}

/** One case, one variant, one repetition: a row of `test_results`. */
export interface EvalResult {
  readonly caseId: string;
  readonly name: string;
  /** Cases of one group are not independent: the file or repository that they were cut from. */
  readonly group: string;
  /** What was varied: `native`, `MODEL batch`, `MODEL v1`, … */
  readonly variant: string;
  /** 1-based. */
  readonly repetition: number;
  readonly status: EvalStatus;
  /** One sentence, of everything but passes. */
  readonly reason?: string;
  /** The check that failed first, if one did. */
  readonly check?: CheckName;
  readonly code?: CheckCode;
  /** The last attempt in the store, of those that asked a model. */
  readonly attemptId?: string;
  readonly attempts?: number;
  readonly tokens?: number;
  /** Whole millionths of a US dollar; undefined where no model was asked or its price is not known. */
  readonly costMicroUsd?: number;
  /** Milliseconds of the case, proving included. */
  readonly wallMs: number;
  readonly slices: EvalSlices;
}

/** One run of a suite: a row of `test_runs`. Its counts follow from its results. */
export interface EvalRun {
  /** ULID. */
  readonly id: string;
  readonly suite: string;
  readonly tier: EvalTier;
  /** Milliseconds since the epoch, UTC. */
  readonly at: number;
  readonly commit?: string;
  readonly dirty?: boolean;
  readonly toolVersion: string;
  /** Prompt templates by name with their version, those that were used. */
  readonly prompts: Readonly<Record<string, number>>;
  /** As configured; empty for runs without a model. */
  readonly models: readonly string[];
  readonly strategy: "auto" | Strategy | "native";
  readonly repetitions: number;
  readonly seed?: number;
  readonly wallMs: number;
  /** Set by hand: the run that later ones are gated against. */
  readonly note?: string;
}

/** How a run's results add up. Each case counts once: with repetitions, as the mean of them. */
export interface EvalCounts {
  readonly cases: number;
  readonly passed: number;
  readonly failed: number;
  readonly errored: number;
  readonly skipped: number;
  /** Cases whose repetitions differ. */
  readonly flaky: number;
  readonly tokens: number;
  readonly costMicroUsd: number;
}

/** A run in a list. */
export interface EvalRunRow extends EvalRun {
  readonly counts: EvalCounts;
  /** Of the decided cases those that passed, with its 95 % interval; cases of one group are not independent. */
  readonly rate: Rate;
}
