/** The rungs of the ladder in order (design.md, section 2). */
export const CHECKS = [
  "anchored",
  "applies",
  "scoped",
  "parses",
  "cleared",
  "clean",
  "honest",
  "tests",
  "judged",
] as const;
export type CheckName = (typeof CHECKS)[number];

/**
 * Stable codes of what failed (traces.md, 7.1): the API between checks, feedback prompts, clusters and evals.
 * Failures are grouped by these without reading their texts.
 */
export type CheckCode =
  | "LLM_TIMEOUT"
  | "LLM_RATE_LIMIT"
  | "LLM_AUTH"
  | "LLM_CONTENT_FILTER"
  | "LLM_CONTEXT_OVERFLOW"
  | "LLM_TRUNCATED"
  | "LLM_EMPTY"
  | "LLM_ERROR"
  | "BUDGET_EXCEEDED"
  | "PARSE_NOT_JSON"
  | "PARSE_SCHEMA"
  | "PARSE_NO_PATCH"
  | "PARSE_PROSE_ONLY"
  | "PARSE_MULTIPLE_ANSWERS"
  | "PARSE_ELISION"
  | "DIFF_NO_HEADER"
  | "DIFF_BAD_HUNK_COUNT"
  | "DIFF_BAD_LINE_NUMBERS"
  | "DIFF_EMPTY"
  | "DIFF_BINARY"
  | "APPLY_CONTEXT_MISMATCH"
  | "APPLY_AMBIGUOUS"
  | "APPLY_OVERLAP"
  | "APPLY_FILE_MISSING"
  | "APPLY_OUTSIDE_REPO"
  | "APPLY_STALE_BASE"
  | "APPLY_ENCODING"
  | "APPLY_GIT_REFUSED"
  | "SCOPE_UNRELATED_FILE"
  | "SCOPE_TOO_LARGE"
  | "SCOPE_TOO_FAR"
  | "SCOPE_PROTECTED_PATH"
  | "SCOPE_SUPPRESSION_ADDED"
  | "SCOPE_CONFIG_RELAXED"
  | "SCOPE_TEST_EDITED"
  | "SCOPE_ASSERTION_WEAKENED"
  | "SCOPE_EXCEPTION_SWALLOWED"
  | "SCOPE_DEPENDENCY_CHANGED"
  | "SCOPE_DELETED_CODE"
  | "SYNTAX_ERROR"
  | "TYPE_NEW_ERROR"
  | "BUILD_FAILED"
  | "TARGET_STILL_FIRES"
  | "TARGET_MOVED"
  | "TARGET_NOT_REPRODUCED"
  | "ANALYZER_UNAVAILABLE"
  | "NEW_FINDING_SAME_RULE"
  | "NEW_FINDING_OTHER"
  | "TEST_FAILED"
  | "TEST_TIMEOUT"
  | "TEST_FLAKY"
  | "NO_TESTS_FOUND"
  | "SECRET_INTRODUCED"
  | "SANDBOX_ERROR"
  | "TOOL_CRASH"
  | "NOT_CONVERGING"
  | "CONFLICT"
  | "JUDGED_UNFIT";

/** What one rung found out about one patch. `skip` always says why. */
export interface CheckResult {
  readonly name: CheckName;
  readonly status: "pass" | "fail" | "skip";
  /** Milliseconds spent on this patch; a share of the batch where patches were checked together. */
  readonly ms: number;
  /** One sentence for a person; for `fail`, what a retry needs to know. */
  readonly detail: string;
  readonly code?: CheckCode;
  /** What was executed: tools with their versions, commands, exit codes, what they reported. */
  readonly evidence?: Readonly<Record<string, unknown>>;
}
