import { describe, expect, test } from "vitest";
import { mend } from "../../src/patch/mend/mend.ts";
import { block, diff, json, mendedText, PATH, read, reason } from "./support.ts";

const rungOf = (before: string, reply: string) => {
  const made = read(before, reply);
  return made.outcome === "patched" ? made.edits[0]?.rung : made.outcome;
};

describe("a text that stands in several places", () => {
  const twice = "def a():\n    return 1\n\n\ndef b():\n    return 1\n";
  const second = "def a():\n    return 1\n\n\ndef b():\n    return 2\n";
  const edit = { path: PATH, original: "    return 1", replacement: "    return 2" };

  test("is refused, with its lines", () => {
    expect(mendedText(twice, json(edit))).toBe("refused APPLY_AMBIGUOUS");
    expect(reason(twice, json(edit))).toContain("2 places (lines 2, 6)");
  });

  test("goes where the reply's own line number says, exactly", () => {
    expect(mendedText(twice, json({ ...edit, startLine: 6, endLine: 6 }))).toBe(second);
    expect(mendedText(twice, json({ ...edit, startLine: 5, endLine: 5 }))).toBe("refused APPLY_AMBIGUOUS");
    expect(mendedText(twice, diff("@@ -6,1 +6,1 @@\n-    return 1\n+    return 2\n"))).toBe(second);
  });

  test("goes where the finding is", () => {
    expect(mendedText(twice, json(edit), { line: 6 })).toBe(second);
    expect(mendedText(twice, json(edit), { line: 5, endLine: 6 })).toBe(second);
    expect(mendedText(twice, json(edit), { line: 4 })).toBe("refused APPLY_AMBIGUOUS");
  });

  test("goes between its neighbours in a diff if only one place lies there", () => {
    expect(
      mendedText(`${twice}end\n`, diff("@@\n-def b():\n+def c():\n@@\n-    return 1\n+    return 2\n@@\n-end\n+END\n")),
    ).toBe("def a():\n    return 1\n\n\ndef c():\n    return 2\nEND\n");
  });

  test("an exact place elsewhere is taken over a wrong number, and the difference is said", () => {
    const made = read("a\nb\n", json({ path: PATH, startLine: 1, original: "b", replacement: "c" }));
    expect(made.outcome === "patched" && made.repairs.map((repair) => repair.code)).toEqual(["start-wrong"]);
  });
});

describe("indentation", () => {
  const nested = "class A:\n    def f(self):\n        x = 1\n        return x\n";

  test("one shift of all lines is undone, and new lines are shifted with it", () => {
    expect(
      mendedText(
        nested,
        block("def f(self):\n    x = 1\n    return x\n", "def f(self):\n    x = 2\n    y = 3\n    return x\n"),
      ),
    ).toBe("class A:\n    def f(self):\n        x = 2\n        y = 3\n        return x\n");
    expect(
      mendedText(
        nested,
        block("            x = 1\n            return x\n", "            x = 2\n            return x\n"),
      ),
    ).toBe(nested.replace("x = 1", "x = 2"));
  });

  test("tabs in the file and spaces in the reply, and the other way", () => {
    expect(
      mendedText(
        "if a {\n\tif b {\n\t\tc()\n\t}\n}\n",
        block("    if b {\n        c()\n    }\n", "    if b {\n        if d {\n            c()\n        }\n    }\n"),
      ),
    ).toBe("if a {\n\tif b {\n\t\tif d {\n\t\t\tc()\n\t\t}\n\t}\n}\n");
    expect(mendedText("if a {\n    b()\n}\n", block("if a {\n\tb()\n}\n", "if a {\n\tb()\n\tc()\n}\n"))).toBe(
      "if a {\n    b()\n    c()\n}\n",
    );
  });

  test("shifts that differ from line to line are refused", () => {
    expect(mendedText(nested, block("def f(self):\n        x = 1\n", "def f(self):\n        x = 2\n"))).toBe(
      "refused APPLY_CONTEXT_MISMATCH",
    );
  });

  const shop = "class A:\n    def f(self):\n        x = 1\n        return x\n\n    def g(self):\n        return 2\n";
  const one = (original: string, replacement: string) => mendedText(shop, json({ path: PATH, original, replacement }));

  test("new lines that have the file's indentation already are not shifted with a trimmed original", () => {
    const wanted = shop.replace("x = 1", "x = 5");
    expect(one("x = 1", "        x = 5")).toBe(wanted);
    expect(one("x = 1\nreturn x", "        x = 5\n        return x")).toBe(wanted);
    expect(one("x = 1\n        return x", "        x = 5\n        return x")).toBe(wanted);
    expect(one("x = 1\n        return x", "x = 5\n        return x")).toBe(wanted);
    expect(one("x = 1\nreturn x", "x = 5\nreturn x")).toBe(wanted);
    expect(mendedText("if a {\n\tb()\n}\n", block("b()\n", "\tc()\n\td()\n"))).toBe("if a {\n\tc()\n\td()\n}\n");
  });

  test("a docstring below a trimmed line stands where the body goes on, however deep the reply writes it", () => {
    const wanted = shop.replace("def f(self):\n", 'def f(self):\n        """F."""\n');
    expect(one("def f(self):", '    def f(self):\n        """F."""')).toBe(wanted);
    expect(one("def f(self):", 'def f(self):\n        """F."""')).toBe(wanted);
    expect(one("def f(self):", 'def f(self):\n    """F."""')).toBe(wanted);
  });

  test("a block that nests its lines deeper on purpose is shifted as before", () => {
    const wanted = shop.replace("        x = 1\n", "        if a:\n            x = 1\n");
    expect(one("x = 1", "if a:\n    x = 1")).toBe(wanted);
    expect(one("x = 1", "        if a:\n            x = 1")).toBe(wanted);
    expect(one("x = 1\n        return x", "if a:\n            x = 1\n        return x")).toBe(wanted);
  });

  test("new lines that stand well in no reading, or look shifted otherwise than the old ones, are refused", () => {
    const refused = "refused APPLY_CONTEXT_MISMATCH";
    expect(mendedText("def f():\n  x = 1\n", json({ path: PATH, original: "x = 1", replacement: "    x = 1" }))).toBe(
      refused,
    );
    expect(one("x = 1\n        return x", "x = 5\nreturn x")).toBe(refused);
    expect(one("x = 1\n        return x", "  x = 5\n        return x")).toBe(refused);
    expect(one("def f(self):\n        x = 1", "def f(self):\n    x = 1\n    y = 2")).toBe(refused);
  });

  test("a trimmed text that stands in two places is refused, even if it could be shifted at one of them only", () => {
    const twice = "if a:\n    x = 1\nif b:\n  x = 1\n";
    expect(mendedText(twice, json({ path: PATH, original: "x = 1", replacement: "    x = 2" }))).toMatch(/^refused /);
  });

  test("a new line too shallow for the shift is refused", () => {
    expect(mendedText(nested, block("            x = 1\n", "x = 2\n"))).toBe("refused APPLY_CONTEXT_MISMATCH");
  });

  test("a triple-quoted text that was not shifted with the code is mixed, hence refused (pitfall A4)", () => {
    const text = 'def f():\n    s = """\nraw\n"""\n    return s\n';
    expect(mendedText(text, block('s = """\nraw\n"""\nreturn s\n', 's = """\nraw\n"""\nreturn s.strip()\n'))).toBe(
      "refused APPLY_CONTEXT_MISMATCH",
    );
    expect(
      mendedText(text, block('    s = """\nraw\n"""\n    return s\n', '    s = """\nraw\nmore\n"""\n    return s\n')),
    ).toBe(text.replace("raw\n", "raw\nmore\n"));
  });
});

