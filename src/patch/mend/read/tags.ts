import { rowsBetween } from "../rows.ts";
import type { Reading } from "./reading.ts";

const PAIRS = [
  ["original", "patched"],
  ["search", "replace"],
  ["old_str", "new_str"],
  ["old_string", "new_string"],
  ["old_text", "new_text"],
  ["old_code", "new_code"],
  ["old", "new"],
  ["before", "after"],
  ["find", "replace"],
] as const;

type Pair = (typeof PAIRS)[number];

const opening = (name: string): RegExp => new RegExp(`<${name}(?:\\s[^<>]{0,200})?>`, "gi");

/** The tag pair a text uses (`<original>`/`<patched>` of AutoCodeRover, `<old_text>`/`<new_text>` of Zed), if any. */
export function tagPair(text: string): Pair | undefined {
  return PAIRS.find(([old, fresh]) => opening(old).test(text) && opening(fresh).test(text));
}

/** Reads pairs of tags. Content may hold such tags itself: an old part ends at the closing tag that the new part follows. */
export function readTags(reading: Reading, [old, fresh]: Pair): void {
  const { text } = reading;
  const starts = opening(old);
  let path: string | undefined;
  let from = 0;
  let number = 0;
  for (let found = starts.exec(text); found !== null; found = starts.exec(text)) {
    const at = text.slice(0, found.index).split("\n").length;
    const between = new RegExp(`</${old}\\s*>\\s*<${fresh}(?:\\s[^<>]{0,200})?>`, "gi");
    between.lastIndex = starts.lastIndex;
    const middle = between.exec(text);
    const closing = new RegExp(`</${fresh}\\s*>(?=\\s*(?:$|<|\`\`\`|#|\\n))`, "gi");
    closing.lastIndex = between.lastIndex;
    const end = middle === null ? null : closing.exec(text);
    if (middle === null || end === null) {
      reading.refuse(
        "PARSE_SCHEMA",
        `The <${old}> at line ${at} of the reply has no complete <${fresh}> after it; it may have been cut off.`,
      );
      return;
    }
    const files = [
      ...text
        .slice(from, found.index)
        .matchAll(/<(?:file|path|file_path|filename)>\s*([^<\n]+?)\s*<\/(?:file|path|file_path|filename)>/gi),
    ];
    path = files.at(-1)?.[1] ?? path;
    const line = /line\s*=\s*"?(\d+)/.exec(found[0])?.[1];
    const before = content(text.slice(starts.lastIndex, middle.index), reading);
    const after = content(text.slice(middle.index + middle[0].length, end.index), reading);
    reading.proposals.push({
      kind: "hunk",
      dialect: "tags",
      path,
      hunk: { rows: rowsBetween(before, after), at, ...(line === undefined ? {} : { start: Number(line) }) },
      section: number++,
      fence: 0,
    });
    from = closing.lastIndex;
    starts.lastIndex = closing.lastIndex;
  }
}

/** The lines between two tags, without the line ends beside the tags and without a fence around everything. */
function content(text: string, reading: Reading): string[] {
  const lines = text
    .replace(/^[ \t]*\n/, "")
    .replace(/\n[ \t]*$/, "")
    .split("\n");
  if (
    lines.length > 1 &&
    /^```/.test(lines[0] ?? "") &&
    /^```\s*$/.test(lines.at(-1) ?? "") &&
    !reading.around.knowsLine("```")
  )
    return lines.slice(1, -1);
  return lines.length === 1 && lines[0] === "" ? [] : lines;
}
