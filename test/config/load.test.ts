import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadConfig } from "../../src/config/load.ts";
import { findRoot } from "../../src/config/root.ts";
import { PatchProError } from "../../src/domain/errors.ts";

let root: string;
beforeEach(() => {
  root = realpathSync(mkdtempSync(path.join(tmpdir(), "patchpro-config-")));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
}

function failureOf(run: () => unknown): PatchProError {
  try {
    run();
  } catch (error) {
    if (error instanceof PatchProError) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}

describe("loading a configuration", () => {
  it("takes the first of the three places and names the ones it leaves aside", () => {
    write(".patchpro.toml", 'unsafe = "never"');
    write("pyproject.toml", '[tool.patchpro]\nunsafe = "always"');
    write("package.json", '{"patchpro": {"unsafe": "always"}}');
    const loaded = loadConfig(root);
    expect(loaded.config.unsafe).toBe("never");
    expect(loaded.file).toBe(".patchpro.toml");
    expect(loaded.warnings).toEqual([
      "[tool.patchpro] in pyproject.toml is not used, because .patchpro.toml is. Keep one of them.",
      '"patchpro" in package.json is not used, because .patchpro.toml is. Keep one of them.',
    ]);
  });

  it("works without any configuration", () => {
    expect(loadConfig(root)).toMatchObject({ file: undefined, warnings: [] });
  });

  it("only warns about a broken file that does not speak of PatchPro", () => {
    write("package.json", "{ oops");
    expect(loadConfig(root).warnings).toEqual([expect.stringContaining("package.json:1:")]);
  });

  it("stops at a broken file that does", () => {
    write("pyproject.toml", "[tool.patchpro]\nunsafe = = 1");
    expect(failureOf(() => loadConfig(root)).message).toContain("pyproject.toml:2:");
  });

  it("lists every problem in one error of the kind that exits with 2", () => {
    write(".patchpro.toml", "a = 1\nb = 2");
    const error = failureOf(() => loadConfig(root));
    expect(error.exitCode).toBe(2);
    expect(error.message).toMatch(
      /^2 problems in the configuration\n\.patchpro\.toml:1:1 {2}unknown key `a`\n[\s\S]*\n\.patchpro\.toml:2:1 {2}unknown key `b`/,
    );
  });

  it("reads the file that was asked for and no other", () => {
    write(".patchpro.toml", "broken = = 1");
    write("ci/strict.toml", 'fail_on = "warning"');
    write("ci/strict.json", '{"fail_on": "info"}');
    expect(loadConfig(root, "ci/strict.toml").config.failOn).toBe("warning");
    expect(loadConfig(root, "ci/strict.json").config.failOn).toBe("info");
    expect(failureOf(() => loadConfig(root, "ci/none.toml")).message).toBe(
      "there is no configuration file ci/none.toml",
    );
  });

  it("says so when the place holds a folder", () => {
    mkdirSync(path.join(root, ".patchpro.toml"));
    expect(failureOf(() => loadConfig(root)).message).toBe(".patchpro.toml is not a file");
  });
});

describe("finding the root", () => {
  it("takes the folder that was asked for", () => {
    write("a/b/x", "");
    expect(findRoot(path.join(root, "a"), "b")).toEqual({ root: path.join(root, "a/b"), because: "option" });
    expect(failureOf(() => findRoot(root, "none")).exitCode).toBe(2);
    expect(failureOf(() => findRoot(root, "a/b/x")).message).toBe("--root a/b/x is not a folder");
  });

  it("takes the nearest folder with a configuration, also a wrong one", () => {
    write(".git/HEAD", "");
    write("pkg/pyproject.toml", "[tool.patchpro]\nnonsense = 1");
    write("pkg/src/deep/x", "");
    expect(findRoot(path.join(root, "pkg/src/deep"))).toEqual({
      root: path.join(root, "pkg"),
      because: "configuration",
    });
  });

  it("passes by files that configure others only, up to the repository's top", () => {
    write(".git", "gitdir: elsewhere");
    write("pkg/package.json", '{"name": "pkg"}');
    expect(findRoot(path.join(root, "pkg"))).toEqual({ root, because: "git" });
  });

  it("does not look above the repository", () => {
    write(".patchpro.toml", "");
    write("repository/.git/HEAD", "");
    expect(findRoot(path.join(root, "repository"))).toEqual({ root: path.join(root, "repository"), because: "git" });
  });
});
