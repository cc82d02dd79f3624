import type { Strategy } from "../../../domain/outcome.ts";
import { unifiedDiff } from "../../../patch/diff.ts";
import type { CaseSpec } from "../../cases/format.ts";
import { type StatedEdit, withEdits } from "./place.ts";
import type { ShownLine } from "./read-prompt.ts";

/** A right answer, not yet in any form. */
export interface RightAnswer {
  readonly path: string;
  readonly strategy: Strategy;
  /** The file as the model sees it. */
  readonly lines: readonly ShownLine[];
  readonly endsWithNewline: boolean;
  readonly edits: readonly StatedEdit[];
  /** A finding's number in the prompt, by its id. */
  readonly numberOf: ReadonlyMap<string, number>;
}

type ReplyForm = CaseSpec["replyForm"];

/** The answer as a model writes it, broken in the way that `form` names. The baseline `v1` is always asked for a diff. */
export function writeReply(answer: RightAnswer, form: ReplyForm): string {
  return FORMS[answer.strategy === "v1" && !form.startsWith("diff") ? "diff" : form](answer);
}

const FORMS: Record<ReplyForm, (answer: RightAnswer) => string> = {
  edits: (answer) => JSON.stringify(asObject(answer)),
  "fenced-edits": (answer) => `\`\`\`json\n${JSON.stringify(asObject(answer), null, 2)}\n\`\`\``,
  "prose-edits": (answer) =>
    `Sure! I looked at the file, and this is the smallest change that fixes it:\n\n${JSON.stringify(asObject(answer))}\n\nLet me know if you would like me to explain it.`,
  "trailing-comma-edits": (answer) =>
    JSON.stringify(asObject(answer), null, 2).replace(/(["\]}\d]|null)\n(\s*[\]}])/g, "$1,\n$2"),
  "single-quoted-edits": (answer) => asPython(asObject(answer)),
  "search-replace": searchReplace,
  "whole-file": (answer) => `${answer.path}\n\`\`\`\n${textOf(withEdits(answer.lines, answer.edits), true)}\`\`\`\n`,
  diff: asDiff,
  "diff-wrong-counts": (answer) =>
    asDiff(answer).replace(
      /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/gm,
      (_, from, old = "1", to, now = "1") => `@@ -${from},${Number(old) + 2} +${to},${Number(now) + 3} @@`,
    ),
  "diff-no-header": (answer) => asDiff(answer).replace(/^(?:diff --git|index|---|\+\+\+) .*\n/gm, ""),
  "diff-wrong-lines": (answer) =>
    asDiff(answer).replace(
      /^@@ -(\d+)(,\d+)? \+(\d+)(,\d+)? @@/gm,
      (_, from, old = "", to, now = "") => `@@ -${Number(from) + 7}${old} +${Number(to) + 7}${now} @@`,
    ),
  "diff-stripped-blank-lines": (answer) => asDiff(answer).replace(/^ $/gm, ""),
};

function asObject({ path, strategy, edits, numberOf }: RightAnswer): Record<string, unknown> {
  const numbers = ({ hunk }: StatedEdit): number[] =>
    hunk.shared ? [] : hunk.owners.flatMap((id) => numberOf.get(id) ?? []);
  return {
    edits: edits.map((edit) => ({
      ...(strategy === "batch" && { finding: numbers(edit) }),
      path,
      startLine: edit.startLine,
      endLine: edit.endLine,
      original: edit.original.join("\n"),
      replacement: edit.hunk.added.join("\n"),
    })),
    ...(strategy === "batch" && { notFixed: [] }),
    explanation: "Fixed as the reference does.",
    unfixable: null,
  };
}

/** A dictionary as Python prints it. */
function asPython(value: unknown): string {
  if (value === null) return "None";
  if (typeof value === "string") {
    const escaped = JSON.stringify(value).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
    return `'${escaped}'`;
  }
  if (Array.isArray(value)) return `[${value.map(asPython).join(", ")}]`;
  if (typeof value !== "object") return String(value);
  return `{${Object.entries(value)
    .map(([key, one]) => `'${key}': ${asPython(one)}`)
    .join(", ")}}`;
}

function searchReplace({ path, edits }: RightAnswer): string {
  return edits
    .map(({ original, hunk }) =>
      [path, "<<<<<<< SEARCH", ...original, "=======", ...hunk.added, ">>>>>>> REPLACE", ""].join("\n"),
    )
    .join("\n");
}

function asDiff({ path, lines, endsWithNewline, edits }: RightAnswer): string {
  const before = textOf(
    lines.map(({ text }) => text),
    endsWithNewline,
  );
  const after = textOf(withEdits(lines, edits), endsWithNewline);
  return Buffer.from(unifiedDiff([{ path, before, after, encoding: "utf8" }])).toString("utf8");
}

function textOf(lines: readonly string[], endsWithNewline: boolean): string {
  return lines.length === 0 ? "" : lines.join("\n") + (endsWithNewline ? "\n" : "");
}
