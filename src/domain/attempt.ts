import type { CheckCode, CheckResult } from "./check.ts";
import type { Severity } from "./finding.ts";
import type { Source, Strategy } from "./outcome.ts";

/** How the run came about. */
export type RunKind = "local" | "ci" | "eval" | "replay" | "synthetic";

/** A run as it is kept: inserted when it starts, completed when it ends. Times are milliseconds since the epoch, UTC. */
export interface RunRecord {
  readonly id: string;
  readonly kind: RunKind;
  /** Name of the repository's folder or its remote, without credentials. */
  readonly repository: string;
  readonly commit?: string;
  readonly branch?: string;
  readonly dirty?: boolean;
  readonly toolVersion: string;
  readonly startedAt: number;
  readonly endedAt?: number;
  /** Undefined while it runs; `interrupted` is found out by whoever opens the store later. */
  readonly status?: "done" | "stopped" | "interrupted";
}

/** One finding as a repair refers to it. */
export interface AttemptFinding {
  /** Fingerprint. */
  readonly id: string;
  readonly tool: string;
  readonly ruleId: string;
  readonly severity: Severity;
  readonly path: string;
  readonly startLine: number;
  readonly endLine: number;
  readonly message: string;
}

export const REPAIR_STATUSES = ["accepted", "rejected", "failed", "dismissed", "budget", "interrupted"] as const;
export type RepairStatus = (typeof REPAIR_STATUSES)[number];

/** The work on one finding, or on the findings of one file in one batch: its attempts are 1..n without a hole. */
export interface RepairRecord {
  readonly id: string;
  readonly runId: string;
  readonly strategy: Strategy;
  readonly source: Source;
  readonly path: string;
  /** File ending without the dot, lower case; "" if none. */
  readonly fileType: string;
  /** Lines of the file as it was shown. */
  readonly fileLines: number;
  readonly findings: readonly AttemptFinding[];
  readonly startedAt: number;
  readonly endedAt?: number;
  /** Undefined while it is worked on. */
  readonly status?: RepairStatus;
  /** Why it ended: `accepted`, `same-reason-twice`, `attempts`, `budget`, `declined`, `provider`, … */
  readonly stopReason?: string;
  /** The ids of its findings that were closed. */
  readonly closed?: readonly string[];
}

/** What is known of an attempt before the model is asked. */
export interface AttemptStart {
  readonly id: string;
  readonly repairId: string;
  readonly runId: string;
  /** 1-based within its repair. */
  readonly number: number;
  /** The attempt before it in the same repair. */
  readonly previousId?: string;
  readonly model: string;
  readonly promptName: string;
  readonly promptVersion: number;
  /** SHA-256 (hex) of system and user prompt together. */
  readonly promptHash: string;
  readonly system: string;
  readonly prompt: string;
  /** What it was told of the attempt before. */
  readonly feedback?: string;
  readonly startedAt: number;
}

export const ATTEMPT_OUTCOMES = ["accepted", "rejected", "failed", "dismissed"] as const;
export type AttemptOutcome = (typeof ATTEMPT_OUTCOMES)[number];

/** What became of it. */
export interface AttemptEnd {
  readonly endedAt: number;
  readonly outcome: AttemptOutcome;
  /** The first thing that failed: a check, or `reply` (unreadable) or `provider` (none came). */
  readonly failedCheck?: string;
  readonly code?: CheckCode;
  /** One sentence: what the next attempt is told. */
  readonly reason?: string;
  readonly reply?: string;
  /** How the reply was asked for: `json-schema`, `json-object`, `tool`, `text`. */
  readonly mode?: string;
  readonly finishReason?: string;
  /** The model that answered, as the provider names it. */
  readonly answeredBy?: string;
  /** What was mended in the reply, as codes. */
  readonly mended: readonly string[];
  /** The canonical diff of what was tried, if the reply held one. */
  readonly patch?: string;
  readonly checks: readonly CheckResult[];
  readonly promptTokens?: number;
  readonly completionTokens?: number;
  readonly cachedTokens?: number;
  readonly reasoningTokens?: number;
  /** Millionths of a US dollar, whole; undefined if the price is not known. */
  readonly costMicroUsd?: number;
  readonly latencyMs: number;
  readonly transportRetries: number;
  readonly httpStatus?: number;
  /** The answer came from a recording or from an earlier run that was cut off: nothing was paid. */
  readonly replayed: boolean;
}
