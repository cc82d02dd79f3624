import { describe, expect, it } from "vitest";
import type { Finding } from "../../src/domain/finding.ts";
import { protectionOf } from "../../src/verify/protected-paths.ts";
import { DEFAULT_SCOPE, scoped } from "../../src/verify/scoped.ts";

const finding = (path: string, line = 1): Finding => ({
  id: "f",
  tool: "ruff",
  ruleId: "X1",
  path,
  severity: "error",
  message: "m",
  fixes: [],
  witnesses: [],
  startLine: line,
  startColumn: 1,
  endLine: line,
  endColumn: 2,
});
const change = (path: string, before: string | null = "a\n", after: string | null = "b\n") => ({
  path,
  before,
  after,
  encoding: "utf8" as const,
});
const LONG = `"""Doc."""\nimport os\n\n${Array.from({ length: 1_000 }, (_, n) => `x${n} = ${n}`).join("\n")}\n`;

describe("scoped", () => {
  it("passes for a small change beside its finding", () => {
    expect(scoped({ changes: [change("src/a.py")], findings: [finding("src/a.py")] }).status).toBe("pass");
  });

  it("refuses files without a finding, and allows those that a setting or a native fix names", () => {
    const examined = { changes: [change("src/a.py"), change("src/b.py")], findings: [finding("src/a.py")] };
    expect(scoped(examined).code).toBe("SCOPE_UNRELATED_FILE");
    expect(scoped({ ...examined, relatedPaths: ["src/b.py"] }).status).toBe("pass");
    expect(scoped(examined, { ...DEFAULT_SCOPE, allowPaths: ["src/*.py"] }).status).toBe("pass");
    const edits = [{ path: "src/b.py", start: 0, end: 1, text: "b" }];
    const native = { ...finding("src/a.py"), fixes: [{ applicability: "safe" as const, message: "", edits }] };
    expect(scoped({ ...examined, findings: [native], source: "native" }).status).toBe("pass");
    expect(scoped({ ...examined, findings: [native], source: "model" }).code).toBe("SCOPE_UNRELATED_FILE");
  });

  it.each([
    "../x.py",
    "/etc/passwd",
    "a/../../x.py",
    "C:\\x.py",
    "c:/x.py",
    "a\\b.py",
    "a//b.py",
    "./a.py",
    "",
    "a/\u0000.py",
    "a/.. /b.py",
    "\\\\host\\x",
  ])("refuses the path %j", (path) => {
    expect(scoped({ changes: [change(path)], findings: [finding(path)] }).code).toBe("APPLY_OUTSIDE_REPO");
  });

  it.each([
    ".git/config",
    ".GIT/hooks/pre-commit",
    "a/.git/config",
    ".git /config",
    ".git./config",
    "GIT~1/config",
    ".g\u200cit/config",
    ".git::$INDEX_ALLOCATION/config",
  ])("never lets a patch touch %j, whatever is allowed", (path) => {
    expect(
      scoped({ changes: [change(path)], findings: [finding(path)] }, { ...DEFAULT_SCOPE, allowPaths: ["**"] }).code,
    ).toBe("SCOPE_PROTECTED_PATH");
  });

  it.each([
    "package-lock.json",
    "yarn.lock",
    "web/pnpm-lock.yaml",
    "poetry.lock",
    "uv.lock",
    "Pipfile.lock",
    "PIPFILE.LOCK",
    "Cargo.lock",
    "go.sum",
    "package.json",
    "requirements.txt",
    "requirements-dev.txt",
    "requirements/prod.txt",
    "Pipfile",
    "go.mod",
    "setup.py",
    "pom.xml",
    "a/Package.JSON",
  ])("guards the dependencies in %s", (path) => {
    const changes = [change(path)];
    expect(scoped({ changes, findings: [finding("src/a.py")] }).code).toBe("SCOPE_DEPENDENCY_CHANGED");
    expect(scoped({ changes, findings: [finding(path)] }).status).toBe("pass");
    expect(scoped({ changes, findings: [finding("src/a.py")] }, { ...DEFAULT_SCOPE, allowPaths: ["**"] }).status).toBe(
      "pass",
    );
  });

  it.each([
    "ruff.toml",
    ".ruff.toml",
    "RUFF.TOML",
    "pyproject.toml",
    "setup.cfg",
    "tox.ini",
    ".flake8",
    "mypy.ini",
    "eslint.config.js",
    "eslint.config.mts",
    ".eslintrc",
    ".eslintrc.json",
    ".semgrep.yml",
    ".semgrepignore",
    ".semgrep/rules.yml",
    "tsconfig.json",
    "tsconfig.build.json",
    ".pre-commit-config.yaml",
    ".gitlab-ci.yml",
    "codecov.yml",
    ".github/workflows/ci.yml",
    ".GitHub/x",
    "biome.json",
    ".golangci.yml",
    ".patchpro.toml",
    ".patchpro/codemods/x.yml",
    "vitest.config.ts",
    ".gitignore",
    ".circleci/config.yml",
    "sonar-project.properties",
  ])("guards the configuration %s", (path) => {
    expect(scoped({ changes: [change(path)], findings: [finding("src/a.py")] }).code).toBe("SCOPE_PROTECTED_PATH");
    expect(scoped({ changes: [change(path)], findings: [finding(path)] }).status).toBe("pass");
  });

  it("does not guard ordinary files with similar names", () => {
    for (const path of [
      "src/package.py",
      "src/git/a.py",
      "docs/requirements.md",
      "src/ruff.py",
      "a.github.ts",
      "src/eslint.ts",
      "gitlab.yml",
      "src/tsconfig.ts",
    ]) {
      expect([path, protectionOf(path)]).toEqual([path, undefined]);
    }
  });

  it("obeys `protect` before everything else", () => {
    const examined = { changes: [change("vendor/a.py")], findings: [finding("vendor/a.py")] };
    expect(scoped(examined, { ...DEFAULT_SCOPE, protect: ["vendor/**"], allowPaths: ["**"] }).code).toBe(
      "SCOPE_PROTECTED_PATH",
    );
  });

  it("limits files and lines", () => {
    const findings = [finding("a.py")];
    const many = Array.from({ length: 11 }, (_, n) => change(`a${n}.py`));
    expect(scoped({ changes: many, findings }, { ...DEFAULT_SCOPE, allowPaths: ["*"] }).code).toBe("SCOPE_TOO_LARGE");
    const lines = (text: string) => Array.from({ length: 150 }, (_, n) => `${text}${n}\n`).join("");
    const large = [change("a.py", lines("a"), lines("b"))];
    expect(scoped({ changes: large, findings }).code).toBe("SCOPE_TOO_LARGE");
    expect(scoped({ changes: large, findings: [finding("a.py"), finding("a.py", 2)] }).status).toBe("pass");
  });

  it("keeps changes near their finding, imports and other opening lines aside", () => {
    const at = (line: number, to: string, near: number, source?: "native") => {
      const lines = LONG.split("\n");
      lines[line - 1] = to;
      return scoped({
        changes: [change("a.py", LONG, lines.join("\n"))],
        findings: [finding("a.py", near)],
        ...(source && { source }),
      });
    };
    expect(at(900, "y = 1", 890).status).toBe("pass");
    expect(at(900, "y = 1", 100).code).toBe("SCOPE_TOO_FAR");
    expect(at(900, "y = 1", 100).detail).toContain("800 lines");
    expect(at(900, "y = 1", 100, "native").status).toBe("pass");
    expect(at(2, "import os, sys", 900).status).toBe("pass");
    expect(at(1, '"""New doc."""', 900).status).toBe("pass");
    expect(at(3, "import a\nimport b\n", 900).status).toBe("pass");
    expect(at(10, "y = 1", 900).code).toBe("SCOPE_TOO_FAR");
  });
});
