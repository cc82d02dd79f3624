import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dollars, duration, grouped, plural } from "../../src/report/amounts.ts";
import { oneLine, visible, visibleLines } from "../../src/report/safe-text.ts";
import { cutEnd, cutStart, widthOf, wrap } from "../../src/report/text-width.ts";

const anyText = fc.string({ unit: "binary", maxLength: 60 });
const hostile = fc.oneof(
  anyText,
  fc
    .array(
      fc.constantFrom("\u001b[31m", "\u202e", "\u200b", "\n", "\r", "\u0007", "a b", "漢字", "👩‍👩‍👧", "é", "\ud800"),
      { maxLength: 12 },
    )
    .map((parts) => parts.join("")),
);

describe("text from outside", () => {
  it("cannot move the cursor, colour, ring, hide or turn around", () => {
    expect(visible("a\u001b[2Jb\u0007\u009b1m")).toBe("a\\x1b[2Jb\\x07\\x9b1m");
    expect(visible("evil\u202egnp.exe\u200b\u{e0041}")).toBe("evil\\u202egnp.exe\\u200b\\u{e0041}");
    expect(visible("half \ud800 pair")).toBe("half \\ud800 pair");
    expect(visibleLines("a\r\nb\tc\rd\n")).toBe("a\nb\tc\\rd\n");
    expect(oneLine("  a\n\n  b\tc ")).toBe("a b c");
  });

  it("never keeps a control or direction character, whatever it is", () => {
    fc.assert(
      fc.property(
        hostile,
        (text) => !/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u200b-\u200f\ufeff]/.test(visible(text)),
      ),
    );
  });

  it("stays as it is when it is harmless", () => {
    expect(visible("naïve café, 漢字, 🎉, \\x1b")).toBe("naïve café, 漢字, 🎉, \\x1b");
  });
});

describe("widths", () => {
  it("counts wide characters as two, marks as none and colours as none", () => {
    expect(["abc", "漢字", "e\u0301", "👩‍👩‍👧", "\u001b[31mred\u001b[0m"].map(widthOf)).toEqual([3, 4, 1, 2, 3]);
  });

  it("cuts and wraps to at most the columns asked for, and loses no word when wrapping", () => {
    fc.assert(
      fc.property(hostile, fc.integer({ min: 8, max: 40 }), (text, columns) => {
        const line = oneLine(text);
        expect(widthOf(cutEnd(line, columns, "…"))).toBeLessThanOrEqual(columns);
        expect(widthOf(cutStart(line, columns, "…"))).toBeLessThanOrEqual(columns);
        const lines = wrap(line, columns);
        for (const each of lines) expect(widthOf(each)).toBeLessThanOrEqual(columns);
        expect(lines.join("").replaceAll(" ", "")).toBe(line.replaceAll(" ", ""));
      }),
    );
  });

  it("keeps the end of a path and the start of a sentence", () => {
    expect(cutStart("src/very/long/file.py:10", 12, "…")).toBe("…/file.py:10");
    expect(cutEnd("a sentence that is long", 10, "...")).toBe("a sente...");
  });
});

describe("amounts", () => {
  it("reads well", () => {
    expect([grouped(1234567), plural(1, "file"), plural(2, "patch", "patches")]).toEqual([
      "1,234,567",
      "1 file",
      "2 patches",
    ]);
    expect([dollars(0), dollars(0.0234), dollars(1.2), dollars(null)]).toEqual([
      "$0",
      "$0.0234",
      "$1.20",
      "cost not known",
    ]);
    expect([410, 9_960, 12_400, 60_000, 185_000, 3_720_000].map(duration)).toEqual([
      "0.4 s",
      "10 s",
      "12 s",
      "1 min",
      "3 min 5 s",
      "1 h 2 min",
    ]);
  });
});
