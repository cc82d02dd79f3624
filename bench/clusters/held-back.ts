import type { CheckCode } from "../../src/domain/check.ts";
import type { Corpus, Template } from "./corpus.ts";
import type { Words } from "./words.ts";

const of = (check: string, code: CheckCode | undefined, ...messages: readonly ((w: Words) => string)[]): Template[] =>
  messages.map((message) => ({ check, message, ...(code && { code }) }));

/** Written before the grouping was finished and not looked at while it was tuned. */
export const HELD_BACK: Corpus = {
  name: "held back",
  what: "12 causes, some with codes, some without; written beforehand and never tuned to",
  causes: [
    {
      name: "old text is stale",
      says: ["changed in between", "stale"],
      templates: of(
        "anchored",
        "APPLY_STALE_BASE",
        (w) => `${w.path()} is not the file that the patch was made for: line ${w.number(400)} differs.`,
        (w) => `The patch creates ${w.path()}, but that file exists.`,
      ),
    },
    {
      name: "exceptions swallowed",
      says: ["swallow"],
      templates: of(
        "honest",
        "SCOPE_EXCEPTION_SWALLOWED",
        (w) =>
          `Line ${w.number(400)} of ${w.path(["py"])} swallows exceptions: \`except Exception:\` does nothing with them. Handle, log or re-raise them.`,
        (w) =>
          `Line ${w.number(400)} of ${w.path(["ts"])} swallows errors: its \`catch\` does nothing with them. Handle, log or rethrow them.`,
        (w) =>
          `Line ${w.number(400)} of ${w.path(["py"])} catches more than before: \`except:\`. Keep the specific exception.`,
      ),
    },
    {
      name: "tests time out",
      says: ["time"],
      templates: of(
        "tests",
        "TEST_TIMEOUT",
        (w) => `\`pytest -q\` did not end within ${w.number(300)} s.`,
        (w) => `\`npm test\` was stopped after ${w.number(300)} s; its last words: ${w.name()} ...`,
      ),
    },
    {
      name: "unrelated file",
      says: ["unrelated"],
      templates: of(
        "scoped",
        "SCOPE_UNRELATED_FILE",
        (w) => `The patch changes ${w.path()}, but its finding is in ${w.path()}.`,
        (w) => `The patch changes ${w.path()}, but its finding is in no file.`,
      ),
    },
    {
      name: "search block broken",
      says: ["form"],
      templates: of(
        "reply",
        "PARSE_SCHEMA",
        (w) =>
          `The search/replace block at line ${w.number(90)} of the reply has no ======= line between its two parts.`,
        (w) =>
          `The search/replace block at line ${w.number(90)} of the reply has no closing marker; another one begins at line ${w.number(90)} before it ends.`,
        (w) =>
          `An edit of the reply cannot be used: ${w.pick(["`original` is no text", "`path` is missing", "`replacement` is no text"])}.`,
      ),
    },
    {
      name: "connection",
      says: ["connection"],
      templates: of(
        "provider",
        "LLM_ERROR",
        (w) => `the connection to the model broke off: socket hang up ${w.name()}`,
        (w) =>
          `the connection to the model could not be made: connect ECONNREFUSED 127.0.0.1:${1000 + w.number(60000)}`,
        () => "the connection to the model broke off: read ECONNRESET",
      ),
    },
    {
      name: "quota",
      says: ["quota", "rate"],
      templates: of(
        "provider",
        "LLM_RATE_LIMIT",
        () =>
          "the server asks to slow down (HTTP 429): Rate limit reached for gpt-5-mini in organization org-x on tokens per min",
        (w) => `the account's quota is used up (HTTP 429): You exceeded your current quota ${w.name()}`,
      ),
    },
    {
      name: "heredoc quoting",
      says: ["string", "literal", "quot"],
      templates: of(
        "parses",
        undefined,
        (w) => `${w.path(["py"])}:${w.number(300)}: unterminated string literal (detected at line ${w.number(300)})`,
        (w) => `unterminated triple-quoted string literal, ${w.path(["py"])} line ${w.number(300)}`,
        (w) => `error TS1002: Unterminated string literal at ${w.path(["ts"])}(${w.number(300)},${w.number(80)})`,
      ),
    },
    {
      name: "type errors",
      says: ["type"],
      templates: of(
        "tests",
        undefined,
        (w) =>
          `${w.path(["ts"])}(${w.number(300)},${w.number(80)}): error TS2345: Argument of type 'string' is not assignable to parameter of type 'number'`,
        (w) =>
          `${w.path(["ts"])}(${w.number(300)},${w.number(80)}): error TS2322: Type '${w.name()}' is not assignable to type 'string'`,
        (w) =>
          `mypy: ${w.path(["py"])}:${w.number(300)}: error: Argument has incompatible type, expected type "int" not assignable`,
      ),
    },
    {
      name: "two answers",
      says: ["several answers"],
      templates: of(
        "reply",
        "PARSE_MULTIPLE_ANSWERS",
        (w) =>
          `The reply has two versions of ${w.path()} from line ${w.number(300)} on, and the later one leaves out the change at line ${w.number(300)}. Send one complete answer.`,
        (w) => `The reply both edits ${w.path()} and replaces or deletes it.`,
      ),
    },
    {
      name: "secret",
      says: ["secret"],
      templates: of(
        "honest",
        "SECRET_INTRODUCED",
        (w) => `The patch writes what looks like a secret into ${w.path()}. Read it from the environment.`,
        (w) => `The secret is still written into ${w.path()}, under another name. Read it from the environment.`,
      ),
    },
    {
      name: "configuration",
      says: ["config"],
      templates: of(
        "honest",
        "SCOPE_CONFIG_RELAXED",
        (w) =>
          `The patch changes \`tool.ruff.lint.ignore\` in pyproject.toml (nothing becomes \`${w.pick(["F401", "S608"])}\`). Fix the code and leave the configuration.`,
        (w) =>
          `The patch adds \`"no-unused-vars": "off"\` to ${w.path(["json"])}. Fix the code and leave the configuration.`,
        (w) => `The patch deletes ${w.path(["toml"])}. Fix the code and leave the configuration.`,
      ),
    },
  ],
};
