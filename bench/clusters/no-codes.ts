import type { Corpus, Template } from "./corpus.ts";
import type { Words } from "./words.ts";

const of = (check: string, ...messages: readonly ((w: Words) => string)[]): Template[] =>
  messages.map((message) => ({ check, message }));

/** What other tools print, without any code: git, Python, Node.js, package managers, endpoints. */
export const NO_CODES: Corpus = {
  name: "no codes",
  what: "12 causes in the words of git, Python, Node.js and endpoints, without any code",
  causes: [
    {
      name: "corrupt patch",
      says: ["corrupt"],
      templates: of(
        "applies",
        (w) => `error: corrupt patch at line ${w.number(200)}`,
        (w) => `git apply: corrupt patch at ${w.path(["diff"])}:${w.number(200)}`,
        (w) => `error: corrupt binary patch at line ${w.number(200)}`,
      ),
    },
    {
      name: "context not found",
      says: ["not apply", "patch failed", "hunk"],
      templates: of(
        "applies",
        (w) => `error: patch failed: ${w.path()}:${w.number(300)}\nerror: ${w.path()}: patch does not apply`,
        (w) => `Hunk #${w.number(6)} failed at ${w.number(300)}: patch does not apply to ${w.path()}`,
      ),
    },
    {
      name: "file not in the index",
      says: ["no such file", "index"],
      templates: of(
        "applies",
        (w) => `error: ${w.path()}: No such file or directory`,
        (w) => `error: ${w.path()}: does not exist in index, no such file`,
      ),
    },
    {
      name: "reply is no JSON",
      says: ["json"],
      templates: of(
        "reply",
        (w) => `SyntaxError: Unexpected token '${w.pick(["<", "I", "H"])}', "${w.code()}" is not valid JSON`,
        (w) => `JSON.parse: Expected ',' or '}' after property value in JSON at position ${w.number(2000)}`,
        (w) => `Unterminated string in JSON at position ${w.number(2000)}`,
      ),
    },
    {
      name: "reply has no code block",
      says: ["code block", "fence", "block"],
      templates: of(
        "reply",
        () => "Model answered with an explanation only: no fenced code block found",
        (w) => `Could not extract a patch: found ${w.number(3)} paragraphs of text and no code block`,
      ),
    },
    {
      name: "gateway timeout",
      says: ["timeout", "timed out", "time"],
      templates: of(
        "provider",
        (w) => `Request timed out after ${w.number(120)} s while waiting for the response`,
        (w) => `504 Gateway Timeout: request timed out, id ${w.name()}`,
        (w) => `The request timed out (ETIMEDOUT 10.0.${w.number(250)}.${w.number(250)}:443)`,
      ),
    },
    {
      name: "context window exceeded",
      says: ["context", "token"],
      templates: of(
        "provider",
        (w) =>
          `This model's maximum context length is ${w.pick([8192, 128000])} tokens, however you requested ${w.number(200000)} tokens`,
        (w) => `prompt is too long: ${w.number(300000)} tokens > ${w.number(200000)} maximum context length`,
      ),
    },
    {
      name: "indentation",
      says: ["indent"],
      templates: of(
        "parses",
        (w) => `IndentationError: unexpected indent (${w.path(["py"])}, line ${w.number(300)})`,
        (w) => `IndentationError: expected an indented block after 'if' statement on line ${w.number(300)}`,
        (w) => `IndentationError: unindent does not match any outer indentation level at line ${w.number(300)}`,
      ),
    },
    {
      name: "brackets",
      says: ["bracket", "parenthes", "closed"],
      templates: of(
        "parses",
        (w) => `SyntaxError: '${w.pick(["(", "[", "{"])}' was never closed (${w.path(["py"])}, line ${w.number(300)})`,
        (w) =>
          `SyntaxError: closing parenthesis '${w.pick([")", "]"])}' does not match opening parenthesis '{', never closed on line ${w.number(300)}`,
      ),
    },
    {
      name: "undefined name",
      says: ["undefined", "defined"],
      templates: of(
        "clean",
        (w) => `F821 Undefined name \`${w.name()}\` at ${w.path(["py"])}:${w.number(300)}:${w.number(40)}`,
        (w) =>
          `error TS2304: Cannot find name '${w.name()}', undefined name in ${w.path(["ts"])}(${w.number(300)},${w.number(40)})`,
        (w) => `undefined name "${w.name()}" (pyflakes) in ${w.path(["py"])}`,
      ),
    },
    {
      name: "test assertion",
      says: ["assert", "test"],
      templates: of(
        "tests",
        (w) => `AssertionError: expected ${w.number(90)} to equal ${w.number(90)} in test ${w.name()}`,
        (w) => `FAILED ${w.path(["py"])}::test_${w.name()} - AssertionError: assert ${w.number(9)} == ${w.number(9)}`,
        (w) =>
          `AssertionError [ERR_ASSERTION]: Expected values to be strictly equal: ${w.number(9)} !== ${w.number(9)}`,
      ),
    },
    {
      name: "import broken",
      says: ["import", "module"],
      templates: of(
        "tests",
        (w) => `ImportError: cannot import name '${w.name()}' from '${w.name()}' (${w.path(["py"])})`,
        (w) => `ModuleNotFoundError: No module named '${w.name()}', cannot import it from ${w.path(["py"])}`,
      ),
    },
  ],
};
