import { readdirSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { openPlayground, writeFiles } from "../pipeline/toy/repair.ts";
import { newestRun, patchpro, project, reportIn } from "./support/cli.ts";

/** ESLint itself, as a project has it: `node_modules` of this project, linked. */
const installed = (() => {
  try {
    return createRequire(join(project, "package.json")).resolve("eslint");
  } catch {
    return undefined;
  }
})();

const playground = openPlayground();
afterAll(() => playground.remove());
afterEach(() => expect(readdirSync(playground.tmp), "no temporary files are left").toEqual([]));

/** Rules of this test in place of a plug-in: one with suggestions of which only the second is any good. */
const CONFIG = `
const choose = {
  meta: { type: "problem", hasSuggestions: true, messages: { bad: "not this", a: "break it", b: "mend it" }, schema: [] },
  create: (context) => ({
    Identifier(node) {
      if (node.name !== "choose") return;
      const to = (text) => (fixer) => fixer.replaceText(node, text);
      context.report({ node, messageId: "bad", suggest: [{ messageId: "a", fix: to("choose2(") }, { messageId: "b", fix: to("chosen") }] });
    },
  }),
};
export default [{
  files: ["src/**/*.js"],
  plugins: { own: { rules: { choose } } },
  rules: { "prefer-const": "error", "no-extra-boolean-cast": "warn", "no-var": "error", "no-unused-vars": "warn", "own/choose": "error", "no-debugger": "error" },
  linterOptions: { reportUnusedDisableDirectives: "off" },
}];
`;
const CODE = `export function f(x) {
  let a = 1;
  if (!!x) choose();
  // eslint-disable-next-line prefer-const
  let b = 2;
  var c = a + b;
  return c;
}
`;

describe.skipIf(!installed)(`ESLint${installed ? "" : " (skipped: it is not installed here)"}`, () => {
  beforeAll(() => {
    playground.fill({
      "package.json": '{"type":"module"}',
      "eslint.config.js": CONFIG,
      "src/a.js": CODE,
      "src/clean.js": "export const x = 1;\n",
      ".gitignore": "node_modules\n",
    });
    symlinkSync(join(project, "node_modules"), join(playground.root, "node_modules"), "junction");
  });

  it("`fix` and `suggestions` become proved patches; suggestions are alternatives, tried in order", {
    timeout: 120_000,
  }, async () => {
    const { code, err } = await patchpro(playground, ["run", "--analyzer", "eslint"]);
    expect(code, err).toBe(0);
    const report = reportIn(newestRun(playground.root));
    const outcomes = report.findings.map(
      ({ ruleId, startLine, outcome }) =>
        `${ruleId}:${startLine} ${outcome.kind === "skipped" ? outcome.skip : outcome.kind}`,
    );
    expect(outcomes).toEqual([
      "prefer-const:2 accepted",
      "no-extra-boolean-cast:3 accepted",
      "own/choose:3 accepted",
      "prefer-const:5 suppressed",
      "no-var:6 accepted",
    ]);
    const chosen = report.patches.find(({ summary }) => summary === "mend it");
    expect(chosen).toBeDefined();
    await patchpro(playground, ["apply"]);
    expect(playground.read("src/a.js")).toBe(
      "export function f(x) {\n  const a = 1;\n  if (x) chosen();\n  // eslint-disable-next-line prefer-const\n  let b = 2;\n  const c = a + b;\n  return c;\n}\n",
    );
  });

  it("reads its report from standard input too, and asks the same ESLint to prove it", {
    timeout: 120_000,
  }, async () => {
    writeFiles(playground.root, { "src/a.js": "export let y = 1;\nif (!!y) y = 2;\n" });
    const start = "export let y = 1;\nif (".length;
    const message = {
      ruleId: "no-extra-boolean-cast",
      severity: 1,
      message: "Redundant double negation.",
      line: 2,
      column: 5,
      endLine: 2,
      endColumn: 8,
      fix: { range: [start, start + 3], text: "y" },
    };
    writeFiles(playground.root, {
      "r.json": JSON.stringify([
        { filePath: join(playground.root, "src", "a.js"), messages: [message], suppressedMessages: [] },
      ]),
    });
    await patchpro(playground, ["run", "--findings", "r.json"]);
    const [finding] = reportIn(newestRun(playground.root)).findings;
    expect(finding?.outcome).toMatchObject({ kind: "accepted" });
  });
});
