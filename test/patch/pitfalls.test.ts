import { describe, expect, it } from "vitest";
import type { Edit } from "../../src/domain/edit.ts";
import { applyEdits } from "../../src/patch/apply.ts";
import { diffFromEdits } from "../../src/patch/diff.ts";
import { editsBetween } from "../../src/patch/edits.ts";
import { mergeCandidates } from "../../src/patch/merge.ts";
import { rebase } from "../../src/patch/rebase.ts";
import { resolveRegion } from "../../src/patch/region.ts";

/** What peers shipped and users reported (shared notes of the project: pitfalls A1 to A7), as far as text can go wrong. */

function replacing(text: string, old: string, replaced: string, path = "a.py"): Edit {
  const start = text.indexOf(old);
  return { path, start, end: start + old.length, text: replaced };
}

function applied(text: string, edits: readonly Edit[]): string {
  const result = applyEdits(text, edits);
  return result.ok ? result.text : result.reason;
}

function group(id: string, ...edits: Edit[]): { id: string; edits: Edit[] } {
  return { id, edits };
}

describe("A1: two fixes in one line, nested matches", () => {
  const line = 'wrap("a" + wrap("b"))\n';
  const outer = group("outer", replacing(line, 'wrap("a" + wrap("b"))', 'join("a", wrap("b"))'));
  const inner = group("inner", replacing(line, 'wrap("b")', 'w("b")'));

  it("A1: are never put into each other; the later one is deferred and says why", () => {
    const merged = mergeCandidates([outer, inner]);
    expect(applied(line, merged.edits)).toBe('join("a", wrap("b"))\n');
    expect(merged.deferred).toEqual([{ id: "inner", conflictsWith: ["outer"] }]);
    expect(applied(line, mergeCandidates([inner, outer]).edits)).toBe('wrap("a" + w("b"))\n');
  });

  it("A1: are both right when the deferred one is found again in the new text", () => {
    const once = applied(line, mergeCandidates([outer, inner]).edits);
    expect(applied(once, [replacing(once, 'wrap("b")', 'w("b")')])).toBe('join("a", w("b"))\n');
  });

  it("A1: side by side in one line are taken together", () => {
    const text = "f(a == None, b == None)\n";
    const merged = mergeCandidates([
      group("b", replacing(text, "b == None", "b is None")),
      group("a", replacing(text, "a == None", "a is None")),
    ]);
    expect(applied(text, merged.edits)).toBe("f(a is None, b is None)\n");
  });
});

describe("A2: two multi-line matches that shrink or grow", () => {
  const text = "start\nx = [\n  1,\n]\nmiddle\ny = [\n  2,\n]\nend\n";
  const shrink = [replacing(text, "x = [\n  1,\n]", "x = [1]"), replacing(text, "y = [\n  2,\n]", "y = [2]")];
  const grow = [replacing(text, "start", "a\nb\nc"), replacing(text, "middle", "d\ne\nf")];

  it("A2: all land where they were meant to", () => {
    expect(applied(text, shrink)).toBe("start\nx = [1]\nmiddle\ny = [2]\nend\n");
    expect(applied(text, [...grow, ...shrink])).toBe("a\nb\nc\nx = [1]\nd\ne\nf\ny = [2]\nend\n");
  });

  it("A2: can be followed into the new text", () => {
    const after = applied(text, shrink);
    const [end] = rebase([{ start: text.indexOf("end"), end: text.length }], shrink);
    expect(after.slice(end?.span.start, end?.span.end)).toBe("end\n");
  });

  it("A2: a fix that was made already is no edit when it is made again", () => {
    const after = applied(text, shrink);
    expect(editsBetween(after, after)).toEqual([]);
    expect(applied(text, [...shrink, ...shrink])).toBe(after);
  });
});

