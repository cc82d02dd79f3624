import { z } from "zod";
import { type DatasetFormat, type DatasetRow, SPLITS } from "../../domain/dataset.ts";
import { STRATEGIES } from "../../domain/outcome.ts";

const words = z.string().min(1);
const assistant = z.strictObject({
  role: z.literal("assistant"),
  content: words,
  weight: z.literal([0, 1]).exactOptional(),
});
const asked = [
  z.strictObject({ role: z.literal("system"), content: words }),
  z.strictObject({ role: z.literal("user"), content: words }),
] as const;

/** https://developers.openai.com/api/docs/guides/supervised-fine-tuning, "Formatting your data". */
const chatLine = z.strictObject({ messages: z.tuple([...asked, assistant]) });

/** https://developers.openai.com/api/docs/guides/direct-preference-optimization, "Data format". */
const preferenceLine = z.strictObject({
  input: z.strictObject({
    messages: z.tuple([...asked]),
    tools: z.array(z.never()),
    parallel_tool_calls: z.boolean(),
  }),
  preferred_output: z.tuple([assistant]),
  non_preferred_output: z.tuple([assistant]),
});

const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** Our own format: everything that is known of a row. */
const recordLine = z.strictObject({
  id: hash,
  split: z.enum(SPLITS),
  system: words,
  prompt: words,
  answer: words,
  path: words,
  before: z.string(),
  after: z.string(),
  patch: words,
  strategy: z.enum(STRATEGIES),
  findings: z.array(z.strictObject({ id: z.string(), tool: z.string(), ruleId: words, message: z.string() })).min(1),
  tokens: z.int().min(1),
  provenance: z.strictObject({
    answerFrom: z.enum(["reply", "accepted-patch", "corrected-patch"]),
    textFrom: z.enum(["file", "commit", "prompt", "prompt-excerpt"]),
    labelId: words,
    attemptId: words,
    repairId: words,
    runId: words,
    repository: z.string(),
    licences: z.array(words).min(1),
    commit: words.exactOptional(),
    model: words,
    template: words,
    dupGroup: words,
  }),
});

const SCHEMAS = { "openai-chat": chatLine, "openai-preference": preferenceLine, jsonl: recordLine } as const;

/** A line as it was read back. */
export interface ReadLine {
  readonly system: string;
  readonly prompt: string;
  readonly answer: string;
  readonly notAnswer?: string;
}

/** A row as one line, without its line end. `weights`: chat rows say that their answer counts. */
export function lineOf(
  row: DatasetRow,
  format: DatasetFormat,
  { split, weights }: { readonly split: (typeof SPLITS)[number]; readonly weights: boolean },
): string {
  const { system, prompt, answer, notAnswer } = row;
  const messages = [
    { role: "system", content: system },
    { role: "user", content: prompt },
  ];
  const said = (content: string) => ({ role: "assistant", content });
  switch (format) {
    case "openai-chat":
      return oneLine({ messages: [...messages, { ...said(answer), ...(weights && { weight: 1 }) }] });
    case "openai-preference":
      return oneLine({
        input: { messages, tools: [], parallel_tool_calls: true },
        preferred_output: [said(answer)],
        non_preferred_output: [said(notAnswer ?? "")],
      });
    case "jsonl":
      return oneLine({ ...row, split });
  }
}

/** Some readers take these three for line ends; inside of JSON strings their escapes mean the same. */
function oneLine(value: object): string {
  return JSON.stringify(value).replace(
    /[\u0085\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** Reads a line of a file back; what is wrong with it, as a sentence, if it is no such line. */
export function readLine(line: string, format: DatasetFormat): ReadLine | { readonly wrong: string } {
  if (/[\r\n\ufeff]/.test(line)) return { wrong: "it holds a line end or a byte-order mark" };
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { wrong: "it is no JSON" };
  }
  if (format === "openai-chat") {
    const read = SCHEMAS[format].safeParse(value);
    if (!read.success) return wrongShape(read.error);
    const [system, user, answer] = read.data.messages;
    return { system: system.content, prompt: user.content, answer: answer.content };
  }
  if (format === "openai-preference") {
    const read = SCHEMAS[format].safeParse(value);
    if (!read.success) return wrongShape(read.error);
    const [system, user] = read.data.input.messages;
    const [answer] = read.data.preferred_output;
    const [notAnswer] = read.data.non_preferred_output;
    return { system: system.content, prompt: user.content, answer: answer.content, notAnswer: notAnswer.content };
  }
  const read = SCHEMAS[format].safeParse(value);
  return read.success ? read.data : wrongShape(read.error);
}

function wrongShape(error: z.ZodError): { readonly wrong: string } {
  const [issue] = error.issues;
  return { wrong: `${issue?.path.map(String).join(".") || "the line"}: ${issue?.message ?? "wrong shape"}` };
}
