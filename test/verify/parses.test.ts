import { describe, expect, it } from "vitest";
import type { SyntaxParser } from "../../src/ports/parser.ts";
import { parseBothSides, parses } from "../../src/verify/parses.ts";

const file = (before: string[], after: string[], path = "a.py", parser: string | undefined = "p 1") => ({
  path,
  parser,
  before,
  after,
});

describe("parses", () => {
  it("passes where no error is new", () => {
    expect(parses([file([], [])])).toMatchObject({ status: "pass", evidence: { parsers: ["p 1"] } });
    expect(parses([file(["3:1 bad"], ["9:4 bad"])]).status).toBe("pass");
    expect(parses([file(["3:1 bad"], [])]).status).toBe("pass");
  });

  it("fails for an error that was not there, and says where", () => {
    expect(parses([file([], ["2:3 bad"])])).toMatchObject({ status: "fail", code: "SYNTAX_ERROR" });
    expect(parses([file([], ["2:3 bad"])]).detail).toContain("2:3 bad");
  });

  it("counts equal errors: one more is new", () => {
    expect(parses([file(["1:1 bad"], ["1:1 bad", "2:1 bad"])]).status).toBe("fail");
  });

  it("skips with a reason where no parser knows the language, and says what was left out beside others", () => {
    expect(parses([{ path: "a.go", parser: undefined, before: [], after: [] }])).toMatchObject({
      status: "skip",
      detail: expect.stringContaining("a.go"),
    });
    expect(parses([file([], []), { path: "a.go", parser: undefined, before: [], after: [] }])).toMatchObject({
      status: "pass",
      detail: expect.stringContaining("a.go"),
    });
  });

  it("asks a parser for both texts only where the new one has errors, and never for deleted files", async () => {
    const asked: string[] = [];
    const parser: SyntaxParser = {
      identity: "fake 1",
      handles: (path) => path.endsWith(".py"),
      errors: async (_path, text) => {
        asked.push(text);
        return text.includes("bad") ? ["1:1 bad"] : [];
      },
    };
    const change = (path: string, before: string | null, after: string | null) => ({
      path,
      before,
      after,
      encoding: "utf8" as const,
    });
    const files = await parseBothSides(
      [
        change("a.py", "old bad", "new bad"),
        change("b.py", "old", "new"),
        change("c.py", "gone", null),
        change("d.go", "x", "y"),
        change("e.py", null, "made"),
      ],
      [parser],
    );
    expect(asked.sort()).toEqual(["made", "new", "new bad", "old bad"]);
    expect(files.map((each) => [each.path, each.parser, each.before, each.after])).toEqual([
      ["a.py", "fake 1", ["1:1 bad"], ["1:1 bad"]],
      ["b.py", "fake 1", [], []],
      ["d.go", undefined, [], []],
      ["e.py", "fake 1", [], []],
    ]);
    expect(parses([]).status).toBe("pass");
  });
});
