import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyEdits, type TextEdit } from "../../src/patch/apply.ts";
import { changedLines, type LineBlock } from "../../src/patch/line-blocks.ts";
import { LineIndex, splitLines } from "../../src/patch/lines.ts";
import { rebase } from "../../src/patch/rebase.ts";
import { anyText, editsOf } from "./support/arbitraries.ts";

function applied(text: string, edits: readonly TextEdit[]): string {
  const result = applyEdits(text, edits);
  return result.ok ? result.text : result.reason;
}

const textAndEdits = anyText.chain((text) => fc.tuple(fc.constant(text), editsOf(text, anyText)));

describe("applyEdits", () => {
  it("applies edits given in any order", () => {
    expect(
      applied("abcdef", [
        { start: 4, end: 5, text: "E" },
        { start: 0, end: 2, text: "" },
        { start: 2, end: 2, text: "+" },
      ]),
    ).toBe("+cdEf");
  });

  it("keeps the order of several insertions at one place, before a replacement that starts there", () => {
    const edits = [
      { start: 1, end: 2, text: "B" },
      { start: 1, end: 1, text: "2" },
      { start: 1, end: 1, text: "1" },
      { start: 0, end: 1, text: "A" },
    ];
    expect(applied("abc", edits)).toBe("A21Bc");
  });

  it("applies identical edits once, insertions too", () => {
    const insert = { start: 1, end: 1, text: "x" };
    expect(applied("ab", [insert, { start: 1, end: 1, text: "y" }, { ...insert }])).toBe("axyb");
    expect(
      applied("ab", [
        { start: 0, end: 1, text: "c" },
        { start: 0, end: 1, text: "c" },
      ]),
    ).toBe("cb");
  });

  it("allows edits that touch", () => {
    expect(
      applied("abcd", [
        { start: 0, end: 2, text: "1" },
        { start: 2, end: 4, text: "2" },
      ]),
    ).toBe("12");
  });

  it.each<[string, TextEdit, TextEdit]>([
    ["share a character", { start: 0, end: 2, text: "" }, { start: 1, end: 3, text: "" }],
    ["replace the same by different texts", { start: 0, end: 2, text: "x" }, { start: 0, end: 2, text: "y" }],
    ["lie in each other", { start: 0, end: 4, text: "x" }, { start: 1, end: 2, text: "y" }],
    ["insert inside what the other replaces", { start: 0, end: 2, text: "x" }, { start: 1, end: 1, text: "y" }],
  ])("refuses edits that %s, and says which", (_, a, b) => {
    expect(applyEdits("abcdef", [a, b])).toEqual({ ok: false, reason: "overlap", edits: [a, b] });
    expect(applyEdits("abcdef", [b, a])).toMatchObject({ ok: false, reason: "overlap" });
  });

  it.each<TextEdit>([
    { start: -1, end: 0, text: "" },
    { start: 2, end: 1, text: "" },
    { start: 0, end: 7, text: "" },
    { start: 0.5, end: 1, text: "" },
    { start: Number.NaN, end: 1, text: "" },
  ])("refuses an edit out of range: $start to $end", (edit) => {
    expect(applyEdits("abcdef", [edit])).toEqual({ ok: false, reason: "out-of-range", edits: [edit] });
  });

  it("leaves out edits that do nothing, wherever they stand", () => {
    expect(
      applyEdits("abcdef", [
        { start: 0, end: 3, text: "x" },
        { start: 1, end: 1, text: "" },
      ]),
    ).toMatchObject({ ok: true, text: "xdef" });
  });
});

describe("rebase", () => {
  it("moves spans by the edits before them", () => {
    expect(rebase([{ start: 3, end: 5 }], [{ start: 0, end: 1, text: "xyz" }])).toEqual([
      { span: { start: 5, end: 7 }, changed: false },
    ]);
  });

  it("leaves insertions at a span's borders outside", () => {
    const edits = [
      { start: 3, end: 3, text: "<" },
      { start: 5, end: 5, text: ">" },
    ];
    expect(rebase([{ start: 3, end: 5 }], edits)).toEqual([{ span: { start: 4, end: 6 }, changed: false }]);
  });

  it("grows a span to the whole replacement around its border", () => {
    const [rebased] = rebase([{ start: 3, end: 5 }], [{ start: 1, end: 4, text: "wxyz" }]);
    expect(rebased).toEqual({ span: { start: 1, end: 6 }, changed: true });
  });

  it("keeps the text of every span that no edit reaches into", () => {
    fc.assert(
      fc.property(textAndEdits, fc.nat(), fc.nat(), ([text, edits], a, b) => {
        const [start, end] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y);
        const span = { start: start ?? 0, end: end ?? 0 };
        const after = applied(text, edits);
        for (const { span: moved, changed } of rebase([span], edits)) {
          expect(moved.start).toBeLessThanOrEqual(moved.end);
          expect(moved.end).toBeLessThanOrEqual(after.length);
          if (!changed) expect(after.slice(moved.start, moved.end)).toBe(text.slice(span.start, span.end));
        }
      }),
    );
  });
});

describe("changedLines", () => {
  const blocksOf = (text: string, edits: readonly TextEdit[]): LineBlock[] => {
    const arranged = applyEdits(text, edits);
    return arranged.ok ? changedLines(new LineIndex(text), arranged.edits) : [];
  };

  it("are the lines that the edits change, an unchanged one between any two blocks", () => {
    const edits = [
      { start: 2, end: 4, text: "B1\nB2\n" },
      { start: 6, end: 8, text: "" },
    ];
    expect(blocksOf("a\nb\nc\nd\n", edits)).toEqual([
      { oldStart: 1, oldEnd: 2, lines: ["B1\n", "B2\n"] },
      { oldStart: 3, oldEnd: 4, lines: [] },
    ]);
  });

  it("hold the line whose lone \\r a new \\n joins", () => {
    const [block] = blocksOf("a\rb\r", [{ start: 2, end: 2, text: "\n" }]);
    expect(block).toEqual({ oldStart: 0, oldEnd: 1, lines: ["a\r\n"] });
  });

  it("leave every other line of every text as it is, at its new place", () => {
    fc.assert(
      fc.property(textAndEdits, ([text, edits]) => {
        const lines = splitLines(text, "universal");
        for (const { oldStart, oldEnd, lines: fresh } of blocksOf(text, edits).toReversed())
          lines.splice(oldStart, oldEnd - oldStart, ...fresh);
        expect(lines.join("")).toBe(applied(text, edits));
      }),
    );
  });
});
