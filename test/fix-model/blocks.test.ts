import { expect, test } from "vitest";
import { enclosing } from "../../src/fix/model/blocks/outline.ts";
import { outlineOf } from "../../src/fix/model/blocks/outline-of.ts";

function blocksAt(path: string, text: string, line: number): string[] {
  const lines = text.split("\n");
  return enclosing(outlineOf(path, text, lines, "universal"), line).map(
    ({ kind, start, headerEnd, end }) => `${kind} ${start}-${headerEnd}-${end}`,
  );
}

test("Python: decorators belong to the header, which may take several lines", () => {
  const text = [
    "import os",
    "",
    "@wraps(x)",
    "@other",
    "def one(",
    "    a,",
    "    b,",
    "):",
    "    return a",
    "",
    "",
    "X = 1",
  ].join("\n");
  expect(blocksAt("a.py", text, 9)).toEqual(["function 3-8-9"]);
  expect(blocksAt("a.py", text, 12)).toEqual([]);
});

test("Python: strings, comments and brackets that look like code are none", () => {
  const text = [
    "class A:",
    '    """Text',
    "def fake():",
    '    """',
    "",
    "    x = (  # def",
    "1, 2)",
    "    def m(self):",
    "        s = 'it\\'s ('  # )",
    "        return s",
    "# the end",
    "y = 1",
  ].join("\n");
  expect(blocksAt("a.py", text, 9)).toEqual(["function 8-8-10", "class 1-1-10"]);
  expect(blocksAt("a.py", text, 3)).toEqual(["class 1-1-10"]);
});

test("Python: a bracket that is never closed does not swallow the functions below", () => {
  const text = ["x = foo(1,", "", "def after():", "    return 1", ""].join("\n");
  expect(blocksAt("a.py", text, 4)).toEqual(["function 3-3-4"]);
});

test("Python: imports and names of the top level, also under a condition", () => {
  const text = [
    "import os",
    "from a import (",
    "    b,",
    ")",
    "if TYPE_CHECKING:",
    "    import c",
    "LIMIT: int = 3",
    "def go():",
    "    import inner",
    "    local = 1",
  ].join("\n");
  const outline = outlineOf("a.py", text, text.split("\n"), "universal");
  expect(outline.imports).toEqual([
    { start: 1, end: 1 },
    { start: 2, end: 4 },
    { start: 6, end: 6 },
  ]);
  expect([...outline.definitions]).toEqual([
    ["LIMIT", { start: 7, end: 7 }],
    ["go", { start: 8, end: 8 }],
  ]);
});

test("TypeScript: methods, arrow functions and control blocks are told apart", () => {
  const text = [
    "import x from 'x';",
    "export class A<T> extends B {",
    "  @log()",
    "  async go(a: string): Promise<void> {",
    "    if (a) {",
    "      run(() => {",
    "        stop();",
    "      });",
    "    }",
    "  }",
    "}",
  ].join("\n");
  expect(blocksAt("a.ts", text, 7)).toEqual(["function 6-6-8", "block 5-5-9", "function 3-4-10", "class 2-2-11"]);
});

test("JavaScript: braces in strings, templates, comments and regular expressions do not count", () => {
  const text = [
    "function one() {",
    "  const a = '{';",
    "  const b = `{ $" + "{c ? `}` : { d: 1 }.d} {`;",
    "  // {",
    "  /* { */",
    "  const e = /[{/]{2}/.test(a) / 2;",
    "  return a;",
    "}",
    "function two() {",
    "  return 2;",
    "}",
  ].join("\n");
  expect(blocksAt("a.js", text, 7)).toEqual(["function 1-1-8"]);
  expect(blocksAt("a.js", text, 10)).toEqual(["function 9-9-11"]);
});

test("JavaScript: imports over several lines, and what a name of the top level stands for", () => {
  const text = [
    "import {",
    "  a,",
    "} from 'a';",
    "const b = require('b');",
    "const LIMITS = {",
    "  x: 1,",
    "};",
    "export function go() {",
    "  return 1;",
    "}",
  ].join("\n");
  const outline = outlineOf("a.js", text, text.split("\n"), "universal");
  expect(outline.imports).toEqual([
    { start: 1, end: 3 },
    { start: 4, end: 4 },
  ]);
  expect([...outline.definitions]).toEqual([
    ["LIMITS", { start: 5, end: 7 }],
    ["go", { start: 8, end: 8 }],
  ]);
});

test.each([
  ["a.go", ["func (s *S) Go(x int) error {", "\ts := `{`", "\treturn nil", "}"]],
  ["a.rs", ["fn go<'a>(x: &'a str) -> char {", "    let c = '{';", "    c", "}"]],
  ["A.java", ["String go() throws IOException {", '    String t = """', '        { " """;', "}"]],
  ["a.php", ["function go($x) {", "  # {", "  return '{';", "}"]],
])("%s: the function around a line is found", (path, lines) => {
  expect(blocksAt(path, lines.join("\n"), 3)).toEqual(["function 1-1-4"]);
});

test("other languages: indentation says what belongs together", () => {
  const text = ["jobs:", "  build:", "    steps:", "      - a", "      - b", "  test:", "    x: 1"].join("\n");
  expect(blocksAt("ci.yml", text, 5)).toEqual(["block 3-3-5", "block 2-2-5", "block 1-1-7"]);
});
