import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hunksBetween } from "../../src/verify/honest/hunks.ts";
import { lex } from "../../src/verify/honest/lex.ts";
import { outlinePython } from "../../src/verify/honest/outline-python.ts";

const comments = (text: string, language: Parameters<typeof lex>[1]) => {
  const view = lex(text, language);
  return view.comments.map(({ start, end }) => text.slice(start, end));
};

describe("telling comments from strings", () => {
  it.each([
    ["a = 1  # c", ["# c"]],
    ["a = '# no'  # c", ["# c"]],
    ['a = """\n# no\n"""  # c', ["# c"]],
    ["a = r'\\'  # no'  # c", ["# c"]],
    ["a = b'''# no\n'''\n# c\n", ["# c"]],
    ['a = f"{b["# no"]}"  # c', ["# c"]],
    ['a = f"{b:{"#"}>10}"  # c', ["# c"]],
    ["a = f'{{# no}}'  # c", ["# c"]],
    ['a = "\\"# no"  # c', ["# c"]],
    ["a = 'open\n# c\n", ["# c"]],
    ["xf = 1\nbar'# no'# c", ["# c"]],
  ])("in Python %j", (text, expected) => expect(comments(text, "python")).toEqual(expected));

  it.each([
    ["a // c", ["// c"]],
    ["a = '// no' // c", ["// c"]],
    ["a = `// no ${b /* c */} /* no */` // d", ["/* c */", "// d"]],
    ["a = `${`${/* c */ b}`}`", ["/* c */"]],
    ["a = /\\/\\/ no/ // c", ["// c"]],
    ["a = b / c // c", ["// c"]],
    ["a = /[/*]/; /* c */", ["/* c */"]],
    ["<p>Don't {/* c */}</p>", ["/* c */"]],
    ["<p>isn't it {/* c */} won't</p>", ["/* c */"]],
    ["<A b={c} /> // c", ["// c"]],
    ["return /'/.test(a) // c", ["// c"]],
    ["a = { b: `}` } // c", ["// c"]],
    ["#!/usr/bin/env node // no\n// c", ["#!/usr/bin/env node // no", "// c"]],
  ])("in JavaScript %j", (text, expected) => expect(comments(text, "javascript")).toEqual(expected));

  it("keeps length and lines of any text, and ends", () => {
    const hostile = fc.array(
      fc.constantFrom(
        "'",
        '"',
        '"""',
        "`",
        "${",
        "}",
        "{",
        "\\",
        "\n",
        "\r\n",
        "#",
        "//",
        "/*",
        "*/",
        "f'",
        'r"',
        "a",
        " ",
        "(",
        ")",
        ":",
        "/",
        "\u2028",
        "é",
        "<",
        ">",
      ),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(
        hostile,
        fc.constantFrom(
          "python" as const,
          "javascript" as const,
          "c-like" as const,
          "hash" as const,
          "markup" as const,
        ),
        (parts, language) => {
          const text = parts.join("");
          const view = lex(text, language);
          expect(view.code.length).toBe(text.length);
          expect(view.uncommented().length).toBe(text.length);
          let at = 0;
          for (const { start, end } of [...view.comments, ...view.strings].sort((a, b) => a.start - b.start)) {
            expect(start).toBeGreaterThanOrEqual(at);
            expect(end).toBeGreaterThan(start);
            at = end;
          }
          if (language === "python") outlinePython(view);
        },
      ),
    );
  });
});

describe("outlinePython", () => {
  it("finds blocks, one-liners, continued lines and strings", () => {
    const text =
      'class A:\n    def f(self,\n          b=")"):\n        """Doc:\n        x\n        """\n        if b: return 1; y = 2\n        else:\n            pass\n\nz = {\n  "a": 1,\n}\n';
    const [a, z] = outlinePython(lex(text, "python"));
    expect([a?.text, a?.startLine, a?.endLine]).toEqual(["class A", 1, 9]);
    const f = a?.body[0];
    expect([f?.text, f?.startLine, f?.endLine]).toEqual(['def f(self, b="~")', 2, 9]);
    expect(f?.body.map(({ text: header, body }) => [header.slice(0, 6), body.map((each) => each.text)])).toEqual([
      ['"""~~~', []],
      ["if b", ["return 1", "y = 2"]],
      ["else", ["pass"]],
    ]);
    expect([z?.startLine, z?.endLine]).toEqual([11, 13]);
  });
});

describe("hunksBetween", () => {
  it("rebuilds the text after from the text before", () => {
    const text = fc
      .array(fc.constantFrom("a", "b", "c", "", "  d"), { maxLength: 30 })
      .map((lines) => lines.join("\n"));
    fc.assert(
      fc.property(text, text, fc.boolean(), (before, after, closed) => {
        const [a, b] = closed ? [`${before}\n`, `${after}\n`] : [before, after];
        const lines = a.split("\n");
        for (const { beforeLine, removed, added } of hunksBetween(a, b).toReversed())
          lines.splice(beforeLine - 1, removed.length, ...added);
        expect(lines.join("\n").replace(/\n+$/, "")).toBe(b.replace(/\n+$/, ""));
      }),
    );
  });

  it("counts lines from 1 on both sides", () => {
    expect(hunksBetween("a\nb\nc\nd\n", "a\nB\nc\nx\nd\n")).toEqual([
      { beforeLine: 2, removed: ["b"], afterLine: 2, added: ["B"] },
      { beforeLine: 4, removed: [], afterLine: 4, added: ["x"] },
    ]);
  });
});
