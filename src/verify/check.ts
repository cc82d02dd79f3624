import type { CheckCode, CheckResult } from "../domain/check.ts";
import type { Finding } from "../domain/finding.ts";
import type { FileChange, Source } from "../domain/outcome.ts";

/** What a check looks at: a candidate's texts and the findings that they are meant to close. */
export interface Examined {
  readonly changes: readonly FileChange[];
  readonly findings: readonly Finding[];
  /** Where the change came from. A tool's own fix may reach as far from its finding as it needs. */
  readonly source?: Source;
  /** Other files that an atomic fix of the tool itself edits. */
  readonly relatedPaths?: readonly string[];
}

/** A check's answer; the ladder adds the check's name and its time. */
export type Judgement = Omit<CheckResult, "name" | "ms">;

type Evidence = Readonly<Record<string, unknown>>;

export function passed(detail: string, evidence?: Evidence): Judgement {
  return { status: "pass", detail, ...(evidence && { evidence }) };
}

export function failed(code: CheckCode, detail: string, evidence?: Evidence): Judgement {
  return { status: "fail", code, detail, ...(evidence && { evidence }) };
}

export function skipped(detail: string, evidence?: Evidence): Judgement {
  return { status: "skip", detail, ...(evidence && { evidence }) };
}
