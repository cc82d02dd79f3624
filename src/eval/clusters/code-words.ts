import type { CheckCode } from "../../domain/check.ts";

/** A check code in plain words: what a cluster of it is called, what that means, and what is worth trying. */
export interface CodeWords {
  /** At most five words: a term may follow. */
  readonly name: string;
  readonly means: string;
  readonly remedy: string;
}

const words = (name: string, means: string, remedy: string): CodeWords => ({ name, means, remedy });

const CUT_OFF = "Raise the limit of output tokens, or ask for fewer findings at once.";
const ANCHOR = "Show the model more of the file, or ask for edits with longer original text.";
const HONESTY = "Say in the rule's advice what a real fix looks like, with a good example.";
const REPLY = "Check how the reply is asked for (JSON schema, tool, text) and what the model supports.";
const ENDPOINT = "Look at the endpoint and its limits; failures of this kind are not the prompt's.";

/** All codes of `domain/check.ts`. */
export const CODE_WORDS: Readonly<Record<CheckCode, CodeWords>> = {
  LLM_TIMEOUT: words(
    "Model did not answer in time",
    "No reply came before the time was up.",
    "Raise the timeout, or ask for fewer findings at once.",
  ),
  LLM_RATE_LIMIT: words(
    "Rate limit or quota reached",
    "The provider refused because too much was asked.",
    "Lower the concurrency, or raise the account's limit.",
  ),
  LLM_AUTH: words(
    "Key or account not accepted",
    "The provider does not let this account in.",
    "Check the key, and that the account can pay.",
  ),
  LLM_CONTENT_FILTER: words(
    "Content filter refused",
    "The provider or the model refused to answer.",
    "Route these rules to another model.",
  ),
  LLM_CONTEXT_OVERFLOW: words(
    "Prompt too long for model",
    "The request does not fit into the model's context.",
    "Show less of the file, or use a model with a longer context.",
  ),
  LLM_TRUNCATED: words("Reply cut off", "The model stopped at its limit of output tokens.", CUT_OFF),
  LLM_EMPTY: words("Empty reply", "The model answered with nothing.", REPLY),
  LLM_ERROR: words("Provider or connection failed", "No usable answer came from the endpoint.", ENDPOINT),
  BUDGET_EXCEEDED: words(
    "Budget used up",
    "Money, tokens, time or attempts ran out.",
    "Raise the budget, or send fewer findings.",
  ),
  PARSE_NOT_JSON: words("Reply is not valid JSON", "JSON was asked for and could not be read or mended.", REPLY),
  PARSE_SCHEMA: words("Reply has wrong form", "The reply lacks a part that it must have.", REPLY),
  PARSE_NO_PATCH: words("Reply holds no edit", "There is code or text, but nothing says which lines to change.", REPLY),
  PARSE_PROSE_ONLY: words("Reply is prose, no edit", "The model explained instead of changing.", REPLY),
  PARSE_MULTIPLE_ANSWERS: words(
    "Reply gives several answers",
    "Two versions of one change contradict each other.",
    "Ask for one answer, and for nothing after it.",
  ),
  PARSE_ELISION: words(
    "Reply leaves code out",
    'Places such as "rest unchanged" stand where code must be.',
    "Ask for the changed lines only, each written out.",
  ),
  DIFF_NO_HEADER: words("Diff names no file", "It is not said which file a change belongs to.", REPLY),
  DIFF_BAD_HUNK_COUNT: words(
    "Broken diff hunk",
    "A hunk is cut short, or lines stand outside of every hunk.",
    "Ask for edits with original text instead of a diff.",
  ),
  DIFF_BAD_LINE_NUMBERS: words(
    "Wrong line numbers in diff",
    "The diff's line numbers do not fit the file.",
    "Ask for edits with original text instead of a diff.",
  ),
  DIFF_EMPTY: words(
    "Reply changes nothing",
    "Every edit leaves the text as it is.",
    "Look whether the finding is real; if so, show the rule's advice.",
  ),
  DIFF_BINARY: words("Binary patch in reply", "Only text can be changed.", REPLY),
  APPLY_CONTEXT_MISMATCH: words(
    "Edit does not fit file",
    "The lines to replace are not in the file: they do not stand there as the edit has them.",
    ANCHOR,
  ),
  APPLY_AMBIGUOUS: words(
    "Edit fits several places",
    "The lines to replace stand in the file more than once: it is ambiguous which are meant.",
    ANCHOR,
  ),
  APPLY_OVERLAP: words(
    "Edits overlap",
    "Two edits change the same lines.",
    "Ask for one edit per place, or for fewer findings at once.",
  ),
  APPLY_FILE_MISSING: words(
    "Named file does not exist",
    "The reply changes a file that there is none of.",
    "Repeat the file's path at the end of the prompt.",
  ),
  APPLY_OUTSIDE_REPO: words(
    "Path leads outside repository",
    "The reply names a path that is not below the root.",
    "Repeat the file's path at the end of the prompt.",
  ),
  APPLY_STALE_BASE: words(
    "File changed in between",
    "The patch was made for another version of the file.",
    "Run again; do not edit the tree while a run works.",
  ),
  APPLY_ENCODING: words(
    "Text not storable in encoding",
    "The new text holds characters that the file's encoding lacks.",
    "Ask for characters of the file's encoding only.",
  ),
  APPLY_GIT_REFUSED: words(
    "Git refused the diff",
    "`git apply` did not take the diff as it is.",
    "Ask for edits with original text instead of a diff.",
  ),
  SCOPE_UNRELATED_FILE: words(
    "Unrelated file changed",
    "The patch changes a file that the finding is not in.",
    "Say in the prompt that only this file may change.",
  ),
  SCOPE_TOO_LARGE: words(
    "Patch too large",
    "More lines or files change than are allowed.",
    "Ask for the smallest change, or raise the limit for these rules.",
  ),
  SCOPE_TOO_FAR: words(
    "Change too far from finding",
    "The patch changes lines far away from what it should fix.",
    "Raise `max_distance` for rules that need it, or show less of the file.",
  ),
  SCOPE_PROTECTED_PATH: words(
    "Protected file changed",
    "The patch touches what no patch may change.",
    "Say in the prompt that only this file may change.",
  ),
  SCOPE_SUPPRESSION_ADDED: words(
    "Finding silenced, not fixed",
    "The patch adds a suppression, or a trick that only silences the analyzer.",
    HONESTY,
  ),
  SCOPE_CONFIG_RELAXED: words("Configuration relaxed", "The patch changes the rules instead of the code.", HONESTY),
  SCOPE_TEST_EDITED: words("Test taken out or skipped", "The patch removes, skips or hides tests.", HONESTY),
  SCOPE_ASSERTION_WEAKENED: words("Test assertion weakened", "A test demands less than before.", HONESTY),
  SCOPE_EXCEPTION_SWALLOWED: words("Exceptions swallowed", "Errors are caught and nothing is done with them.", HONESTY),
  SCOPE_DEPENDENCY_CHANGED: words(
    "Dependencies changed",
    "The patch changes a manifest or a lock file.",
    "Say in the prompt that only this file may change.",
  ),
  SCOPE_DELETED_CODE: words(
    "Code deleted instead of fixed",
    "The patch deletes or empties what it should mend.",
    HONESTY,
  ),
  SYNTAX_ERROR: words(
    "Patched file does not parse",
    "The patch brings a syntax error.",
    "Look at what the edits lack: often indentation or a bracket at their end.",
  ),
  TYPE_NEW_ERROR: words(
    "New type error",
    "The patched code does not type-check.",
    "Show the types that the changed lines use.",
  ),
  BUILD_FAILED: words("Build failed", "The patched tree does not build.", "Show what else uses the changed names."),
  TARGET_STILL_FIRES: words(
    "Finding still reported",
    "The analyzer still reports what the patch should have closed.",
    "Give the rule's documentation and a good example with the prompt.",
  ),
  TARGET_MOVED: words(
    "Finding only moved",
    "The finding stands elsewhere now.",
    "Give the rule's documentation and a good example with the prompt.",
  ),
  TARGET_NOT_REPRODUCED: words(
    "Finding not reproduced",
    "The analyzer does not report it even without the patch.",
    "Make the report again with the same version and configuration.",
  ),
  ANALYZER_UNAVAILABLE: words(
    "Analyzer not available",
    "The tool that reported it cannot be run again here.",
    "Install it, or configure its command.",
  ),
  NEW_FINDING_SAME_RULE: words(
    "Same finding elsewhere",
    "The patch brings the same rule's finding in another place.",
    "Give the rule's documentation and a good example with the prompt.",
  ),
  NEW_FINDING_OTHER: words(
    "Patch brings new finding",
    "An analyzer reports something that was not there before: another finding.",
    "Show the rules that the new findings are of, or let native fixes follow.",
  ),
  TEST_FAILED: words(
    "Tests fail",
    "The project's tests fail with the patch.",
    "Look at the examples: is the behaviour changed, or was the test about the finding?",
  ),
  TEST_TIMEOUT: words(
    "Tests time out",
    "The test command did not end in time.",
    "Raise the timeout, or name a faster command.",
  ),
  TEST_FLAKY: words(
    "Tests are flaky",
    "The test command says one thing, then another.",
    "Mend or leave out the flaky tests.",
  ),
  NO_TESTS_FOUND: words("No tests found", "The test command found nothing to run.", "Check the test command."),
  SECRET_INTRODUCED: words("Secret written into code", "The patch writes what looks like a secret.", HONESTY),
  SANDBOX_ERROR: words(
    "Test command did not start",
    "The command could not be started.",
    "Check the test command and what it needs.",
  ),
  TOOL_CRASH: words("A tool crashed", "An analyzer or a test run broke off.", "Run the tool by hand on the example."),
  NOT_CONVERGING: words(
    "Fixes undo each other",
    "Rounds of fixes come back to where they began.",
    "Leave one of the rules out, or raise it by hand.",
  ),
  CONFLICT: words(
    "Fixes get in each other's way",
    "Two fixes change the same lines.",
    "Run again: the later one is tried on the new text.",
  ),
  JUDGED_UNFIT: words(
    "Judge rejected the patch",
    "All checks passed, but the judge found it unfit.",
    "Read its critiques; they say what the rubric misses.",
  ),
};
