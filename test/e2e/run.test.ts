import { execFileSync } from "node:child_process";
import { appendFileSync, cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { ReportV1 } from "../../src/report/schema.ts";
import { git, openPlayground, writeFiles } from "../pipeline/toy/repair.ts";
import { newestRun, patchpro, project, reportIn, toyConfig, treeHash } from "./support/cli.ts";

const playground = openPlayground();
afterAll(() => playground.remove());
afterEach(() => expect(readdirSync(playground.tmp), "no temporary files are left").toEqual([]));

const RULES = JSON.stringify([
  { id: "eq-none", match: "== None", severity: "error", fixes: [{ text: "is None" }] },
  { id: "todo", match: "TODO", severity: "warning" },
  { id: "risky", match: "risky\\(\\)", severity: "info", fixes: [{ text: "safe()", applicability: "unsafe" }] },
]);
const CODE = "# TODO\nif x == None:\n    risky()\ny == None\n";

const validate = addFormats
  .default(new Ajv({ strict: false }))
  .compile(JSON.parse(readFileSync(join(project, "schemas", "report.v1.json"), "utf8")));

/** The report of the newest run, held against the schema, its own sums, and `git apply` of its combined diff. */
function checkedReport(): ReportV1 {
  const folder = newestRun(playground.root);
  const raw: unknown = JSON.parse(readFileSync(join(folder, "report.json"), "utf8"));
  expect(validate(raw), JSON.stringify(validate.errors)).toBe(true);
  const report = reportIn(folder);
  const { accepted, rejected, skipped, failed, findings, bySource, patches } = report.summary;
  expect(accepted + rejected + skipped + failed).toBe(findings);
  expect(report.findings).toHaveLength(findings);
  expect(bySource.native + bySource.codemod + bySource.model).toBe(accepted);
  expect(report.patches).toHaveLength(patches);
  for (const { patch, proof } of report.patches)
    for (const name of [patch, proof]) expect(existsSync(join(folder, name))).toBe(true);
  return report;
}

/** What the files would be after `git apply combined.diff`, alone, in a copy of the tree as it was. */
function combinedIn(copy: string): void {
  const diff = join(newestRun(playground.root), "combined.diff");
  if (readFileSync(diff).length > 0)
    execFileSync("git", ["apply", "--whitespace=nowarn", diff], {
      cwd: copy,
      stdio: "pipe",
      env: { ...process.env, GIT_CEILING_DIRECTORIES: playground.tmp },
    });
}

function kinds({ findings }: ReportV1): string[] {
  return findings.map(({ ruleId, outcome }) => `${ruleId} ${outcome.kind === "skipped" ? outcome.skip : outcome.kind}`);
}

beforeAll(() => playground.fill({}));

describe("patchpro run", () => {
  it("fixes, proves and reports; the files stay as they are until they are asked for", async () => {
    playground.fill({ "a.py": CODE, "toy.json": RULES, ".patchpro.toml": toyConfig() });
    const before = treeHash(playground.root);
    const { code, out, err } = await patchpro(playground, ["run"]);
    expect(code).toBe(0);
    expect(playground.read("a.py")).toBe(CODE);
    expect(err).toMatch(/^Reading findings: asking toy\nPlanning: 4 of 4 findings to work on, in 1 files\n/);
    expect(out).toMatch(/4 findings in 1 file {3}toy 4\n\n {2}✓ 3 fixed and proved {3}native 3\n {2}– 1 set aside\n/);
    const report = checkedReport();
    expect(kinds(report)).toEqual(["todo no-fix", "eq-none accepted", "risky accepted", "eq-none accepted"]);
    const copy = mkdtempSync(join(playground.tmp, "copy-"));
    cpSync(playground.root, copy, { recursive: true, filter: (name) => !/\.(git|patchpro)$/.test(name) });
    expect(treeHash(copy)).toBe(before);
    combinedIn(copy);
    expect(readFileSync(join(copy, "a.py"), "utf8")).toBe("# TODO\nif x is None:\n    safe()\ny is None\n");
    rmSync(copy, { recursive: true });
  });

  it("on a clean repository says so, and exits with 0", async () => {
    playground.fill({ "a.py": "x = 1\n", "toy.json": RULES, ".patchpro.toml": toyConfig() });
    const { code, out } = await patchpro(playground, ["run", "--fail-on", "info"]);
    expect([code, out]).toEqual([0, expect.stringMatching(/^No findings\. Nothing to do\.\n/)]);
    expect(checkedReport().summary.findings).toBe(0);
  });

  it("on an empty list of findings, which is what Ruff prints when nothing is wrong, has nothing to add", async () => {
    playground.fill({ "a.py": "x = 1\n", "r.json": "[]", ".patchpro.toml": toyConfig() });
    expect((await patchpro(playground, ["run", "--findings", "r.json"])).out).toBe("No findings. Nothing to do.\n");
    expect((await patchpro(playground, ["analyze", "--findings", "r.json"])).err).toBe("");
  });

  it("where nobody looks does not say that all is well", async () => {
    playground.fill({ "a.txt": "x\n" });
    const { code, out } = await patchpro(playground, ["run"]);
    expect([code, out]).toEqual([0, expect.stringMatching(/no analyzer fits this repository/)]);
    expect(out).not.toContain("Nothing to do");
  });

  it("an analyzer that the repository is set up for and that is not installed is named, with the remedy", async () => {
    const own = "packages/a/node_modules/eslint";
    playground.fill({
      "packages/a/eslint.config.js": "export default [];\n",
      ".semgrep/rules.yml": "rules: []\n",
      [`${own}/package.json`]: `{ "name": "eslint", "version": "10.0.0", "main": "api.js" }`,
      [`${own}/api.js`]: "",
      ".patchpro.toml": '[analyzers.semgrep]\nbinary = "tools/no-semgrep"\n',
    });
    for (const command of ["run", "doctor"]) {
      const told = (await patchpro(playground, [command])).out.replace(/\s+/g, " ");
      expect(told).toContain("packages/a/eslint.config.js is here, but ESLint is installed in packages/a only");
      expect(told).toContain(".semgrep is here, but Semgrep is not installed: `pip install semgrep`");
      expect(told).not.toMatch(/no analyzer fits|none fits/);
    }
    playground.fill({ "eslint.config.js": "export default [];\n" });
    const analyzed = await patchpro(playground, ["analyze"]);
    expect(analyzed).toMatchObject({
      out: "No findings.\n",
      err: expect.stringMatching(/^note: eslint was not run: /),
    });
    expect((await patchpro(playground, ["analyze", "--format", "sarif"])).out).toContain("ESLint is not installed");
    expect((await patchpro(playground, ["run"])).out).toMatch(/^No findings\.\n/);
    expect(checkedReport().notices).toEqual([
      "eslint was not run: eslint.config.js is here, but ESLint is not installed: `npm ci`, or `npm install --save-dev eslint`",
    ]);
  });

  it.each([
    ["error", ["error"], 0],
    ["warning", ["warning"], 1],
    ["never", ["never"], 0],
  ])("--fail-on %s: counts what is left, not what was fixed", async (_, [severity = ""], expected) => {
    playground.fill({ "a.py": CODE, "toy.json": RULES, ".patchpro.toml": toyConfig() });
    expect((await patchpro(playground, ["run", "--fail-on", severity])).code).toBe(expected);
  });

  it.each([
    ["never", ["accepted", "no-fix"]],
    ["verify", ["accepted", "accepted"]],
  ])("unsafe = %s", async (policy, expected) => {
    playground.fill({
      "a.py": "x == None\nrisky()\n",
      "toy.json": RULES,
      ".patchpro.toml": toyConfig("", { before: `unsafe = "${policy}"` }),
    });
    await patchpro(playground, ["run"]);
    const report = checkedReport();
    expect(report.findings.map(({ outcome }) => (outcome.kind === "skipped" ? outcome.skip : outcome.kind))).toEqual(
      expected,
    );
    if (policy === "never")
      expect(report.findings[1]?.outcome).toMatchObject({
        reason: expect.stringMatching(/only fixes marked unsafe, which unsafe = "never" does not allow/),
      });
  });

  it("unsafe = always tries what a tool only displays", async () => {
    const rules = JSON.stringify([
      { id: "displayed", match: "show", fixes: [{ text: "hide", applicability: "display" }] },
    ]);
    playground.fill({ "a.py": "show\n", "toy.json": rules, ".patchpro.toml": toyConfig() });
    await patchpro(playground, ["run"]);
    expect(kinds(checkedReport())).toEqual(["displayed no-fix"]);
    await patchpro(playground, ["run", "--unsafe", "always"]);
    expect(kinds(checkedReport())).toEqual(["displayed accepted"]);
  });

  it.each(["json", "markdown", "sarif"])("--format %s prints it alone on standard output", async (format) => {
    playground.fill({ "a.py": CODE, "toy.json": RULES, ".patchpro.toml": toyConfig() });
    const { out } = await patchpro(playground, ["run", "--quiet", "--format", format]);
    if (format === "json")
      expect(JSON.parse(out)).toEqual(
        JSON.parse(readFileSync(join(newestRun(playground.root), "report.json"), "utf8")),
      );
    else if (format === "sarif") expect(JSON.parse(out)).toMatchObject({ version: "2.1.0" });
    else expect(out).toMatch(/^# /);
  });

  it("--out puts the run's folder there, and only there", async () => {
    playground.fill({ "a.py": CODE, "toy.json": RULES, ".patchpro.toml": toyConfig() });
    await patchpro(playground, ["run", "--out", "there/run"]);
    expect(reportIn(join(playground.root, "there", "run")).summary.accepted).toBe(3);
    expect(existsSync(join(playground.root, ".patchpro"))).toBe(false);
  });

  it("--out: what it says to type next applies that run, and not an older one", async () => {
    playground.fill({ "a.py": CODE, "toy.json": RULES, ".patchpro.toml": toyConfig() });
    const { out } = await patchpro(playground, ["run", "--out", "there/run"]);
    const next = /^Next +npx patchpro (.+)$/m.exec(out)?.[1]?.split(" ") ?? [];
    expect(next).toEqual(["apply", "--run", "there/run"]);
    expect(await patchpro(playground, next)).toMatchObject({ code: 0, err: "" });
  });

  it("keeps its data out of git's sight", async () => {
    playground.fill({ "a.py": CODE, "toy.json": RULES, ".patchpro.toml": toyConfig() });
    await patchpro(playground, ["run"]);
    expect(git(playground.root, "status", "--porcelain")).not.toMatch(/\.patchpro\//);
  });

  it("two at once do not harm each other", async () => {
    playground.fill({ "a.py": CODE, "toy.json": RULES, ".patchpro.toml": toyConfig() });
    const both = await Promise.all([patchpro(playground, ["run"]), patchpro(playground, ["run"])]);
    expect(both.map(({ code }) => code)).toEqual([0, 0]);
    const runs = join(playground.root, ".patchpro", "runs");
    expect(readdirSync(runs).map((name) => reportIn(join(runs, name)).summary.accepted)).toEqual([3, 3]);
  });
});

describe("only what changed", () => {
  const committed = () => {
    playground.fill({
      "a.py": "a == None\nb\nc == None\n",
      "toy.json": RULES,
      ".patchpro.toml": toyConfig(),
      ".gitignore": ".patchpro\n",
    });
    git(playground.root, "add", "-A");
    git(playground.root, "commit", "-q", "--allow-empty", "-m", "base");
  };

  it("--base: findings on lines that changed since, new files too; the others are set aside", async () => {
    committed();
    writeFiles(playground.root, { "a.py": "a == None\nb == None\nc == None\n", "new.py": "x == None\n" });
    await patchpro(playground, ["run", "--base", "HEAD", "--fail-on", "info"]);
    expect(
      checkedReport().findings.map(({ path, startLine, outcome }) => `${path}:${startLine} ${outcome.kind}`),
    ).toEqual(["a.py:1 skipped", "a.py:2 accepted", "a.py:3 skipped", "new.py:1 accepted"]);
  });

  it("--staged: findings on staged lines", async () => {
    committed();
    writeFiles(playground.root, { "a.py": "a == None\nb == None\nc == None\n" });
    git(playground.root, "add", "a.py");
    appendFileSync(join(playground.root, "a.py"), "d == None\n");
    await patchpro(playground, ["run", "--staged"]);
    expect(checkedReport().findings.map(({ startLine, outcome }) => `${startLine} ${outcome.kind}`)).toEqual([
      "1 skipped",
      "2 accepted",
      "3 skipped",
      "4 skipped",
    ]);
  });

  it("--staged in a hook: the index of the commit that is being made, and never one of another repository", async () => {
    committed();
    writeFiles(playground.root, { "a.py": "a == None\nb == None\nc == None\n" });
    const stages = (index: string) => {
      const env = { ...process.env, GIT_INDEX_FILE: join(playground.root, index), GIT_DIR: ".git" };
      execFileSync("git", ["add", "a.py"], { cwd: playground.root, env });
      return { env: { GIT_INDEX_FILE: join(playground.root, index) } };
    };
    await patchpro(playground, ["run", "--staged"], stages(".git/next-index-1.lock"));
    expect(checkedReport().summary.accepted).toBe(1);
    await patchpro(playground, ["run", "--staged"], stages(".patchpro/index"));
    expect(checkedReport().summary.accepted).toBe(0);
  });

  it("paths: only what lies there", async () => {
    playground.fill({
      "src/a.py": "a == None\n",
      "b.py": "b == None\n",
      "toy.json": RULES,
      ".patchpro.toml": toyConfig(),
    });
    await patchpro(playground, ["run", "."], { cwd: "src" });
    expect(checkedReport().findings.map(({ path }) => path)).toEqual(["src/a.py"]);
  });
});

describe("analyze", () => {
  it("says why findings are set aside, and what a report is silent about", async () => {
    playground.fill({ "a.py": "x == None\n", ".patchpro.toml": "[analyzers.ruff]\nenabled = false\n" });
    expect(await patchpro(playground, ["analyze"])).toMatchObject({
      out: "No findings.\n",
      err: expect.stringMatching(/^note: nobody looked: no analyzer fits this repository/),
    });
    const finding = { ruleId: "E1", startLine: 1, severity: "error", message: "m" };
    const findings = [
      { ...finding, path: "b.py" },
      { ...finding, path: "c.py" },
      { ...finding, path: "" },
    ];
    const stale = { ...finding, path: "a.py", startLine: 9 };
    const report = { version: 1, tool: "elsewhere", findings: [...findings, stale] };
    writeFiles(playground.root, { "r.json": JSON.stringify(report) });
    expect(await patchpro(playground, ["analyze", "--findings", "r.json"])).toMatchObject({
      out: "No findings. 3 set aside: the file is not there 2, the file has changed since it was analyzed 1.\n",
      err: expect.stringMatching(/^note: r\.json: a result that cannot be read was left out \(findings\[2\]\.path/),
    });
  });
});

describe("what is proved, and what is not", () => {
  const REPORT = {
    version: 1,
    tool: "elsewhere",
    findings: [
      {
        ruleId: "E1",
        path: "a.py",
        startLine: 1,
        startColumn: 3,
        endColumn: 10,
        severity: "error",
        message: "m",
        fixes: [{ edits: [{ path: "a.py", start: 2, end: 9, text: "is None" }] }],
      },
    ],
  };
  const QUIET = "[analyzers.ruff]\nenabled = false\n";

  it("a finding whose analyzer cannot be run again is refused at `cleared`, with the remedy", async () => {
    playground.fill({ "a.py": "x == None\n", "r.json": JSON.stringify(REPORT), ".patchpro.toml": QUIET });
    const { out } = await patchpro(playground, ["run", "--findings", "r.json"]);
    expect(out).toMatch(
      /1 refused: its analyzer cannot be run again here \(cleared\)\n.*→ Install it; `patchpro doctor`/s,
    );
    expect(checkedReport().findings[0]?.outcome).toMatchObject({
      kind: "rejected",
      check: "cleared",
      code: "ANALYZER_UNAVAILABLE",
      reason: expect.stringMatching(/install it, set up \[analyzers\.elsewhere\], or take "cleared" out of require/),
    });
  });

  it("`require` without it accepts the patch, and labels what was not proved", async () => {
    playground.fill({
      "a.py": "x == None\n",
      "r.json": JSON.stringify(REPORT),
      ".patchpro.toml": `require = ["parses", "honest"]\n${QUIET}`,
    });
    const { out } = await patchpro(playground, ["run", "--findings", "r.json"]);
    const report = checkedReport();
    expect(report.patches[0]?.unproved).toContain("cleared");
    expect(report.findings[0]?.outcome).toMatchObject({
      kind: "accepted",
      unproved: expect.arrayContaining(["cleared"]),
    });
    expect(out).toMatch(/1 patch passed every check you require, but not every check/);
  });

  it("the same defect from two tools is one finding with two witnesses", async () => {
    const finding = { path: "a.py", startLine: 1, startColumn: 1, endColumn: 6, severity: "error", message: "m" };
    const findings = [
      { ...finding, tool: "ruff", ruleId: "S608" },
      { ...finding, tool: "bandit", ruleId: "B608" },
    ];
    playground.fill({
      "a.py": "execute(q)\n",
      "r.json": JSON.stringify({ version: 1, tool: "both", findings }),
      ".patchpro.toml": QUIET,
    });
    await patchpro(playground, ["run", "--findings", "r.json"]);
    const report = checkedReport();
    expect(kinds(report).filter((kind) => kind.endsWith("duplicate"))).toHaveLength(1);
    expect(
      report.findings.find(({ outcome }) => !(outcome.kind === "skipped" && outcome.skip === "duplicate"))?.witnesses,
    ).toHaveLength(1);
  });

  it("A11: a fix that silences the tool is refused at `honest`", async () => {
    const rules = JSON.stringify([{ id: "loud", match: "loud\\(\\)$", fixes: [{ text: "loud()  # noqa" }] }]);
    playground.fill({ "a.py": "loud()\n", "toy.json": rules, ".patchpro.toml": toyConfig() });
    await patchpro(playground, ["run"]);
    expect(checkedReport().findings[0]?.outcome).toMatchObject({ kind: "rejected", check: "honest" });
  });

  it("A13: after a failure on the way to --apply nothing is left in the tree", async () => {
    playground.fill({ "a.py": CODE, "toy.json": RULES, ".patchpro.toml": toyConfig() });
    const before = treeHash(playground.root);
    const { code } = await patchpro(playground, ["run", "--apply", "--base", "nope"]);
    expect([code, treeHash(playground.root)]).toEqual([2, before]);
  });

  it("A13: a file that changes while the run works is not overwritten by --apply", async () => {
    playground.fill({ "a.py": CODE, "b.py": CODE, "toy.json": RULES, ".patchpro.toml": toyConfig() });
    const meddle = (text: string) => {
      if (text.startsWith("Writing the report")) appendFileSync(join(playground.root, "a.py"), "z = 1\n");
    };
    const { code, err } = await patchpro(playground, ["run", "--apply"], { onErr: meddle });
    expect([code, playground.read("a.py"), playground.read("b.py")]).toEqual([2, `${CODE}z = 1\n`, CODE]);
    expect(err).toMatch(/error: the patches were not applied: a\.py .*\nhint: Nothing was changed\./);
  });
});
