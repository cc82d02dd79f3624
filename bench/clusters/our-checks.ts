import type { Corpus, Template } from "./corpus.ts";
import type { Words } from "./words.ts";

const quoted = (text: string): string => JSON.stringify(text.trim());
const edit = (w: Words): string =>
  `Edit ${w.number(3)} of ${w.number(4)} in ${w.path()} (line ${w.number(60)} of the reply)`;
const mismatch = (message: (w: Words) => string): Template => ({
  check: "anchored",
  code: "APPLY_CONTEXT_MISMATCH",
  message: (w) => `${edit(w)} does not fit. ${message(w)}`,
});
const still = (rule: string, says: (w: Words) => string): Template => ({
  check: "cleared",
  code: "TARGET_STILL_FIRES",
  rules: [rule],
  message: (w) => `ruff still reports ${rule} at line ${w.number(400)}: ${says(w)}`,
});
const fresh = (tool: string, rule: string, says: (w: Words) => string): Template => ({
  check: "clean",
  code: "NEW_FINDING_OTHER",
  message: (w) =>
    `${tool} reports ${rule} at ${w.path()}:${w.number(300)} of the patched text, which was not there before: ${says(w)}${w.pick(["", ` and ${w.number(4)} more`])}`,
});

/** Sentences as our own checks, reply readers and providers print them (src/verify, src/patch/mend, src/adapters/providers). */
export const OUR_CHECKS: Corpus = {
  name: "our checks",
  what: "12 causes in the sentences of our own checks, some under several codes",
  causes: [
    {
      name: "the edit's lines are not in the file",
      says: ["do not stand", "not in the file", "not fit"],
      templates: [
        mismatch(
          (w) =>
            `Its line ${w.number(5)} reads ${quoted(w.code())}, but line ${w.number(300)} of the file reads ${quoted(w.code())}. Did you mean lines ${w.number(90)} to ${w.number(99)}? ${quoted(w.code())} ${quoted(w.code())}`,
        ),
        mismatch((w) => `None of its lines stands in the file; the first is ${quoted(w.code())}.`),
        mismatch((w) => `Its line ${w.number(5)} reads ${quoted(w.code())}, but the file has no such line.`),
        mismatch((w) => `Already applied: its result stands in the file at line ${w.number(300)}.`),
      ],
    },
    {
      name: "the finding is still reported",
      says: ["still report"],
      templates: [
        still("F401", (w) => `\`${w.name()}\` imported but unused`),
        still("S608", () => "Possible SQL injection vector through string-based query construction"),
        still("D103", () => "Missing docstring in public function"),
        still("B006", () => "Do not use mutable data structures for argument defaults"),
        {
          check: "cleared",
          code: "TARGET_STILL_FIRES",
          message: (w) =>
            `${w.pick(["F401", "S608", "D103"])} is still reported, or the fix does not stand together with the others`,
        },
      ],
    },
    {
      name: "the reply was cut off",
      says: ["cut off"],
      templates: [
        {
          check: "reply",
          code: "PARSE_NOT_JSON",
          message: () =>
            "The JSON of the reply ends before its last bracket closes: it was cut off. Send it again, shorter.",
        },
        {
          check: "reply",
          code: "DIFF_BAD_HUNK_COUNT",
          message: (w) =>
            `The reply ends inside the hunk at line ${w.number(80)}: it was cut off. Send it again, shorter.`,
        },
        {
          check: "provider",
          code: "LLM_TRUNCATED",
          message: () => "the reply was cut off at the limit of output tokens",
        },
        {
          check: "reply",
          code: "PARSE_SCHEMA",
          message: (w) => `The fence at line ${w.number(80)} of the reply is never closed: it was cut off.`,
        },
      ],
    },
    {
      name: "a suppression was added",
      says: ["silence", "suppress"],
      templates: [
        {
          check: "honest",
          code: "SCOPE_SUPPRESSION_ADDED",
          message: (w) =>
            `Line ${w.number(300)} of ${w.path()} adds or widens a suppression: \`# noqa: ${w.pick(["F401", "S608", "E501"])}\`. Fix the code instead.`,
        },
        {
          check: "honest",
          code: "SCOPE_SUPPRESSION_ADDED",
          message: (w) =>
            `In ${w.path()}, \`_ = ${w.name()}\` only mentions \`${w.name()}\` so that it counts as used. That silences the finding and fixes nothing.`,
        },
        {
          check: "honest",
          code: "SCOPE_SUPPRESSION_ADDED",
          message: (w) =>
            `In ${w.path()}, a value is cast to \`any\`, which switches its type checks off. That silences the finding and fixes nothing.`,
        },
      ],
    },
    {
      name: "the patch brings a new finding",
      says: ["new finding", "another finding"],
      templates: [
        fresh("ruff", "E501", (w) => `Line too long (${90 + w.number(60)} > 88)`),
        fresh("ruff", "F821", (w) => `Undefined name \`${w.name()}\``),
        fresh("eslint", "no-undef", (w) => `'${w.name()}' is not defined.`),
        fresh("ruff", "I001", () => "Import block is un-sorted or un-formatted"),
      ],
    },
    {
      name: "the patched file does not parse",
      says: ["parse", "syntax"],
      templates: [
        {
          check: "parses",
          code: "SYNTAX_ERROR",
          message: (w) => `${w.path()} no longer parses: ${w.number(300)}:${w.number(40)} unexpected indentation`,
        },
        {
          check: "parses",
          code: "SYNTAX_ERROR",
          message: (w) => `${w.path()} no longer parses: ${w.number(300)}:${w.number(40)} Expected an expression`,
        },
        {
          check: "parses",
          code: "SYNTAX_ERROR",
          message: (w) =>
            `${w.path()} no longer parses: ${w.number(300)}:${w.number(40)} Expected \`)\` but found \`${w.name()}\``,
        },
      ],
    },
    {
      name: "the reply holds no edit",
      says: ["no edit", "prose", "no usable"],
      templates: [
        { check: "reply", code: "PARSE_PROSE_ONLY", message: () => "The reply is prose without an edit." },
        {
          check: "reply",
          code: "PARSE_NO_PATCH",
          message: () => "The reply holds code but no edit that names the lines it replaces.",
        },
        {
          check: "reply",
          code: "PARSE_NO_PATCH",
          message: (w) =>
            `The reply holds no edits; it says: ${w.pick(["I cannot see the whole file, so I would rather not change it.", "The code is fine as it is.", "Please provide more context first."])}.`,
        },
      ],
    },
    {
      name: "the edit fits in several places",
      says: ["several places", "ambiguous"],
      templates: [
        {
          check: "anchored",
          code: "APPLY_AMBIGUOUS",
          message: (w) =>
            `${edit(w)} is ambiguous. Its text stands at ${w.number(9)} places (lines ${w.number(90)}, ${w.number(200)}, ${w.number(400)}); add lines of context until only one is left, or name the line.`,
        },
        {
          check: "anchored",
          code: "APPLY_AMBIGUOUS",
          message: (w) =>
            `${edit(w)} is ambiguous. Its text stands at ${20 + w.number(9)} places (lines ${w.number(90)}, ${w.number(200)}, ${w.number(400)}, ${w.number(400)}, …); add lines of context until only one is left, or name the line.`,
        },
      ],
    },
    {
      name: "the reply names a file that does not exist",
      says: ["no such file", "missing file", "does not exist"],
      templates: [
        {
          check: "reply",
          code: "APPLY_FILE_MISSING",
          message: (w) => `There is no file ${quoted(w.path())}. The files are: ${w.path()}, ${w.path()}.`,
        },
        {
          check: "reply",
          code: "APPLY_FILE_MISSING",
          message: (w) =>
            `There is no file ${quoted(w.path())}, and several files have that name. The files are: ${w.path()}, ${w.path()}, ${w.path()}, …`,
        },
        {
          check: "anchored",
          code: "APPLY_FILE_MISSING",
          message: (w) => `The patch changes ${w.path()}, but that file does not exist.`,
        },
      ],
    },
    {
      name: "the model was too slow",
      says: ["in time", "time"],
      templates: [
        { check: "provider", code: "LLM_TIMEOUT", message: () => "the model did not answer in time" },
        {
          check: "provider",
          code: "LLM_TIMEOUT",
          message: (w) =>
            `the server gave up waiting for the model (HTTP ${w.pick([408, 504])}): ${w.pick(["upstream request timeout", 'a web page titled "504 Gateway Time-out"'])}`,
        },
      ],
    },
    {
      name: "code was left out of the reply",
      says: ["leaves code out", "left out", "elision"],
      templates: [
        {
          check: "reply",
          code: "PARSE_ELISION",
          message: (w) =>
            `An edit of ${w.path()} leaves code out (${quoted(w.pick(["# ... rest unchanged", "// ... existing code", "..."]))}); write the lines themselves.`,
        },
        {
          check: "reply",
          code: "PARSE_ELISION",
          message: (w) => `An edit of ${w.path()} deletes lines that it does not show ("...").`,
        },
        {
          check: "reply",
          code: "PARSE_ELISION",
          message: (w) =>
            `The text of ${w.path()} at line ${w.number(90)} of the reply leaves code out (${quoted("# rest of the file")}); send only the edits, or the file without gaps.`,
        },
      ],
    },
    {
      name: "code was deleted instead of fixed",
      says: ["delete"],
      templates: [
        {
          check: "honest",
          code: "SCOPE_DELETED_CODE",
          message: (w) =>
            `In ${w.path()}, the patch deletes ${w.number(9)} lines of code (line ${w.number(300)}: \`${w.code().trim()}\`) and puts nothing in place. Fix the code instead of deleting it.`,
        },
        {
          check: "honest",
          code: "SCOPE_DELETED_CODE",
          message: (w) =>
            `The patch empties the body of \`${w.name()}\` (line ${w.number(300)} of ${w.path()}). Fix the code instead of deleting it.`,
        },
        {
          check: "honest",
          code: "SCOPE_DELETED_CODE",
          message: (w) =>
            `In ${w.path()}, the patch deletes the call \`${w.name()}(…)\` with the unused name. Keep the call.`,
        },
      ],
    },
  ],
};