describe("smaller differences", () => {
  test.each([
    ["white space at line ends", "trailing-space", "a = 1  \nb = 2\n", block("a = 1\n", "a = 3\n"), "a = 3\nb = 2\n"],
    [
      "a blank line too few",
      "blank-lines",
      "a = 1\n\nb = 2\n",
      block("a = 1\nb = 2\n", "a = 1\nb = 3\n"),
      "a = 1\n\nb = 3\n",
    ],
    [
      "a blank line too many",
      "blank-lines",
      "a = 1\nb = 2\n",
      block("a = 1\n\nb = 2\n", "a = 1\n\nb = 3\n"),
      "a = 1\nb = 3\n",
    ],
    [
      "typographic quotes in the reply",
      "punctuation",
      'a = "x"\n',
      block("a = \u201cx\u201d\n", "a = \u201cy\u201d\n"),
      'a = "y"\n',
    ],
    [
      "a no-break space in the file",
      "punctuation",
      "# a\u00a0b\nc = 1\n",
      block("# a b\nc = 1\n", "# a b\nc = 2\n"),
      "# a\u00a0b\nc = 2\n",
    ],
    [
      "line numbers of our own prompt",
      "line-numbers",
      "a = 1\nb = 2\n",
      block(" 1 | a = 1\n 2 | b = 2\n", " 1 | a = 1\n 2 | b = 3\n"),
      "a = 1\nb = 3\n",
    ],
    [
      "one level of escaping",
      "escapes",
      'a = "x"\nb = 2\n',
      json({ path: PATH, original: 'a = \\"x\\"\\nb = 2', replacement: 'a = \\"y\\"\\nb = 2' }),
      'a = "y"\nb = 2\n',
    ],
    [
      "lines elided on both sides",
      "elided",
      "def f():\n    a()\n    b()\n    c()\n",
      block("def f():\n    ...\n    c()\n", "def f(x):\n    ...\n    c(x)\n"),
      "def f(x):\n    a()\n    b()\n    c(x)\n",
    ],
    [
      "a fragment of a line",
      "fragment",
      "x = f(a, b)\n",
      json({ path: PATH, old_string: "f(a, b)", new_string: "g(a)" }),
      "x = g(a)\n",
    ],
  ])("%s", (_, rung, before, reply, expected) => {
    expect(mendedText(before, reply)).toBe(expected);
    expect(rungOf(before, reply)).toBe(rung);
  });

  test("a stricter reading wins over a looser one elsewhere", () => {
    expect(mendedText("    a = 1\na = 1\n", block("a = 1\n", "a = 2\n"))).toBe("    a = 1\na = 2\n");
  });

  test("Python's own ... is text, not an elision", () => {
    expect(mendedText("class A: ...\ndef f():\n    ...\n", block("def f():\n    ...\n", "def g():\n    ...\n"))).toBe(
      "class A: ...\ndef g():\n    ...\n",
    );
  });
});

