import { describe, expect, it } from "vitest";
import { syntaxParsers } from "../../src/adapters/parsers/index.ts";

const parsers = syntaxParsers();

async function errors(path: string, text: string): Promise<readonly string[] | undefined> {
  return parsers.find((parser) => parser.handles(path))?.errors(path, text);
}

const SOUND: [what: string, path: string, text: string][] = [
  ["CRLF and a byte-order mark", "a.py", "\ufeffx = 1\r\ndef f():\r\n    return 1\r\n"],
  ["a stub", "a.pyi", "class A:\n    x: int\n    def f(self) -> int: ...\n"],
  ["nested quotes in an f-string (Python 3.12)", "a.py", 'x = f"{a["b"]}"\n'],
  ["type aliases and match", "a.py", "type X = int\nmatch a:\n    case 1: pass\n"],
  ["unused names, which are no syntax error", "a.py", "import os\nx = undefined_name\n"],
  ["a top-level await", "a.mjs", "const x = await fetch('u');\n"],
  ["a top-level await in a plain .js file", "a.js", "await f();\n"],
  ["JSX in .js", "a.js", "const a = <b>it's</b>;\n"],
  ["a top-level return in CommonJS", "a.js", "if (x) return;\nmodule.exports = 1;\n"],
  ["a shebang", "a.js", "#!/usr/bin/env node\nf();\n"],
  ["TSX", "a.tsx", "const a: X = <b c={d as string} />;\n"],
  ["an old-style cast in .ts", "a.ts", "const x = <T>y;\n"],
  ["import = in .cts", "a.cts", "import x = require('y'); export = x;\n"],
  ["decorators", "a.ts", "@d() class A { constructor(@e() private x: X) {} }\n"],
  ["declarations", "a.d.ts", "declare const x: number; export const y: string;\n"],
  ["JSON with a byte-order mark", "a.json", "\ufeff{}"],
  ["comments in tsconfig.json", "x/tsconfig.base.json", '{ // why\n "a": ["**/*", "//x",], /* b */ }'],
  ["TOML with CRLF", "a.toml", '[a]\r\nb = "c"\r\n'],
];

const BROKEN: [what: string, path: string, text: string][] = [
  ["a bad indent", "a.py", "def f():\n    x = 1\n      y = 2\n"],
  ["a body that lost its indent", "a.py", "if x:\npass\n"],
  ["a deleted header", "a.py", "x = 1\n    return x\n"],
  ["an open bracket", "a.py", "f(\n"],
  ["Python 2's print", "a.py", "print 'a'\n"],
  ["a noqa on the broken line", "a.py", "# ruff: noqa\ndef f(:  # noqa\n"],
  ["an open string with CRLF", "a.py", "x = 'a\r\ny = 1\r\n"],
  ["a broken stub", "a.pyi", "def f(self -> int: ...\n"],
  ["a deleted brace", "a.js", "function f() {\n  return 1;\n\n"],
  ["a deleted header in TypeScript", "a.ts", "  return 1;\n}\n"],
  ["types in JavaScript", "a.js", "const x = y as any;\n"],
  ["JSX that is not closed", "a.tsx", "const a = <b><c></b>;\n"],
  ["import in the middle of an expression", "a.mts", "const a = import x;\n"],
  ["a trailing comma in JSON", "a.json", '{"a": 1,}'],
  ["a comment in JSON", "a.json", '{"a": 1} // no'],
  ["an unquoted TOML value", "a.toml", "a = b\n"],
];

describe("syntax parsers", () => {
  it.each(SOUND)("accept %s (%s)", async (_what, path, text) => {
    expect(await errors(path, text)).toEqual([]);
  });

  it.each(BROKEN)("refuse %s (%s)", async (_what, path, text) => {
    const found = await errors(path, text);
    expect(found?.length).toBeGreaterThan(0);
    expect(found?.[0]).toMatch(/^\d+:\d+ \S/);
  });

  it("leave languages that they do not know to others", () => {
    expect(
      ["a.go", "a.yml", "Dockerfile", "a.py.txt", "a.rs"].filter((path) =>
        parsers.some((parser) => parser.handles(path)),
      ),
    ).toEqual([]);
  });

  it("say name and version", () => {
    for (const parser of parsers) expect(parser.identity).toMatch(/\d+\.\d+\.\d+/);
  });

  it("survive hostile texts", async () => {
    for (const text of ["\0", "\ud800", "(".repeat(5_000), `"${"\\".repeat(9_999)}`, "\u2028", "{".repeat(2_000)]) {
      for (const path of ["a.py", "a.ts", "a.json", "a.toml"])
        expect(Array.isArray(await errors(path, text))).toBe(true);
    }
  });
});
