import type { CheckCode, CheckName, CheckResult } from "./check.ts";
import type { CodemodName } from "./codemod.ts";
import type { Edit } from "./edit.ts";
import type { Finding, SkipReason } from "./finding.ts";

export const SOURCES = ["native", "codemod", "model"] as const;
export type Source = (typeof SOURCES)[number];
export const STRATEGIES = ["batch", "single", "v1"] as const;
export type Strategy = (typeof STRATEGIES)[number];

/** The texts of the files that a patch touches, before and after; `null`: the file does not exist on that side. */
export interface FileChange {
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly encoding: "utf8" | "latin1";
}

/** A change offered for one or more findings. `domain/candidate.ts` makes them. */
export interface Candidate {
  readonly id: string;
  readonly source: Source;
  readonly strategy?: Strategy;
  /** The findings that this is meant to close. */
  readonly findings: readonly Finding[];
  /** Texts are worked out when asked for, so that thousands of candidates stay small. */
  readonly changes: readonly FileChange[];
  /** What is replaced, in the base texts' offsets; empty for files that are made or deleted. */
  readonly edits: readonly Edit[];
  /** One line: what the fix does, in the tool's or the model's words. */
  readonly summary: string;
  readonly applicability?: "safe" | "unsafe" | "display" | "unknown";
  /** The codemod that made it, for a codemod's. */
  readonly codemod?: CodemodName;
  /** The attempt that made it, for a model's. */
  readonly attemptId?: string;
}

/** SHA-256 (hex) of a file's bytes before and after; `null`: the file does not exist on that side. */
export interface FileHashes {
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** A proved change with its canonical diff. */
export interface AcceptedPatch {
  readonly candidate: Candidate;
  readonly diff: Uint8Array;
  readonly checks: readonly CheckResult[];
  /** The files it changes, with the SHA-256 of their bytes on either side: worked out while the texts are at hand. */
  readonly files: readonly FileHashes[];
  /** Ids of the patches that must be applied first. */
  readonly after: readonly string[];
  /** Checks that the configuration did not require and that did not pass: what was not proved. */
  readonly unproved: readonly CheckName[];
}

/** Every finding ends in exactly one of these. */
export type Outcome =
  | {
      readonly kind: "accepted";
      readonly source: Source;
      readonly strategy?: Strategy;
      readonly patchId: string;
      readonly codemod?: CodemodName;
      readonly checks: readonly CheckResult[];
      readonly note?: string;
    }
  | {
      readonly kind: "rejected";
      readonly source?: Source;
      readonly strategy?: Strategy;
      readonly check: CheckName;
      readonly code?: CheckCode;
      readonly reason: string;
      readonly checks: readonly CheckResult[];
    }
  | { readonly kind: "skipped"; readonly skip: SkipReason; readonly reason: string }
  | { readonly kind: "failed"; readonly code: CheckCode; readonly reason: string };

export interface FindingOutcome {
  readonly finding: Finding;
  readonly outcome: Outcome;
}
