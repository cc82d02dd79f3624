import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyEdits, type TextEdit } from "../../src/patch/apply.ts";
import { composeEdits } from "../../src/patch/compose.ts";
import { editsBetween, normalizeEdit } from "../../src/patch/edits.ts";
import { anyText, editsOf } from "./support/arbitraries.ts";

function applied(text: string, edits: readonly TextEdit[]): string {
  const result = applyEdits(text, edits);
  return result.ok ? result.text : result.reason;
}

describe("editsBetween", () => {
  it("replaces whole lines, and only those that differ", () => {
    expect(editsBetween("a\nb\nc\nd\n", "a\nB\nc\nd\ne\n")).toEqual([
      { start: 2, end: 4, text: "B\n" },
      { start: 8, end: 8, text: "e\n" },
    ]);
  });

  it("has nothing to do for equal texts", () => {
    expect(editsBetween("a\n", "a\n")).toEqual([]);
  });

  it("turns every text into every other", () => {
    fc.assert(
      fc.property(anyText, anyText, (before, after) => {
        expect(applied(before, editsBetween(before, after))).toBe(after);
      }),
      { numRuns: 500 },
    );
  });
});

describe("composeEdits", () => {
  it("expresses an edit of inserted text as one edit of the first text", () => {
    const first = [{ start: 1, end: 2, text: "BBB" }];
    expect(composeEdits(first, [{ start: 2, end: 5, text: "x" }])).toEqual([{ start: 1, end: 3, text: "Bx" }]);
  });

  it("keeps edits apart that have nothing to do with each other", () => {
    const first = [{ start: 0, end: 1, text: "" }];
    expect(composeEdits(first, [{ start: 2, end: 3, text: "x" }])).toEqual([
      { start: 0, end: 1, text: "" },
      { start: 3, end: 4, text: "x" },
    ]);
  });

  it("keeps two equal insertions at one place as two", () => {
    const first = [{ start: 1, end: 1, text: "x" }];
    expect(applied("ab", composeEdits(first, [{ start: 2, end: 2, text: "x" }]))).toBe("axxb");
  });

  it("does at once what two sets of edits do one after the other", () => {
    const twoSteps = anyText.chain((text) =>
      fc.tuple(fc.constant(text), editsOf(text, anyText)).chain(([before, first]) =>
        fc.record({
          before: fc.constant(before),
          first: fc.constant(first),
          second: editsOf(applied(before, first), anyText),
        }),
      ),
    );
    fc.assert(
      fc.property(twoSteps, ({ before, first, second }) => {
        expect(applied(before, composeEdits(first, second))).toBe(applied(applied(before, first), second));
      }),
      { numRuns: 2000 },
    );
  });
});

describe("normalizeEdit", () => {
  it("makes the same change by two tools the same edit", () => {
    const text = "import os, sys\nx = 1\n";
    const wholeLine = normalizeEdit(text, { start: 0, end: 15, text: "import os\n" });
    const part = normalizeEdit(text, { start: 9, end: 14, text: "" });
    expect(wholeLine).toEqual(part);
    expect(part).toEqual({ start: 8, end: 13, text: "" });
  });

  it("puts one more of equal lines in one place, wherever it was inserted or deleted", () => {
    const text = "x\na\na\na\ny\n";
    const inserted = [2, 4, 6, 8].map((start) => normalizeEdit(text, { start, end: start, text: "a\n" }));
    const deleted = [2, 4, 6].map((start) => normalizeEdit(text, { start, end: start + 2, text: "" }));
    expect(new Set(inserted.map((edit) => JSON.stringify(edit))).size).toBe(1);
    expect(new Set(deleted.map((edit) => JSON.stringify(edit))).size).toBe(1);
  });

  it("is undefined for an edit that changes nothing", () => {
    expect(normalizeEdit("abc", { start: 0, end: 3, text: "abc" })).toBeUndefined();
  });

  it("does not cut a character in two", () => {
    expect(normalizeEdit("😀", { start: 0, end: 2, text: "😁" })).toEqual({ start: 0, end: 2, text: "😁" });
    expect(normalizeEdit("\u{1F600}", { start: 0, end: 2, text: "\u{1F200}" })?.text).toBe("\u{1F200}");
  });

  it("keeps what the edit does, its file, and its form when normalized again", () => {
    const oneEdit = anyText.chain((text) => fc.tuple(fc.constant(text), editsOf(text, anyText)));
    fc.assert(
      fc.property(oneEdit, ([text, edits]) => {
        for (const edit of edits) {
          const normal = normalizeEdit(text, { ...edit, path: "a.py" });
          expect(applied(text, normal ? [normal] : [])).toBe(applied(text, [edit]));
          if (!normal) continue;
          expect(normal.path).toBe("a.py");
          expect(normalizeEdit(text, normal)).toEqual(normal);
        }
      }),
      { numRuns: 500 },
    );
  });
});
