import { describe, expect, test } from "vitest";
import { block, json, mendedText, PATH, reason } from "./support.ts";

describe("a line end at the edge of a JSON edit", () => {
  const file = 'def f():\n    """One.\n    Two.\n    """\n\n    return 1\n';
  const edit = (startLine: number, endLine: number, original: string, replacement: string) =>
    json({ path: PATH, startLine, endLine, original, replacement });

  test("is a blank line where the edit would otherwise change nothing", () => {
    const wanted = file.replace("One.\n", "One.\n\n");
    expect(mendedText(file, edit(2, 2, '    """One.', '    """One.\n'))).toBe(wanted);
    expect(mendedText(file, edit(2, 2, '    """One.', '    """One.\r\n'))).toBe(wanted);
    expect(mendedText(file, json({ path: PATH, original: '    """One.', replacement: '    """One.\n' }))).toBe(wanted);
    expect(mendedText(file, edit(1, 2, 'def f():\n    """One.', 'def f():\n    """One.\n'))).toBe(wanted);
  });

  test("is a blank line where the stated range counts it", () => {
    const wanted = file.replace('    """\n\n', '    """\n');
    expect(mendedText(file, edit(4, 5, '    """\n', '    """'))).toBe(wanted);
    expect(mendedText(file, edit(3, 5, '    Two.\n    """\n', '    2.\n    """'))).toBe(wanted.replace("Two", "2"));
    expect(mendedText(file, edit(4, 5, '    """\n', '    """\n'))).toBe("refused DIFF_EMPTY");
    expect(mendedText(file, edit(4, 5, '    """\n', '    """\n\n'))).toBe(file.replace('"""\n\n', '"""\n\n\n'));
  });

  test("says nothing where the range counts the lines without it", () => {
    expect(mendedText(file, edit(4, 4, '    """\n', '    """'))).toBe("refused DIFF_EMPTY");
    expect(mendedText(file, edit(6, 6, "    return 1\n", "    return 2"))).toBe(file.replace("1", "2"));
    expect(mendedText(file, edit(6, 6, "    return 1", "    return 2\n"))).toBe(file.replace("1", "2"));
    expect(mendedText(file, edit(3, 3, "    Two.", "    2.\n"))).toBe(file.replace("Two", "2"));
  });

  test("says nothing where the range counts a blank line that does not stand there", () => {
    expect(mendedText(file, edit(2, 3, '    """One.\n', '    """1.\n'))).toBe(file.replace("One", "1"));
    expect(mendedText(file, edit(2, 3, '    """One.\n', '    """One.'))).toBe("refused DIFF_EMPTY");
    expect(mendedText(file, edit(1, 9, '    """One.\n', '    """1.'))).toBe(file.replace("One", "1"));
  });

  test("does not lead to another place than the stated one", () => {
    const twice = "def a():\n    stop()\n    go()\n\n\ndef b():\n    stop()\n\n    go()\n";
    expect(mendedText(twice, edit(2, 3, "    stop()\n", "    halt()"))).toBe(twice.replace("stop", "halt"));
    expect(mendedText(twice, edit(2, 3, "    stop()\n", "    stop()"))).toBe("refused DIFF_EMPTY");
    expect(mendedText(twice, edit(7, 8, "    stop()\n", "    stop()"))).toBe(
      twice.replace("()\n\n    go", "()\n    go"),
    );
    expect(mendedText(twice, json({ path: PATH, original: "    stop()", replacement: "    stop()\n" }))).toBe(
      "refused APPLY_AMBIGUOUS",
    );
  });

  test("says nothing in a tool that replaces strings, where both parts end the same", () => {
    expect(mendedText(file, json({ path: PATH, old_string: "    Two.\n", new_string: "    2.\n" }))).toBe(
      file.replace("Two", "2"),
    );
  });
});

describe("search/replace marks that stand in the file", () => {
  const marks = "<<<<<<< SEARCH\na = 1\n=======\na = 2\n>>>>>>> REPLACE\n";
  const indented = `"""\n${marks.replace(/^/gm, "    ").trimEnd()}\n"""\nb = None\nif b == None:\n    c()\n`;
  const flush = `"""\n${marks}"""\nb = None\nif b == None:\n    c()\n`;
  const better = (text: string) => text.replace("b == None", "b is None");

  test("are the reply's own where the file has them deeper", () => {
    const reply = block("if b == None:\n", "if b is None:\n");
    expect(mendedText(indented, reply)).toBe(better(indented));
    expect(mendedText(indented, `The fix for ${PATH}:\n\n${PATH}\n\`\`\`\n${reply}\`\`\`\n`)).toBe(better(indented));
  });

  test("are the file's where the reply sends the file", () => {
    expect(mendedText(indented, `\`\`\`python\n${better(indented)}\`\`\`\n`)).toBe(better(indented));
    expect(mendedText(flush, `\`\`\`python\n${better(flush)}\`\`\`\n`)).toBe(better(flush));
    const moved = better(indented).replace(/^ {4}(?=[<=>a])/gm, "");
    expect(mendedText(indented, `\`\`\`python\n${moved}\`\`\`\n`)).toBe(moved);
  });

  test("cannot be told apart where the file has them just so, and the reply is asked for another form", () => {
    const reply = block("if b == None:\n", "if b is None:\n");
    expect(mendedText(flush, reply)).toBe("refused PARSE_NO_PATCH");
    expect(reason(flush, reply)).toContain("stand in the file just so");
    expect(mendedText(flush, json({ path: PATH, original: "if b == None:", replacement: "if b is None:" }))).toBe(
      better(flush),
    );
  });
});
