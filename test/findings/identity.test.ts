import { describe, expect, test } from "vitest";
import { assignIds } from "../../src/findings/fingerprint.ts";

type Place = readonly [ruleId: string, line: number, message?: string, endLine?: number];

function ids(text: string, ...places: readonly Place[]): string[] {
  return assignIds(
    places.map(([ruleId, startLine, message = ruleId, endLine = startLine]) => ({
      tool: "ruff",
      ruleId,
      path: "a.py",
      message,
      startLine,
      startColumn: 1,
      endLine,
      endColumn: 3,
      text,
    })),
  );
}

describe("ids", () => {
  test("survive moved lines and re-indentation", () => {
    expect(ids("import os\nx = 1\n", ["F401", 1])).toEqual(ids("# new\n\nif True:\n    import  os\n", ["F401", 4]));
  });

  test("are 16 hex digits and differ by rule, code and occurrence", () => {
    const all = ids("a\nb\na\n", ["R", 1], ["R", 2], ["R", 3], ["Q", 1]);
    expect(new Set(all).size).toBe(4);
    for (const id of all) expect(id).toMatch(/^[0-9a-f]{16}$/);
  });

  test("number equals by place, not by the order of the report", () => {
    const [first, second] = ids("a\na\n", ["R", 1], ["R", 2]);
    expect(ids("a\na\n", ["R", 2], ["R", 1])).toEqual([second, first]);
  });

  test("a repetition word for word has its own id and does not shift those of later equals", () => {
    const [first, second] = ids("a\na\n", ["R", 1], ["R", 2]);
    const [again, repeated, later] = ids("a\na\n", ["R", 1], ["R", 1], ["R", 2]);
    expect([again, later]).toEqual([first, second]);
    expect(repeated).not.toBe(first);
  });

  test("a finding about a long block survives a change in its depths", () => {
    const block = (deep: string) => `def f():\n  a\n  b\n  c\n  d\n  ${deep}\n`;
    expect(ids(block("e"), ["C901", 1, "m", 6])).toEqual(ids(block("changed"), ["C901", 1, "m", 6]));
  });

  test("of thousands of findings in one long line, as in minified code, do not hold that line as often", () => {
    const places = Array.from({ length: 3000 }, (_, at): Place => ["R", 1, `m${at}`]);
    const line = "x".repeat(2_000_000);
    expect(new Set(ids(`${line}\n`, ...places)).size).toBe(3000);
    expect(ids(`${line}\n`, ["R", 1])).toEqual(ids(`\n  ${line}`, ["R", 2]));
    expect(ids(`${line}\n`, ["R", 1])).not.toEqual(ids(`${line}y\n`, ["R", 1]));
  });
});
