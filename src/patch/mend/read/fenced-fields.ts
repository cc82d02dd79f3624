import type { StatedEdit } from "./edit-shapes.ts";
import type { Surroundings } from "./reading.ts";

const WRAPPED = /^((`{3,}|~{3,})[^\n`]*)\n(?:([\s\S]*?)\n)?[ \t]*\2$/;
const MARK = /^[ \t]*(?:`{3,}|~{3,})/m;

/**
 * An edit whose texts stand in code fences of their own (` "original": "```python\n…\n```" `), without them. A fence that
 * stands in the files is text, and so is one around the new text alone: it may be what the edit is to add.
 */
export function withoutFences(edit: StatedEdit, around: Surroundings): StatedEdit {
  const before = unwrapped(edit.before, around);
  if (before === undefined || before.trim() === "") return edit;
  const after = unwrapped(edit.after, around) ?? edit.after;
  return after !== undefined && MARK.test(after) ? edit : { ...edit, before, after };
}

/** What a fence around the whole text holds; undefined if there is none, or if it stands in the files. */
function unwrapped(text: string | undefined, { knowsLine }: Surroundings): string | undefined {
  const [, opening, , body = ""] = WRAPPED.exec(text?.trim() ?? "") ?? [];
  return opening === undefined || knowsLine(opening) || MARK.test(body) ? undefined : body;
}
