import type { CheckCode, CheckName } from "../../domain/check.ts";
import type { SkipReason } from "../../domain/finding.ts";
import type { FindingOutcome, Outcome } from "../../domain/outcome.ts";
import type { SourceText } from "../../domain/text.ts";
import { diffLines } from "../../patch/line-diff.ts";
import type { EvalCase, Files } from "../cases/case.ts";
import { contentLines } from "./scripted/hunks.ts";

/** What a run made of a case. */
export interface CaseOutcome {
  /** One for each target. */
  readonly outcomes: readonly FindingOutcome[];
  /** The case's files as the accepted patches leave them, all of them. */
  readonly files: Files;
}

/** Whether a case's expectations hold; `errored`: that could not be decided. */
export type Judged = { readonly status: "passed" } | { readonly status: "failed" | "errored"; readonly reason: string };

/** Findings that were set aside for a reason that has nothing to do with the case. */
const UNDECIDED: ReadonlySet<SkipReason> = new Set(["over-budget", "interrupted", "stale", "no-file", "not-tried"]);

/** Holds outcomes and patched texts against what the case says; the test of behaviour is run by the caller. */
export function judgeCase(kase: EvalCase, { outcomes, files }: CaseOutcome): Judged {
  for (const { finding, outcome } of outcomes) {
    const undecided = whyUndecided(outcome);
    if (undecided !== undefined) return { status: "errored", reason: `${finding.ruleId}: ${undecided}` };
  }
  for (const { finding, outcome } of outcomes) {
    const wrong = whyUnexpected(kase, outcome);
    if (wrong !== undefined)
      return { status: "failed", reason: `${finding.ruleId} at line ${finding.startLine}: ${wrong}` };
  }
  const reason = wrongWords(kase, files) ?? wrongBytes(kase, files);
  return reason === undefined ? { status: "passed" } : { status: "failed", reason };
}

/** The first check that failed at a target, for the record. */
export function firstFailure(outcomes: readonly FindingOutcome[]): { check?: CheckName; code?: CheckCode } {
  for (const { outcome } of outcomes) {
    if (outcome.kind === "rejected") return { check: outcome.check, ...(outcome.code && { code: outcome.code }) };
    if (outcome.kind === "failed") return { code: outcome.code };
  }
  return {};
}

function whyUndecided(outcome: Outcome): string | undefined {
  if (outcome.kind === "failed") return `${outcome.code}: ${outcome.reason}`;
  if (outcome.kind === "skipped" && UNDECIDED.has(outcome.skip)) return `${outcome.skip}: ${outcome.reason}`;
  return undefined;
}

function whyUnexpected({ spec: { expect } }: EvalCase, outcome: Outcome): string | undefined {
  const got = wordsOf(outcome);
  switch (expect.outcome) {
    case "accepted": {
      if (outcome.kind !== "accepted") return `expected accepted, but it was ${got}`;
      const { source } = expect;
      return source && outcome.source !== source ? `expected a patch of ${source}, but it was ${got}` : undefined;
    }
    case "rejected": {
      const wanted = expect.code ? `${expect.check} (${expect.code})` : expect.check;
      const fits =
        outcome.kind === "rejected" &&
        outcome.check === expect.check &&
        (expect.code === undefined || outcome.code === expect.code);
      return fits ? undefined : `expected rejected at ${wanted}, but it was ${got}`;
    }
    case "skipped":
      return outcome.kind === "skipped" ? undefined : `expected skipped, but it was ${got}`;
  }
}

function wordsOf(outcome: Outcome): string {
  switch (outcome.kind) {
    case "accepted":
      return `accepted from ${outcome.source}`;
    case "rejected":
      return `rejected at ${outcome.check}${outcome.code ? ` (${outcome.code})` : ""}: ${outcome.reason}`;
    case "skipped":
      return `skipped (${outcome.skip}): ${outcome.reason}`;
    case "failed":
      return `failed (${outcome.code}): ${outcome.reason}`;
  }
}

function wrongWords({ spec, before }: EvalCase, files: Files): string | undefined {
  const added = addedLines(before, files);
  const missing = spec.must.find((words) => !added.some((line) => line.includes(words)));
  if (missing !== undefined) return `no added line holds ${JSON.stringify(missing)} (must)`;
  const unwanted = spec.mustNot.find((words) => added.some((line) => line.includes(words)));
  return unwanted === undefined ? undefined : `an added line holds ${JSON.stringify(unwanted)} (mustNot)`;
}

/** Every line that the patch adds, in any file. */
export function addedLines(before: Files, after: Files): string[] {
  return [...after].flatMap(([path, { text }]) => {
    const lines = contentLines(text);
    return diffLines(contentLines(before.get(path)?.text ?? ""), lines).flatMap(({ newStart, newEnd }) =>
      lines.slice(newStart, newEnd),
    );
  });
}

function wrongBytes({ spec, before, after }: EvalCase, files: Files): string | undefined {
  if (!spec.exact) return undefined;
  for (const path of new Set([...before.keys(), ...after.keys(), ...files.keys()])) {
    const wanted = after.get(path) ?? before.get(path);
    const got = files.get(path);
    if (!same(wanted, got)) return `${path} is not what after/ says (exact)${firstDifference(wanted, got)}`;
  }
  return undefined;
}

function same(a: SourceText | undefined, b: SourceText | undefined): boolean {
  return a?.text === b?.text;
}

function firstDifference(wanted: SourceText | undefined, got: SourceText | undefined): string {
  if (!wanted || !got) return wanted ? ": it is gone" : ": it is new";
  const [one, other] = [wanted.text.split("\n"), got.text.split("\n")];
  const at = one.findIndex((line, index) => line !== other[index]);
  const line = at === -1 ? one.length : at;
  return `: line ${line + 1} is ${JSON.stringify(other[line] ?? null)}, not ${JSON.stringify(one[line] ?? null)}`;
}
