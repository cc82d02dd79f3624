import { afterAll, describe, expect, it } from "vitest";
import { expectSoundRun } from "./toy/invariants.ts";
import { type ToyRule, toyLinter } from "./toy/linter.ts";
import { openPlayground, type RepairOptions, repairWith, textAfter } from "./toy/repair.ts";

/** Pitfalls A1 to A9 through the whole pipeline: what peers shipped and users reported, with a linter made for each. */

const playground = openPlayground();
afterAll(() => playground.remove());

async function repaired(rules: readonly ToyRule[], text: string, options: RepairOptions = {}, path = "a.txt") {
  const lint = toyLinter(rules);
  playground.fill({ [path]: text });
  const result = await repairWith(lint, playground, options);
  expectSoundRun(result, [lint, ...(options.beside ?? [])], playground);
  const outcomes = result.findings.map(({ outcome }) =>
    outcome.kind === "rejected" ? `rejected at ${outcome.check}` : outcome.kind,
  );
  return { result, outcomes, text: textAfter(result, path, playground) };
}

const wrapping: ToyRule = { id: "no-wrap", call: "wrap", fixes: [{ text: "w({1})" }] };
const replacing = (id: string, match: string, text: string): ToyRule => ({ id, match, fixes: [{ text }] });

describe("A1: two fixes in one line, nested matches", () => {
  it("A1: both are made, the inner one in what the outer one left", async () => {
    const { text, outcomes } = await repaired([wrapping], 'x = wrap("a" + wrap("b"))\n');
    expect(text).toBe('x = w("a" + w("b"))\n');
    expect(outcomes).toEqual(["accepted", "accepted"]);
  });

  it("A1: five levels deep, and side by side", async () => {
    const { text } = await repaired([wrapping], "wrap(wrap(wrap(wrap(wrap(1))))) + wrap(wrap(2), wrap(3))\n");
    expect(text).toBe("w(w(w(w(w(1))))) + w(w(2), w(3))\n");
  });

  it("A1: one that swaps what is in it never mixes with the one inside", async () => {
    const swap: ToyRule = { id: "swap", match: 'wrap\\("(\\w)" \\+ (.*)\\)$', fixes: [{ text: 'w({2} + "{1}")' }] };
    const { text } = await repaired([swap, replacing("inner", 'wrap\\("b"\\)', 'w("b")')], 'wrap("a" + wrap("b"))\n');
    expect(text).toBe('w(w("b") + "a")\n');
  });
});

describe("A2: multi-line matches that shrink or grow", () => {
  const shrinking = replacing("one-line", "\\[\\n  (\\d),\\n\\]", "[{1}]");
  const growing = replacing("grow", "^short$", "a\nlong\ntext");

  it("A2: all land where they were meant to, in one run", async () => {
    const { text, outcomes } = await repaired(
      [shrinking, growing],
      "short\nx = [\n  1,\n]\nshort\ny = [\n  2,\n]\nshort\n",
    );
    expect(text).toBe("a\nlong\ntext\nx = [1]\na\nlong\ntext\ny = [2]\na\nlong\ntext\n");
    expect(outcomes).toEqual(Array(5).fill("accepted"));
  });

  it("A2: a second run on the fixed text has nothing to do", async () => {
    const { result } = await repaired([shrinking, growing], "a\nlong\ntext\nx = [1]\n");
    expect(result.findings).toEqual([]);
    expect(result.combinedDiff).toHaveLength(0);
  });

  it("A2: a fix that its own output asks for again is refused, not made twice", async () => {
    const { text, outcomes } = await repaired([replacing("greedy", "\\bf\\(", "f(f(")], "x = f(1)\n");
    expect(text).toBe("x = f(1)\n");
    expect(outcomes).toEqual(["rejected at cleared"]);
  });
});

