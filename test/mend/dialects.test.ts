import { describe, expect, test } from "vitest";
import { block, json, mendedText, PATH, read, reason, v4a } from "./support.ts";

const B = "a = 1\nb = 2\nc = 3\n";
const A = "a = 1\nb = 20\nc = 3\n";
const edit = { path: PATH, startLine: 2, endLine: 2, original: "b = 2", replacement: "b = 20" };

describe("JSON", () => {
  test.each([
    ["our own schema", json(edit)],
    ["a fence and prose", `Here:\n\`\`\`json\n${json(edit)}\n\`\`\`\nDone {really}.`],
    ["prose without a fence", `The fix {short}: ${json(edit)} I hope it helps.`],
    ["a list of edits", JSON.stringify([edit])],
    ["one edit", JSON.stringify(edit)],
    [
      "trailing commas and comments",
      '{"edits": [ // one\n {"path": "src/a.py", "original": "b = 2", "replacement": "b = 20",}, ], /* none */ "unfixable": null,}',
    ],
    [
      "a comment between strings",
      '{"edits": [{"path": "src/a.py", "original": "b = 2", /* new */ "replacement": "b = 20"}], "unfixable": null}',
    ],
    [
      "a Python dictionary",
      "{'edits': [{'path': 'src/a.py', 'original': 'b = 2', 'replacement': 'b = 20'}], 'unfixable': None}",
    ],
    ["unquoted keys", '{edits: [{path: "src/a.py", original: "b = 2", replacement: "b = 20"}]}'],
    ["a missing comma", '{"edits": [{"path": "src/a.py" "original": "b = 2" "replacement": "b = 20"}]}'],
    [
      "a line end inside a string",
      '{"edits": [{"path": "src/a.py", "original": "b = 2\nc = 3", "replacement": "b = 20\nc = 3"}]}',
    ],
    ["OpenCode", JSON.stringify({ filePath: PATH, oldString: "b = 2", newString: "b = 20" })],
    [
      "Claude's text editor",
      JSON.stringify({ command: "str_replace", path: PATH, old_str: "b = 2", new_str: "b = 20" }),
    ],
    [
      "a tool call with arguments as a string",
      JSON.stringify({ tool_calls: [{ function: { name: "edit", arguments: json(edit) } }] }),
    ],
    ["a diff in JSON", JSON.stringify({ patch: `--- a/${PATH}\n+++ b/${PATH}\n@@ -2 +2 @@\n-b = 2\n+b = 20\n` })],
    [
      "edits grouped by file",
      JSON.stringify({ files: [{ path: PATH, edits: [{ search: "b = 2", replace: "b = 20" }] }] }),
    ],
    ["the whole file", JSON.stringify({ path: PATH, content: A })],
    ["a path that only the request knows", JSON.stringify({ edits: [{ original: "b = 2", replacement: "b = 20" }] })],
  ])("%s", (_, reply) => {
    expect(mendedText(B, reply)).toBe(A);
  });

  test("quotes inside strings that are not escaped", () => {
    const reply =
      '{"edits": [{"path": "src/a.py", "original": "x = f("a", "b")", "replacement": "x = f("a", "c")"}], "unfixable": null}';
    expect(mendedText('x = f("a", "b")\n', reply)).toBe('x = f("a", "c")\n');
  });

  test("backslashes that are no JSON escapes stay", () => {
    expect(
      mendedText(
        "r = r'\\d+'\n",
        '{"edits": [{"path": "src/a.py", "original": "r = r\'\\d+\'", "replacement": "r = r\'\\d*\'"}]}',
      ),
    ).toBe("r = r'\\d*'\n");
  });

  test("an empty replacement deletes the lines", () => {
    expect(mendedText(B, json({ ...edit, replacement: "" }))).toBe("a = 1\nc = 3\n");
  });

  test("$-patterns are text (pitfall A7)", () => {
    expect(mendedText(B, json({ ...edit, replacement: 'b = "$& $1 `x` ```"' }))).toBe(
      B.replace("b = 2", () => 'b = "$& $1 `x` ```"'),
    );
  });

  test("replace_all replaces every occurrence", () => {
    expect(
      mendedText("x y\nx z\n", JSON.stringify({ path: PATH, old_string: "x", new_string: "w", replace_all: true })),
    ).toBe("w y\nw z\n");
  });

  test.each([
    ["cut off", json(edit).slice(0, -40)],
    [
      "cut off after a complete edit",
      '{"edits": [{"path": "src/a.py", "original": "b = 2", "replacement": "b = 20"}, {"path": "src',
    ],
    ["hopeless", '{"edits": [{"path": ]]]]'],
  ])("%s: refused, never half", (_, reply) => {
    expect(mendedText(B, reply)).toBe("refused PARSE_NOT_JSON");
  });

  test("explanation and unfixable are handed on beside the edits", () => {
    const made = read(B, JSON.stringify({ edits: [edit], explanation: "why", unfixable: "the second finding" }));
    expect(made.outcome === "patched" && [made.explanation, made.unfixable]).toEqual(["why", "the second finding"]);
  });
});

