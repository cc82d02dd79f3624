import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runInWorktree, type WorktreeRun } from "../../src/adapters/system/worktree.ts";
import { git, repository, runner, temporaryFolder, windows, write } from "./support.ts";

const change = (path: string, before: string | null, after: string | null) => ({
  path,
  before,
  after,
  encoding: "utf8" as const,
});

async function runHere(root: string, script: string, rest: Partial<WorktreeRun> = {}) {
  const tmp = temporaryFolder();
  const order = {
    workspace: { root },
    runner,
    changes: [],
    command: { file: process.execPath, args: ["-e", script] },
    timeoutMs: 60_000,
    tmp,
    ...rest,
  };
  const completed = await runInWorktree(order);
  expect(readdirSync(tmp)).toEqual([]);
  expect(git(root, "worktree", "list", "--porcelain").match(/^worktree /gm)).toHaveLength(1);
  return { ...completed, out: completed.stdout.toString() };
}

const PRINT = (path: string) =>
  `try { process.stdout.write(require('node:fs').readFileSync(${JSON.stringify(path)}, 'utf8')) } catch (error) { process.stdout.write(error.code) }`;

describe("a command in a throw-away work tree", () => {
  it("sees the change; the user's files stay as they are", async () => {
    const root = repository({ "a.py": "a\n", "b.py": "b\n" });
    const changes = [change("a.py", "a\n", "A\n"), change("b.py", "b\n", null), change("new/c.py", null, "c\n")];
    const seen = await runHere(
      root,
      `const fs = require('node:fs'); console.log(JSON.stringify([fs.readFileSync('a.py', 'utf8'), fs.existsSync('b.py'), fs.readFileSync('new/c.py', 'utf8')])); process.exitCode = 7`,
      { changes },
    );
    expect([seen.ended, seen.exitCode, JSON.parse(seen.out)]).toEqual(["exited", 7, ["A\n", false, "c\n"]]);
    expect(git(root, "status", "--porcelain")).toBe("");
  });

  it("sees a change inside a submodule, and leaves the user's submodule as it is", async () => {
    const library = repository({ "a.py": "a\n", "b.py": "b\n", "deep/c.py": "c\n" });
    const root = repository({ "top/own.py": "own\n" });
    git(root, "submodule", "add", "-q", library, "top/library");
    git(root, "commit", "-qm", "submodule");
    write(root, { "top/library/b.py": "dirty\n" });
    const read = "const fs = require('node:fs'); fs.writeFileSync('library/deep/made', '');";
    const seen = await runHere(
      root,
      `${read} console.log(JSON.stringify(['a.py', 'b.py', 'deep/c.py'].map((f) => fs.readFileSync('library/' + f, 'utf8'))))`,
      { workspace: { root: join(root, "top") }, changes: [change("library/a.py", "a\n", "A\n")] },
    );
    expect(JSON.parse(seen.out)).toEqual(["A\n", "dirty\n", "c\n"]);
    expect(git(join(root, "top/library"), "status", "--porcelain")).toBe(" M b.py\n");
  });

  it("sees what the user has not committed yet, and not what git ignores", async () => {
    const root = repository({ "a.py": "a\n", "gone.py": "", "staged.py": "", ".gitignore": "*.log\n" });
    write(root, { "a.py": "dirty\n", "staged.py": "staged\n", "sub/new.py": "new\n", "x.log": "" });
    git(root, "add", "staged.py");
    git(root, "rm", "-q", "gone.py");
    const seen = await runHere(
      root,
      "const fs = require('node:fs'); console.log(JSON.stringify([['a.py', 'staged.py', 'sub/new.py'].map((f) => fs.readFileSync(f, 'utf8')), ['gone.py', 'x.log'].map(fs.existsSync)]))",
    );
    expect(JSON.parse(seen.out)).toEqual([
      ["dirty\n", "staged\n", "new\n"],
      [false, false],
    ]);
    expect(git(root, "status", "--porcelain").split("\n").length).toBe(5);
  });

  it("removes what a PatchPro left that was killed, and nothing of one that runs, of another machine, or of anybody else", async () => {
    const root = repository({ "a.py": "a\n" });
    const tmp = temporaryFolder();
    const { pid } = spawnSync(process.execPath, ["-e", ""]);
    const leave = (ending: string, owner: unknown): string => {
      const parent = join(tmp, `patchpro-tests-${ending}`);
      mkdirSync(parent);
      git(root, "worktree", "add", "--detach", "--quiet", join(parent, `patchpro-${ending}`), "HEAD");
      if (owner !== undefined) writeFileSync(join(parent, "owner.json"), JSON.stringify(owner));
      return `patchpro-tests-${ending}`;
    };
    leave("killed", { host: hostname(), pid });
    const others = [
      leave("living", { host: hostname(), pid: process.pid }),
      leave("remote", { host: `${hostname()}-not`, pid }),
      leave("nobody", undefined),
      leave("oddone", { pid: "?" }),
    ];
    const order = { workspace: { root }, runner, changes: [], timeoutMs: 60_000, tmp };
    await runInWorktree({ ...order, command: { file: process.execPath, args: ["-e", ""] } });
    expect(readdirSync(tmp).sort()).toEqual(others.sort());
    expect(git(root, "worktree", "list", "--porcelain").match(/^worktree /gm)).toHaveLength(1 + others.length);
  });

  it("starts where the root stands", async () => {
    const root = repository({ "sub/a.py": "a\n", "b.py": "" });
    expect((await runHere(join(root, "sub"), PRINT("a.py"), { changes: [change("a.py", "a\n", "A\n")] })).out).toBe(
      "A\n",
    );
  });

  it("finds installed packages; the repository's own packages are those with the change", async () => {
    const root = repository({
      "packages/own/index.js": "module.exports = 'old'",
      ".gitignore": "node_modules/\n.venv/\nbuild/\n",
    });
    write(root, { "node_modules/dep/index.js": "module.exports = 'dep'", ".venv/bin/python": "", "build/out.txt": "" });
    mkdirSync(join(root, "node_modules/@scope"));
    symlinkSync(join(root, "packages/own"), join(root, "node_modules/@scope/own"), "junction");
    const script =
      "console.log(require('dep'), require('@scope/own'), ...['.venv/bin/python', 'build'].map(require('node:fs').existsSync))";
    const seen = await runHere(root, script, {
      changes: [change("packages/own/index.js", null, "module.exports = 'new'")],
    });
    expect([seen.out, seen.stderr]).toEqual(["dep new true false\n", ""]);
    expect(existsSync(join(root, "node_modules/dep/index.js"))).toBe(true);
  });

  it("sees the change also where the project is installed in place: its folder comes first on PYTHONPATH", async () => {
    const root = repository({ "pyproject.toml": "", "src/pkg.py": "" });
    const seen = await runHere(root, "console.log(process.env.PYTHONPATH)");
    expect(seen.out).toContain(join("src"));
    expect(seen.out).not.toContain(root);
  });

  it("runs no hook and has no secrets", async () => {
    const root = repository();
    for (const hook of ["post-checkout", "pre-commit"])
      write(root, { [`.git/hooks/${hook}`]: '#!/bin/sh\necho ran >> "$(git rev-parse --git-common-dir)/ran"\n' });
    git(root, "config", "core.hooksPath", join(root, ".git", "hooks"));
    await runHere(root, "0");
    expect(existsSync(join(root, ".git", "ran"))).toBe(false);
  });

  it("is removed when the command hangs, is called off, or is missing", async () => {
    const root = repository();
    expect(await runHere(root, "setInterval(() => {}, 1000)", { timeoutMs: 300 })).toMatchObject({
      ended: "timed-out",
    });
    expect(await runHere(root, "setInterval(() => {}, 1000)", { signal: AbortSignal.timeout(1500) })).toMatchObject({
      ended: "aborted",
    });
    expect(await runHere(root, "0", { signal: AbortSignal.abort() })).toMatchObject({ ended: "aborted" });
    expect(await runHere(root, "", { command: { file: "patchpro-no-such-program", args: [] } })).toMatchObject({
      ended: "not-found",
    });
  });

  it.skipIf(windows)("is removed with whatever the command left in it (POSIX modes)", async () => {
    const root = repository();
    const seen = await runHere(
      root,
      "const fs = require('node:fs'); fs.mkdirSync('locked/deep', { recursive: true }); fs.writeFileSync('locked/deep/x', ''); fs.chmodSync('locked/deep', 0); fs.chmodSync('locked', 0o500)",
    );
    expect(seen.exitCode).toBe(0);
  });

  it("does not collide with another at the same time", async () => {
    const root = repository();
    const tmp = temporaryFolder();
    const runs = [1, 2, 3, 4].map((at) =>
      runInWorktree({
        workspace: { root },
        runner,
        tmp,
        timeoutMs: 60_000,
        changes: [change("a.py", null, `${at}`)],
        command: { file: process.execPath, args: ["-e", PRINT("a.py")] },
      }),
    );
    expect((await Promise.all(runs)).map(({ stdout }) => stdout.toString())).toEqual(["1", "2", "3", "4"]);
    expect(git(root, "worktree", "list", "--porcelain").match(/^worktree /gm)).toHaveLength(1);
  });

  it("writes nothing outside, though the commit may hold a symlink that leads there", async () => {
    const outside = temporaryFolder();
    const root = repository();
    symlinkSync(outside, join(root, "out"), "junction");
    git(root, "add", "-A");
    git(root, "commit", "-qm", "link");
    await expect(runHere(root, "0", { changes: [change("out/x.py", null, "evil")] })).rejects.toMatchObject({
      name: "PatchProError",
    });
    expect(readdirSync(outside)).toEqual([]);
    expect(git(root, "worktree", "list", "--porcelain").match(/^worktree /gm)).toHaveLength(1);
  });

  it("needs a commit, and says so", async () => {
    const root = temporaryFolder();
    git(root, "init", "-q");
    await expect(runHere(root, "0")).rejects.toMatchObject({
      code: "repository",
      hint: expect.stringContaining("git commit"),
    });
    writeFileSync(join(root, "x"), "");
    expect(readFileSync(join(root, "x"), "utf8")).toBe("");
  });
});
