import type { CheckCode } from "../../domain/check.ts";
import type { Masker } from "./mask.ts";
import type { Rejection } from "./task.ts";
import { clipped, visible } from "./visible.ts";

const REASON_LINES = 20;
const REASON_LENGTH = 2_000;
const PREVIOUS_LINES = 60;
const PREVIOUS_LENGTH = 6_000;

/** What to do differently, by what failed. */
const REMEDY: Partial<Record<CheckCode, string>> = {
  LLM_TRUNCATED: "Your answer was cut off. Answer again with smaller edits: only the lines that change.",
  PARSE_NOT_JSON:
    "Answer with one valid JSON object; inside strings write line ends as \\n, tabs as \\t, and escape quotes and backslashes.",
  PARSE_SCHEMA: "Give every edit all of its fields.",
  PARSE_NO_PATCH: "Answer with edits in the form that was asked for.",
  PARSE_PROSE_ONLY: "Answer with edits in the form that was asked for, not with prose.",
  PARSE_MULTIPLE_ANSWERS: "Give one answer only.",
  PARSE_ELISION: 'Write all lines out; never stand-ins such as "... existing code ...".',
  DIFF_EMPTY: "Your edits changed nothing. Give edits that change the code, or say why that cannot be.",
  APPLY_CONTEXT_MISMATCH:
    'Copy "original" character for character from the numbered lines, without the number and the bar, and check startLine and endLine against the numbers.',
  APPLY_AMBIGUOUS:
    'Set startLine and endLine exactly, and put enough whole lines into "original" to make the place unique.',
  APPLY_OVERLAP: "Join edits that touch the same lines into one edit.",
  APPLY_FILE_MISSING: "Edit only the file that is shown, under its own path.",
  APPLY_OUTSIDE_REPO: "Edit only the file that is shown, under its own path.",
  APPLY_ENCODING: "Use only characters that the file already uses.",
  SCOPE_UNRELATED_FILE: "Edit only the file that is shown.",
  SCOPE_TOO_LARGE: "Change less: only what the findings need.",
  SCOPE_TOO_FAR: "Stay near the lines of the findings.",
  SCOPE_PROTECTED_PATH: "That file must not be changed. Fix the code itself.",
  SCOPE_SUPPRESSION_ADDED: "Fix the cause. Comments and settings that silence the analyzer are never accepted.",
  SCOPE_CONFIG_RELAXED: "Fix the cause. Settings that silence the analyzer are never accepted.",
  SCOPE_TEST_EDITED: "Tests must go on testing the same things.",
  SCOPE_ASSERTION_WEAKENED: "Assertions must stay as strong as they were.",
  SCOPE_EXCEPTION_SWALLOWED: "Do not swallow the exception: handle it, log it or raise it again.",
  SCOPE_DEPENDENCY_CHANGED: "Use only modules that the project already has.",
  SCOPE_DELETED_CODE: "Keep the code and what it does; change only how it is written.",
  SECRET_INTRODUCED: "Read the secret from the environment; no part of it may stand in the code.",
  SYNTAX_ERROR: "Make sure that the file still parses: brackets, quotes, indentation.",
  TARGET_STILL_FIRES:
    "The analyzer ran again on your version and still reports the finding. The same change will fail again: find another one that removes the cause.",
  TARGET_MOVED:
    "The analyzer ran again on your version and reports the same problem in another place. Remove the cause.",
  NEW_FINDING_SAME_RULE: "Your version removed the finding but brought up what is listed. Fix the finding without it.",
  NEW_FINDING_OTHER: "Your version removed the finding but brought up what is listed. Fix the finding without it.",
  TEST_FAILED: "Your version changed what the program does. Fix the finding and keep the behaviour.",
};

const ANY_OTHER = "Answer again in a way that passes this check.";

/** How a rejected attempt is told: what we say about it, and the data that comes with it (reason and edits, for a fence). */
export interface WordedRejection {
  readonly verdict: string;
  readonly reason: string;
  readonly previous: string;
}

/** Words for the retry: exactly the check that failed, what it found, and what was sent; at most 20 and 60 lines. */
export function wordRejection(rejection: Rejection, masker: Masker): WordedRejection {
  const { check, code } = rejection;
  const remedy = (code && REMEDY[code]) ?? ANY_OTHER;
  return {
    verdict: `Your previous answer was rejected by the check "${check}"${code ? ` (${code})` : ""}. ${remedy}`,
    reason: clipped(visible(masker.hide(rejection.reason)).trim(), REASON_LINES, REASON_LENGTH),
    previous: clipped(visible(masker.hide(rejection.previous)).trim(), PREVIOUS_LINES, PREVIOUS_LENGTH),
  };
}