describe("code fences inside the texts of a JSON edit", () => {
  const fenced = (text: string, info = "python") => `\`\`\`${info}\n${text}\n\`\`\``;
  const edit = (before: string, original: string, replacement: string) =>
    mendedText(before, json({ path: PATH, original, replacement }));
  const code = "def f():\n    x = 1\n    return x\n";

  test("are taken off where they wrap the whole text", () => {
    const wanted = code.replace("x = 1", "x = 2");
    expect(edit(code, fenced("    x = 1"), fenced("    x = 2"))).toBe(wanted);
    expect(edit(code, `${fenced("    x = 1", "")}\n`, "    x = 2")).toBe(wanted);
    expect(edit(code, fenced("x = 1"), fenced("    x = 2"))).toBe(wanted);
    expect(edit(code, fenced("    x = 1\n    return x"), "```\n```")).toBe("def f():\n");
  });

  test("are text where the file has them, or where only the new text has them", () => {
    const page = "Text.\n\n```python\nx = 1\n```\n\nx = 1\n";
    expect(edit(page, fenced("x = 1"), fenced("x = 2"))).toBe(page.replace("x = 1", "x = 2"));
    expect(edit("Run\nx = 1\n", "x = 1", fenced("x = 1"))).toBe("Run\n```python\nx = 1\n```\n");
  });

  test("are not taken off one text where the other would bring one into the code", () => {
    expect(edit(code, fenced("    x = 1"), "```python\n    x = 2")).toBe("refused APPLY_CONTEXT_MISMATCH");
    expect(edit(code, fenced("    x = 1"), `${fenced("    x = 2")}\n${fenced("    x = 3")}`)).toBe(
      "refused APPLY_CONTEXT_MISMATCH",
    );
  });
});

describe("JSON inside a JSON string", () => {
  const reply = json({ path: PATH, original: "a = 1", replacement: 'a = "2"' });

  test("is read, in a fence or not, encoded twice or more", () => {
    for (const sent of [
      JSON.stringify(reply),
      `\n\`\`\`json\n${JSON.stringify(reply)}\n\`\`\`\n`,
      JSON.stringify(JSON.stringify(reply)),
    ])
      expect(mendedText("a = 1\n", sent)).toBe('a = "2"\n');
  });

  test("that cannot be read is no reply that declines", () => {
    expect(mendedText("a = 1\n", JSON.stringify(reply).slice(0, -3))).toBe("refused PARSE_NOT_JSON");
    expect(mendedText("a = 1\n", `Here: ${JSON.stringify(reply)}`)).toBe("refused PARSE_NOT_JSON");
  });

  test("that declines is declined with its reason", () => {
    const declined = JSON.stringify(JSON.stringify({ edits: [], explanation: "", unfixable: "It is right." }));
    expect(reason("a = 1\n", declined)).toBe("It is right.");
  });
});

