import { z } from "zod";
import { CHECKS } from "../../domain/check.ts";
import { SOURCES, STRATEGIES } from "../../domain/outcome.ts";

/*
 * A case is a folder `evals/cases/<name>/`:
 *
 *   case.json     what is below
 *   before/       the repository as it is found, small and whole: the file with the finding, and what it needs around it
 *   after/        the reference: files that a right fix changes, as they should end. Left out where the tool's own fix is the
 *                 answer, and where a refusal is expected. The scripted reply of the replay tier is made from it.
 *   tests/        optional: copied beside the sources to show behaviour (see `behaviour`)
 *   reply-1.txt … optional: what the model says at attempt 1, 2, … instead of what is made from `after/`; word by word
 */

/** How the scripted reply that is made from `after/` is broken before it is read, as models break theirs (replies.md). */
export const REPLY_FORMS = [
  "edits",
  "fenced-edits",
  "prose-edits",
  "trailing-comma-edits",
  "single-quoted-edits",
  "search-replace",
  "whole-file",
  "diff",
  "diff-wrong-counts",
  "diff-no-header",
  "diff-wrong-lines",
  "diff-stripped-blank-lines",
] as const;

const words = z.string().trim().min(1);
const line = z.int().min(1);

const target = z.strictObject({
  rule: words,
  path: words,
  /** 1-based line where the finding starts; only needed where a rule fires more than once in the file. */
  line: line.optional(),
});

const expectation = z.discriminatedUnion("outcome", [
  z.strictObject({ outcome: z.literal("accepted"), source: z.enum(SOURCES).optional() }),
  z.strictObject({
    outcome: z.literal("rejected"),
    check: z.enum(CHECKS),
    /** `SCOPE_SUPPRESSION_ADDED`, … */
    code: words.optional(),
  }),
  z.strictObject({ outcome: z.literal("skipped") }),
]);

/** `case.json`. */
export const caseSchema = z.strictObject({
  title: words,
  /** `imports`, `unused`, `comparisons`, `exceptions`, `bugbear`, `docstrings`, `multi-line`, `upgrade`, `simplify`, `paths`, `arguments`, `refactor`, `security`, `semgrep`, `eslint`, `batch`, `text` (CRLF, tabs, unicode, …), `refusals` */
  family: words,
  language: z.enum(["python", "typescript", "javascript"]),
  analyzer: z.enum(["ruff", "eslint", "semgrep"]),
  /** Ruff selectors, ESLint rule settings, or the Semgrep rule file in `before/`; "configured": what the tool's own configuration in `before/` says. */
  select: z.union([z.literal("configured"), z.array(words).min(1), z.record(z.string(), z.unknown())]),
  /** Ruff selectors that are left out. */
  ignore: z.array(words).default([]),
  /** The findings that are worked on: all others that the analyzer reports stay. */
  targets: z.array(target).min(1),
  sources: z.array(z.enum(SOURCES)).min(1).default(["native", "model"]),
  strategy: z.enum(["auto", ...STRATEGIES]).default("auto"),
  replyForm: z.enum(REPLY_FORMS).default("edits"),
  /** What must become of every target. */
  expect: expectation,
  /** Each stands in a line that the patch adds. */
  must: z.array(z.string().min(1)).default([]),
  /** None stands in a line that the patch adds. */
  mustNot: z.array(z.string().min(1)).default([]),
  /** The patched files equal `after/` byte for byte, not only in what the checks see. */
  exact: z.boolean().default(false),
  /** A test file below `tests/` that passes after, run by Node (`.mjs`, `.ts`) or Python (`.py`); and fails before where that is the bug. */
  behaviour: z.strictObject({ test: words, failsBefore: z.boolean().default(false) }).optional(),
  /** Cases of one group were cut from one file; the case's own name if left out. */
  group: words.optional(),
  /** What makes it hard, for a reader. */
  tricky: z.string().optional(),
});

export type CaseSpec = z.infer<typeof caseSchema>;
