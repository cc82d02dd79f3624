import type { CheckCode } from "../../domain/check.ts";
import type { Finding } from "../../domain/finding.ts";
import type { ChangedFile } from "./changed-file.ts";

/** One way in which a change silences a finding instead of fixing it. */
export interface Dishonesty {
  readonly code: Extract<
    CheckCode,
    | "SCOPE_SUPPRESSION_ADDED"
    | "SCOPE_CONFIG_RELAXED"
    | "SCOPE_TEST_EDITED"
    | "SCOPE_ASSERTION_WEAKENED"
    | "SCOPE_EXCEPTION_SWALLOWED"
    | "SCOPE_DELETED_CODE"
    | "SECRET_INTRODUCED"
  >;
  readonly path: string;
  /** What was done and what to do instead: one sentence or two, for a person and for a retry. */
  readonly detail: string;
}

/** Looks for one kind of dishonesty in one file. Starts with a cheap look at the changed lines. */
export type Detector = (file: ChangedFile, findings: readonly Finding[]) => Dishonesty[];

/** How often each text occurs. */
export function countOf(texts: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}

export function matchCount(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
