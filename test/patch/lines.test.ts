import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type LineEnds, LineIndex, splitLines } from "../../src/patch/lines.ts";
import { anyText } from "./support/arbitraries.ts";

const EVERY_END = "a\nb\r\nc\rd\u2028e\u2029f\n";

describe("splitLines", () => {
  it("ends lines only at \\n as git does", () => {
    expect(splitLines(EVERY_END, "git")).toEqual(["a\n", "b\r\n", "c\rd\u2028e\u2029f\n"]);
  });

  it("ends lines at \\n, \\r\\n and a lone \\r as Python and Ruff do", () => {
    expect(splitLines(EVERY_END, "universal")).toEqual(["a\n", "b\r\n", "c\r", "d\u2028e\u2029f\n"]);
  });

  it("ends lines at U+2028 and U+2029 too as JavaScript does", () => {
    expect(splitLines(EVERY_END, "javascript")).toEqual(["a\n", "b\r\n", "c\r", "d\u2028", "e\u2029", "f\n"]);
  });

  it("finds no line in an empty text and no further line after a final line end", () => {
    expect(splitLines("", "git")).toEqual([]);
    expect(splitLines("a\n", "git")).toEqual(["a\n"]);
    expect(splitLines("\r\r\n\n", "universal")).toEqual(["\r", "\r\n", "\n"]);
  });

  it("gives back the text when the lines are joined", () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom<LineEnds>("git", "universal", "javascript"), (text, lineEnds) => {
        expect(splitLines(text, lineEnds).join("")).toBe(text);
      }),
    );
  });
});

describe("LineIndex", () => {
  it("counts an empty last line after a final line end", () => {
    const index = new LineIndex("a\n");
    expect(index.lineCount).toBe(2);
    expect(index.position(2)).toEqual({ line: 2, column: 1 });
  });

  it("says where a line's content ends, without any kind of terminator", () => {
    const index = new LineIndex("ab\r\ncd\re");
    expect([1, 2, 3].map((line) => index.contentEnd(line))).toEqual([2, 6, 8]);
    expect(new LineIndex("ab\r\n", "git").contentEnd(1)).toBe(3);
  });

  it("gives a byte-order mark no column", () => {
    const index = new LineIndex("\uFEFFab\n");
    expect(index.position(1)).toEqual({ line: 1, column: 1 });
    expect(index.offset({ line: 1, column: 1 })).toBe(1);
    expect(index.begin(1)).toBe(0);
  });

  it("knows no offset past the end of a line or of the text", () => {
    const index = new LineIndex("ab\ncd");
    expect(index.offset({ line: 1, column: 3 })).toBe(2);
    expect(index.offset({ line: 1, column: 4 })).toBeUndefined();
    expect(index.offset({ line: 3, column: 1 })).toBeUndefined();
    expect(index.offset({ line: 0, column: 1 })).toBeUndefined();
    expect(() => index.start(3)).toThrow(RangeError);
  });

  it("turns every offset into a position and back", () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom<LineEnds>("git", "universal", "javascript"), (text, lineEnds) => {
        const index = new LineIndex(text, lineEnds);
        for (let offset = 0; offset <= text.length; offset++) {
          const position = index.position(offset);
          const insideEnd = offset > index.contentEnd(position.line);
          const onMark = offset === 0 && text.startsWith("\uFEFF");
          expect(index.offset(position)).toBe(insideEnd ? undefined : onMark ? 1 : offset);
        }
      }),
    );
  });
});
