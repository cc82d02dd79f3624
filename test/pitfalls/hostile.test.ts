import { chmodSync, existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { newestRun, patchpro, reportIn, toyConfig } from "../e2e/support/cli.ts";
import { git, openPlayground, writeFiles } from "../pipeline/toy/repair.ts";

/** Pitfalls E: what a hostile repository or report may try on whoever runs PatchPro on it. */

const playground = openPlayground();
afterAll(() => playground.remove());
afterEach(() => expect(readdirSync(playground.tmp), "no temporary files are left").toEqual([]));
const windows = process.platform === "win32";

const RULES = JSON.stringify([{ id: "old", match: "\\bold\\b", fixes: [{ text: "new" }] }]);

describe("E: a hostile repository", () => {
  it("E: words in a message, a rule or a fix reach neither the terminal nor a workflow as commands", async () => {
    const nasty =
      "\u001b]0;owned\u0007\u001b[2J\n::error file=a::owned\r\n::set-output name=x::y\n```\n<script>alert(1)</script> @everyone";
    const finding = {
      ruleId: "r\u001b[31m",
      path: "a.txt",
      startLine: 1,
      startColumn: 1,
      endColumn: 4,
      severity: "error",
      message: nasty,
      helpUrl: "javascript:alert(1)",
      fixes: [{ message: nasty, edits: [{ path: "a.txt", start: 0, end: 3, text: "new" }] }],
    };
    playground.fill({
      "a.txt": "old\n",
      "r.json": JSON.stringify({ version: 1, tool: "t\u001b[1m", findings: [finding] }),
      ".patchpro.toml": 'require = ["parses"]\n[analyzers.ruff]\nenabled = false\n',
    });
    for (const format of ["text", "markdown"]) {
      const { out, err } = await patchpro(playground, ["run", "--findings", "r.json", "--format", format]);
      expect(`${out}${err}`).not.toMatch(/\u001b|\u0007|^::/m);
    }
    const folder = newestRun(playground.root);
    expect(readFileSync(join(folder, "report.md"), "utf8")).not.toMatch(/\u001b|^::|<script>|javascript:/m);
    expect(reportIn(folder).findings[0]?.message).toBe(nasty);
  });

  it("E: git hooks, filters and an fsmonitor of the repository do not run", { skip: windows }, async () => {
    playground.fill({
      "a.txt": "old\n",
      "toy.json": RULES,
      ".patchpro.toml": toyConfig('[tests]\ncommand = ["git", "--version"]\n'),
      ".gitignore": ".patchpro\n",
    });
    git(playground.root, "add", "-A");
    git(playground.root, "commit", "-q", "--allow-empty", "-m", "files");
    const mark = join(playground.tmp, "..", "hook-ran");
    const script = `#!/bin/sh\necho ran >> '${mark}'\n`;
    for (const hook of ["post-checkout", "pre-commit", "post-index-change", "reference-transaction"]) {
      writeFiles(playground.root, { [`.git/hooks/${hook}`]: script });
      chmodSync(join(playground.root, ".git", "hooks", hook), 0o755);
    }
    writeFiles(playground.root, { ".git/monitor": script });
    chmodSync(join(playground.root, ".git", "monitor"), 0o755);
    git(playground.root, "config", "core.fsmonitor", join(playground.root, ".git", "monitor"));
    const { code, err } = await patchpro(playground, ["run", "--apply", "--base", "HEAD~0"]);
    const { out } = await patchpro(playground, ["run", "--apply"]);
    git(playground.root, "config", "--unset", "core.fsmonitor");
    for (const hook of readdirSync(join(playground.root, ".git", "hooks")))
      chmodSync(join(playground.root, ".git", "hooks", hook), 0o644);
    expect(code, err).toBe(0);
    expect(out).toMatch(/1 fixed and proved/);
    expect(existsSync(mark) ? readFileSync(mark, "utf8") : "", "nothing of the repository's ran").toBe("");
  });

  it("E: an analyzer sees no secrets", async () => {
    const spy = `const seen = Object.entries(process.env).filter(([name, value]) => /KEY|TOKEN|SECRET/.test(name) || /sk-[a-z]{20}/.test(value)).map(([name]) => name); console.log(JSON.stringify({ version: 1, tool: "spy", findings: [{ ruleId: "seen", path: "a.txt", startLine: 1, severity: "info", message: "saw: " + seen }] }))`;
    playground.fill({
      "a.txt": "x\n",
      ".patchpro.toml": `[analyzers.ruff]\nenabled = false\n[analyzers.spy]\ncommand = ${JSON.stringify([process.execPath, "-e", spy])}\nformat = "findings"\n`,
    });
    const env = {
      ANTHROPIC_API_KEY: "sk-ant-1",
      GITHUB_TOKEN: "ghp_1",
      HARMLESS_NAME: `sk-${"a".repeat(30)}`,
      NPM_CONFIG_SECRET: "x",
    };
    await patchpro(playground, ["run"], { env });
    expect(reportIn(newestRun(playground.root)).findings.map(({ message }) => message)).toEqual(["saw: "]);
  });

  it("E: a fix may not change git's own folder, workflows or analyzer configuration", async () => {
    const files = {
      "a.txt": "old\n",
      ".github/workflows/ci.yml": "on: push\n",
      "package-lock.json": "{}\n",
      "ruff.toml": "select = []\n",
    };
    const targets = [".github/workflows/ci.yml", "package-lock.json", "ruff.toml", ".git/config"];
    const findings = targets.map((path, at) => ({
      ruleId: `r${at}`,
      path: "a.txt",
      startLine: 1,
      severity: "error",
      message: `m${at}`,
      fixes: [{ edits: [{ path, start: 0, end: 1, text: "#" }] }],
    }));
    playground.fill({
      ...files,
      "r.json": JSON.stringify({ version: 1, tool: "other", findings }),
      ".patchpro.toml": 'require = ["scoped"]\n[analyzers.ruff]\nenabled = false\n',
    });
    const gitConfig = readFileSync(join(playground.root, ".git", "config"), "utf8");
    await patchpro(playground, ["run", "--findings", "r.json", "--apply"]);
    const report = reportIn(newestRun(playground.root));
    expect(report.summary.accepted).toBe(0);
    for (const [name, text] of Object.entries(files)) expect(playground.read(name)).toBe(text);
    expect(readFileSync(join(playground.root, ".git", "config"), "utf8")).toBe(gitConfig);
  });
});
