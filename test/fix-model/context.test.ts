import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { estimateTokens } from "../../src/fix/model/estimate.ts";
import { buildPrompt } from "../../src/fix/model/prompt.ts";
import type { PromptSet } from "../../src/fix/model/prompt-set.ts";
import { finding, numbered, task } from "./support.ts";

let prompts: PromptSet;
beforeAll(async () => {
  const { shippedPrompts } = await import("./support.ts");
  prompts = await shippedPrompts();
});

const codeOf = (user: string): string => /<file-(\w+)>\n([\s\S]*?)\n<\/file-\1>/.exec(user)?.[2] ?? "";

/** A file of classes with methods of various lengths. */
function bigModule(methods: number, linesOfMethod: number): string[] {
  const lines = ["import os", "import sys", "", "LIMIT = 10", "UNUSED = 11", ""];
  for (let m = 0; m < methods; m++) {
    if (m % 10 === 0) lines.push("", `class Class${m}:`, `    """The class ${m}."""`, "");
    lines.push(
      "    @property",
      `    def method_${m}(self):`,
      ...Array.from({ length: linesOfMethod }, (_, at) => `        value_${at} = LIMIT + ${at}`),
      `        return value_0`,
      "",
    );
  }
  return lines;
}

test("a file that fits is shown whole, every line under its own number", () => {
  const text = "a = 1\n\n\tb = 2  \n";
  const built = buildPrompt(task({ text, findings: [finding({ startLine: 3 })] }), prompts);
  expect([...numbered(built.user)]).toEqual([
    [1, "a = 1"],
    [2, ""],
    [3, "\tb = 2  "],
  ]);
  expect(built.shown).toEqual([{ start: 1, end: 3 }]);
  expect(built.user).not.toContain("not shown");
});

describe("a file that does not fit", () => {
  const lines = bigModule(200, 20);
  const at = lines.indexOf("    def method_57(self):") + 5;
  const around = () =>
    buildPrompt(
      task({ text: lines.join("\n"), findings: [finding({ startLine: at })], contextTokens: 1_000 }),
      prompts,
    );

  test("is shown by the function, with decorator, the header of its class, the imports and the names used", () => {
    const shown = [...numbered(around().user).values()];
    expect(shown).toEqual(
      expect.arrayContaining([
        "import os",
        "import sys",
        "LIMIT = 10",
        "class Class50:",
        "    @property",
        "    def method_57(self):",
        "        return value_0",
      ]),
    );
    expect(shown).not.toContain("    def method_12(self):");
  });

  test("tells where lines are left out, in rows that have no number", () => {
    const rows = codeOf(around().user)
      .split("\n")
      .filter((row) => row.includes("not shown"));
    expect(rows.length).toBeGreaterThan(1);
    for (const row of rows) expect(row).toMatch(/^ +… lines? \d+(?: to \d+ are| is) not shown …$/);
    expect(around().user).toContain(`The file has ${lines.length - 1} lines; only those with a number are shown.`);
  });

  test("several findings share what is shown", () => {
    const findings = [finding({ startLine: at }), finding({ startLine: at + 1 }), finding({ startLine: at + 2 })];
    const three = buildPrompt(task({ text: lines.join("\n"), findings, contextTokens: 1_000 }), prompts);
    expect(three.shown).toEqual(around().shown);
  });
});

test("a function that is too long is shown as a window around the finding, with its header", () => {
  const lines = ["def enormous():", ...Array.from({ length: 5_000 }, (_, at) => `    step(${at})`)];
  const built = buildPrompt(
    task({ text: lines.join("\n"), findings: [finding({ startLine: 2_500 })], contextTokens: 800 }),
    prompts,
  );
  const shown = numbered(built.user);
  expect(shown.get(1)).toBe("def enormous():");
  expect(shown.get(2_490)).toBe("    step(2488)");
  expect(shown.get(2_510)).toBe("    step(2508)");
  expect(estimateTokens(codeOf(built.user))).toBeLessThanOrEqual(800);
});

test("a line of a megabyte is cut around the finding, visibly, and must not be edited", () => {
  const line = `${"x = 1; ".repeat(75_000)}eval(y); ${"z = 2; ".repeat(75_000)}`;
  const at = line.indexOf("eval(y)") + 1;
  const built = buildPrompt(
    task({ text: `a = 1\n${line}\n`, findings: [finding({ startLine: 2, startColumn: at, endColumn: at + 7 })] }),
    prompts,
  );
  const shown = numbered(built.user).get(2) ?? "";
  expect(shown).toContain("eval(y)");
  expect(shown).toMatch(/^⟨… \d+ characters not shown …⟩.*⟨… \d+ characters not shown …⟩$/);
  expect(shown.length).toBeLessThan(2_000);
  expect(built.locked).toEqual([{ start: 2, end: 2 }]);
  expect(built.user).toContain("Line 2 is too long and shown cut short. No edit may touch it.");
});