describe("A3: overlapping fixes", () => {
  it("A3: that cannot both be made are a choice, and what was deferred says why", async () => {
    const { text, outcomes, result } = await repaired(
      [replacing("to-x", "a b", "x"), replacing("to-y", "b c", "y")],
      "a b c\n",
    );
    expect([text, outcomes]).toEqual(["x c\n", ["accepted", "accepted"]]);
    const notes = result.findings.map(({ outcome }) => outcome.kind === "accepted" && outcome.note);
    expect(notes).toEqual([undefined, "closed by the patch of another finding"]);
  });

  it("A3: the same edit by two tools is one patch that closes both findings", async () => {
    const rule = replacing("eq-none", "== None", "is None");
    const { result, outcomes } = await repaired([rule], "x == None\n", { beside: [toyLinter([rule])] });
    expect(outcomes).toEqual(["accepted", "accepted"]);
    expect(result.patches).toHaveLength(1);
  });

  it("A3: a fix with edits in two files is made as a whole", async () => {
    const lint = toyLinter([
      {
        id: "rename",
        match: "old\\(\\)",
        fixes: [{ text: "new()", also: [{ path: "lib.txt", find: "def old", text: "def new" }] }],
      },
    ]);
    playground.fill({ "a.txt": "old()\n", "lib.txt": "def old\n" });
    const result = await repairWith(lint, playground);
    expectSoundRun(result, [lint], playground);
    expect(result.changes.map(({ path, after }) => [path, after])).toEqual([
      ["a.txt", "new()\n"],
      ["lib.txt", "def new\n"],
    ]);
  });
});

describe("A4: re-indentation", () => {
  it("A4: a replacement of several lines stands as it was given: tabs, blanks and texts in it", async () => {
    const given = 'x = """\n\ttab\n  two\nnone\n"""';
    const { text } = await repaired([replacing("expand", "EXPAND", given)], "if a:\n\tEXPAND\n    EXPAND\n");
    expect(text).toBe(`if a:\n\t${given}\n    ${given}\n`);
  });
});

describe("A5: characters of several bytes, marks and line ends", () => {
  it.each([
    ["CRLF", "\r\n"],
    ["a lone CR", "\r"],
    ["LF", "\n"],
  ])("A5: with %s, a mark, and no line end at the end", async (_, end) => {
    const before = `\uFEFFs = "é😀"; x == None${end}漢 == None${end}y == None`;
    const { text, outcomes } = await repaired([replacing("eq-none", "== None", "is None")], before);
    expect(text).toBe(before.replaceAll("==", "is"));
    expect(outcomes).toEqual(["accepted", "accepted", "accepted"]);
  });

  it("A5: with mixed line ends", async () => {
    const { text } = await repaired(
      [replacing("eq-none", "== None", "is None")],
      "a == None\r\nb == None\nc == None\rd == None\r\n\r\n",
    );
    expect(text).toBe("a is None\r\nb is None\nc is None\rd is None\r\n\r\n");
  });
});

describe("A6: what stands around a match", () => {
  it.each([
    ["f(key=(a or b));", "a or b", "b"],
    ["const f = () => (x);", "x", "{ y: 1 }"],
    ["if ok { return nil };", "return nil", "return err"],
  ])("A6: parentheses, braces and semicolons stay in %s", async (line, old, fresh) => {
    const { text } = await repaired([replacing("rule", `${old}(?!\\w)`, fresh)], `${line}\n`);
    expect(text).toBe(`${line.replace(old, fresh)}\n`);
  });

  it("A6: a fix that drops a bracket is refused, for it does not parse", async () => {
    const { outcomes } = await repaired([replacing("cut", "\\(1\\)", "(1")], "x = f(1)\n", {}, "a.py");
    expect(outcomes).toEqual(["rejected at parses"]);
  });
});

describe("A7: replacement texts with signs that mean something elsewhere", () => {
  const given = [
    "$1 $& $$",
    "\\1 \\n \\\\",
    "```js\n`x`\n```",
    "@everyone #1",
    "<b>&amp;</b>",
    "--- a/x\n+++ b/x\n@@ -1 +1 @@",
    "diff --git a/x b/x",
    "::error::x",
    "%s %d",
  ];

  it("A7: stand in the file and in the diffs as they are", async () => {
    const rules = given.map((text, at) => replacing(`mark-${at}`, `MARK${at}$`, text));
    const { text, result } = await repaired(rules, given.map((_, at) => `before\nMARK${at}\nafter\n`).join(""));
    expect(text).toBe(given.map((one) => `before\n${one}\nafter\n`).join(""));
    expect(result.patches).toHaveLength(given.length);
  });
});

