import { readdirSync } from "node:fs";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { newestRun, patchpro, reportIn } from "../e2e/support/cli.ts";
import { openPlayground } from "../pipeline/toy/repair.ts";
import { installed } from "./support.ts";

/** Pitfalls A3 to A10 with Ruff itself: the embedded build, which is always there, and the native one where it is installed. */

const playground = openPlayground();
afterAll(() => playground.remove());
afterEach(() => expect(readdirSync(playground.tmp), "no temporary files are left").toEqual([]));

const native = installed("ruff");

describe.each([
  ["wasm", undefined],
  ["native", native === undefined ? "skipped: no ruff on PATH" : undefined],
])("Ruff, %s %s", (flavour, absent) => {
  const run = async (text: string, select: readonly string[], name = "a.py") => {
    playground.fill({
      [name]: text,
      ".patchpro.toml": `[analyzers.ruff]\nflavour = "${flavour}"\nselect = ${JSON.stringify(select)}\n`,
    });
    const { code, err } = await patchpro(playground, ["run", "--apply"]);
    expect(code, err).toBe(0);
    const { findings } = reportIn(newestRun(playground.root));
    const left = findings
      .filter(({ outcome }) => outcome.kind !== "accepted")
      .map(({ ruleId, outcome }) => `${ruleId} ${outcome.kind === "rejected" ? outcome.check : outcome.kind}`);
    return { text: playground.read(name), left, count: findings.length };
  };

  it.skipIf(absent)("A3: fixes of one line that exclude each other are all done in the end", async () => {
    const { text, left } = await run("import sys, os, re\nfrom typing import List\nprint(re)\nx: List[int] = []\n", [
      "E4",
      "F",
      "I",
      "UP",
    ]);
    expect(text).toBe("import re\n\nprint(re)\nx: list[int] = []\n");
    expect(left).toEqual([]);
  });

  it.skipIf(absent)("A4: texts of several lines keep their own indentation, tabs stay tabs", async () => {
    const { text } = await run('def f(x):\n\tif x == None:\n\t\treturn """\n  kept\n\tkept\n"""\n\treturn f"kept"\n', [
      "E711",
      "F541",
    ]);
    expect(text).toBe('def f(x):\n\tif x is None:\n\t\treturn """\n  kept\n\tkept\n"""\n\treturn "kept"\n');
  });

  it.skipIf(absent)("A5: CRLF, a mark and characters of several units", async () => {
    const { text } = await run('\uFEFFx = "é😀"; y = x == None\r\nz = "漢" if x == None else f"a"', ["E711", "F541"]);
    expect(text).toBe('\uFEFFx = "é😀"; y = x is None\r\nz = "漢" if x is None else "a"');
  });

  it.skipIf(absent)("A8: 120 findings of one rule in one line", async () => {
    const { text, left } = await run(`x = [${"y == None, ".repeat(120)}]\n`, ["E711"]);
    expect(text).toBe(`x = [${"y is None, ".repeat(120)}]\n`);
    expect(left).toEqual([]);
  });

  it.skipIf(absent)("A9: an import that `__all__` or a type checker needs stays", async () => {
    const source =
      'from typing import TYPE_CHECKING\nimport os\nimport sys\n\nif TYPE_CHECKING:\n    import re\n\n__all__ = ["os"]\n\n\ndef f(x: "re.Pattern") -> None:\n    return None\n';
    const { text } = await run(source, ["F401"]);
    expect(text).toBe(source.replace("import sys\n", ""));
  });

  it.skipIf(absent)("A10: white space is only changed where the finding is about it", async () => {
    const { text } = await run("x = 1  \n\n\n\ny  =  2\nif x == None:\n    pass\n   \n", ["W291", "W293", "E711"]);
    expect(text).toBe("x = 1\n\n\n\ny  =  2\nif x is None:\n    pass\n\n");
  });
});
