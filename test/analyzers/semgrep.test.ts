import { describe, expect, it } from "vitest";
import { findSemgrep } from "../../src/adapters/analyzers/semgrep/find.ts";
import { createSemgrep } from "../../src/adapters/analyzers/semgrep/semgrep.ts";
import type { SemgrepSettings } from "../../src/adapters/analyzers/semgrep/settings.ts";
import { analyzerContract } from "../contracts/analyzer.ts";
import { readSemgrepJson, runner, stageBeside, temporaryFolder, variantOf, workspaceAt } from "./support.ts";

const semgrep = await findSemgrep(runner, process.cwd(), ["semgrep", "opengrep"]);
const absent = semgrep ? undefined : "no semgrep on PATH";
/** Each of its starts takes seconds. */
const slow = process.env.PATCHPRO_TEST_SEMGREP ? undefined : "slow, set PATCHPRO_TEST_SEMGREP=1 to run it";
const PATIENCE_MS = 300_000;

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
  absent: absent ?? slow,
  patienceMs: PATIENCE_MS,
  extension: ".py",
  configuration: { ".semgrep.yml": rule() },
  dirty: { text: 'import sys\n\nx = "😀"; y = eval(x)\nprint(y)\n', rule: "no-eval", flagged: "eval(x)" },
  clean: "print(1)\n",
  quietFolder: { ".semgrep.yml": rule("    paths:\n      exclude: ['/quiet/**']\n") },
  hasFix: true,
  runsPrograms: true,
  create: async ({ root, runner: run }) => open(root, {}, run),
});

describe.skipIf(absent !== undefined)(`Semgrep${absent ? ` (skipped: ${absent})` : ""}`, () => {
  it("says the same of a repository and of staged texts, rule ids and fixes included, and tells what it could not parse", {
    timeout: PATIENCE_MS,
  }, async () => {
    const text = 'x = "😀"; eval(x)\n';
    const files = {
      ".semgrep/own/rules.yml": rule("    paths:\n      include: ['/src/*.py']\n"),
      "src/x.py": text,
      ".git/HEAD": "",
    };
    const root = temporaryFolder(files);
    const analyzer = open(root);
    const variants = [
      variantOf("same", { "src/x.py": text }),
      variantOf("fixed", { "src/x.py": "x = 1\n" }),
      variantOf("broken", { "src/x.py": "eval(1)\nprint(2\n" }),
      variantOf("elsewhere", { "lib/x.py": text }),
    ];
    const reports = await analyzer.analyzeVariants(stageBeside(root, temporaryFolder(), variants), "fixes");
    const { findings } = await analyzer.analyze(["src"]);
    expect(findings.map((finding) => [finding.uri, finding.ruleId])).toEqual([["src/x.py", "semgrep.own.no-eval"]]);
    expect(reports[0]?.report.findings).toEqual(findings);
    expect(reports[1]?.report.findings).toEqual([]);
    expect(reports[2]?.syntaxErrors?.[0]).toMatch(/^2:\d+ \S/);
    expect(reports[3]?.report.findings).toEqual([]);
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