describe("texts of a JSON edit that are escaped once too often", () => {
  const edit = (before: string, original: string, replacement: string) =>
    mendedText(before, json({ path: PATH, original, replacement }));

  test("HTML's entities are undone where the old text stands in the file only without them", () => {
    const file = 'if a < b and c:\n    print("x")\n';
    expect(edit(file, "if a &lt; b and c:", "if a &lt; b &amp;&amp; c:")).toBe(file.replace("and", "&&"));
    expect(edit(file, "    print(&quot;x&quot;)", "    print(&#x27;&amp;lt;&#39;)")).toBe(
      file.replace('"x"', "'&lt;'"),
    );
    expect(edit(file, "print(&quot;x&quot;)", "print(&quot;y&quot;)")).toBe(file.replace("x", "y"));
    expect(edit('s = "&lt;"\n', 's = "&lt;"', 's = "&lt;&gt;"')).toBe('s = "&lt;&gt;"\n');
    expect(edit('s = "x"\n', 's = "x"', 's = "&lt;"')).toBe('s = "&lt;"\n');
  });

  test("entities beside the bare signs are code, and the text is refused", () => {
    expect(edit("if a < b:\n", "if a &lt; b:", 'if a < b and s != "&lt;":')).toBe("refused APPLY_CONTEXT_MISMATCH");
  });

  test("line ends in code are undone, where one line becomes several", () => {
    const file = "def f(x):\n    y = x\n    return y\n";
    const wanted = file.replace("):\n", '):\n    """F."""\n');
    expect(edit(file, "def f(x):", 'def f(x):\\n    """F."""')).toBe(wanted);
    expect(edit(file, "def f(x):", 'def f(x):\\n\\n    \\"\\"\\"F.\\"\\"\\"')).toBe(wanted.replace("):\n", "):\n\n"));
    expect(edit(file, "    y = x", "    if x:\\n        y = x")).toBe(
      file.replace("    y = x", "    if x:\n        y = x"),
    );
  });

  test("line ends in strings, comments and plain text stay as they are written", () => {
    const stays = (line: string) => expect(edit("x = 1\n", "x = 1", line)).toBe(`${line}\n`);
    stays('x = "a\\n    b"');
    stays("print(f'{x}\\n    {y}')");
    stays("# one\\n    two");
    stays("x = `a\\n    b`");
    stays("x = /a\\n    b/");
    stays('if x:\\n    print("a\\nb")');
    stays("Split at \\n and trim");
    expect(edit("    x = 1\n", "    x = 1", "    x\\n  y")).toBe("    x\\n  y\n");
  });
});

describe("search/replace", () => {
  test.each([
    ["aider", `${PATH}\n\`\`\`python\n${block("b = 2\n", "b = 20\n")}\`\`\``],
    ["aider, path in the fence", `\`\`\`python\n${PATH}\n${block("b = 2\n", "b = 20\n")}\`\`\``],
    ["path in bold", `**${PATH}**:\n\n${block("b = 2\n", "b = 20\n")}`],
    ["cline", "------- SEARCH\nb = 2\n=======\nb = 20\n+++++++ REPLACE"],
    ["Roo", block(":start_line:2\n:end_line:2\n-------\nb = 2\n", "b = 20\n")],
    ["Roo, brackets", block(":start_line: [2]\n-------\nb = 2\n", "b = 20\n")],
    ["Roo, line numbers", block(":start_line:2\n-------\n2 | b = 2\n", "2 | b = 20\n")],
    ["longer and shorter markers", "<<<<<<<<<<< SEARCH>\nb = 2\n=====\nb = 20\n>>>>> REPLACE"],
    ["AutoCodeRover", `<file>${PATH}</file>\n<original>b = 2</original>\n<patched>b = 20</patched>`],
    ["Zed", `<old_text line=2>\nb = 2\n</old_text>\n<new_text>\nb = 20\n</new_text>`],
  ])("%s", (_, reply) => {
    expect(mendedText(B, reply)).toBe(A);
  });

  test("escaped markers are content", () => {
    expect(mendedText("x\n=======\ny\n", block("x\n\\=======\ny\n", "x\ny\n"))).toBe("x\ny\n");
  });

  test("a heading underlined with ======= is read the way that fits the file", () => {
    expect(mendedText("Title\n=======\ntext\n", block("Title\n=======\ntext\n", "Title\n=======\nbetter\n"))).toBe(
      "Title\n=======\nbetter\n",
    );
  });

  test("a tag inside the content does not end the content", () => {
    expect(
      mendedText("<p>\n</original>\n</p>\n", "<original>\n<p>\n</original>\n</original>\n<patched>\n<p>\n</patched>"),
    ).toBe("<p>\n</p>\n");
  });

  test("blocks in any order", () => {
    expect(mendedText(B, block("c = 3\n", "c = 4\n") + block("a = 1\n", "a = 0\n"))).toBe("a = 0\nb = 2\nc = 4\n");
  });

  test.each([
    ["no closing marker", "<<<<<<< SEARCH\nb = 2\n=======\nb = 20\n"],
    ["no divider", "<<<<<<< SEARCH\nb = 2\n>>>>>>> REPLACE\n"],
    ["a block in a block", `<<<<<<< SEARCH\nb = 2\n${block("c = 3\n", "c = 4\n")}`],
  ])("%s: refused", (_, reply) => {
    expect(mendedText(B, reply)).toBe("refused PARSE_SCHEMA");
  });

  test("an empty search creates an empty or absent file and nothing else", () => {
    expect(mendedText("", block("", "a = 1\n"))).toBe("a = 1\n");
    expect(mendedText(B, block("", "a = 1\n"))).toMatch(/^refused/);
  });
});

