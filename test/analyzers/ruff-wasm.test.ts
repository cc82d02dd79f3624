import { describe, expect, it } from "vitest";
import type { RuffSettings } from "../../src/adapters/analyzers/ruff/settings.ts";
import { createWasmRuff } from "../../src/adapters/analyzers/ruff/wasm.ts";
import { analyzerContract } from "../contracts/analyzer.ts";
import { temporaryFolder, variantOf, workspaceAt } from "./support.ts";

analyzerContract({
  name: "the embedded Ruff",
  extension: ".py",
  configuration: { "ruff.toml": '[lint]\nselect = ["F"]\n' },
  dirty: { text: 'import sys\n\nx = "😀"; import os\nprint(sys.argv, x)\n', rule: "F401", flagged: "os" },
  clean: "print(1)\n",
  broken: "def f(:\n",
  quietFolder: { "quiet/ruff.toml": '[lint]\nselect = ["E9"]\n' },
  hasFix: true,
  runsPrograms: false,
  create: async ({ root }) => createWasmRuff({ workspace: workspaceAt(root), settings: {} }),
});

const DIRTY = "import os\n";

describe("the embedded Ruff", () => {
  async function check(files: Record<string, string>, name: string, text: string, settings: RuffSettings = {}) {
    const root = temporaryFolder(files);
    const ruff = createWasmRuff({ workspace: workspaceAt(root), settings, workers: 1 });
    try {
      const [report] = await ruff.analyzeVariants([{ root, variant: variantOf("v", { [name]: text }) }], "sightings");
      return report?.report.findings.map((finding) => finding.ruleId);
    } finally {
      await ruff.close();
    }
  }

  async function found(files: Record<string, string>, paths: string[] = []) {
    const root = temporaryFolder(files);
    const ruff = createWasmRuff({ workspace: workspaceAt(root), settings: {}, workers: 1 });
    try {
      const report = await ruff.analyze(paths);
      return { at: report.findings.map((finding) => `${finding.uri} ${finding.ruleId}`), notices: report.notices };
    } finally {
      await ruff.close();
    }
  }

  it("obeys per-file-ignores by base name, by path and negated, as Ruff matches them", async () => {
    const files = {
      "ruff.toml":
        '[lint]\nselect = ["F401"]\nper-file-ignores = { "conftest.py" = ["F"], "gen/*.py" = ["ALL"], "!src/**" = ["F401"] }\n',
    };
    expect(await check(files, "src/conftest.py", DIRTY)).toEqual([]);
    expect(await check(files, "gen/deep/er.py", DIRTY)).toEqual([]);
    expect(await check(files, "lib/x.py", DIRTY)).toEqual([]);
    expect(await check(files, "src/x.py", DIRTY)).toEqual(["F401"]);
  });

  it("offers to delete unused imports, but never the re-exports of __init__.py and stubs", async () => {
    const offered = async (name: string): Promise<number[] | undefined> => {
      const root = temporaryFolder({ "ruff.toml": '[lint]\nselect = ["F401"]\n' });
      const ruff = createWasmRuff({ workspace: workspaceAt(root), settings: {}, workers: 1 });
      try {
        const [said] = await ruff.analyzeVariants([{ root, variant: variantOf("v", { [name]: DIRTY }) }], "fixes");
        return said?.report.findings.map(({ fixes }) => fixes.length);
      } finally {
        await ruff.close();
      }
    };
    expect(await offered("pkg/mod.py")).toEqual([1]);
    expect(await offered("pkg/__init__.py")).toEqual([0]);
    expect(await offered("pkg/mod.pyi")).toEqual([0]);
    expect(await offered("pkg/my__init__.py")).toEqual([1]);
  });

  it("does not take a longer linter's name for a selector", async () => {
    const files = { "ruff.toml": '[lint]\nselect = ["FBT"]\nper-file-ignores = { "*" = ["F"] }\n' };
    expect(await check(files, "x.py", "def f(a: bool = True): ...\n")).toContain("FBT001");
  });

  it("takes the nearest configuration, follows extend, and leaves a pyproject.toml without Ruff alone", async () => {
    const files = {
      "pyproject.toml": '[tool.ruff.lint]\nselect = ["F401"]\n',
      "a/pyproject.toml": '[project]\nname = "a"\n',
      "b/ruff.toml": 'extend = "../pyproject.toml"\nlint.extend-select = ["E401"]\n',
    };
    expect(await check(files, "a/x.py", DIRTY)).toEqual(["F401"]);
    expect((await check(files, "b/x.py", "import os, sys\n"))?.sort()).toEqual(["E401", "F401", "F401"]);
  });

  it("takes the Python version from requires-python and per-file-target-version", async () => {
    const text = "from typing import Optional\nx: Optional[int] = None\n";
    const project = (version: string, more = "") =>
      `[project]\nrequires-python = "${version}"\n[tool.ruff]\n${more}[tool.ruff.lint]\nselect = ["UP045"]\n`;
    expect(await check({ "pyproject.toml": project(">=3.8") }, "x.py", text)).toEqual([]);
    expect(await check({ "pyproject.toml": project(">=3.12") }, "x.py", text)).toEqual(["UP045"]);
    const old = 'per-file-target-version = { "old/*" = "py38" }\n';
    expect(await check({ "pyproject.toml": project(">=3.12", old) }, "old/x.py", text)).toEqual([]);
  });

  it("knows the repository's own modules when it sorts imports", async () => {
    const files = { "ruff.toml": 'lint.select = ["I001"]', "src/shop/__init__.py": "", "helpers.py": "" };
    expect(await check(files, "src/shop/x.py", "import os\n\nimport numpy\n\nimport helpers\nimport shop\n")).toEqual(
      [],
    );
  });

  it("passes by what the configuration excludes, unless the file itself is named", async () => {
    const files = {
      "ruff.toml": 'extend-exclude = ["gen", "*_pb2.py"]\nlint.select = ["F"]\n',
      "gen/a.py": DIRTY,
      "x_pb2.py": DIRTY,
      ".venv/b.py": DIRTY,
      "src/c.py": DIRTY,
    };
    expect((await found(files)).at).toEqual(["src/c.py F401"]);
    expect((await found(files, ["gen/a.py"])).at).toEqual(["gen/a.py F401"]);
  });

  it("says which files it could not read: what the workspace does not give", async () => {
    const root = temporaryFolder({ "a.py": "", "b.py": "", "c.py": "", "d.py": "", "small.py": DIRTY });
    const all = workspaceAt(root);
    const read = async (name: string) => (name === "small.py" ? all.read(name) : undefined);
    const ruff = createWasmRuff({ workspace: { ...all, read }, settings: {}, workers: 1 });
    try {
      const { findings, notices } = await ruff.analyze([]);
      expect(findings.map(({ uri }) => uri)).toEqual(["small.py"]);
      expect(notices).toContainEqual(expect.stringMatching(/could not look at a\.py, b\.py, c\.py and 1 more: /));
    } finally {
      await ruff.close();
    }
  });

  it("goes without rules and options that it does not know, and says so", async () => {
    const { at, notices } = await found({
      "ruff.toml": 'nonsense = 1\nrequired-version = ">=99"\nlint.select = ["F401", "ZZZ9", "UP038"]\n',
      "x.py": DIRTY,
    });
    expect(at).toEqual(["x.py F401"]);
    expect(notices.join("\n")).toMatch(/option `nonsense`/);
    expect(notices.join("\n")).toMatch(/rule `ZZZ9`/);
    expect(notices.join("\n")).toMatch(/rule `UP038`/);
    expect(notices.join("\n")).toMatch(/\.pyi/);
  });

  it("never calls a fix safe", async () => {
    const root = temporaryFolder({});
    const ruff = createWasmRuff({ workspace: workspaceAt(root), settings: { select: ["F"] }, workers: 1 });
    const [report] = await ruff.analyzeVariants([{ root, variant: variantOf("v", { "x.py": DIRTY }) }], "fixes");
    await ruff.close();
    expect(report?.report.findings.flatMap((finding) => finding.fixes.map((fix) => fix.applicability))).toEqual([
      "unknown",
    ]);
  });

  it("refuses a configuration that is not TOML, naming the file", async () => {
    await expect(check({ "ruff.toml": "= what" }, "x.py", DIRTY)).rejects.toThrow(/ruff\.toml/);
  });
});
