import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wilson } from "../../src/domain/statistics.ts";
import { inkParts } from "../../web/src/text/colour.ts";
import { compareLines } from "../../web/src/text/compare-lines.ts";
import { diffRows, splitRows } from "../../web/src/text/diff-rows.ts";
import { rateBasis, rateText } from "../../web/src/text/figures.ts";
import { chosenValues, toggleTerm } from "../../web/src/text/query-text.ts";
import { textRows } from "../../web/src/text/rows.ts";
import { visibleText } from "../../web/src/text/visible.ts";
import { wordParts } from "../../web/src/text/words.ts";
import { applyUnified } from "./support/apply-unified.ts";

const TEXTS = fc
  .array(fc.constantFrom("a", "b", "c", "", "if x:", "  y = 1"), { maxLength: 40 })
  .map((lines) => lines.join("\n"));

describe("texts on the page", () => {
  it("shows control, bidirectional and zero-width characters as what they are", () => {
    expect(visibleText("a\u001b[31mred\u202eevil\u200b\ufeff\u0000")).toBe("a␛[31mred[U+202E]evil[U+200B][U+FEFF]␀");
    expect(visibleText("tab\tand é 漢 😀 stay")).toBe("tab\tand é 漢 😀 stay");
    expect(visibleText("\ud800")).toBe("[U+D800]");
  });

  it("cuts texts into rows that hold all of it, and never a surrogate pair in two", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", maxLength: 200 }),
        fc.integer({ min: 20, max: 60 }),
        (part, columns) => {
          const text = `${part}\n${part}${part}\n`;
          const rows = textRows(text, columns);
          const cut = Array.from({ length: rows.count }, (_, at) => text.slice(rows.row(at).start, rows.row(at).end));
          expect(cut.join("").replaceAll("\n", "")).toBe(text.replaceAll("\n", ""));
          expect(cut.every((row) => row.isWellFormed())).toBe(text.isWellFormed());
        },
      ),
    );
    expect(textRows("", 80).count).toBe(1);
    expect(textRows("x".repeat(1_000_000), 100).count).toBe(10_000);
  });

  it("reads unified diffs into numbered rows, and pairs what was changed", () => {
    const rows = diffRows(
      "--- a/x.py\n+++ b/x.py\n@@ -3,3 +3,3 @@ def f():\n a\n-old\n+new\n b\n\\ No newline at end of file\n",
    );
    expect(rows.map(({ kind }) => kind)).toEqual(["file", "hunk", "same", "old", "new", "same", "note"]);
    expect(rows[3]).toMatchObject({ before: 4, text: "old", pair: "new" });
    expect(splitRows(rows).filter(({ kind }) => kind === "pair")).toHaveLength(3);
  });

  it("takes removed lines that look like headers for what they are", () => {
    const rows = diffRows("--- a/x.sql\n+++ b/x.sql\n@@ -1,2 +1,1 @@\n--- a comment\n keep\n");
    expect(rows.map(({ kind, text }) => [kind, text])).toContainEqual(["old", "-- a comment"]);
  });

  it("compares texts so that the difference leads from one to the other", async () => {
    await fc.assert(
      fc.asyncProperty(TEXTS, TEXTS, async (before, after) => {
        const diff = await compareLines(before, after, "x");
        expect(applyUnified(before, diff)).toBe(after);
      }),
    );
  });

  it("marks the words that differ, and nothing where little is the same", () => {
    expect(wordParts("if since is None:", "if since == None:").filter(({ changed }) => changed)).toEqual([
      { text: "is", changed: true },
    ]);
    expect(wordParts("entirely other", "nothing alike here").every(({ changed }) => !changed)).toBe(true);
  });

  it("colours a line without losing a character of it", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), fc.constantFrom("py", "ts", ""), (line, type) => {
        expect(
          inkParts(line, type)
            .map(({ text }) => text)
            .join(""),
        ).toBe(line);
      }),
    );
    expect(inkParts("x = 'a'  # note", "py").map(({ ink }) => ink)).toEqual(["plain", "string", "plain", "comment"]);
  });

  it("adds facets to a query and takes them out again", () => {
    const one = toggleTerm("attempts:>1 words", "rule", "F401");
    expect(one).toBe("attempts:>1 words rule:F401");
    expect(toggleTerm(one, "rule", "F841")).toBe("attempts:>1 words rule:F401,F841");
    expect(toggleTerm(one, "rule", "F401")).toBe("attempts:>1 words");
    expect(toggleTerm("", "rule", "two words")).toBe('rule:"two words"');
    expect([...chosenValues("-rule:E1 rule:F401,F841 outcome:rejected", "rule")]).toEqual(["F401", "F841"]);
  });

  it("shows counts and no percentage where there are fewer than ten", () => {
    expect(rateText(wilson(3, 4))).toBe("3 of 4");
    expect(rateText(wilson(8, 11))).toBe("73 %");
    expect(rateBasis(wilson(3, 4), "repairs")).toContain("too few");
    expect(rateText(wilson(0, 0))).toBe("none yet");
  });
});
