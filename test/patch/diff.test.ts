import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FileChange } from "../../src/domain/outcome.ts";
import { applyEdits } from "../../src/patch/apply.ts";
import { diffFromEdits, diffTexts, encodeDiffs, unifiedDiff } from "../../src/patch/diff.ts";
import { quoteName } from "../../src/patch/git-header.ts";
import { diffLines } from "../../src/patch/line-diff.ts";
import { LineIndex, splitLines } from "../../src/patch/lines.ts";
import { inGitFolder } from "./support/git.ts";

function change(before: string | null, after: string | null, path = "a.py"): FileChange {
  return { path, before, after, encoding: "utf8" };
}

function textOf(...changes: FileChange[]): string {
  return Buffer.from(unifiedDiff(changes)).toString("utf8");
}

function numbered(count: number): string {
  return Array.from({ length: count }, (_, at) => `line ${at + 1}\n`).join("");
}

describe("unifiedDiff", () => {
  it("writes what git writes, but for the index line and the heading of a hunk", () => {
    expect(textOf(change(numbered(9), numbered(9).replace("5", "five")))).toBe(
      [
        "diff --git a/a.py b/a.py",
        "--- a/a.py",
        "+++ b/a.py",
        "@@ -2,7 +2,7 @@",
        " line 2\n line 3\n line 4\n-line 5\n+line five\n line 6\n line 7\n line 8\n",
      ].join("\n"),
    );
  });

  it("writes nothing for texts that are equal or missing on both sides", () => {
    expect(textOf(change("a\n", "a\n"), change(null, null), change("", ""))).toBe("");
  });

  it("joins hunks whose contexts touch and parts those that do not", () => {
    const hunks = (gap: number): number => {
      const lines = numbered(gap + 2).split("\n");
      const after = lines
        .with(0, "first")
        .with(gap + 1, "last")
        .join("\n");
      return textOf(change(lines.join("\n"), after)).split("@@ -").length - 1;
    };
    expect([hunks(6), hunks(7)]).toEqual([1, 2]);
  });

  it.each<[string, string | null, string | null, string]>([
    ["a new file", null, "a\nb\n", "new file mode 100644\n--- /dev/null\n+++ b/a.py\n@@ -0,0 +1,2 @@\n+a\n+b\n"],
    ["a deleted file", "a\n", null, "deleted file mode 100644\n--- a/a.py\n+++ /dev/null\n@@ -1 +0,0 @@\n-a\n"],
    ["a new empty file", null, "", "new file mode 100644\n"],
    ["a deleted empty file", "", null, "deleted file mode 100644\n"],
    [
      "an empty file that is filled",
      "",
      "a",
      "--- a/a.py\n+++ b/a.py\n@@ -0,0 +1 @@\n+a\n\\ No newline at end of file\n",
    ],
    ["a file that is emptied", "a\n", "", "--- a/a.py\n+++ b/a.py\n@@ -1 +0,0 @@\n-a\n"],
    [
      "a final newline that comes",
      "a",
      "a\n",
      "--- a/a.py\n+++ b/a.py\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n",
    ],
    [
      "a line before a missing final newline",
      "a\nb",
      "A\nb",
      "--- a/a.py\n+++ b/a.py\n@@ -1,2 +1,2 @@\n-a\n+A\n b\n\\ No newline at end of file\n",
    ],
  ])("shows %s", (_, before, after, wanted) => {
    expect(textOf(change(before, after))).toBe(`diff --git a/a.py b/a.py\n${wanted}`);
  });

  it("gives a new file the mode that was asked for", () => {
    expect(diffTexts({ ...change(null, "a\n"), mode: "100755" })?.header).toContain("new file mode 100755\n");
  });

  it("writes every file in its own encoding, names in UTF-8", () => {
    const latin1: FileChange = { path: "é.py", before: "\xe9\n", after: "\xe8\n", encoding: "latin1" };
    const diff = Buffer.from(unifiedDiff([latin1, change("é\n", "è\n")]));
    expect(diff.includes(Buffer.from("--- a/é.py\n", "utf8"))).toBe(true);
    expect(diff.includes(Buffer.from("-\xe9\n+\xe8\n", "latin1"))).toBe(true);
    expect(diff.includes(Buffer.from("-é\n+è\n", "utf8"))).toBe(true);
  });
});

