import { unescapeOnce } from "../anchor/variants.ts";
import type { StatedEdit } from "./edit-shapes.ts";

/** Code up to its first line end, written as `\n`, with what begins the next line. No quote or comment mark in front: it is not in a string. */
const CODE_THEN_END = /^[^"'`#/\\]*[^\s"'`#/\\][ \t]*(?:\\r)?(?:\\n)+([ \t]{2,}|\\t|\t)(?:[^\s\\]|\\["'])/;

/**
 * An edit whose new text alone is several lines with their ends escaped once too often: `def f():\n    return 1` with a
 * backslash. Where the old text is escaped likewise, both are mended when they are placed.
 */
export function withLineEnds(edit: StatedEdit): StatedEdit {
  const { before, after } = edit;
  if (before === undefined || before.trim() === "" || after === undefined) return edit;
  if (before.includes("\\") || after.trimEnd().includes("\n")) return edit;
  const indent = /^[ \t]*/.exec(before)?.[0] ?? "";
  const next = CODE_THEN_END.exec(after)?.[1];
  if (next?.replace("\\t", "\t").startsWith(indent) !== true) return edit;
  const mended = unescapeOnce(after);
  return cutsStrings(mended) ? edit : { ...edit, after: mended };
}

/** Whether a string would go over a line end: then some of the escapes are the code's own. */
function cutsStrings(text: string): boolean {
  const lines = text.replace(/"""[\s\S]*?"""|'''[\s\S]*?'''/g, "").split("\n");
  return lines.some((line) => ['"', "'"].some((quote) => line.split(quote).length % 2 === 0));
}