describe("A3: overlapping fixes", () => {
  const text = "import os, sys\n";

  it("A3: are a choice that is reported, none is lost", () => {
    const merged = mergeCandidates([
      group("F401 os", replacing(text, "os, sys", "sys")),
      group("F401 sys", replacing(text, "os, sys", "os")),
      group("I001", replacing(text, "import os, sys", "import os\nimport sys")),
    ]);
    expect(merged.chosen).toEqual(["F401 os"]);
    expect(merged.deferred).toEqual([
      { id: "F401 sys", conflictsWith: ["F401 os"] },
      { id: "I001", conflictsWith: ["F401 os"] },
    ]);
  });

  it("A3: the same edit by two tools is one edit", () => {
    const merged = mergeCandidates(
      [group("ruff", replacing(text, ", sys", "")), group("pylint", replacing(text, "os, sys", "os"))],
      new Map([["a.py", text]]),
    );
    expect(merged.chosen).toEqual(["ruff", "pylint"]);
    expect(applied(text, merged.edits)).toBe("import os\n");
  });

  it("A3: a group is taken as a whole or not at all", () => {
    const merged = mergeCandidates([
      group("first", replacing(text, "sys", "re")),
      group("second", { path: "b.py", start: 0, end: 0, text: "import re\n" }, replacing(text, "os, sys", "re")),
    ]);
    expect(merged.edits.map(({ path }) => path)).toEqual(["a.py"]);
  });

  it("A3: two different insertions at one point are a conflict", () => {
    const at = { path: "a.py", start: 0, end: 0 };
    const merged = mergeCandidates([
      group("re", { ...at, text: "import re\n" }),
      group("io", { ...at, text: "import io\n" }),
    ]);
    expect(merged.deferred).toEqual([{ id: "io", conflictsWith: ["re"] }]);
  });
});

describe("A4: multi-line replacements", () => {
  it("A4: are never indented again: tabs, heredocs and triple-quoted strings stand as given", () => {
    const text = "def f():\n\tx = 1\n    y = 2\n";
    const given = '\tx = """\nno indent\n  two\n"""';
    expect(applied(text, [replacing(text, "\tx = 1", given)])).toBe(`def f():\n${given}\n    y = 2\n`);
  });
});

describe("A5: characters of several bytes, marks and line ends", () => {
  it.each(["\n", "\r\n", "\r"])("A5: an edit after them stands where it should (line end %j)", (end) => {
    const text = `\uFEFFs = "é😀"${end}t = "漢" == None${end}last`;
    const region = { unit: "codepoint", startLine: 2, startColumn: 9, endColumn: 11 } as const;
    const found = resolveRegion(text, region);
    expect(found && applied(text, [{ path: "a.py", ...found.span, text: "is" }])).toBe(text.replace("==", "is"));
  });

  it("A5: a diff keeps the mark, every line end and the missing newline at the end", () => {
    const text = "\uFEFFa\r\nb\rc\nd";
    expect(diffFromEdits("a.py", text, [replacing(text, "c", "C")])?.hunks).toBe(
      "@@ -1,3 +1,3 @@\n \uFEFFa\r\n-b\rc\n+b\rC\n d\n\\ No newline at end of file\n",
    );
  });
});

describe("A6: what stands around a match", () => {
  it.each([
    ["f(key=(a or b))", "a or b", "b"],
    ["const f = () => (x);", "x", "{ y: 1 }"],
    ["if ok { return nil };", "return nil", "return err"],
  ])("A6: parentheses, braces and semicolons stay in %s", (text, old, replaced) => {
    const [before, after] = text.split(old);
    expect(applied(text, [replacing(text, old, replaced)])).toBe(`${before}${replaced}${after}`);
  });
});

describe("A7: replacement texts with signs that mean something elsewhere", () => {
  it.each([
    "$1 $& $$ $`",
    "\\1 \\n \\\\",
    "```js\n`x`\n```",
    "@everyone",
    "<b>&amp;</b>",
    "--- a/x\n+++ b/x\n@@ -1 +1 @@",
    "%s %d",
  ])("A7: stand in the text and in the diff as they are: %j", (replaced) => {
    const text = "before\nX\nafter\n";
    expect(applied(text, [replacing(text, "X", replaced)])).toBe(`before\n${replaced}\nafter\n`);
    const added = diffFromEdits("a.py", text, [replacing(text, "X", replaced)])?.hunks.split("\n");
    expect(added?.filter((line) => line.startsWith("+"))).toEqual(replaced.split("\n").map((line) => `+${line}`));
  });
});
