import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { maskNumbers } from "../../src/findings/code.ts";
import { compareSightings } from "../../src/findings/compare-sightings.ts";
import { assignIds } from "../../src/findings/fingerprint.ts";
import { lineMapBetween, lineMapOfEdits } from "../../src/findings/line-map.ts";
import { type Sighting, sightingOf } from "../../src/findings/sighting.ts";

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

function sightings(text: string, places: readonly Place[]): Sighting[] {
  const lines = text.split("\n");
  return places.map(([ruleId, startLine, message = ruleId, endLine = startLine]) =>
    sightingOf({ path: "a.py", tool: "ruff", ruleId, message, startLine, endLine }, lines),
  );
}

/** `rule:line` of what went, stayed (before>after) and came. */
function compare(before: string, found: readonly Place[], after: string, foundAfter: readonly Place[], withMap = true) {
  const map = withMap ? lineMapBetween(before, after) : undefined;
  const { gone, kept, added } = compareSightings(sightings(before, found), sightings(after, foundAfter), map);
  const name = (one: Sighting) => `${one.ruleId}:${one.startLine}`;
  return {
    gone: gone.map(name),
    kept: kept.map((pair) => `${name(pair.before)}>${pair.after.startLine}`).sort(),
    added: added.map(name),
  };
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
});

test("numbers that stand alone are masked, digits in names are not", () => {
  expect(maskNumbers("Line too long (93 > 88)")).toBe("Line too long (# > #)");
  expect(maskNumbers("Undefined name `x1`")).toBe("Undefined name `x1`");
  expect(maskNumbers("redefinition of `f` from line 12")).toBe("redefinition of `f` from line #");
  expect(maskNumbers("utf-8 in v1.2.3")).toBe("utf-8 in v1.2.3".replace("-8", "-#"));
});

