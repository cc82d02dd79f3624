import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Sighting } from "../../src/domain/sighting.ts";
import { applyEdits } from "../../src/patch/apply.ts";
import { editsBetween } from "../../src/patch/edits.ts";
import { changedLines, type LineBlock } from "../../src/patch/line-blocks.ts";
import { LineIndex } from "../../src/patch/lines.ts";
import { compareSightings, maskNumbers } from "../../src/verify/compare.ts";

/** A finding: its rule, its line, its message (the rule if left out), its last line. */
type Place = readonly [ruleId: string, line: number, message?: string, endLine?: number];

function sightings(text: string, places: readonly Place[]): Sighting[] {
  const lines = text.split("\n");
  return places
    .map(([ruleId, startLine, message = ruleId, endLine = startLine]) => {
      const code = lines
        .slice(startLine - 1, endLine)
        .join(" ")
        .replace(/\s+/g, " ")
        .trim();
      return { ruleId, message, startLine, startColumn: 1, endLine, code };
    })
    .sort((a, b) => a.startLine - b.startLine);
}

function blocksBetween(before: string, after: string): LineBlock[] {
  const applied = applyEdits(before, editsBetween(before, after));
  return applied.ok ? changedLines(new LineIndex(before, "universal"), applied.edits) : [];
}

/** `rule:line` of what went, stayed (before>after) and came. */
function compare(before: string, found: readonly Place[], after: string, foundAfter: readonly Place[]) {
  const { gone, kept, added } = compareSightings(
    sightings(before, found),
    sightings(after, foundAfter),
    blocksBetween(before, after),
  );
  const name = (one: Sighting): string => `${one.ruleId}:${one.startLine}`;
  return {
    gone: gone.map(name),
    kept: kept.map((pair) => `${name(pair.before)}>${pair.after.startLine}`).sort(),
    added: added.map(name),
  };
}

it("numbers that stand alone are masked, digits in names are not", () => {
  expect(maskNumbers("Line too long (93 > 88)")).toBe("Line too long (# > #)");
  expect(maskNumbers("Undefined name `x1`")).toBe("Undefined name `x1`");
  expect(maskNumbers("redefinition of `f` from line 12")).toBe("redefinition of `f` from line #");
  expect(maskNumbers("utf-8 in v1.2.3")).toBe("utf-# in v1.2.3");
});

