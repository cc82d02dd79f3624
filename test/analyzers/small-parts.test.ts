import { describe, expect, it } from "vitest";
import { argumentChunks } from "../../src/adapters/analyzers/argument-chunks.ts";
import { isUnder } from "../../src/adapters/analyzers/command/is-under.ts";
import { readDriverOutput } from "../../src/adapters/analyzers/eslint/driver-output.ts";
import { isExcluded, matchesFile } from "../../src/adapters/analyzers/ruff/patterns.ts";
import { lowestPython } from "../../src/adapters/analyzers/ruff/python-version.ts";
import { selects } from "../../src/adapters/analyzers/ruff/selector.ts";
import { withoutUnknownOption } from "../../src/adapters/analyzers/ruff/unknown-option.ts";
import { runTool, toolFailure } from "../../src/adapters/analyzers/tool-run.ts";

describe("argument chunks", () => {
  it("keep all names in order and fit on a command line, shorter ones on Windows", () => {
    const names = Array.from({ length: 5000 }, (_, at) => `/tmp/stage/v${at}/src/é.py`);
    for (const [windows, limit] of [
      [true, 24_000],
      [false, 100_000],
    ] as const) {
      const chunks = argumentChunks(names, windows);
      expect(chunks.flat()).toEqual(names);
      for (const chunk of chunks) expect(Buffer.byteLength(chunk.join(" "))).toBeLessThanOrEqual(limit);
    }
  });

  it("give an over-long name a line of its own, and nothing for nothing", () => {
    expect(argumentChunks(["a", "b".repeat(200_000), "c"], false).map((chunk) => chunk.length)).toEqual([1, 1, 1]);
    expect(argumentChunks([])).toEqual([]);
  });
});

describe("a tool that fails", () => {
  const command = { file: "ruff", args: Array.from({ length: 13 }, (_, at) => `a${at}`), cwd: "/r", timeoutMs: 1 };
  const failure = (stderr: string): string =>
    toolFailure(
      { name: "ruff", install: "", timeoutKey: "" },
      command,
      { ended: "exited", exitCode: 2, stdout: Buffer.alloc(0), stderr, ms: 1 },
      "failed",
      "",
    ).message;

  it("is quoted with its whole chain of causes, without colours, and a command that can be typed", () => {
    const said = failure(
      "ruff failed\n  \u001b[1mCause:\u001b[0m Failed to read web/ruff.toml\n  Cause: No such file\n",
    );
    expect(said).toContain("; it said: ruff failed; Cause: Failed to read web/ruff.toml; Cause: No such file");
    expect(said).toContain("a12`)");
  });

  it("is spoken of by what a person would type, where the command that ran is one of ours", async () => {
    const runner = {
      run: async () => ({ ended: "exited" as const, exitCode: 1, stdout: Buffer.alloc(0), stderr: "", ms: 1 }),
    };
    const words = { name: "eslint", install: "", timeoutKey: "", byHand: "npx eslint ." };
    await expect(runTool(runner, command, words, (code) => code === 0)).rejects.toMatchObject({
      message: "eslint failed with exit code 1 (`npx eslint .`)",
      hint: "Run `npx eslint .` in /r by hand and mend what it complains about.",
    });
  });

  it("is quoted with the line that names the error, if there is one", () => {
    expect(failure("at main.js:1\nTypeError: x\n\nNode.js v24\n")).toMatch(/it said: TypeError: x$/);
  });
});

describe("Ruff's selectors", () => {
  it.each([
    ["ALL", "F401", true],
    ["F", "F401", true],
    ["F4", "F401", true],
    ["F401", "F401", true],
    ["F5", "F401", false],
    ["F", "FBT001", false],
    ["E", "ERA001", false],
    ["C4", "C401", true],
    ["C4", "C901", false],
    ["C", "C901", true],
    ["PL", "PLR2004", true],
    ["PLR", "PLC0415", false],
    ["S", "SIM101", false],
    ["F", "invalid-syntax", false],
  ] as const)("%s covers %s: %s", (selector, code, expected) => {
    expect(selects(selector, code)).toBe(expected);
  });
});

describe("Ruff's patterns", () => {
  it.each([
    ["conftest.py", "a/b/conftest.py", "", true],
    ["tests/*", "tests/a/b.py", "", true],
    ["tests/*", "src/tests/a.py", "", false],
    ["tests/*", "pkg/tests/a.py", "pkg", true],
    ["**/gen/*.py", "a/gen/x.py", "", true],
    ["*_pb2.py", "a/x_pb2.py", "", true],
    ["!src/**", "lib/x.py", "", true],
    ["!src/**", "src/x.py", "", false],
    ["{a,b}.py", "x/a.py", "", true],
  ] as const)("%s matches %s from %j: %s", (pattern, file, folder, expected) => {
    expect(matchesFile(pattern, file, folder)).toBe(expected);
  });

  it("exclude what lies in an excluded folder", () => {
    expect(isExcluded(["build"], "a/build/x.py", "")).toBe(true);
    expect(isExcluded(["a/gen/"], "a/gen/x.py", "")).toBe(true);
    expect(isExcluded(["gen"], "a/generated/x.py", "")).toBe(false);
  });
});

describe("requires-python", () => {
  it.each([
    [">=3.9", "py39"],
    [">=3.10,<4", "py310"],
    ["~=3.11.2", "py311"],
    ["==3.12.*", "py312"],
    [">= 3.6", "py37"],
    ["<3.12", undefined],
    ["!=3.9.1", undefined],
    ["nonsense", undefined],
    [5, undefined],
  ] as const)("%s means %s", (specifier, expected) => {
    expect(lowestPython(specifier)).toBe(expected);
  });
});

describe("what the embedded Ruff refuses by name", () => {
  it("is taken out of the options wherever it stands", () => {
    expect(withoutUnknownOption({ a: 1, lint: { b: 2 } }, "Error: unknown field `b`")).toEqual({
      options: { a: 1, lint: {} },
      removed: "the option `b`",
    });
    expect(
      withoutUnknownOption({ lint: { select: ["E", "X9"], ignore: ["X9"] } }, "Unknown rule selector `X9` in `select`")
        ?.options,
    ).toEqual({
      lint: { select: ["E"], ignore: [] },
    });
  });

  it("stays where taking it out would change nothing", () => {
    expect(withoutUnknownOption({ a: 1 }, "unknown field `b`")).toBeUndefined();
    expect(withoutUnknownOption({ a: 1 }, "Required version does not match")).toBeUndefined();
  });
});

describe("the ESLint driver's output", () => {
  const line = '{"index":0,"syntaxErrors":[],"result":{}}';
  it("counts only if the driver came to its end", () => {
    expect(readDriverOutput(`${line}\n{"done":true,"version":"10.0.0"}\n`)).toHaveLength(1);
    expect(readDriverOutput(`${line}\n`)).toBeUndefined();
    expect(readDriverOutput(`${line}\n{"done":tr`)).toBeUndefined();
    expect(readDriverOutput("")).toBeUndefined();
  });
});

describe("names under paths", () => {
  it("are in a folder, are the file itself, or are anything under the root", () => {
    expect(isUnder("src/a.go", ["./src/"])).toBe(true);
    expect(isUnder("src/a.go", ["src/a.go"])).toBe(true);
    expect(isUnder("srcs/a.go", ["src"])).toBe(false);
    expect(isUnder("a.go", ["."])).toBe(true);
  });
});