/** Reads hunks as strictly as their headers state them; git itself would look for a hunk nearby. */
function readStrictly(hunks: string): { oldStart: number; newStart: number; old: string; new: string }[] {
  return hunks
    .split(/^(?=@@ )/m)
    .filter(Boolean)
    .map((hunk) => {
      const numbers = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@\n/.exec(hunk);
      const body = hunk.slice(numbers?.[0].length);
      const side = (sign: string): string[] =>
        splitLines(body, "git")
          .filter((line) => line.startsWith(" ") || line.startsWith(sign))
          .map((line) => line.slice(1));
      const [old, now] = [side("-"), side("+")];
      expect(old.length).toBe(Number(numbers?.[2] ?? 1));
      expect(now.length).toBe(Number(numbers?.[4] ?? 1));
      return {
        oldStart: Number(numbers?.[1]) - (old.length === 0 ? 0 : 1),
        newStart: Number(numbers?.[3]) - (now.length === 0 ? 0 : 1),
        old: old.join(""),
        new: now.join(""),
      };
    });
}

describe("the numbers in hunk headers", () => {
  it("state where the lines stand in both texts, after hunks that grow and shrink too", () => {
    const texts = fc.array(fc.constantFrom("a\n", "b\r\n", "c\n", "\n"), { maxLength: 60 });
    const edit = fc.record({ at: fc.nat(60), drop: fc.nat(2), add: texts.map((lines) => lines.slice(0, 3)) });
    fc.assert(
      fc.property(texts, fc.array(edit, { maxLength: 4 }), (before, edits) => {
        const after = [...before];
        for (const { at, drop, add } of edits) after.splice(at, drop, ...add);
        const diff = diffTexts(change(before.join(""), after.join("")), { context: 1 });
        for (const hunk of readStrictly(diff?.hunks ?? "")) {
          expect(before.slice(hunk.oldStart).join("")).toSatisfy((rest: string) => rest.startsWith(hunk.old));
          expect(after.slice(hunk.newStart).join("")).toSatisfy((rest: string) => rest.startsWith(hunk.new));
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe("diffFromEdits", () => {
  it("drops lines that an edit rewrites as they were", () => {
    const before = numbered(5);
    const diff = diffFromEdits("a.py", before, [{ start: 0, end: before.length, text: before.replace("3", "three") }]);
    expect(diff?.hunks).toBe("@@ -1,5 +1,5 @@\n line 1\n line 2\n-line 3\n+line three\n line 4\n line 5\n");
  });

  it("is undefined where the edits change nothing", () => {
    expect(diffFromEdits("a.py", "abc\n", [{ start: 0, end: 1, text: "a" }])).toBeUndefined();
  });

  it("throws for edits that overlap, which only a bug hands it", () => {
    const overlapping = [
      { start: 0, end: 2, text: "x" },
      { start: 1, end: 3, text: "y" },
    ];
    expect(() => diffFromEdits("a.py", "abc\n", overlapping)).toThrow(RangeError);
  });

  it("shows one edit of a long file as the diff of both texts does", () => {
    const before = numbered(2000);
    const edits = [{ start: before.indexOf("1000"), end: before.indexOf("1000") + 4, text: "thousand" }];
    const applied = applyEdits(before, edits);
    expect(diffFromEdits("a.py", before, edits)).toEqual(diffTexts(change(before, applied.ok ? applied.text : null)));
  });
});

describe("diffLines", () => {
  const lines = fc.array(fc.constantFrom("a", "b", "c", "d"), { maxLength: 30 });

  it("turns the old lines into the new ones, and leaves an equal line between two changes", () => {
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const result = [...before];
        let previousEnd = -1;
        for (const one of diffLines(before, after)) {
          expect(one.oldStart).toBeGreaterThan(previousEnd);
          previousEnd = one.oldEnd;
        }
        for (const one of diffLines(before, after).toReversed()) {
          result.splice(one.oldStart, one.oldEnd - one.oldStart, ...after.slice(one.newStart, one.newEnd));
        }
        expect(result).toEqual(after);
      }),
    );
  });

  it("changes as few lines as can be", () => {
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const changed = diffLines(before, after).reduce(
          (sum, one) => sum + (one.oldEnd - one.oldStart) + (one.newEnd - one.newStart),
          0,
        );
        expect(changed).toBe(before.length + after.length - 2 * longestCommon(before, after));
      }),
    );
  });

  it("keeps the lines in common of texts that are far apart", () => {
    const before = Array.from({ length: 6000 }, (_, at) => `line ${at}`);
    const after = before.map((line, at) => (at % 3 === 0 ? `new ${line}` : line));
    expect(diffLines(before, after)).toHaveLength(2000);
  });

  it("replaces as a whole what is far apart and has no line of its own", () => {
    const before = Array.from({ length: 3000 }, (_, at) => `${(at * 7919) % 11}`);
    const after = Array.from({ length: 3000 }, (_, at) => `x${(at * 104729) % 13}`);
    expect(diffLines(before, after)).toEqual([{ oldStart: 0, oldEnd: 3000, newStart: 0, newEnd: 3000 }]);
  });
});

function longestCommon(a: readonly string[], b: readonly string[]): number {
  let row = new Array<number>(b.length + 1).fill(0);
  for (const line of a) {
    const next = [0];
    for (const [at, other] of b.entries()) {
      next.push(line === other ? (row[at] ?? 0) + 1 : Math.max(row[at + 1] ?? 0, next[at] ?? 0));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

/** Windows cannot hold most of these names. */
const ODD_NAMES = [
  "with space.py",
  "ünï 漢字 😀.py",
  "-dash.py",
  "a b/x b/x b",
  "--- a",
  "'single'.py",
  "$1 `x`.py",
  "%20.py",
  "{a,b} *.py",
];
const POSIX_NAMES = [
  '"quoted".py',
  "back\\slash.py",
  "tab\there.py",
  "tab and\tblank.py",
  "bell\x07\x7f\x1b.py",
  "line\nbreak.py",
  'all " \\ \t é.py',
  " ",
];
const NAMES =
  process.platform === "win32" ? ODD_NAMES.filter((name) => !/[*?]/.test(name)) : [...ODD_NAMES, ...POSIX_NAMES];

describe("file names in diffs", () => {
  it("are quoted only for control characters, quotes and backslashes", () => {
    expect(quoteName("ünï 漢字 'x'.py")).toBe("ünï 漢字 'x'.py");
    expect(quoteName('a"b\\c\td\x01\x7f')).toBe('"a\\"b\\\\c\\td\\001\\177"');
  });

  it("are written exactly as git writes them (core.quotePath=false)", () => {
    inGitFolder((folder) => {
      folder.git(["init", "--quiet", "."]);
      for (const name of NAMES) folder.write(name, Buffer.from("a\n"));
      folder.git(["add", "--all"]);
      for (const name of NAMES) folder.write(name, Buffer.from("b\n"));
      const lines = folder
        .git(["diff"])
        .split("\n")
        .filter((line) => !line.startsWith("index "));
      const ours = textOf(...NAMES.map((name) => change("a\n", "b\n", name))).split("\n");
      expect(ours.toSorted()).toEqual(lines.toSorted());
    });
  });

  it.each<[string, string | null, string | null]>([
    ["changed", "a\n", "b\n"],
    ["new", null, "b\n"],
    ["deleted", "a\n", null],
    ["new and empty", null, ""],
    ["deleted and empty", "", null],
    ["emptied", "a", ""],
    ["filled", "", "b"],
  ])("reach git apply unharmed for files that are %s", (_, before, after) => {
    inGitFolder((folder) => {
      if (before !== null) for (const name of NAMES) folder.write(name, Buffer.from(before));
      folder.apply(unifiedDiff(NAMES.map((name) => change(before, after, name))));
      expect(NAMES.map((name) => folder.read(name)?.toString())).toEqual(NAMES.map(() => after ?? undefined));
    });
  });
});

describe("a file of 100,000 lines with 1,000 edits", () => {
  const before = numbered(100_000);
  const index = new LineIndex(before, "git");
  const edits = Array.from({ length: 1000 }, (_, at) => {
    const start = index.start(at * 100 + 7);
    return { start, end: start + (at % 3) * 3, text: at % 2 === 0 ? "é" : "one\r\nmore " };
  });
  const applied = applyEdits(before, edits);
  const after = applied.ok ? applied.text : "";

  it.each([
    ["edits", () => diffFromEdits("big.py", before, edits, { index })],
    ["texts", () => diffTexts(change(before, after, "big.py"))],
  ])("goes through git apply byte for byte, as a diff made from %s", (_, makeDiff) => {
    const diff = makeDiff();
    expect(diff?.hunks.split("\n@@ ").length).toBe(1000);
    inGitFolder((folder) => {
      folder.write("big.py", Buffer.from(before));
      folder.apply(encodeDiffs(diff ? [diff] : []));
      expect(folder.read("big.py")?.equals(Buffer.from(after))).toBe(true);
    });
  });
});
