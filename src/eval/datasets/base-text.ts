import type { TextOrigin } from "../../domain/dataset.ts";
import { byteOrderMark, LineIndex } from "../../patch/lines.ts";
import { applySections } from "./apply-patch.ts";
import type { PatchSection } from "./patch-sections.ts";
import { type PromptView, showsEverything } from "./prompt-view.ts";

/** A text that an attempt may have been made for, and where it was found. */
export interface TextFound {
  readonly text: string;
  readonly from: Extract<TextOrigin, "file" | "commit">;
}

/** The text that a model was shown, without and with a patch. */
export interface BothSides {
  readonly before: string;
  readonly after: string;
  readonly from: TextOrigin;
}

/**
 * The file as it was when the model was asked. The store keeps no files, so it is found again: a text of the repository
 * counts only if each line that the prompt shows stands in it; else the prompt's own lines are the text, with line ends as
 * the patch has them. Undefined if the patch, taken exactly, fits none of these.
 */
export function bothSides(
  view: PromptView,
  sections: readonly PatchSection[],
  found: readonly TextFound[],
): BothSides | undefined {
  for (const { text, from } of found) {
    const after = isShownBy(view, text) ? applySections(text, sections) : undefined;
    if (after !== undefined) return { before: text, after, from };
  }
  const text = textOfPrompt(view, sections);
  const after = text === undefined ? undefined : applySections(text, sections);
  if (text === undefined || after === undefined) return undefined;
  return { before: text, after, from: showsEverything(view) ? "prompt" : "prompt-excerpt" };
}

/** Whether a text has as many lines as the prompt's file and each shown line is the same. */
export function isShownBy({ lines, cut }: PromptView, text: string): boolean {
  return (["universal", "javascript"] as const).some((lineEnds) => {
    const index = new LineIndex(text, lineEnds);
    const last = index.end(index.lineCount) === index.begin(index.lineCount) && index.lineCount > 1;
    if (index.lineCount - (last ? 1 : 0) !== lines.length) return false;
    return lines.every(
      (line, at) =>
        line === undefined ||
        cut.has(at + 1) ||
        index.text.slice(index.start(at + 1), index.contentEnd(at + 1)) === line,
    );
  });
}

/** The lines of a prompt as a text: line ends, a byte-order mark and the last line's end as the patch shows them. */
function textOfPrompt(view: PromptView, sections: readonly PatchSection[]): string | undefined {
  const hunks = sections.flatMap((section) => section.hunks);
  const olds = hunks.flatMap(({ rows }) => rows.filter(({ sign }) => sign !== "+"));
  const ended = olds.filter(({ open }) => !open);
  const carriage = ended.filter(({ text }) => text.endsWith("\r")).length;
  if (carriage !== 0 && carriage !== ended.length) return undefined;
  const lineEnd = carriage > 0 ? "\r\n" : "\n";
  const lines = [...view.lines];
  for (const { oldStart, rows } of hunks) {
    const known = rows.filter(({ sign }) => sign !== "+");
    // What the prompt leaves out and the patch quotes as context is known from there.
    for (const [offset, { text }] of known.entries()) {
      const at = oldStart - 1 + offset;
      if (at < lines.length) lines[at] ??= text.replace(/\r$/, "");
    }
  }
  const text = lines.map((line) => line ?? "").join(lineEnd);
  const first = hunks.find(({ oldStart }) => oldStart === 1)?.rows.find(({ sign }) => sign !== "+");
  const mark = first && byteOrderMark(first.text) === 1 ? "\ufeff" : "";
  const isOpen = olds.some(({ open }) => open);
  return mark + text + (isOpen || lines.length === 0 ? "" : lineEnd);
}
