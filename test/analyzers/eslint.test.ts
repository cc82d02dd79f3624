import { mkdirSync, symlinkSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { createEslint, type EslintSettings } from "../../src/adapters/analyzers/eslint/eslint.ts";
import { findEslint } from "../../src/adapters/analyzers/eslint/find.ts";
import { keepDriver } from "../../src/adapters/analyzers/eslint/kept-driver.ts";
import { withoutSecrets } from "../../src/adapters/system/environment.ts";
import { analyzerContract } from "../contracts/analyzer.ts";
import { here, readEslintJson, runner, temporaryFolder, variantOf, workspaceAt } from "./support.ts";

/** Gives a repository this project's own ESLint, as an installed package. */
function furnish(root: string): void {
  mkdirSync(path.join(root, "node_modules"));
  symlinkSync(path.join(here, "node_modules", "eslint"), path.join(root, "node_modules", "eslint"), "junction");
}

async function open(root: string, settings: EslintSettings = {}, run = runner) {
  const eslint = await findEslint(root);
  if (!eslint) throw new Error("ESLint is a devDependency of this project");
  return createEslint({ eslint, workspace: workspaceAt(root), runner: run, read: readEslintJson, settings });
}

const CONFIG =
  'console.log("a configuration that prints");\nexport default [{ rules: { "no-debugger": "error", "no-extra-boolean-cast": "error" } }];\n';

analyzerContract({
  name: "ESLint",
  extension: ".js",
  configuration: { "eslint.config.mjs": CONFIG.replace('"no-debugger": "error", ', "") },
  dirty: {
    text: 'const a = 1;\n\nconst t = "😀"; if (!!a) {\n  t.at(0);\n}\n',
    rule: "no-extra-boolean-cast",
    flagged: "!!a",
  },
  clean: "export const a = 1;\n",
  broken: "const = ;\n",
  quietFolder: {
    "eslint.config.mjs":
      'export default [{ rules: { "no-extra-boolean-cast": "error" } }, { files: ["quiet/**"], rules: { "no-extra-boolean-cast": "off" } }];\n',
  },
  hasFix: true,
  runsPrograms: true,
  furnish,
  create: ({ root, runner: run }) => open(root, {}, run),
});

describe("ESLint", () => {
  async function look(files: Record<string, string>, name: string, text: string, settings: EslintSettings = {}) {
    const root = temporaryFolder(files);
    furnish(root);
    const eslint = await open(root, settings);
    const [report] = await eslint.analyzeVariants([{ root, variant: variantOf("v", { [name]: text }) }], "fixes");
    return report;
  }

  it("marks what an inline comment silenced", async () => {
    const report = await look(
      { "eslint.config.mjs": CONFIG },
      "x.js",
      "debugger; // eslint-disable-line no-debugger -- on purpose\n",
    );
    expect(report?.report.findings.map((finding) => finding.suppressed)).toEqual(["on purpose"]);
  });

  it("says so when ESLint passes a file by", async () => {
    const config = 'export default [{ ignores: ["gen/**"] }, { rules: { "no-debugger": "error" } }];\n';
    const report = await look({ "eslint.config.mjs": config }, "gen/x.js", "debugger;\n");
    expect(report?.report.findings).toEqual([]);
    expect(report?.report.notices.join()).toMatch(/did not look at .*ignored/);
  });

  it("tells a broken configuration from a clean file", async () => {
    await expect(look({ "eslint.config.mjs": "export default [{ rules: 5 }];" }, "x.js", "1;\n")).rejects.toThrow(
      /exit code/,
    );
  });

  it("uses a configuration of ours where one is named", async () => {
    const files = {
      "eslint.config.mjs": "export default [];",
      "strict.mjs": 'export default [{ rules: { "no-debugger": "error" } }];',
    };
    expect((await look(files, "x.js", "debugger;\n"))?.report.findings).toEqual([]);
    const strict = await look(files, "x.js", "debugger;\n", { config: "strict.mjs" });
    expect(strict?.report.findings.map((finding) => finding.ruleId)).toEqual(["no-debugger"]);
  });

  it("reads texts with Unicode's own line ends, in a process that is kept too", async () => {
    const root = temporaryFolder({ "eslint.config.mjs": CONFIG });
    furnish(root);
    const kept = keepDriver(withoutSecrets(process.env));
    try {
      for (const run of [runner, kept]) {
        const eslint = await open(root, {}, run);
        const text = 'const t = "a\u2028b\u2029c"; if (!!t) t.at(0);\n';
        const [report] = await eslint.analyzeVariants([{ root, variant: variantOf("v", { "x.js": text }) }], "fixes");
        expect(report?.report.findings.map(({ ruleId, fixes }) => [ruleId, fixes.length])).toEqual([
          ["no-extra-boolean-cast", 1],
        ]);
      }
    } finally {
      await kept.close();
    }
  });

  it("is not found where it is not installed", async () => {
    expect(await findEslint(temporaryFolder())).toBeUndefined();
  });
});
