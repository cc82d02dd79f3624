import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ESLint } from "eslint";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import type { ColumnUnit, Region } from "../../src/domain/location.ts";
import { type LineEnds, LineIndex } from "../../src/patch/lines.ts";
import { resolveRegion } from "../../src/patch/region.ts";
import { anyText } from "./support/arbitraries.ts";

function textAt(text: string, region: Region, lineEnds?: LineEnds): string | undefined {
  const resolved = resolveRegion(text, region, lineEnds);
  return resolved && text.slice(resolved.span.start, resolved.span.end);
}

describe("resolveRegion", () => {
  it("takes a line without columns as the whole line without its terminator", () => {
    expect(textAt("ab\r\ncd\r\n", { unit: "utf16", startLine: 2 })).toBe("cd");
    expect(textAt("ab\r\ncd\r\nef", { unit: "utf16", startLine: 1, endLine: 2 })).toBe("ab\r\ncd");
  });

  it("takes a missing end as the end of the line (SARIF 3.30.8)", () => {
    expect(textAt("abc\ndef\n", { unit: "utf16", startLine: 1, startColumn: 2 })).toBe("bc");
    expect(textAt("abc\ndef\n", { unit: "utf16", startLine: 1, startColumn: 2, endLine: 2 })).toBe("bc\ndef");
  });

  it("takes an end column equal to the start column as an insertion point", () => {
    const resolved = resolveRegion("abc\n", { unit: "utf16", startLine: 1, startColumn: 2, endColumn: 2 });
    expect(resolved).toEqual({
      span: { start: 1, end: 1 },
      location: { startLine: 1, startColumn: 2, endLine: 1, endColumn: 2 },
    });
  });

  it("reaches the place after the last line, where tools insert", () => {
    expect(resolveRegion("a\n", { unit: "codepoint", startLine: 2, startColumn: 1 })?.span).toEqual({
      start: 2,
      end: 2,
    });
    expect(resolveRegion("", { unit: "codepoint", startLine: 1 })?.span).toEqual({ start: 0, end: 0 });
  });

  it("includes a terminator by an end at the start of the next line", () => {
    expect(textAt("ab\r\ncd", { unit: "utf16", startLine: 1, startColumn: 1, endLine: 2, endColumn: 1 })).toBe(
      "ab\r\n",
    );
  });

  it.each<[ColumnUnit, number, number]>([
    ["utf16", 5, 7],
    ["codepoint", 4, 6],
    ["utf8", 8, 10],
  ])("pitfall A5: counts columns in %s after multi-byte characters", (unit, startColumn, endColumn) => {
    expect(textAt("x\né😀=ab\n", { unit, startLine: 2, startColumn, endColumn })).toBe("ab");
  });

  it("gives the location in UTF-16 columns whatever the tool counted", () => {
    const resolved = resolveRegion("😀x", { unit: "codepoint", startLine: 1, startColumn: 2, endColumn: 3 });
    expect(resolved?.location).toEqual({ startLine: 1, startColumn: 3, endLine: 1, endColumn: 4 });
  });

  it("resolves offsets alone, in characters or bytes", () => {
    expect(textAt("é😀ab", { unit: "utf16", charOffset: 3, charLength: 2 })).toBe("ab");
    expect(textAt("é😀ab", { unit: "codepoint", charOffset: 2, charLength: 2 })).toBe("ab");
    expect(textAt("é😀ab", { unit: "utf16", byteOffset: 6, byteLength: 2 })).toBe("ab");
    expect(textAt("é😀ab", { unit: "codepoint", charOffset: 2 })).toBe("");
    expect(textAt("é😀ab", { unit: "codepoint", charOffset: -1, byteOffset: 6, byteLength: 1 })).toBe("a");
  });

  it("counts a byte as a character in a Latin-1 text", () => {
    const region: Region = { unit: "utf8", startLine: 1, startColumn: 3, endColumn: 5 };
    expect(resolveRegion("\xe9=ab", region, "universal", undefined, "latin1")?.span).toEqual({ start: 2, end: 4 });
  });

  it.each<[string, Region]>([
    ["a line past the last", { unit: "utf16", startLine: 4 }],
    ["an end line past the last", { unit: "utf16", startLine: 1, endLine: 4 }],
    ["line 0", { unit: "utf16", startLine: 0 }],
    ["column 0", { unit: "utf16", startLine: 1, startColumn: 0 }],
    ["a start column past the line", { unit: "utf16", startLine: 1, startColumn: 5 }],
    ["an end column past the line", { unit: "utf16", startLine: 1, endColumn: 5 }],
    ["an end before the start", { unit: "utf16", startLine: 1, startColumn: 3, endColumn: 2 }],
    ["an end line before the start line", { unit: "utf16", startLine: 2, endLine: 1 }],
    ["a column inside a character", { unit: "utf8", startLine: 2, startColumn: 2 }],
    ["an offset past the text", { unit: "utf16", charOffset: 99 }],
    ["a length past the text", { unit: "utf16", charOffset: 0, charLength: 99 }],
    ["a negative length", { unit: "utf16", charOffset: 1, charLength: -1 }],
    ["a negative offset", { unit: "utf16", charOffset: -1, charLength: 1 }],
    ["a fraction", { unit: "utf16", startLine: 1.5 }],
    ["not a number", { unit: "codepoint", startLine: Number.NaN }],
    ["an endless column", { unit: "codepoint", startLine: 1, startColumn: Number.POSITIVE_INFINITY }],
    ["no place at all", { unit: "utf16" }],
  ])("knows no place for %s", (_, region) => {
    expect(resolveRegion("abc\nédef\n", region)).toBeUndefined();
  });

  it("accepts line length + 1 as an end column, and the \\r of \\r\\n as the end of the line", () => {
    expect(textAt("abc\n", { unit: "utf16", startLine: 1, endColumn: 4 })).toBe("abc");
    expect(textAt("abc\r\n", { unit: "utf16", startLine: 1, endColumn: 5 })).toBe("abc");
    expect(textAt("abc\r\n", { unit: "utf16", startLine: 1, endColumn: 6 })).toBeUndefined();
    expect(textAt("abc\n", { unit: "utf16", startLine: 1, endColumn: 5 })).toBeUndefined();
  });

  it("does not count a byte-order mark as a character, and never begins before it", () => {
    const text = "\uFEFFab\ncd";
    expect(textAt(text, { unit: "utf16", startLine: 1 })).toBe("ab");
    expect(textAt(text, { unit: "codepoint", startLine: 1, startColumn: 1, endColumn: 2 })).toBe("a");
    expect(textAt(text, { unit: "utf16", charOffset: 0, charLength: 1 })).toBe("a");
    expect(textAt(text, { unit: "codepoint", startLine: 2, startColumn: 1, endColumn: 2 })).toBe("c");
  });

  it("counts a byte-order mark as three bytes, as Semgrep does", () => {
    const text = "\uFEFFab\ncd";
    expect(textAt(text, { unit: "utf8", startLine: 1, startColumn: 4, endColumn: 5 })).toBe("a");
    expect(textAt(text, { unit: "utf8", startLine: 1, startColumn: 1, endColumn: 6 })).toBe("ab");
    expect(textAt(text, { unit: "utf16", byteOffset: 4, byteLength: 1 })).toBe("b");
    expect(textAt(text, { unit: "utf8", startLine: 1, startColumn: 2 })).toBeUndefined();
  });

  it("finds places far into one long line of mixed characters", () => {
    const text = `x\n${"aé漢😀".repeat(5000)}!`;
    const at = text.indexOf("!");
    expect(resolveRegion(text, { unit: "codepoint", startLine: 2, startColumn: 20001 })?.span.start).toBe(at);
    expect(resolveRegion(text, { unit: "utf8", startLine: 2, startColumn: 50001 })?.span.start).toBe(at);
    expect(resolveRegion(text, { unit: "codepoint", byteOffset: 50002 })?.span.start).toBe(at);
  });

  it("finds every place of every text again by each unit", () => {
    const units: ColumnUnit[] = ["utf16", "codepoint", "utf8"];
    fc.assert(
      fc.property(anyText, fc.nat(), fc.nat(), fc.constantFrom(...units), (text, a, b, unit) => {
        const index = new LineIndex(text);
        const [from, to] = [a, b].map((at) => snap(index, at % (text.length + 1))).sort((x, y) => x - y);
        const span = { start: from ?? 0, end: to ?? 0 };
        const region: Region = {
          unit,
          ...columnsOf(index, span.start, "start", unit),
          ...columnsOf(index, span.end, "end", unit),
        };
        expect(resolveRegion(text, region, "universal", index)?.span).toEqual(span);
      }),
    );
  });
});

