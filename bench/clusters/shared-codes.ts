import type { CheckCode } from "../../src/domain/check.ts";
import type { Corpus, Template } from "./corpus.ts";
import type { Words } from "./words.ts";

const of = (check: string, code: CheckCode, message: (w: Words) => string, rules?: readonly string[]): Template => ({
  check,
  code,
  message,
  ...(rules && { rules }),
});
const git = (message: (w: Words) => string): Template =>
  of("applies", "APPLY_GIT_REFUSED", (w) => `git apply refused the diff: ${message(w)}`);
const tests = (message: (w: Words) => string): Template =>
  of(
    "tests",
    "TEST_FAILED",
    (w) => `\`${w.pick(["pytest -q", "npm test"])}\` failed with exit code 1. Its last words: ${message(w)}`,
  );

/** Several causes under one code, and wider words of analyzers and test runners: the code alone does not tell. */
export const SHARED_CODES: Corpus = {
  name: "shared codes",
  what: "12 causes under 8 codes: what failed, and why, are not the same",
  causes: [
    {
      name: "hunk header counts are wrong",
      says: ["corrupt"],
      templates: [
        git((w) => `error: corrupt patch at line ${w.number(90)}`),
        git((w) => `error: corrupt patch at ${w.path(["diff"])}:${w.number(90)}`),
      ],
    },
    {
      name: "the context does not match",
      says: ["does not apply", "patch failed"],
      templates: [
        git((w) => `error: patch failed: ${w.path()}:${w.number(300)} error: ${w.path()}: patch does not apply`),
        git(
          (w) =>
            `error: while searching for:\n    ${w.code().trim()}\nerror: patch failed: ${w.path()}:${w.number(300)}`,
        ),
      ],
    },
    {
      name: "an assertion of the tests fails",
      says: ["assert", "test"],
      templates: [
        tests(
          (w) =>
            `E AssertionError: assert ${w.number(90)} == ${w.number(90)} FAILED ${w.path(["py"])}::test_${w.name()} - AssertionError`,
        ),
        tests(
          (w) =>
            `FAILED ${w.path(["py"])}::test_${w.name()} - AssertionError: expected call not found, ${w.number(9)} failed, ${w.number(90)} passed`,
        ),
      ],
    },
    {
      name: "the patched module cannot be imported",
      says: ["import", "module"],
      templates: [
        tests(
          (w) =>
            `ImportError while importing test module '${w.path(["py"])}'. ImportError: cannot import name '${w.name()}' from '${w.name()}'`,
        ),
        tests(
          (w) =>
            `ERROR collecting ${w.path(["py"])} ModuleNotFoundError: No module named '${w.name()}' Interrupted: ${w.number(9)} errors during collection`,
        ),
      ],
    },
    {
      name: "SQL is still put together from strings",
      says: ["sql"],
      templates: [
        of(
          "cleared",
          "TARGET_STILL_FIRES",
          (w) =>
            `ruff still reports S608 at line ${w.number(300)}: Possible SQL injection vector through string-based query construction`,
          ["S608"],
        ),
        of(
          "cleared",
          "TARGET_STILL_FIRES",
          (w) =>
            `semgrep still reports python.lang.security.audit.formatted-sql-query at line ${w.number(300)}: Detected possible formatted SQL query. Use parameterized queries instead.`,
          ["python.lang.security.audit.formatted-sql-query"],
        ),
      ],
    },
    {
      name: "the docstring is still wrong",
      says: ["docstring"],
      templates: [
        of(
          "cleared",
          "TARGET_STILL_FIRES",
          (w) =>
            `ruff still reports D205 at line ${w.number(300)}: 1 blank line required between summary line and description of the docstring`,
          ["D205"],
        ),
        of(
          "cleared",
          "TARGET_STILL_FIRES",
          (w) => `ruff still reports D103 at line ${w.number(300)}: Missing docstring in public function`,
          ["D103"],
        ),
        of(
          "cleared",
          "TARGET_STILL_FIRES",
          (w) =>
            `ruff still reports D401 at line ${w.number(300)}: First line of docstring should be in imperative mood: "${w.name()} the ${w.name()}"`,
          ["D401"],
        ),
      ],
    },
    {
      name: "the line got too long",
      says: ["too long", "line"],
      templates: [
        of(
          "clean",
          "NEW_FINDING_OTHER",
          (w) =>
            `ruff reports E501 at ${w.path()}:${w.number(300)} of the patched text, which was not there before: Line too long (${90 + w.number(50)} > 88)`,
        ),
        of(
          "clean",
          "NEW_FINDING_OTHER",
          (w) =>
            `eslint reports max-len at ${w.path(["ts"])}:${w.number(300)} of the patched text, which was not there before: This line is too long: it has a length of ${100 + w.number(50)}. Maximum allowed is 100.`,
        ),
      ],
    },
    {
      name: "a name is used that nobody defines",
      says: ["undefined", "defined"],
      templates: [
        of(
          "clean",
          "NEW_FINDING_OTHER",
          (w) =>
            `ruff reports F821 at ${w.path()}:${w.number(300)} of the patched text, which was not there before: Undefined name \`${w.name()}\``,
        ),
        of(
          "clean",
          "NEW_FINDING_OTHER",
          (w) =>
            `eslint reports no-undef at ${w.path(["ts"])}:${w.number(300)} of the patched text, which was not there before: '${w.name()}' is not defined, undefined name.`,
        ),
      ],
    },
    {
      name: "indentation is broken",
      says: ["indent"],
      templates: [
        of(
          "parses",
          "SYNTAX_ERROR",
          (w) => `${w.path(["py"])} no longer parses: ${w.number(300)}:${w.number(9)} unexpected indentation`,
        ),
        of(
          "parses",
          "SYNTAX_ERROR",
          (w) =>
            `${w.path(["py"])} no longer parses: ${w.number(300)}:${w.number(9)} expected an indented block after function definition on line ${w.number(300)}, indentation missing`,
        ),
        of(
          "parses",
          "SYNTAX_ERROR",
          (w) =>
            `${w.path(["py"])} no longer parses: ${w.number(300)}:${w.number(9)} unindent does not match any outer indentation level`,
        ),
      ],
    },
    {
      name: "the account has no quota left",
      says: ["quota", "slow down", "rate"],
      templates: [
        of(
          "provider",
          "LLM_RATE_LIMIT",
          (w) =>
            `the account's quota is used up (HTTP 429): You exceeded your current quota, please check your plan and billing details. Request id ${w.name()}${w.number(9999)}`,
        ),
        of(
          "provider",
          "LLM_RATE_LIMIT",
          (w) =>
            `the server asks to slow down (HTTP 429): Rate limit reached for requests per min. Limit ${w.number(500)}, used ${w.number(500)}`,
        ),
        of(
          "provider",
          "LLM_RATE_LIMIT",
          (w) => `the server asks to wait ${w.number(90)} s, longer than this request may take`,
        ),
      ],
    },
    {
      name: "the assertion of a test was weakened",
      says: ["assertion", "weaken"],
      templates: [
        of(
          "honest",
          "SCOPE_ASSERTION_WEAKENED",
          (w) => `In ${w.path(["py"])}, the patch removes an assertion: \`assert ${w.name()}\`. Keep it.`,
        ),
        of(
          "honest",
          "SCOPE_ASSERTION_WEAKENED",
          (w) =>
            `In ${w.path(["py"])}, the patch weakens an assertion to \`assert ${w.name()} is not None\`. It must demand as much as before.`,
        ),
        of(
          "honest",
          "SCOPE_ASSERTION_WEAKENED",
          (w) =>
            `In ${w.path(["py"])}, the patch changes what a test expects: \`${w.number(9)}\` becomes \`${w.number(9)}\`.`,
        ),
      ],
    },
    {
      name: "the patch reaches too far from its finding",
      says: ["too far", "far"],
      templates: [
        of(
          "scoped",
          "SCOPE_TOO_FAR",
          (w) =>
            `The patch changes line ${w.number(400)} of ${w.path()}, ${20 + w.number(400)} lines from the finding; at most 40 are allowed.`,
        ),
        of(
          "scoped",
          "SCOPE_TOO_LARGE",
          (w) => `The patch changes more than ${w.pick([80, 120])} lines. Change only what the finding needs.`,
        ),
        of(
          "scoped",
          "SCOPE_TOO_LARGE",
          (w) => `The patch changes ${3 + w.number(9)} files; at most ${w.number(3)} are allowed.`,
        ),
      ],
    },
  ],
};
