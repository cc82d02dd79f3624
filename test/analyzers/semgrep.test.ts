import { describe, expect, it } from "vitest";
import { findSemgrep } from "../../src/adapters/analyzers/semgrep/find.ts";
import { createSemgrep } from "../../src/adapters/analyzers/semgrep/semgrep.ts";
import type { SemgrepSettings } from "../../src/adapters/analyzers/semgrep/settings.ts";
import { analyzerContract } from "../contracts/analyzer.ts";
import { readSemgrepJson, runner, stageBeside, temporaryFolder, variantOf, workspaceAt } from "./support.ts";

const semgrep = await findSemgrep(runner, process.cwd(), ["semgrep", "opengrep"]);
const absent = semgrep ? undefined : "no semgrep on PATH";

function open(root: string, settings: SemgrepSettings = {}, run = runner) {
  return createSemgrep({
    semgrep: semgrep ?? { file: "semgrep", version: "0.0.0" },
    workspace: workspaceAt(root),
    runner: run,
    read: readSemgrepJson,
    settings,
  });
}

const rule = (more = ""): string => `rules:
  - id: no-eval
    pattern: eval(...)
    message: no eval
    languages: [python]
    severity: ERROR
    fix: literal_eval()
${more}`;

analyzerContract({
  name: "Semgrep",
  absent,
  extension: ".py",
  configuration: { ".semgrep.yml": rule() },
  dirty: { text: 'import sys\n\nx = "😀"; y = eval(x)\nprint(y)\n', rule: "no-eval", flagged: "eval(x)" },
  clean: "print(1)\n",
  broken: "print(1)\ndef f(:\n  x = = 2\n",
  quietFolder: { ".semgrep.yml": rule("    paths:\n      exclude: ['/quiet/**']\n") },
  hasFix: true,
  runsPrograms: true,
  create: async ({ root, runner: run }) => open(root, {}, run),
});

describe.skipIf(absent !== undefined)(`Semgrep${absent ? ` (skipped: ${absent})` : ""}`, () => {
  it("gives rules below .semgrep/ the same ids in the repository and in staged folders", async () => {
    const files = {
      ".semgrep/own/rules.yml": rule("    paths:\n      include: ['/src/*.py']\n"),
      "src/x.py": "eval(1)\n",
    };
    const root = temporaryFolder(files);
    const analyzer = open(root);
    const report = await analyzer.analyze([]);
    const staged = stageBeside(root, temporaryFolder(), [variantOf("v", { "src/x.py": "eval(1)\n" })]);
    const [variant] = await analyzer.analyzeVariants(staged, "sightings");
    expect(report.findings.map((finding) => finding.ruleId)).toEqual(
      variant?.report.findings.map((finding) => finding.ruleId),
    );
    expect(report.findings).toHaveLength(1);
  });
});

describe("the rules given to Semgrep", () => {
  it.each(["p/python", "r/generic", "auto", "https://example.org/rules.yml", "../elsewhere.yml", "--autofix"])(
    "may not be %s, which is no file of the repository",
    async (config) => {
      await expect(open(temporaryFolder(), { configs: [config] }).analyze([])).rejects.toThrow(/not a rule file/);
    },
  );

  it("may be missing: then Semgrep is not run, and that is said", async () => {
    const root = temporaryFolder({ "x.py": "eval(1)\n" });
    const report = await open(root).analyze([]);
    expect(report.findings).toEqual([]);
    expect(report.notices.join()).toMatch(/not run/);
    const [variant] = await open(root).analyzeVariants(
      [{ root, variant: variantOf("v", { "x.py": "eval(1)\n" }) }],
      "fixes",
    );
    expect(variant?.report.findings).toEqual([]);
  });
});