describe("comparing the findings before and after a change", () => {
  const before = "import os\n\ndef f():\n    long line 93\n    bad()\n    bad()\n";

  it("moved lines are not new findings", () => {
    const move = (by: number): Place[] => [
      ["F401", 1 + by],
      ["S1", 5 + by],
      ["S1", 6 + by],
    ];
    const kept = ["F401:1>3", "S1:5>7", "S1:6>8"];
    expect(compare(before, move(0), `# a\n# b\n${before}`, move(2))).toEqual({ gone: [], kept, added: [] });
  });

  it("of two equal findings the one on the changed line is gone", () => {
    const after = before.replace("    bad()\n", "    good()\n");
    const two: Place[] = [
      ["S1", 5],
      ["S1", 6],
    ];
    expect(compare(before, two, after, [["S1", 6]])).toEqual({ gone: ["S1:5"], kept: ["S1:6>6"], added: [] });
  });

  it("a really new finding is new, in the changed line and elsewhere", () => {
    const after = before.replace("    bad()\n", "    eval(x)\n");
    const two: Place[] = [
      ["S1", 5],
      ["S1", 6],
    ];
    const then: Place[] = [
      ["F401", 1],
      ["S307", 5],
      ["S1", 6],
    ];
    expect(compare(before, two, after, then)).toEqual({
      gone: ["S1:5"],
      kept: ["S1:6>6"],
      added: ["F401:1", "S307:5"],
    });
  });

  it("E501 before and after on the edited line is the same finding, though its numbers changed", () => {
    const after = before.replace("long line 93", "longer line 97 !!!!");
    const was: Place[] = [["E501", 4, "Line too long (93 > 88)"]];
    const is: Place[] = [["E501", 4, "Line too long (97 > 88)"]];
    expect(compare(before, was, after, is)).toEqual({ gone: [], kept: ["E501:4>4"], added: [] });
  });

  it("two long lines where one was are one new finding", () => {
    const after = before.replace("    long line 93\n", "    long line 95\n    another line 91\n");
    const is: Place[] = [
      ["E501", 4, "too long (95)"],
      ["E501", 5, "too long (91)"],
    ];
    expect(compare(before, [["E501", 4, "too long (93)"]], after, is).added).toEqual(["E501:5"]);
  });

  it("an unsorted import block stays the same finding when an import is added to it", () => {
    const text = "import sys\nimport os\n\nx()\n";
    const message = "Import block is un-sorted";
    expect(compare(text, [["I001", 1, message, 2]], `import ast\n${text}`, [["I001", 1, message, 3]])).toEqual({
      gone: [],
      kept: ["I001:1>1"],
      added: [],
    });
  });

  it("a worse number on an unchanged line is the same finding; another name is another finding", () => {
    const after = before.replace("bad()", "if a: bad()");
    const complex = (n: number): Place => ["C901", 3, `\`f\` is too complex (${n} > 10)`];
    expect(compare(before, [complex(11)], after, [complex(12)])).toEqual({ gone: [], kept: ["C901:3>3"], added: [] });
    expect(compare(before, [["F401", 1, "`os1` unused"]], after, [["F401", 1, "`os2` unused"]])).toEqual({
      gone: ["F401:1"],
      kept: [],
      added: ["F401:1"],
    });
  });

  it("a finding about a whole block stays the same when the block grows", () => {
    const after = before.replace("    bad()\n", "    bad()\n    more()\n");
    expect(
      compare(before, [["C901", 3, "`f` is too complex (11 > 10)", 6]], after, [
        ["C901", 3, "`f` is too complex (12 > 10)", 7],
      ]),
    ).toEqual({
      gone: [],
      kept: ["C901:3>3"],
      added: [],
    });
  });

  it("the line number in a message moves along", () => {
    const was: Place[] = [["F811", 5, "redefinition from line 3"]];
    const is: Place[] = [["F811", 6, "redefinition from line 4"]];
    expect(compare(before, was, `# new\n${before}`, is)).toEqual({ gone: [], kept: ["F811:5>6"], added: [] });
  });

  it("a finding at the end of the file moves to the new last line", () => {
    expect(compare("a\nb", [["W292", 2, "no newline"]], "a\nb\nc", [["W292", 3, "no newline"]])).toEqual({
      gone: [],
      kept: ["W292:2>3"],
      added: [],
    });
  });

  it("code that moved somewhere else takes its finding along", () => {
    const after = "def f():\n    long line 93\n    bad()\n    bad()\n\nimport os\n";
    expect(compare(before, [["F401", 1]], after, [["F401", 6]])).toEqual({ gone: [], kept: ["F401:1>6"], added: [] });
  });

  it("a closed finding in a changed line excuses no new one of its rule in an unchanged line", () => {
    const after = before.replace("long line 93", "short");
    expect(compare(before, [["R", 4]], after, [["R", 1]])).toEqual({ gone: ["R:4"], kept: [], added: ["R:1"] });
  });

  it("of two findings on one changed line the one that the edit touched is gone", () => {
    const text = "x = bad() or bad()\n";
    const at = (startColumn: number): Sighting => ({
      ruleId: "R",
      message: "R",
      startLine: 1,
      startColumn,
      endLine: 1,
      code: "",
    });
    const [first, second] = [at(5), at(14)];
    const after = "x = good() or bad()\n";
    const { gone, kept } = compareSightings(
      [first, second],
      [at(15)],
      blocksBetween(text, after),
      (one) => one === first,
    );
    expect(gone).toEqual([first]);
    expect(kept.map((pair) => pair.before)).toEqual([second]);
  });

  it("of two findings that one edit touches the one that it is meant for is gone", () => {
    const text = "if a:\n    if b:\n        if c:\n            f()\n";
    const at = (startLine: number): Sighting => ({
      ruleId: "SIM102",
      message: "nested if",
      startLine,
      startColumn: 1,
      endLine: startLine + 1,
      code: text.split("\n")[startLine - 1] ?? "",
    });
    const [outer, inner] = [at(1), at(2)];
    const blocks = blocksBetween(text, "if a and b:\n    if c:\n        f()\n");
    const left: Sighting = { ...at(1), code: "if a and b:" };
    for (const meant of [outer, inner]) {
      const { gone } = compareSightings(
        [outer, inner],
        [left],
        blocks,
        () => true,
        (one) => one === meant,
      );
      expect(gone).toEqual([meant]);
    }
  });

  const place = fc.tuple(
    fc.constantFrom("A", "B", "C"),
    fc.integer({ min: 1, max: 8 }),
    fc.constantFrom("m 1", "m 2", "n"),
  );
  const text = fc.array(fc.constantFrom("a", "b", "c", ""), { maxLength: 8 }).map((lines) => lines.join("\n"));

  it("nothing is lost or counted twice, whatever the findings", () => {
    fc.assert(
      fc.property(text, text, fc.array(place), fc.array(place), (a, b, found, foundAfter) => {
        const { gone, kept, added } = compare(a, found, b, foundAfter);
        expect(gone.length + kept.length).toBe(found.length);
        expect(added.length + kept.length).toBe(foundAfter.length);
      }),
    );
  });

  it("the same analysis of the same text changes nothing", () => {
    fc.assert(
      fc.property(fc.array(place), (found) => {
        const { gone, added } = compare(before, found, before, found);
        expect([gone, added]).toEqual([[], []]);
      }),
    );
  });
});