/** The next offset down that is neither inside a character nor inside a terminator nor before a byte-order mark. */
function snap(index: LineIndex, offset: number): number {
  const line = index.lineAt(offset);
  const at = Math.min(Math.max(offset, index.start(line)), index.contentEnd(line));
  return (index.text.charCodeAt(at) & 0xfc00) === 0xdc00 ? at - 1 : at;
}

function columnsOf(index: LineIndex, offset: number, side: "start" | "end", unit: ColumnUnit): Partial<Region> {
  const line = index.lineAt(offset);
  const before = index.text.slice(unit === "utf8" ? index.begin(line) : index.start(line), offset);
  const length = { utf16: before.length, codepoint: [...before].length, utf8: Buffer.byteLength(before) }[unit];
  return side === "start" ? { startLine: line, startColumn: length + 1 } : { endLine: line, endColumn: length + 1 };
}

describe("resolveRegion against ESLint", () => {
  it("finds what ESLint reports in a file with a byte-order mark, and the mark itself", async () => {
    const text = "\uFEFFvar é = '😀'; a == 1;\r\nb == 2;\u2028c == 3";
    const eslint = new ESLint({
      overrideConfigFile: true,
      overrideConfig: { rules: { "unicode-bom": ["error", "never"], eqeqeq: "error" } },
    });
    const [result] = await eslint.lintText(text);
    const found = result?.messages.map(({ line, column, endLine, endColumn, fix, suggestions }) => {
      const range = fix?.range ?? suggestions?.[0]?.fix.range ?? [0, 0];
      const byLines = {
        unit: "utf16",
        startLine: line,
        startColumn: column,
        endLine: endLine ?? line,
        endColumn: endColumn ?? column,
      } as const;
      const byOffset = { unit: "utf16", charOffset: range[0], charLength: range[1] - range[0] } as const;
      return [textAt(text, byLines, "javascript"), textAt(text, byOffset, "javascript")];
    });
    expect(found).toEqual([
      ["", "\uFEFF"],
      ["==", "=="],
      ["==", "=="],
      ["==", "=="],
    ]);
  });
});

