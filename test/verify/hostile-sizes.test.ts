import { describe, expect, it } from "vitest";
import { honest } from "../../src/verify/honest/honest.ts";
import { scoped } from "../../src/verify/scoped.ts";
import { examinedOf, sample } from "./corpus.ts";

const UNITS = [
  "(",
  "expect(",
  '"',
  "`",
  "/*",
  "//",
  "SELECT FROM ",
  "if ",
  "# noqa:",
  "\n ",
  "x.catch(",
  "function a(",
  "with x suppress(",
  'password="',
  "@a\n",
];
const MESSAGE = "`x` is never used: hardcoded password, sql, eval, shell=True, verify, md5";

describe("honest and scoped, on texts made to cost time", () => {
  it.each(["tests/test_a.py", "a.test.ts", "pyproject.toml", "a.go"])("end for %s", (path) => {
    for (const unit of UNITS) {
      const text = unit.repeat(Math.ceil(8_000 / unit.length));
      const patches = [
        ["x = 1\n", `x = 1\n${text}\n`],
        [`x = 1\n${text}\n`, "x = 1\n"],
        [`${text}\nq\n`, `${text}\nassert except eval noqa it(\n`],
      ] as const;
      for (const [before, after] of patches) {
        const examined = examinedOf(sample("hostile", "F841", before, after, { path, message: MESSAGE }));
        expect(["pass", "fail"]).toContain(honest(examined).status);
        expect(["pass", "fail"]).toContain(scoped(examined).status);
      }
    }
  });
});
