import { describe, expect, it } from "vitest";
import { findRuff } from "../../src/adapters/analyzers/ruff/find.ts";
import { createNativeRuff } from "../../src/adapters/analyzers/ruff/native.ts";
import type { RuffSettings } from "../../src/adapters/analyzers/ruff/settings.ts";
import { analyzerContract } from "../contracts/analyzer.ts";
import { readRuffJson, runner, stageBeside, temporaryFolder, variantOf, workspaceAt } from "./support.ts";

const ruff = await findRuff(runner, process.cwd(), ["ruff"]);
const absent = ruff ? undefined : "no ruff on PATH";

function open(root: string, settings: RuffSettings = {}, run = runner) {
  return createNativeRuff({
    ruff: ruff ?? { file: "ruff", version: "0.0.0" },
    workspace: workspaceAt(root),
    runner: run,
    read: readRuffJson,
    settings,
  });
}

analyzerContract({
  name: "native Ruff",
  absent,
  extension: ".py",
  configuration: { "ruff.toml": '[lint]\nselect = ["F"]\n' },
  dirty: { text: 'import sys\n\nx = "😀"; import os\nprint(sys.argv, x)\n', rule: "F401", flagged: "os" },
  clean: "print(1)\n",
  broken: "def f(:\n",
  quietFolder: { "quiet/ruff.toml": '[lint]\nselect = ["E9"]\n' },
  hasFix: true,
  runsPrograms: true,
  create: async ({ root, runner: run }) => open(root, {}, run),
});

const DIRTY = "import os\n";

describe.skipIf(absent !== undefined)(`native Ruff${absent ? ` (skipped: ${absent})` : ""}`, () => {
  const rules = async (files: Record<string, string>, settings: RuffSettings, name: string, text: string) => {
    const root = temporaryFolder(files);
    const staged = stageBeside(root, temporaryFolder(), [variantOf("v", { [name]: text })]);
    const [report] = await open(root, settings).analyzeVariants(staged, "sightings");
    return report?.report.findings.map((finding) => finding.ruleId);
  };

  it("looks at staged files that the configuration excludes by force", async () => {
    const files = {
      "ruff.toml": 'force-exclude = true\nexclude = ["gen"]\n[lint]\nselect = ["F"]\nexclude = ["gen/*"]\n',
    };
    expect(await rules(files, {}, "gen/x.py", DIRTY)).toEqual(["F401"]);
    expect(await rules({ "ruff.toml": 'lint.select = ["F"]' }, {}, "build/.venv/x.py", DIRTY)).toEqual(["F401"]);
  });

  it("says that a file which is not UTF-8 was not looked at, also where E902 is not selected", async () => {
    const root = temporaryFolder({ "ruff.toml": '[lint]\nselect = ["F"]\nignore = ["E902"]\n' });
    const stage = temporaryFolder();
    const [staged] = stageBeside(root, stage, [variantOf("v", { "x.py": "import os\n" })]);
    if (!staged) throw new Error("nothing staged");
    const { writeFileSync } = await import("node:fs");
    writeFileSync(`${staged.root}/x.py`, Buffer.from([0x69, 0x20, 0x3d, 0x20, 0xff, 0x0a]));
    const [report] = await open(root).analyzeVariants([staged], "sightings");
    expect(report?.syntaxErrors).toEqual(["1:1 stream did not contain valid UTF-8"]);
  });

  it("describes its rules, and says in short answers of which of them no finding has a fix", async () => {
    const root = temporaryFolder({ "ruff.toml": '[lint]\nselect = ["E501", "F"]\n' });
    const analyzer = open(root);
    expect((await analyzer.describeRule?.("F401"))?.summary).toMatch(/imported/);
    const staged = stageBeside(root, temporaryFolder(), [
      variantOf("v", { "x.py": `import os\nx = "${"-".repeat(90)}"\n` }),
    ]);
    const [said] = await analyzer.analyzeVariants(staged, "sightings");
    expect(said?.report.findings.map(({ ruleId, fixable }) => [ruleId, fixable])).toEqual([
      ["F401", undefined],
      ["E501", false],
    ]);
  });

  it("fails where Ruff's answer was lost, and does not take silence for a clean file", async () => {
    const root = temporaryFolder({ "ruff.toml": '[lint]\nselect = ["F"]\n' });
    const { rmSync } = await import("node:fs");
    const losing: typeof runner = {
      async run(command) {
        const completed = await runner.run(command);
        rmSync(command.env?.RUFF_OUTPUT_FILE ?? "", { force: true });
        return completed;
      },
    };
    const staged = stageBeside(root, temporaryFolder(), [variantOf("v", { "x.py": DIRTY })]);
    await expect(open(root, {}, losing).analyzeVariants(staged, "sightings")).rejects.toThrow(/ruff answered/);
  });

  it("narrows by our own select and ignore", async () => {
    const files = { "ruff.toml": '[lint]\nselect = ["F", "E"]\n' };
    expect(await rules(files, { select: ["E401"] }, "x.py", "import os, sys\n")).toEqual(["E401"]);
    expect(await rules(files, { ignore: ["F"] }, "x.py", "import os, sys\n")).toEqual(["E401"]);
  });

  it("applies a configuration of ours with its patterns to the staged paths", async () => {
    const files = { "tools/strict.toml": '[lint]\nselect = ["F"]\nper-file-ignores = { "tests/*" = ["F401"] }\n' };
    const settings = { config: "tools/strict.toml" };
    expect(await rules(files, settings, "tests/x.py", DIRTY)).toEqual([]);
    expect(await rules(files, settings, "src/x.py", DIRTY)).toEqual(["F401"]);
  });

  it("reports codes, not names, where the repository uses preview mode", async () => {
    expect(await rules({ "ruff.toml": 'preview = true\nlint.select = ["F"]' }, {}, "x.py", DIRTY)).toEqual(["F401"]);
  });

  it("knows the repository's own modules and packages around a staged file", async () => {
    const files = {
      "ruff.toml": 'lint.select = ["I001", "INP001"]',
      "src/shop/__init__.py": "",
      "src/shop/cart.py": "",
      "helpers.py": "",
    };
    const sorted = "import os\n\nimport numpy\n\nimport helpers\nimport shop\n";
    expect(await rules(files, {}, "src/shop/cart.py", sorted)).toEqual([]);
    expect(
      await rules(files, {}, "src/shop/cart.py", "import os\n\nimport helpers\nimport numpy\nimport shop\n"),
    ).toEqual(["I001"]);
  });

  it("tells a configuration that Ruff refuses from a clean file", async () => {
    await expect(rules({ "ruff.toml": "nonsense = 1" }, {}, "x.py", DIRTY)).rejects.toThrow(/exit code 2/);
  });

  it("changes its configuration hash with the configuration, not with a version bump of the project", async () => {
    const hash = async (files: Record<string, string>, settings: RuffSettings = {}) =>
      (await open(temporaryFolder(files), settings).identify()).configuration;
    const project = (version: string, line: number) =>
      `[project]\nversion = "${version}"\n[tool.ruff]\nline-length = ${line}\n`;
    const base = await hash({ "pyproject.toml": project("1", 80) });
    expect(await hash({ "pyproject.toml": project("2", 80) })).toBe(base);
    expect(await hash({ "pyproject.toml": project("1", 99) })).not.toBe(base);
    expect(await hash({ "pyproject.toml": project("1", 80) }, { ignore: ["E"] })).not.toBe(base);
  });

  it("is not found where no candidate answers", async () => {
    expect(await findRuff(runner, process.cwd(), ["./no/such/ruff", "no-such-ruff"])).toBeUndefined();
  });
});
