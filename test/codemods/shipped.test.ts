import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { ownCodemodFiles } from "../../src/config/codemods/files.ts";
import { readCodemods } from "../../src/config/codemods/load.ts";
import { newestRun, patchpro, project, reportIn } from "../e2e/support/cli.ts";
import { openPlayground } from "../pipeline/toy/repair.ts";
import { ESLINT_CASES, RUFF_CASES, type ShippedCase } from "./shipped-cases.ts";

const playground = openPlayground();
afterAll(() => playground.remove());

const own = readCodemods(ownCodemodFiles(), "patchpro");

async function repaired(files: Readonly<Record<string, string>>) {
  playground.fill(files);
  if ("eslint.config.js" in files)
    symlinkSync(join(project, "node_modules"), join(playground.root, "node_modules"), "junction");
  const told = await patchpro(playground, ["run", "--apply", "--quiet", "--sources", "native,codemod"]);
  expect(told).toMatchObject({ code: 0 });
  const report = reportIn(newestRun(playground.root));
  return report.findings.map(({ path, ruleId, outcome }) => ({
    path,
    ruleId,
    kind: outcome.kind,
    codemod: outcome.kind === "accepted" ? outcome.codemod?.id : undefined,
    reason: outcome.kind === "accepted" ? outcome.checks.map(({ status }) => status).join() : outcome.reason,
  }));
}

function shippedCodemods(
  cases: readonly ShippedCase[],
  ending: string,
  configure: (rule: string) => Record<string, string>,
) {
  it.each(cases.map((one, at) => [`${one.id} (${one.rule}, ${at})`, one] as const))(
    "%s: fixes what it is for, proved by the real analyzer, and leaves the near miss alone",
    async (_title, { id, rule, before, after, left }) => {
      const [yes, no] = [`yes.${ending}`, `no.${ending}`];
      const outcomes = await repaired({ [yes]: before, [no]: left, ...configure(rule) });
      expect(playground.read(yes)).toBe(after);
      expect(playground.read(no)).toBe(left);
      const fixed = outcomes.filter(({ path }) => path === yes);
      const missed = outcomes.filter(({ path }) => path === no);
      expect(fixed.length).toBeGreaterThan(0);
      expect(missed.length).toBeGreaterThan(0);
      for (const one of fixed)
        expect(one).toMatchObject({
          ruleId: rule,
          kind: "accepted",
          codemod: id,
          reason: "pass,pass,pass,pass,pass,pass,pass",
        });
      for (const one of missed)
        expect(one).toMatchObject({ ruleId: rule, kind: "skipped", reason: expect.stringMatching(/offers no fix/) });
    },
  );
}

describe("the shipped codemods", () => {
  it("are all well written", () => {
    expect(own.problems).toEqual([]);
    expect(own.codemods.length).toBeGreaterThan(9);
  });

  it("each have a case with its real analyzer", () => {
    const tried = new Set([...RUFF_CASES, ...ESLINT_CASES].map(({ id }) => id));
    expect(own.codemods.map(({ codemod }) => codemod.name.id).filter((id) => !tried.has(id))).toEqual([]);
  });
});

describe("codemods for Ruff", () => {
  shippedCodemods(RUFF_CASES, "py", (rule) => ({
    ".patchpro.toml": `[analyzers.ruff]\nflavour = "wasm"\nselect = ["${rule}"]\n`,
  }));
});

describe("codemods for ESLint", () => {
  shippedCodemods(ESLINT_CASES, "js", (rule) => ({
    ".gitignore": "node_modules\n",
    "eslint.config.js": `export default [{ files: ["*.js"], rules: { "${rule}": "error" } }];\n`,
    "package.json": '{ "type": "module" }\n',
  }));
});
