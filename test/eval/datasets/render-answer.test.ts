import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Finding } from "../../../src/domain/finding.ts";
import { readAnswer } from "../../../src/eval/datasets/read-answer.ts";
import { renderAnswer } from "../../../src/eval/datasets/render-answer.ts";
import { mend } from "../../../src/patch/mend/mend.ts";

const path = "src/cart.py";
const finding = (startLine: number): Finding => ({
  id: `f${startLine}`,
  tool: "ruff",
  ruleId: "F401",
  path,
  severity: "warning",
  message: "",
  startLine,
  endLine: startLine,
  startColumn: 1,
  endColumn: 1,
  fixes: [],
  witnesses: [],
});

const asked = (before: string, strategy: "single" | "batch" | "v1" = "single", findings = [finding(1)]) => ({
  path,
  before,
  strategy,
  findings,
  locked: [],
});

const line = fc.oneof(
  fc.constantFrom(
    "import os",
    "x = 1",
    "",
    "    return x",
    "\tif a:",
    "é = '\"\\\\n'",
    "{",
    "}",
    "    pass",
    "'''",
    "```",
  ),
  fc.string({ unit: "grapheme", maxLength: 12 }).map((text) => text.replace(/[\r\n\u2028\u2029\0\ufeff]/g, "")),
);

/** A text, and the same with some lines replaced, deleted or added. */
const change = fc
  .record({
    lines: fc.array(line, { minLength: 1, maxLength: 14 }),
    edits: fc.array(fc.record({ at: fc.nat(13), remove: fc.nat(2), add: fc.array(line, { maxLength: 3 }) }), {
      minLength: 1,
      maxLength: 3,
    }),
    end: fc.constantFrom("\n", "\r\n"),
    isClosed: fc.boolean(),
  })
  .map(({ lines, edits, end, isClosed }) => {
    const after = [...lines];
    for (const { at, remove, add } of edits) after.splice(at % (after.length + 1), remove, ...add);
    const text = (all: readonly string[]) => ["top = 0", ...all, "last = 1"].join(end) + (isClosed ? end : "");
    return { before: text(lines), after: text(after) };
  })
  .filter(({ before, after }) => before !== after && after.trim() !== "" && before.trim() !== "");

describe("the canonical answer", () => {
  it("gives the same text when it is read as a reply, for almost every change of lines", () => {
    let tried = 0;
    let expressed = 0;
    fc.assert(
      fc.property(change, fc.constantFrom("single" as const, "batch" as const), ({ before, after }, strategy) => {
        const answer = renderAnswer(asked(before, strategy), after, "Fixes it.");
        tried += 1;
        if (answer === undefined) return;
        expressed += 1;
        const mended = mend({ files: new Map([[path, before]]), reply: answer, path });
        expect(mended.outcome === "patched" ? mended.files.get(path) : mended).toBe(after);
      }),
      { numRuns: 1500, seed: 7 },
    );
    expect(expressed / tried).toBeGreaterThan(0.99);
  });

  it("is a diff that applies for the baseline", () => {
    fc.assert(
      fc.property(change, ({ before, after }) => {
        fc.pre(!`${before}${after}`.includes("```"));
        const answer = renderAnswer(asked(before, "v1"), after, "");
        expect(answer && readAnswer(answer, asked(before, "v1"))?.after).toBe(after);
      }),
      { numRuns: 300, seed: 7 },
    );
  });

  it("names the findings that each edit is for in a batch, and none for what several need", () => {
    const before = "import os\nx = 1\ny = 2\nz = 3\n";
    const after = "import re\nimport os\nx = 2\ny = 2\nz = 4\n";
    const answer = renderAnswer(asked(before, "batch", [finding(2), finding(4)]), after, "Fixes both.");
    expect(JSON.parse(answer ?? "")).toEqual({
      edits: [
        {
          finding: [1],
          path,
          startLine: 1,
          endLine: 2,
          original: "import os\nx = 1",
          replacement: "import re\nimport os\nx = 2",
        },
        { finding: [2], path, startLine: 4, endLine: 4, original: "z = 3", replacement: "z = 4" },
      ],
      notFixed: [],
      explanation: "Fixes both.",
      unfixable: null,
    });
  });

  it("says changes of blank lines at the end of a file", () => {
    for (const [before, after] of [
      ["x = 1\n\n\n", "x = 1\n"],
      ["x = 1\n", "x = 1\n\n"],
      ["a\n\n\n\nb\n", "a\n\nb\n"],
      ["a\n   \nb\n", "a\n\nb\n"],
    ] as const) {
      const answer = renderAnswer(asked(before), after, "");
      const mended = mend({ files: new Map([[path, before]]), reply: answer ?? "", path });
      expect(mended.outcome === "patched" ? mended.files.get(path) : mended).toBe(after);
    }
  });

  it("is none where lines cannot say the change", () => {
    expect(renderAnswer(asked("x = 1\r\n"), "x = 1\n", "")).toBeUndefined();
  });
});
