import type { Change } from "./corpus.ts";
import { dedented, editsOf } from "./corpus-json.ts";
import type { Corrupted } from "./corpus-unified.ts";

type Write = (change: Change, random: () => number) => Corrupted | undefined;

const block = (
  search: string,
  replace: string,
  open = "<<<<<<< SEARCH",
  middle = "=======",
  close = ">>>>>>> REPLACE",
): string => `${open}\n${search}\n${middle}\n${replace === "" ? "" : `${replace}\n`}${close}\n`;

const aider = (
  change: Change,
  one: (search: string, replace: string) => string = (search, replace) => block(search, replace),
): string =>
  editsOf(change, 2)
    .map((edit) => `${change.path}\n\`\`\`\n${one(edit.original, edit.replacement)}\`\`\`\n`)
    .join("\n");

/** Undefined where the change touches a last line without a line end: V4A cannot say that there is none. */
const v4a = (change: Change, row: (text: string) => string = (text) => text): string | undefined =>
  change.hunks.some((hunk) => hunk.rows.some((each) => each[0] === "\\"))
    ? undefined
    : `*** Begin Patch\n*** Update File: ${change.path}\n${change.hunks
        .map(
          (hunk) =>
            `@@\n${hunk.rows
              .filter((each) => each[0] !== "\\")
              .map(row)
              .join("\n")}\n`,
        )
        .join("")}*** End Patch`;

const replied = (text: string | undefined, wrap: (text: string) => string = (each) => each): Corrupted | undefined =>
  text === undefined ? undefined : { reply: wrap(text) };

const plain = (text: string): string => text.replace(/\r\n/g, "\n").replace(/^\ufeff/, "");
const ended = (text: string): string => (text.endsWith("\n") ? text : `${text}\n`);

export const blockDialects: Readonly<Record<string, Write>> = {
  "search-replace:clean": (change) => ({ reply: aider(change) }),
  "search-replace:file name in bold": (change) => ({
    reply: `I'll fix it.\n\n**${change.path}**\n${editsOf(change)
      .map((e) => block(e.original, e.replacement))
      .join("\n")}`,
  }),
  "search-replace:path in the fence": (change) => ({
    reply: editsOf(change)
      .map((e) => `\`\`\`python ${change.path}\n${block(e.original, e.replacement)}\`\`\`\n`)
      .join("\n"),
  }),
  "search-replace:no path": (change) => ({
    reply: editsOf(change)
      .map((e) => block(e.original, e.replacement))
      .join("\n"),
  }),
  "search-replace:cline": (change) => ({
    reply: editsOf(change)
      .map((e) => block(e.original, e.replacement, "------- SEARCH", "=======", "+++++++ REPLACE"))
      .join("\n"),
  }),
  "search-replace:Roo": (change) => ({
    reply: editsOf(change)
      .map((e) => block(`:start_line:${e.startLine}\n:end_line:${e.endLine}\n-------\n${e.original}`, e.replacement))
      .join("\n"),
  }),
  "search-replace:marker lengths": (change) => ({
    reply: editsOf(change)
      .map((e) => block(e.original, e.replacement, "<<<<<< SEARCH", "=====", ">>>>>>>> REPLACE"))
      .join("\n"),
  }),
  "search-replace:CRLF": (change) => ({ reply: aider(change).replace(/\n/g, "\r\n") }),
  "search-replace:trailing space": (change) => ({
    reply: aider(change, (search, replace) => block(search.replace(/$/gm, "  "), replace)),
  }),
  "search-replace:extra blank line": (change) => ({
    reply: aider(change, (search, replace) => block(`\n${search}`, `\n${replace}`)),
  }),
  "search-replace:dedented": (change) => {
    const edits = editsOf(change, 2).map(dedented);
    return edits.some((edit) => edit === undefined)
      ? undefined
      : { reply: edits.map((e) => block(e?.original ?? "", e?.replacement ?? "")).join("\n") };
  },
  "search-replace:cut off": (change) => ({ reply: aider(change).replace(/>>>>>>> REPLACE\n```\n$/, ""), refuse: true }),
  "search-replace:text not in file": (change) => ({
    reply: aider(change, (search, replace) => block(`${search}\nnot_in_file = 1`, replace)),
    refuse: true,
  }),
  "tags:AutoCodeRover": (change) => ({
    reply: editsOf(change)
      .map(
        (e, i) =>
          `# modification ${i + 1}\n\`\`\`\n<file>${change.path}</file>\n<original>\n${e.original}\n</original>\n<patched>\n${e.replacement}\n</patched>\n\`\`\`\n`,
      )
      .join("\n"),
  }),
  "tags:Zed": (change) => ({
    reply: `<path>${change.path}</path>\n<edits>\n${editsOf(change)
      .map(
        (e) => `<old_text line=${e.startLine}>\n${e.original}\n</old_text>\n<new_text>\n${e.replacement}\n</new_text>`,
      )
      .join("\n\n")}\n</edits>`,
  }),
  "begin-patch:clean": (change) => replied(v4a(change)),
  "begin-patch:fence": (change) => replied(v4a(change), (text) => `\`\`\`\n${text}\n\`\`\``),
  "begin-patch:shell": (change) => replied(v4a(change), (text) => `apply_patch <<'EOF'\n${text}\nEOF`),
  "begin-patch:blank lines bare": (change) => replied(v4a(change, (row) => (row.trim() === "" ? "" : row))),
  "begin-patch:cut off": (change) => ({
    reply: `*** Begin Patch\n*** Update File: ${change.path}\n@@\n${change.hunks[0]?.rows.join("\n")}`,
    refuse: true,
  }),
  "whole-file:path above": (change) => ({ reply: `${change.path}\n\`\`\`\n${ended(plain(change.after))}\`\`\`` }),
  "whole-file:path in the fence": (change) => ({
    reply: `Here it is:\n\`\`\`python ${change.path}\n${ended(plain(change.after))}\`\`\`\nDone.`,
  }),
  "whole-file:elided": (change) => ({
    reply: `${change.path}\n\`\`\`\n${plain(change.after).split("\n").slice(0, 30).join("\n")}\n# ... rest of the file unchanged ...\n\`\`\``,
    refuse: true,
  }),
  "whole-file:snippet": (change) => ({
    reply: `${change.path}\n\`\`\`\n${plain(change.after).split("\n").slice(12, 26).join("\n")}\n\`\`\``,
    refuse: true,
  }),
};