test("twenty thousand lines with three hundred findings are no problem", () => {
  const lines = bigModule(900, 20).slice(0, 20_000);
  const findings = Array.from({ length: 300 }, (_, at) => finding({ startLine: at * 60 + 1 }));
  const built = buildPrompt(task({ text: lines.join("\n"), findings }), prompts);
  const shown = numbered(built.user);
  for (const { startLine } of findings) expect(shown.get(startLine)).toBe(lines[startLine - 1]);
  expect(estimateTokens(codeOf(built.user))).toBeLessThanOrEqual(24_000);
});

test("an empty file is shown empty", () => {
  const built = buildPrompt(task({ text: "", findings: [finding({ ruleId: "D100" })] }), prompts);
  expect(built.shown).toEqual([]);
});

test("a finding beyond the end of a file that shrank does no harm", () => {
  expect(
    buildPrompt(task({ text: "a\nb\n", findings: [finding({ startLine: 90, endLine: 95 })] }), prompts).shown,
  ).toEqual([{ start: 1, end: 2 }]);
});

test.each([
  ["CRLF", "a = 1\r\nb = 2\r\n", ["a = 1", "b = 2"]],
  ["lone CR", "a = 1\rb = 2\r", ["a = 1", "b = 2"]],
  ["mixed line ends", "a = 1\r\nb = 2\rc = 3\nd = 4", ["a = 1", "b = 2", "c = 3", "d = 4"]],
  ["a byte-order mark", "\ufeffa = 1\nb = 2\n", ["a = 1", "b = 2"]],
  ["form feeds", "a = 1\n\fb = 2\n", ["a = 1", "\fb = 2"]],
])("%s: lines have the numbers that analyzers give them", (_, text, lines) => {
  const built = buildPrompt(task({ text, findings: [finding({ startLine: 2 })] }), prompts);
  expect([...numbered(built.user).values()]).toEqual(lines);
});

test("for ESLint's findings U+2028 ends a line, as ESLint counts", () => {
  const text = "let a = 1;\u2028let b = 2;\n";
  const built = buildPrompt(
    task({ path: "a.js", text, findings: [finding({ tool: "eslint", startLine: 2 })] }),
    prompts,
  );
  expect(numbered(built.user).get(2)).toBe("let b = 2;");
});

describe("for any file and any findings", () => {
  const line = fc.oneof(
    fc.constantFrom(
      "",
      "def f(a):",
      "    return a",
      "class A:",
      "}",
      "{",
      "if (x) {",
      "function go() {",
      "\t\tx",
      '"""',
      "`${",
      "// {",
      "/*",
      "@dec",
      "import os",
      "  '",
    ),
    fc.string({ maxLength: 30 }).map((text) => text.replace(/[\r\n]/g, "")),
  );
  const file = fc.record({
    path: fc.constantFrom("a.py", "a.ts", "a.go", "a.yml", "A"),
    lines: fc.array(line, { minLength: 1, maxLength: 400 }),
    ends: fc.constantFrom("\n", "\r\n", "\r"),
    places: fc.array(fc.record({ at: fc.double({ min: 0, max: 0.999, noNaN: true }), length: fc.nat({ max: 20 }) }), {
      minLength: 1,
      maxLength: 6,
    }),
    tokens: fc.integer({ min: 256, max: 2_000 }),
  });

  test("the lines of every finding are shown under their numbers, and the budget holds unless they alone exceed it", () => {
    fc.assert(
      fc.property(file, ({ path, lines, ends, places, tokens }) => {
        const findings = places.map(({ at, length }) => {
          const startLine = Math.floor(at * lines.length) + 1;
          return finding({ startLine, endLine: Math.min(lines.length, startLine + length), endColumn: 2 });
        });
        const built = buildPrompt(task({ path, text: lines.join(ends), findings, contextTokens: tokens }), prompts);
        const shown = numbered(built.user);
        for (const { startLine, endLine } of findings) {
          for (let at = startLine; at <= endLine; at++) {
            const isOpenEnd = at === lines.length && lines.at(-1) === "";
            if (built.masks.length === 0 && !isOpenEnd && !/[\r\n\u2028\u2029]/.test(lines[at - 1] ?? ""))
              expect(shown.get(at)).toBe(lines[at - 1]);
          }
        }
        const own = new Set(
          findings.flatMap(({ startLine, endLine }) =>
            Array.from({ length: endLine - startLine + 1 }, (_, i) => startLine + i),
          ),
        );
        const needed = [...own].reduce((sum, at) => sum + estimateTokens(`${lines[at - 1] ?? ""}\n`) + 4, 100);
        expect(estimateTokens(codeOf(built.user))).toBeLessThanOrEqual(Math.max(tokens, needed));
        const listed = built.shown.flatMap(({ start, end }) =>
          Array.from({ length: end - start + 1 }, (_, i) => start + i),
        );
        expect([...shown.keys()]).toEqual(listed);
      }),
      { numRuns: 150 },
    );
  });
});