describe("what is never done", () => {
  const text = "def f():\n    a = 1\n    b = 2\n    return a\n\n\ndef g():\n    return f()\n";
  test.each([
    ["a similar line", block("    a = 11\n", "    a = 2\n")],
    [
      "first and last line right, the middle not",
      block("def f():\n    a = 9\n    b = 9\n    return a\n", "def f():\n    return 1\n"),
    ],
    [
      "several lines that begin inside a line",
      json({ path: PATH, old_string: "1\n    b = 2", new_string: "3\n    b = 4" }),
    ],
    ["a fragment that begins inside a word", json({ path: PATH, old_string: "eturn a", new_string: "eturn b" })],
    ["a fragment that stands twice", json({ path: PATH, old_string: "return", new_string: "yield" })],
    ["context dropped at the edges", block("import os\ndef f():\n    a = 1\n", "import os\ndef f():\n    a = 2\n")],
    ["an edit by line number alone", json({ path: PATH, startLine: 2, endLine: 2, replacement: "    a = 2" })],
    [
      "an insertion by line number alone",
      JSON.stringify({ command: "insert", path: PATH, insert_line: 2, new_str: "x" }),
    ],
  ])("%s", (_, reply) => {
    expect(mendedText(text, reply)).toMatch(/^refused /);
  });
});

describe("paths", () => {
  const files = new Map([
    ["src/a.py", "a = 1\n"],
    ["lib/a.py", "a = 1\n"],
    ["src/b.py", "b = 1\n"],
  ]);
  const to = (path: string) => {
    const made = mend({ files, reply: json({ path, original: "a = 1", replacement: "a = 2" }), root: "/work/repo" });
    return made.outcome === "patched"
      ? [...made.files.keys()].join()
      : made.outcome === "refused"
        ? made.code
        : "declined";
  };
  test.each([
    ["src/a.py", "src/a.py"],
    ["./src/a.py", "src/a.py"],
    ["/work/repo/src/a.py", "src/a.py"],
    ["project/src/a.py", "src/a.py"],
    ["src\\a.py", "src/a.py"],
    ["a.py", "APPLY_FILE_MISSING"],
    ["c.py", "APPLY_FILE_MISSING"],
    ["../src/a.py", "APPLY_OUTSIDE_REPO"],
    ["src/../../a.py", "APPLY_OUTSIDE_REPO"],
    ["/etc/passwd", "APPLY_OUTSIDE_REPO"],
    ["/work/repository/src/a.py", "APPLY_OUTSIDE_REPO"],
    ["C:\\src\\a.py", "APPLY_OUTSIDE_REPO"],
  ])("%s -> %s", (path, expected) => {
    expect(to(path)).toBe(expected);
  });

  const asked = (path: string, others: readonly string[] = []) => {
    const known = new Map(["src/a.py", ...others].map((each) => [each, "a = 1\n"]));
    const reply = json({ path, original: "a = 1", replacement: "a = 2" });
    const made = mend({ files: known, reply, path: "src/a.py", root: "/work/repo" });
    return made.outcome === "patched"
      ? [...made.files.keys()].join()
      : made.outcome === "refused"
        ? made.code
        : "declined";
  };

  test("an absolute path with an invented folder means the file that was asked about, if no other has its name", () => {
    expect(asked("/home/user/project/src/a.py")).toBe("src/a.py");
    expect(asked("/home/user/project/a.py")).toBe("src/a.py");
    expect(asked("C:\\project\\src\\a.py", ["src/b.py"])).toBe("src/a.py");
    expect(asked("/home/user/project/src/a.py", ["lib/a.py"])).toBe("APPLY_OUTSIDE_REPO");
    expect(asked("/home/user/project/src/b.py", ["src/b.py"])).toBe("APPLY_OUTSIDE_REPO");
    expect(asked("/home/user/../src/a.py")).toBe("APPLY_OUTSIDE_REPO");
    expect(asked("/etc/passwd")).toBe("APPLY_OUTSIDE_REPO");
    const made = mend({
      files: new Map([["src/a.py", "a = 1\n"]]),
      reply: "--- /dev/null\n+++ b//home/user/src/a.py\n@@ -0,0 +1 @@\n+a = 2\n",
      path: "src/a.py",
    });
    expect(made.outcome).toBe("refused");
  });

  test("a new file outside the repository is refused", () => {
    const made = mend({ files, reply: "--- /dev/null\n+++ b/../../evil.sh\n@@ -0,0 +1 @@\n+rm -rf /\n" });
    expect(made.outcome === "refused" && made.code).toBe("APPLY_OUTSIDE_REPO");
  });
});