describe("V4A", () => {
  test.each([
    ["update", v4a("@@\n a = 1\n-b = 2\n+b = 20\n c = 3\n")],
    ["shell", `apply_patch <<'EOF'\n${v4a("@@\n-b = 2\n+b = 20\n")}EOF`],
    ["padded markers", v4a("@@\n-b = 2\n+b = 20\n").replace("*** Begin", " *** Begin")],
    ["a scope that is not there stays advice", v4a("@@ nope\n-b = 2\n+b = 20\n")],
  ])("%s", (_, reply) => {
    expect(mendedText(B, reply)).toBe(A);
  });

  const twins = "class A:\n    def f(self):\n        pass\n\nclass B:\n    def f(self):\n        pass\n";
  test("scope lines choose between equal bodies", () => {
    expect(mendedText(twins, v4a("@@ class B:\n@@     def f(self):\n-        pass\n+        return 1\n"))).toBe(
      "class A:\n    def f(self):\n        pass\n\nclass B:\n    def f(self):\n        return 1\n",
    );
    expect(mendedText(twins, v4a("@@\n-        pass\n+        return 1\n"))).toBe("refused APPLY_AMBIGUOUS");
    expect(mendedText(twins, v4a("@@\n-        pass\n+        return 1\n*** End of File\n"))).toBe(
      "class A:\n    def f(self):\n        pass\n\nclass B:\n    def f(self):\n        return 1\n",
    );
  });

  test("lines alone go to the end, and the file ends with a line end, as the format defines", () => {
    expect(mendedText("a", v4a("@@\n+b\n"))).toBe("a\nb\n");
    expect(mendedText("a", v4a("@@\n-a\n+b\n"))).toBe("b\n");
  });

  test("add, delete and move", () => {
    const reply = `*** Begin Patch\n*** Add File: new.py\n+x = 1\n*** Delete File: ${PATH}\n*** End Patch`;
    const made = read(B, reply);
    expect(made.outcome === "patched" && Object.fromEntries(made.files)).toEqual({ "new.py": "x = 1\n", [PATH]: null });
    const moved = read(
      B,
      `*** Begin Patch\n*** Update File: ${PATH}\n*** Move to: lib/b.py\n@@\n-b = 2\n+b = 20\n*** End Patch`,
    );
    expect(moved.outcome === "patched" && Object.fromEntries(moved.files)).toEqual({ "lib/b.py": A, [PATH]: null });
  });

  test.each([
    ["an empty patch", "*** Begin Patch\n*** End Patch"],
    ["an empty update", v4a("")],
    ["cut off", "*** Begin Patch\n*** Update File: src/a.py\n@@\n-b = 2\n+b ="],
    ["an update of a file that is not there", v4a("@@\n-b = 2\n+b = 20\n", "other.py")],
    ["context that is not there", v4a("@@\n x\n-b = 2\n+b = 20\n")],
  ])("%s: refused", (_, reply) => {
    expect(mendedText(B, reply)).toMatch(/^refused/);
  });
});