describe("comparing the findings before and after a change", () => {
  const before = "import os\n\ndef f():\n    long line 93\n    bad()\n    bad()\n";

  test("moved lines are not new findings", () => {
    const after = `# a\n# b\n${before}`;
    const move = (by: number): Place[] => [
      ["F401", 1 + by],
      ["S1", 5 + by],
      ["S1", 6 + by],
    ];
    expect(compare(before, move(0), after, move(2))).toEqual({
      gone: [],
      kept: ["F401:1>3", "S1:5>7", "S1:6>8"],
      added: [],
    });
  });

  test("of two equal findings the one on the changed line is gone", () => {
    const after = before.replace("    bad()\n", "    good()\n");
    expect(
      compare(
        before,
        [
          ["S1", 5],
          ["S1", 6],
        ],
        after,
        [["S1", 6]],
      ),
    ).toEqual({ gone: ["S1:5"], kept: ["S1:6>6"], added: [] });
  });

  test("a really new finding is new, in the changed line and elsewhere", () => {
    const after = before.replace("    bad()\n", "    eval(x)\n");
    expect(
      compare(
        before,
        [
          ["S1", 5],
          ["S1", 6],
        ],
        after,
        [
          ["S1", 6],
          ["S307", 5],
          ["F401", 1],
        ],
      ),
    ).toEqual({ gone: ["S1:5"], kept: ["S1:6>6"], added: ["S307:5", "F401:1"] });
  });

  test("E501 before and after on the edited line is the same finding, though its numbers changed", () => {
    const after = before.replace("long line 93", "longer line 97 !!!!");
    expect(
      compare(before, [["E501", 4, "Line too long (93 > 88)"]], after, [["E501", 4, "Line too long (97 > 88)"]]),
    ).toEqual({ gone: [], kept: ["E501:4>4"], added: [] });
  });

  test("two long lines where one was are one new finding", () => {
    const after = before.replace("    long line 93\n", "    long line 95\n    another line 91\n");
    expect(
      compare(before, [["E501", 4, "too long (93)"]], after, [
        ["E501", 4, "too long (95)"],
        ["E501", 5, "too long (91)"],
      ]).added,
    ).toEqual(["E501:5"]);
  });

  test("an unsorted import block stays the same finding when an import is added to it", () => {
    const text = "import sys\nimport os\n\nx()\n";
    expect(
      compare(text, [["I001", 1, "Import block is un-sorted", 2]], `import ast\n${text}`, [
        ["I001", 1, "Import block is un-sorted", 3],
      ]),
    ).toEqual({ gone: [], kept: ["I001:1>1"], added: [] });
  });

  test("a worse number on an unchanged line is the same finding; another name is another finding", () => {
    const after = before.replace("bad()", "if a: bad()");
    const complex = (n: number): Place => ["C901", 3, `\`f\` is too complex (${n} > 10)`];
    expect(compare(before, [complex(11)], after, [complex(12)])).toEqual({ gone: [], kept: ["C901:3>3"], added: [] });
    expect(compare(before, [["F401", 1, "`os1` unused"]], after, [["F401", 1, "`os2` unused"]])).toEqual({
      gone: ["F401:1"],
      kept: [],
      added: ["F401:1"],
    });
  });

  test("the line number in a message moves along", () => {
    const after = `# new\n${before}`;
    expect(
      compare(before, [["F811", 5, "redefinition from line 3"]], after, [["F811", 6, "redefinition from line 4"]]),
    ).toEqual({ gone: [], kept: ["F811:5>6"], added: [] });
  });

  test("a finding at the end of the file moves to the new last line", () => {
    expect(compare("a\nb", [["W292", 2, "no newline"]], "a\nb\nc", [["W292", 3, "no newline"]])).toEqual({
      gone: [],
      kept: ["W292:2>3"],
      added: [],
    });
  });

  test("a closed finding in a changed line excuses no new one of its rule in an unchanged line", () => {
    const after = before.replace("long line 93", "short");
    expect(compare(before, [["R", 4]], after, [["R", 1]])).toEqual({ gone: ["R:4"], kept: [], added: ["R:1"] });
  });

  test("without a line map only equal code counts", () => {
    expect(
      compare(
        before,
        [
          ["F401", 1],
          ["E501", 4, "93"],
        ],
        `# x\n${before.replace("long", "LONG")}`,
        [
          ["F401", 2],
          ["E501", 5, "93"],
        ],
        false,
      ),
    ).toEqual({ gone: ["E501:4"], kept: ["F401:1>2"], added: ["E501:5"] });
  });

  test("nothing is lost or counted twice, whatever the findings", () => {
    const place = fc.tuple(
      fc.constantFrom("A", "B", "C"),
      fc.integer({ min: 1, max: 8 }),
      fc.constantFrom("m 1", "m 2", "n"),
    );
    const text = fc.array(fc.constantFrom("a", "b", "c", ""), { maxLength: 8 }).map((lines) => lines.join("\n"));
    fc.assert(
      fc.property(text, text, fc.array(place), fc.array(place), fc.boolean(), (a, b, found, foundAfter, withMap) => {
        const { gone, kept, added } = compare(a, found, b, foundAfter, withMap);
        expect(gone.length + kept.length).toBe(found.length);
        expect(added.length + kept.length).toBe(foundAfter.length);
      }),
    );
  });

  test("the same analysis of the same text changes nothing", () => {
    const place = fc.tuple(fc.constantFrom("A", "B"), fc.integer({ min: 1, max: 9 }), fc.constantFrom("m 1", "n"));
    fc.assert(
      fc.property(fc.array(place), (found) => {
        const { gone, added } = compare(before, found, before, found);
        expect([gone, added]).toEqual([[], []]);
      }),
    );
  });
});

describe("line maps", () => {
  const text = "a\nb\nc\nd\ne\nf\ng\nh\ni\nj\n";

  test("a change in one place is one region, further changes are further regions", () => {
    expect(lineMapBetween(text, text.replace("c\n", "C\nC\n")).regions).toEqual([
      { beforeStart: 3, beforeEnd: 4, afterStart: 3, afterEnd: 5 },
    ]);
    expect(lineMapBetween(text, text.replace("b\n", "").replace("i\n", "I\n")).regions).toEqual([
      { beforeStart: 2, beforeEnd: 3, afterStart: 2, afterEnd: 2 },
      { beforeStart: 9, beforeEnd: 10, afterStart: 8, afterEnd: 9 },
    ]);
    expect(lineMapBetween(text, text).regions).toEqual([]);
  });

  test("edits give their lines, two in one line one region", () => {
    const edits = [
      { start: 4, end: 5, text: "C\nC" },
      { start: 5, end: 5, text: "!" },
      { start: 12, end: 14, text: "" },
    ];
    expect(lineMapOfEdits(text, edits).regions).toEqual([
      { beforeStart: 3, beforeEnd: 4, afterStart: 3, afterEnd: 5 },
      { beforeStart: 7, beforeEnd: 8, afterStart: 8, afterEnd: 8 },
    ]);
  });
});
