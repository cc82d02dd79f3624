import { describe, expect, test } from "vitest";
import { mend } from "../../src/patch/mend/mend.ts";
import { diff, mendedText, PATH, read, reason } from "./support.ts";

const BEFORE = "import os\n\n\ndef f(x):\n    y = x + 1\n    return y\n\n\ndef g(x):\n    return f(x)\n";
const AFTER = BEFORE.replace("x + 1", "x + 2");
const BODY = " def f(x):\n-    y = x + 1\n+    y = x + 2\n     return y\n";

describe("unified diffs, headers", () => {
  test.each([
    ["right", diff(`@@ -4,3 +4,3 @@\n${BODY}`)],
    ["counts too small (git would drop the rest silently)", diff(`@@ -4,1 +4,1 @@\n${BODY}`)],
    ["counts too big", diff(`@@ -4,9 +4,8 @@\n${BODY}`)],
    ["wrong start", diff(`@@ -90,3 +90,3 @@\n${BODY}`)],
    ["no numbers", diff(`@@\n${BODY}`)],
    ["dots", diff(`@@ ... @@\n${BODY}`)],
    ["prose", diff(`@@ in function f @@\n${BODY}`)],
    ["no hunk header at all", diff(BODY)],
    ["no a/ and b/", `--- ${PATH}\n+++ ${PATH}\n@@ -4,3 +4,3 @@\n${BODY}`],
    ["a lost dash in the old header", `-- a/${PATH}\n+++ b/${PATH}\n@@ -4,3 +4,3 @@\n${BODY}`],
    ["a minus header in place of the new one", `--- a/${PATH}\n-- b/${PATH}\n@@ -4,3 +4,3 @@\n${BODY}`],
    [
      "an invented index line",
      `diff --git a/${PATH} b/${PATH}\nindex 123..456 100644\n${diff(`@@ -4,3 +4,3 @@\n${BODY}`)}`,
    ],
    [
      "timestamps",
      `--- a/${PATH}\t2026-01-01 00:00:00.0 +0000\n+++ b/${PATH}\t2026-01-01 00:00:00.0 +0000\n@@ -4,3 +4,3 @@\n${BODY}`,
    ],
    ["an absolute path under the root", `--- /repo/${PATH}\n+++ /repo/${PATH}\n@@ -4,3 +4,3 @@\n${BODY}`],
    ["a Windows path under the root", diff(`@@ -4,3 +4,3 @@\n${BODY}`).replaceAll(PATH, "src\\a.py")],
    ["the base name only", diff(`@@ -4,3 +4,3 @@\n${BODY}`, "a.py")],
    ["a bare diff fence without a file header", `\`\`\`diff\n${BODY}\`\`\``],
    ["tags", `<patch>\n${diff(`@@ -4,3 +4,3 @@\n${BODY}`)}</patch>`],
    ["a heredoc", `git apply <<'EOF'\n${diff(`@@ -4,3 +4,3 @@\n${BODY}`)}EOF`],
    ["a fence glued to the last line", `\`\`\`diff\n${diff(`@@ -4,3 +4,3 @@\n${BODY}`).trimEnd()}\`\`\`\n\nDone.`],
    ["CRLF in the reply", diff(`@@ -4,3 +4,3 @@\n${BODY}`).replaceAll("\n", "\r\n")],
    ["no final line end", diff(`@@ -4,3 +4,3 @@\n${BODY}`).trimEnd()],
    ["escaped line ends", diff(`@@ -4,3 +4,3 @@\n${BODY}`).replaceAll("\n", "\\n")],
    [
      "remarks in small letters behind it",
      `${diff(`@@ -4,3 +4,3 @@\n${BODY}`)}\nChanges:\n- adds two\n- keeps the rest\n`,
    ],
    ["a list of remarks behind it", `${diff(`@@ -4,3 +4,3 @@\n${BODY}`)}\n- Adds two.\n- Keeps the rest.\n`],
  ])("%s", (_, reply) => {
    expect(mendedText(BEFORE, reply, { root: "/repo" })).toBe(AFTER);
  });

  test("what was mended is said, with the line of the reply", () => {
    const made = read(BEFORE, diff(`@@ -40,9 +40,9 @@\n${BODY}`));
    expect(made.outcome === "patched" && made.repairs.map((repair) => [repair.code, repair.line])).toEqual([
      ["counts-wrong", 3],
      ["start-wrong", 3],
    ]);
  });
});

