import type { CheckCode, CheckName } from "../domain/check.ts";
import type { SkipReason } from "../domain/finding.ts";
import type { FindingOutcome } from "../domain/outcome.ts";

/** Why findings are left, in a few words, and what a person can do about it. */
export interface Leftover {
  readonly why: string;
  readonly remedy: string;
}

const BY_HAND = "Fix it by hand, or let a stronger model try (--model PROVIDER:NAME).";

const REFUSED: Record<CheckName, Leftover> = {
  anchored: { why: "the text to change is not in the file", remedy: "Save the files, analyze again, and run again." },
  applies: { why: "git does not accept the diff", remedy: "Run again; if it stays so, fix it by hand." },
  scoped: {
    why: "the change reaches too far",
    remedy: "Fix it by hand, or allow more in [scope] of the configuration.",
  },
  parses: { why: "the change breaks the syntax", remedy: BY_HAND },
  cleared: { why: "the analyzer still reports it", remedy: BY_HAND },
  clean: { why: "the analyzers report something new", remedy: BY_HAND },
  honest: { why: "it was silenced and not fixed", remedy: BY_HAND },
  tests: { why: "your tests do not pass with it", remedy: "Look at the test's output in report.json; fix it by hand." },
  judged: { why: "the judge finds it unfit", remedy: "Look at the reason; fix it by hand if you agree." },
};

/** What a check refuses for a reason that another fix would not change. */
const REFUSED_FOR: Partial<Record<CheckCode, Leftover>> = {
  ANALYZER_UNAVAILABLE: {
    why: "its analyzer cannot be run again here",
    remedy: "Install it; `patchpro doctor` tells what is missing.",
  },
  TARGET_NOT_REPRODUCED: {
    why: "the analyzer does not report it here",
    remedy: "Make the report again, with the version and the configuration that are here.",
  },
  NOT_CONVERGING: {
    why: "other fixes in the same place came first",
    remedy: "Apply the patches, and run again.",
  },
  CONFLICT: { why: "it does not go together with other fixes", remedy: "Apply the patches, and run again." },
};

const SKIPPED: Record<SkipReason, Leftover> = {
  suppressed: {
    why: "silenced by a comment or a baseline",
    remedy: "Nothing to do. Take the comment away to have it fixed.",
  },
  stale: {
    why: "the file has changed since it was analyzed",
    remedy: "Analyze again, and give PatchPro the new report.",
  },
  "outside-scope": {
    why: "outside of what this run looks at",
    remedy: "Name its path, or leave out --base and --staged.",
  },
  "below-severity": { why: "below the severity that was asked for", remedy: "Lower --min-severity." },
  duplicate: { why: "the same as another finding", remedy: "Nothing to do: it is closed with the other one." },
  "no-file": {
    why: "the file is not there",
    remedy: "Use --root to name the folder that the report's paths are relative to.",
  },
  "outside-repository": {
    why: "the file is outside of the repository",
    remedy: "Use --root to name a folder that holds it.",
  },
  "no-location": { why: "the tool does not say where", remedy: "Fix it by hand." },
  "no-fix": {
    why: "no source has a fix for it",
    remedy: "Fix it by hand, or let a model try (--model PROVIDER:NAME).",
  },
  "not-allowed": {
    why: "the configuration does not allow it",
    remedy: "See `sources`, `unsafe` and [rules] in the configuration.",
  },
  "over-budget": { why: "the budget ran out before it", remedy: "Run again, or with a larger --budget-usd." },
  dismissed: {
    why: "the model holds it for no bug, or not fixable here",
    remedy: "Look at the reason; fix it by hand if you disagree.",
  },
  "not-tried": { why: "no fix was tried", remedy: "Use `patchpro run`." },
  interrupted: { why: "the run was stopped before it", remedy: "Run again." },
};

const FAILED: Partial<Record<CheckCode, Leftover>> = {
  LLM_AUTH: {
    why: "the provider does not accept the key",
    remedy: "Check the API key; `patchpro doctor` tells which one is used.",
  },
  LLM_RATE_LIMIT: {
    why: "the provider asks to slow down",
    remedy: "Wait and run again, or lower `model.concurrency`.",
  },
  LLM_TIMEOUT: { why: "the model did not answer in time", remedy: "Run again, or raise `model.timeout_seconds`." },
  LLM_CONTEXT_OVERFLOW: {
    why: "the file is too long for the model",
    remedy: "Lower `model.context_tokens`, or use a model that reads more.",
  },
  LLM_TRUNCATED: { why: "the model's reply was cut off", remedy: "Raise `model.max_output_tokens`." },
  LLM_CONTENT_FILTER: { why: "the provider refused the text", remedy: "Fix it by hand, or use another model." },
  ANALYZER_UNAVAILABLE: { why: "its analyzer cannot be run here", remedy: "`patchpro doctor` tells what is missing." },
  TOOL_CRASH: {
    why: "a program that PatchPro uses crashed",
    remedy: "Look at the reason; `patchpro doctor` checks the programs.",
  },
  BUDGET_EXCEEDED: { why: "the budget ran out", remedy: "Run again, or with a larger --budget-usd." },
};

/** What to say about a finding that is left; undefined for one that is fixed. */
export function leftoverOf(outcome: FindingOutcome["outcome"]): Leftover | undefined {
  switch (outcome.kind) {
    case "accepted":
      return undefined;
    case "rejected":
      return (outcome.code && REFUSED_FOR[outcome.code]) ?? REFUSED[outcome.check];
    case "skipped":
      return SKIPPED[outcome.skip];
    case "failed":
      return (
        FAILED[outcome.code] ?? {
          why: `an error on the way (${outcome.code})`,
          remedy: "Run again; `patchpro doctor` checks the set-up.",
        }
      );
  }
}