describe("whole files", () => {
  const long = Array.from({ length: 30 }, (_, i) => `line_${i} = ${i}\n`).join("");
  const changed = long.replace("line_3 = 3", "line_3 = 33");

  test("a fence with the path above it, or as the only one where the path is given", () => {
    expect(mendedText(long, `${PATH}\n\`\`\`python\n${changed}\`\`\``)).toBe(changed);
    expect(mendedText(long, `Here you are:\n\`\`\`python\n${changed}\`\`\``)).toBe(changed);
  });

  test("line ends, byte-order mark and last line end of the file stay", () => {
    expect(mendedText(`\ufeff${long.trimEnd().replaceAll("\n", "\r\n")}`, `\`\`\`python\n${changed}\`\`\``)).toBe(
      `\ufeff${changed.trimEnd().replaceAll("\n", "\r\n")}`,
    );
  });

  test.each([
    "# ... rest of the code unchanged ...",
    "// ... existing code ...",
    "...",
    "# rest unchanged",
    "/* remaining code stays the same ... */",
  ])("an elision is refused: %s", (gap) => {
    expect(mendedText(long, `${PATH}\n\`\`\`python\nline_0 = 0\n${gap}\nline_29 = 30\n\`\`\``)).toBe(
      "refused PARSE_ELISION",
    );
  });

  test("a snippet is not taken for the file", () => {
    expect(mendedText(long, `${PATH}\n\`\`\`python\nline_3 = 33\nline_4 = 4\n\`\`\``)).toBe("refused PARSE_NO_PATCH");
    expect(reason(long, `${PATH}\n\`\`\`python\nline_3 = 33\n\`\`\``)).toContain("only 0 of the file's 30 lines");
  });

  test("a fence that never closes is refused", () => {
    expect(mendedText(long, `${PATH}\n\`\`\`python\n${changed}`)).toBe("refused PARSE_SCHEMA");
  });
});

describe("no edit", () => {
  test.each([
    ["unfixable in JSON", '{"edits": [], "explanation": "", "unfixable": "needs a decision"}'],
    ["a refusal in prose", "I'm unable to provide a direct patch without more context."],
    ["not a bug", "After looking at it, this is a false positive: the value is a constant."],
  ])("%s: declined", (_, reply) => {
    expect(mendedText(B, reply)).toBe("declined");
  });

  test.each([
    ["empty", "  \n", "PARSE_NO_PATCH"],
    ["prose", "The loop should use enumerate.", "PARSE_PROSE_ONLY"],
    ["no edits", '{"edits": [], "unfixable": null}', "DIFF_EMPTY"],
    ["an elided insertion", block("b = 2\n", "b = 20\n# ... existing code ...\n"), "PARSE_ELISION"],
    ["nothing changed", block("b = 2\n", "b = 2\n"), "DIFF_EMPTY"],
  ])("%s: refused", (_, reply, code) => {
    expect(mendedText(B, reply)).toBe(`refused ${code}`);
  });
});

test("a refusal in prose is quoted by its sentence", () => {
  const made = read(B, "I looked at it. I'm sorry, but this cannot be fixed here. Bye.");
  expect(made.outcome === "declined" && made.reason).toBe("I'm sorry, but this cannot be fixed here.");
});

describe("several JSON answers in one reply", () => {
  const better = json({ ...edit, replacement: "b = 21" });

  test("the same answer twice is one, a later version of all its lines replaces it", () => {
    expect(mendedText(B, `${json(edit)}\nAgain: ${json(edit)}`)).toBe(A);
    expect(mendedText(B, `\`\`\`json\n${json(edit)}\n\`\`\`\nBetter:\n\`\`\`json\n${better}\n\`\`\``)).toBe(
      "a = 1\nb = 21\nc = 3\n",
    );
    expect(mendedText(B, `First ${json(edit)} then ${better}`)).toBe("a = 1\nb = 21\nc = 3\n");
  });

  test("a later version that leaves a change out is refused", () => {
    const both = json(edit, { path: PATH, original: "a = 1", replacement: "a = 0" });
    expect(mendedText(B, `${both}\nBetter: ${better}`)).toBe("refused PARSE_MULTIPLE_ANSWERS");
  });

  test("a second answer that is cut off refuses the first", () => {
    expect(mendedText(B, `${json(edit)}\nBetter: ${better.slice(0, 60)}`)).toBe("refused PARSE_NOT_JSON");
    expect(mendedText(B, `\`\`\`json\n${json(edit)}\n\`\`\`\n\`\`\`json\n${better.slice(0, 60)}`)).toBe(
      "refused PARSE_NOT_JSON",
    );
  });
});
