import { structuredPatch } from "diff";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mend } from "../../src/patch/mend/mend.ts";
import { mendedText, PATH } from "./support.ts";

const word = fc.stringMatching(/^[a-z]{1,6}( [a-z(){}="']{1,6}){0,3}$/);
const line = fc.tuple(fc.nat({ max: 3 }), word).map(([depth, text]) => "    ".repeat(depth) + text);
/** Lines made unique by a number, so that there is one right place. */
const file = fc.array(line, { minLength: 1, maxLength: 30 }).map((lines) => lines.map((text, i) => `${text} ${i}`));

/** A file and the same file with some lines replaced, deleted and added. */
const change = fc
  .tuple(
    file,
    fc.array(fc.tuple(fc.nat(), fc.nat({ max: 3 }), fc.array(line, { maxLength: 3 })), { minLength: 1, maxLength: 4 }),
  )
  .map(([lines, edits]) => {
    const changed = [...lines];
    for (const [at, remove, insert] of edits)
      changed.splice(at % (changed.length + 1), remove, ...insert.map((text, i) => `${text} new ${at} ${i}`));
    return { before: lines, after: changed };
  })
  .filter(({ before, after: changed }) => changed.join("\n") !== before.join("\n") && changed.length > 0);

const eol = fc.constantFrom("\n", "\r\n");
const text = (lines: readonly string[], end: string) => lines.map((each) => each + end).join("");
const hunks = (before: readonly string[], changed: readonly string[], context: number) =>
  structuredPatch("a", "b", text(before, "\n"), text(changed, "\n"), undefined, undefined, { context }).hunks;

function edits(before: readonly string[], changed: readonly string[]) {
  return hunks(before, changed, 2).map((hunk) => ({
    path: PATH,
    startLine: hunk.oldStart,
    original: hunk.lines
      .filter((row) => row[0] !== "+")
      .map((row) => row.slice(1))
      .join("\n"),
    replacement: hunk.lines
      .filter((row) => row[0] !== "-")
      .map((row) => row.slice(1))
      .join("\n"),
  }));
}

describe("a right reply is read to exactly the right text", () => {
  test("unified diff, with right and without any numbers", () => {
    fc.assert(
      fc.property(change, eol, fc.boolean(), ({ before, after: changed }, end, numbers) => {
        const body = hunks(before, changed, 3)
          .map(
            (h) =>
              `${numbers ? `@@ -${h.oldStart},${h.oldLines} +${h.newStart},${h.newLines} @@` : "@@"}\n${h.lines.join("\n")}\n`,
          )
          .join("");
        expect(mendedText(text(before, end), `--- a/${PATH}\n+++ b/${PATH}\n${body}`)).toBe(text(changed, end));
      }),
    );
  });

  test("unified diff with right numbers, where lines repeat, look like marks and may lack the last line end", () => {
    const mark = fc.constantFrom("a", "b", "", "    x", "}", "--- q", "+++ q", "@@", "```", "  -", "+", " ");
    const texts = fc
      .tuple(fc.array(mark, { maxLength: 20 }), fc.constantFrom("", "\n"))
      .map(([lines, end]) => lines.join("\n") + (lines.length > 0 ? end : ""));
    fc.assert(
      fc.property(texts, texts, (before, changed) => {
        fc.pre(before !== changed);
        const made = structuredPatch("a", "b", before, changed, undefined, undefined, { context: 3 }).hunks;
        const body = made
          .map((h) => `@@ -${h.oldStart},${h.oldLines} +${h.newStart},${h.newLines} @@\n${h.lines.join("\n")}\n`)
          .join("");
        expect(mendedText(before, `--- a/${PATH}\n+++ b/${PATH}\n${body}`)).toBe(changed);
      }),
      { numRuns: 1000 },
    );
  });

  test("JSON and search/replace", () => {
    fc.assert(
      fc.property(change, eol, ({ before, after: changed }, end) => {
        const stated = edits(before, changed);
        expect(mendedText(text(before, end), JSON.stringify({ edits: stated }))).toBe(text(changed, end));
        const blocks = stated
          .map(
            (edit) =>
              `<<<<<<< SEARCH\n${edit.original}\n=======\n${edit.replacement === "" ? "" : `${edit.replacement}\n`}>>>>>>> REPLACE\n`,
          )
          .join("\n");
        expect(mendedText(text(before, end), blocks)).toBe(text(changed, end));
      }),
    );
  });

  test("V4A", () => {
    fc.assert(
      fc.property(change, ({ before, after: changed }) => {
        const body = hunks(before, changed, 3)
          .map((h) => `@@\n${h.lines.join("\n")}\n`)
          .join("");
        expect(mendedText(text(before, "\n"), `*** Begin Patch\n*** Update File: ${PATH}\n${body}*** End Patch`)).toBe(
          text(changed, "\n"),
        );
      }),
    );
  });
});

describe("any reply at all", () => {
  const piece = fc.oneof(
    fc.string(),
    line,
    fc.constantFrom(
      "--- a/src/a.py",
      "+++ b/src/a.py",
      "@@ -1,3 +1,3 @@",
      "@@",
      "```",
      "```diff",
      "~~~",
      "<<<<<<< SEARCH",
      "=======",
      ">>>>>>> REPLACE",
      "*** Begin Patch",
      "*** End Patch",
      "*** Update File: src/a.py",
      "*** Add File: x",
      '{"edits": [',
      '{"path": "src/a.py", "original": "',
      '", "replacement": "',
      '"}]}',
      "\\ No newline at end of file",
      "diff --git a/x b/y",
      "-x",
      "+y",
      " z",
      "...",
      "<original>",
      "</original>",
      "<patched>",
      "</patched>",
      "rename from x",
      "Index: q",
      "--- ../../x",
      "+++ /dev/null",
      "",
      "{",
      "}",
      "\u2028",
      "\0",
    ),
  );
  const garbage = fc
    .tuple(fc.array(piece, { maxLength: 25 }), fc.constantFrom("\n", "\r\n", " ", "\r"))
    .map(([pieces, end]) => pieces.join(end));

  test("never throws, and never touches a path that leads outside", () => {
    fc.assert(
      fc.property(garbage, file, (reply, lines) => {
        const made = mend({
          files: new Map([
            [PATH, text(lines, "\n")],
            ["lib/b.py", "x\n"],
          ]),
          reply,
          path: PATH,
          root: "/repo",
        });
        if (made.outcome === "refused") expect(made.reason.length).toBeGreaterThan(10);
        if (made.outcome === "patched")
          for (const path of made.files.keys()) expect(path).not.toMatch(/^\/|^[A-Za-z]:|(?:^|\/)\.\.(?:\/|$)/);
      }),
      { numRuns: 500 },
    );
  });

  test("a cut JSON reply is refused wherever it was cut", () => {
    fc.assert(
      fc.property(change, fc.double({ min: 0, max: 0.999, noNaN: true }), ({ before, after: changed }, share) => {
        const whole = JSON.stringify({ edits: edits(before, changed), explanation: "because", unfixable: null });
        expect(mendedText(text(before, "\n"), whole.slice(0, Math.floor(whole.length * share)))).toMatch(/^refused/);
      }),
    );
  });

  test("a deleted line that is not in the file is never skipped", () => {
    fc.assert(
      fc.property(change, ({ before, after: changed }) => {
        const body = hunks(before, changed, 3)
          .map((h) => `@@\n${h.lines.join("\n")}\n-this line is nowhere\n`)
          .join("");
        expect(mendedText(text(before, "\n"), `--- a/${PATH}\n+++ b/${PATH}\n${body}`)).toMatch(/^refused/);
      }),
    );
  });
});