describe("A8: not converging", () => {
  it("A8: two rules that undo each other end, and both are told why", async () => {
    const { text, result } = await repaired(
      [replacing("to-b", "\\ba\\b", "b"), replacing("to-a", "\\bb\\b", "a")],
      "a\n",
    );
    expect(text).toBe("a\n");
    const [outcome] = result.findings.map((one) => one.outcome);
    expect(outcome).toMatchObject({ kind: "rejected", check: "clean" });
    expect(outcome?.kind === "rejected" && outcome.reason).toMatch(/to-a/);
  });

  it("A8: three rules in a circle end", async () => {
    const circle = [
      replacing("to-b", "\\ba\\b", "b"),
      replacing("to-c", "\\bb\\b", "c"),
      replacing("to-a", "\\bc\\b", "a"),
    ];
    const { outcomes } = await repaired(circle, "a\nb\nc\n");
    expect(outcomes).toEqual(Array(3).fill("rejected at clean"));
  });

  it("A8: a rule that grows without end stops", async () => {
    const { outcomes } = await repaired([replacing("more", "^a+$", "{0}a")], "a\n");
    expect(outcomes).toEqual(["rejected at cleared"]);
  });

  it("A8: 150 edits of one rule in one line are all made", async () => {
    const { text } = await repaired([replacing("eq", "==", "is")], `${"a == b, ".repeat(150)}\n`);
    expect(text).toBe(`${"a is b, ".repeat(150)}\n`);
  });

  it("A8: 600 findings in one file are all made", async () => {
    const { text, outcomes } = await repaired([replacing("eq", "== None", "is None")], "x == None\n".repeat(600));
    expect(text).toBe("x is None\n".repeat(600));
    expect(new Set(outcomes)).toEqual(new Set(["accepted"]));
  });

  it("A8: more levels than there are rounds is said, not passed over", async () => {
    const { result, outcomes } = await repaired([wrapping], `${"wrap(".repeat(70)}1${")".repeat(70)}\n`);
    expect(result.notices.join("\n")).toMatch(/did not settle after \d+ rounds; \d+ findings are left/);
    const left = result.findings.flatMap(({ outcome }) => (outcome.kind === "rejected" ? [outcome] : []));
    expect(left.length).toBe(outcomes.filter((kind) => kind !== "accepted").length);
    for (const outcome of left)
      expect(outcome).toMatchObject({ code: "NOT_CONVERGING", reason: expect.stringMatching(/run patchpro again/) });
  });
});

describe("A9: fixes that are called safe", () => {
  it("A9: one that silences the linter is refused, whatever the tool calls it", async () => {
    const { outcomes } = await repaired(
      [replacing("loud", "f\\(1\\)$", "f(1)  # noqa: toy-ignore")],
      "x = f(1)\n",
      {},
      "a.py",
    );
    expect(outcomes).toEqual(["rejected at honest"]);
  });

  it("A9: one that brings in a finding of another rule is refused, with the rule that it brings in", async () => {
    const { result } = await repaired(
      [replacing("old", "old\\(\\)", "bad()"), { id: "no-bad", match: "bad\\(\\)" }],
      "old()\n",
    );
    expect(result.findings[0]?.outcome).toMatchObject({
      kind: "rejected",
      check: "clean",
      reason: expect.stringContaining("no-bad"),
    });
  });

  it("A9: one that leaves a finding behind which has a fix of its own is made together with it", async () => {
    const { text, result } = await repaired(
      [replacing("drop-use", "use\\(os\\);", ""), replacing("unused", "^import os;(?![^]*use)", "")],
      "import os;\nuse(os);\n",
    );
    expect(text).toBe("\n\n");
    expect(result.findings.map(({ outcome }) => outcome.kind)).toEqual(["accepted"]);
  });
});

describe("A10: formatting churn", () => {
  it("A10: a fix of white space is a fix where the finding is about white space", async () => {
    const { text } = await repaired([replacing("trailing", "[ \\t]+$", "")], "x = 1  \ny = 2\n");
    expect(text).toBe("x = 1\ny = 2\n");
  });

  it("A10: one that only moves white space, and whose finding stays, is no fix", async () => {
    const { text, outcomes } = await repaired([replacing("todo", "TODO", " TODO")], "TODO\n");
    expect([text, outcomes]).toEqual(["TODO\n", ["rejected at cleared"]]);
  });

  it("A10: a fix that spells the same text again is no fix", async () => {
    const { outcomes } = await repaired([replacing("same", "TODO", "TODO")], "TODO\n");
    expect(outcomes).toEqual(["skipped"]);
  });
});