describe("unified diffs, bodies", () => {
  test.each([
    ["blank context without its space", "@@\n import os\n\n\n def f(x):\n-    y = x + 1\n+    y = x + 2\n"],
    ["context without its first column", "@@\ndef f(x):\n-    y = x + 1\n+    y = x + 2\n    return y\n"],
    ["some context without its first column", "@@\n def f(x):\n-    y = x + 1\n+    y = x + 2\n    return y\n"],
    ["a column short on every line", "@@\ndef f(x):\n-   y = x + 1\n+   y = x + 2\n    return y\n"],
    ["an unchanged line as - and +", "@@\n-def f(x):\n+def f(x):\n-    y = x + 1\n+    y = x + 2\n"],
    ["white space at the end of context", "@@\n def f(x):   \n-    y = x + 1\n+    y = x + 2\n     return y\n"],
    [
      "wrong context, the deleted line stands once",
      "@@\n def wrong(x):\n-    y = x + 1\n+    y = x + 2\n     something_else()\n",
    ],
  ])("%s", (_, hunk) => {
    expect(mendedText(BEFORE, diff(hunk))).toBe(AFTER);
  });

  test("a deleted SQL comment and an added line that look like file headers are lines", () => {
    const sql = "select 1;\n-- a comment\nselect 2;\n";
    expect(mendedText(sql, diff("@@ -1,3 +1,3 @@\n select 1;\n--- a comment\n+++ b comment\n select 2;\n"))).toBe(
      "select 1;\n++ b comment\nselect 2;\n",
    );
    expect(mendedText(sql, diff("@@ -1,3 +1,2 @@\n select 1;\n--- a comment\n select 2;\n"))).toBe(
      "select 1;\nselect 2;\n",
    );
  });

  test("a file that holds fences can be changed by a diff in a fence", () => {
    const markdown = "# A\n\n```sh\nnpm i\n```\n";
    expect(
      mendedText(markdown, `\`\`\`\`diff\n${diff("@@ -2,4 +2,4 @@\n \n ```sh\n-npm i\n+npm ci\n ```\n")}\`\`\`\``),
    ).toBe(markdown.replace("npm i", "npm ci"));
    expect(
      mendedText(markdown, `\`\`\`diff\n${diff("@@ -2,4 +2,4 @@\n \n ```sh\n-npm i\n+npm ci\n ```\n")}\`\`\``),
    ).toBe(markdown.replace("npm i", "npm ci"));
  });

  test("an insertion whose context is wrong on one side is refused", () => {
    expect(mendedText(BEFORE, diff("@@\n def f(x):\n+    x += 1\n     not_there()\n"))).toBe(
      "refused APPLY_CONTEXT_MISMATCH",
    );
  });

  test("an insertion between two lines that stand together once is placed although other context is wrong", () => {
    expect(
      mendedText(BEFORE, diff("@@\n import sys\n def f(x):\n+    x += 1\n     y = x + 1\n     not_there()\n")),
    ).toBe(BEFORE.replace("def f(x):\n", "def f(x):\n    x += 1\n"));
  });

  test("one change that has no place refuses all", () => {
    expect(
      mendedText(
        BEFORE,
        diff(`@@ -4,3 +4,3 @@\n${BODY}@@ -9,2 +9,2 @@\n def g(x):\n-    return h(x)\n+    return f(x, 1)\n`),
      ),
    ).toBe("refused APPLY_CONTEXT_MISMATCH");
  });

  test("lines alone, without any old line, have no place in a file that has lines", () => {
    expect(mendedText(BEFORE, diff("@@ -4,0 +5,1 @@\n+x = 1\n"))).toBe("refused APPLY_CONTEXT_MISMATCH");
  });

  test("an identical - and + everywhere changes nothing and is refused as empty", () => {
    expect(mendedText(BEFORE, diff("@@\n-import os\n+import os\n"))).toBe("refused DIFF_EMPTY");
  });

  test("a reply that was cut off inside a hunk is refused", () => {
    expect(mendedText(BEFORE, `\`\`\`diff\n${diff("@@ -4,3 +4,3 @@\n def f(x):\n-    y = x + 1\n")}`)).toBe(
      "refused DIFF_BAD_HUNK_COUNT",
    );
  });

  test("a binary patch is refused", () => {
    expect(mendedText(BEFORE, `diff --git a/${PATH} b/${PATH}\nBinary files a/${PATH} and b/${PATH} differ\n`)).toBe(
      "refused DIFF_BINARY",
    );
  });
});