const hasRuff = spawnSync("ruff", ["--version"]).status === 0;

const ruffOutput = z.array(
  z.object({
    location: z.object({ row: z.number(), column: z.number() }),
    end_location: z.object({ row: z.number(), column: z.number() }),
  }),
);

describe.skipIf(!hasRuff)("resolveRegion against ruff (skipped where ruff is not on PATH)", () => {
  it.each(["", "\uFEFF"])("finds the imports that Ruff reports, whatever ends the lines (mark: %j)", (mark) => {
    const text = `${mark}import first; import second\nx = 1\rimport third\né = "😀"; import fourth\r\nimport fifth`;
    const folder = mkdtempSync(join(tmpdir(), "patchpro-ruff-"));
    try {
      writeFileSync(join(folder, "a.py"), text);
      const args = [
        "check",
        "--isolated",
        "--no-cache",
        "--exit-zero",
        "--select",
        "F401",
        "--output-format",
        "json",
        "a.py",
      ];
      const reported = ruffOutput.parse(JSON.parse(execFileSync("ruff", args, { cwd: folder, encoding: "utf8" })));
      const found = reported.map(({ location, end_location }) =>
        textAt(text, {
          unit: "codepoint",
          startLine: location.row,
          startColumn: location.column,
          endLine: end_location.row,
          endColumn: end_location.column,
        }),
      );
      expect(found).toEqual(["first", "second", "third", "fourth", "fifth"]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