describe("drafts", () => {
  const first = diff(`@@ -4,3 +4,3 @@\n${BODY}`);
  const other = diff("@@ -4,3 +4,3 @@\n def f(x):\n-    y = x + 1\n+    y = x + 3\n     return y\n");

  test("the same diff stated twice is taken once", () => {
    expect(mendedText(BEFORE, `\`\`\`diff\n${first}\`\`\`\nAgain:\n\`\`\`diff\n${first}\`\`\``)).toBe(AFTER);
  });

  test("a later version of the same lines replaces the earlier one", () => {
    expect(mendedText(BEFORE, `\`\`\`diff\n${first}\`\`\`\nWait, better:\n\`\`\`diff\n${other}\`\`\``)).toBe(
      BEFORE.replace("x + 1", "x + 3"),
    );
  });

  test("a later version that leaves out a region of the earlier one is refused, never mixed", () => {
    const both = `${first}@@ -9,2 +9,2 @@\n def g(x):\n-    return f(x)\n+    return f(x + 1)\n`;
    expect(mendedText(BEFORE, `\`\`\`diff\n${both}\`\`\`\nBetter:\n\`\`\`diff\n${other}\`\`\``)).toBe(
      "refused PARSE_MULTIPLE_ANSWERS",
    );
  });

  test("a later version that repeats one hunk and revises another keeps both", () => {
    const g = "@@ -9,2 +9,2 @@\n def g(x):\n-    return f(x)\n+    return f(x + 1)\n";
    const made = mendedText(BEFORE, `\`\`\`diff\n${first}${g}\`\`\`\nBetter:\n\`\`\`diff\n${other}${g}\`\`\``);
    expect(made).toBe(BEFORE.replace("x + 1", "x + 3").replace("f(x)\n", "f(x + 1)\n"));
  });

  test("two hunks of one section that change the same line are refused", () => {
    expect(mendedText(BEFORE, `${first}@@ -5,1 +5,1 @@\n-    y = x + 1\n+    y = x + 9\n`)).toBe(
      "refused APPLY_OVERLAP",
    );
  });
});

describe("files", () => {
  const files = new Map<string, string | null>([
    ["a.py", "a = 1\n"],
    ["lib/b.py", "b = 1\n"],
    ["old.py", "o = 1\n"],
  ]);

  test("several files in one reply", () => {
    const made = mend({
      files,
      reply: "--- a/a.py\n+++ b/a.py\n@@\n-a = 1\n+a = 2\n--- a/lib/b.py\n+++ b/lib/b.py\n@@\n-b = 1\n+b = 2\n",
    });
    expect(made.outcome === "patched" && [...made.files]).toEqual([
      ["a.py", "a = 2\n"],
      ["lib/b.py", "b = 2\n"],
    ]);
  });

  test("new, deleted and renamed files", () => {
    const reply = [
      "diff --git a/new.py b/new.py\nnew file mode 100644\n--- /dev/null\n+++ b/new.py\n@@ -0,0 +1,2 @@\n+n = 1\n+m = 2\n",
      "diff --git a/old.py b/old.py\ndeleted file mode 100644\n--- a/old.py\n+++ /dev/null\n@@ -1 +0,0 @@\n-o = 1\n",
      "diff --git a/lib/b.py b/lib/c.py\nsimilarity index 90%\nrename from lib/b.py\nrename to lib/c.py\n--- a/lib/b.py\n+++ b/lib/c.py\n@@ -1 +1 @@\n-b = 1\n+c = 1\n",
    ].join("");
    const made = mend({ files, reply });
    expect(made.outcome === "patched" && Object.fromEntries(made.files)).toEqual({
      "new.py": "n = 1\nm = 2\n",
      "old.py": null,
      "lib/b.py": null,
      "lib/c.py": "c = 1\n",
    });
    expect(made.outcome === "patched" && made.repairs.map((repair) => repair.code)).toContain("new-file");
  });

  test("a deletion whose lines are not the whole file is refused", () => {
    expect(mend({ files, reply: "--- a/old.py\n+++ /dev/null\n@@ -1 +0,0 @@\n-o = 2\n" }).outcome).toBe("refused");
  });

  test("a name with spaces and a name in C quotes", () => {
    const odd = new Map([
      ["my file.py", "a\n"],
      ["t\u00ebst.py", "b\n"],
    ]);
    const made = mend({
      files: odd,
      reply:
        '--- a/my file.py\t\n+++ b/my file.py\t\n@@ -1 +1 @@\n-a\n+A\n--- "a/t\\303\\253st.py"\n+++ "b/t\\303\\253st.py"\n@@ -1 +1 @@\n-b\n+B\n',
    });
    expect(made.outcome === "patched" && [...made.files.values()]).toEqual(["A\n", "B\n"]);
  });
});

describe("line ends", () => {
  test("a CRLF file keeps CRLF, also in new lines", () => {
    expect(mendedText(BEFORE.replaceAll("\n", "\r\n"), diff(`@@\n${BODY}`))).toBe(AFTER.replaceAll("\n", "\r\n"));
  });

  test("in a file of mixed line ends a new line takes that of its neighbour", () => {
    expect(mendedText("a\r\nb\r\nc\nd\n", diff("@@\n a\n+x\n b\n"))).toBe("a\r\nx\r\nb\r\nc\nd\n");
    expect(mendedText("a\r\nb\r\nc\nd\n", diff("@@\n c\n+x\n d\n"))).toBe("a\r\nb\r\nc\nx\nd\n");
  });

  test("a byte-order mark stays", () => {
    expect(mendedText(`\ufeff${BEFORE}`, diff("@@\n-import os\n+import sys\n"))).toBe(
      `\ufeff${BEFORE.replace("os", "sys")}`,
    );
  });

  test("a missing last line end stays missing, and an explicit marker is honoured both ways", () => {
    expect(mendedText("a\nb", diff("@@\n a\n-b\n+c\n"))).toBe("a\nc");
    expect(mendedText("a\nb", diff("@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+b\n"))).toBe("a\nb\n");
    expect(mendedText("a\nb\n", diff("@@ -1,2 +1,2 @@\n a\n-b\n+b\n\\ No newline at end of file\n"))).toBe("a\nb");
    expect(mendedText("a\nb", diff("@@\n b\n+c\n"))).toBe("a\nb\nc");
  });
});

test("the reason names the first line that differs, and the likely place", () => {
  expect(reason(BEFORE, diff("@@\n def f(x):\n-    y = x + 7\n+    y = x + 2\n     return y\n"))).toMatch(
    /Its line 2 reads ` {4}y = x \+ 7`, but line 5 of the file reads ` {4}y = x \+ 1`.*Did you mean lines 4 to 6/,
  );
});

test("the reason says that a change is there already", () => {
  expect(reason(AFTER, diff(`@@\n${BODY}`))).toMatch(/Already applied: .* line 4/);
});
