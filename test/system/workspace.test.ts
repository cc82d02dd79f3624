import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createProcessRunner } from "../../src/adapters/system/process.ts";
import { openWorkspace } from "../../src/adapters/system/workspace.ts";
import { git, repository, runner, temporaryFolder, windows, write } from "./support.ts";

const open = (root: string) => openWorkspace({ root, runner, tmp: temporaryFolder() });

function bareRepository(): string {
  const folder = temporaryFolder();
  git(folder, "init", "-q", "--bare");
  return folder;
}

describe("opening", () => {
  it("accepts the top, a folder below, a linked work tree and a submodule, with symlinks resolved", async () => {
    const root = repository({ "sub/a.py": "" });
    expect((await open(root)).root).toBe(root);
    expect((await open(join(root, "sub"))).root).toBe(join(root, "sub"));
    const tree = join(temporaryFolder(), "tree");
    git(root, "worktree", "add", "-q", tree);
    expect(await (await open(tree)).list()).toEqual(["sub/a.py"]);
    const outer = repository();
    git(outer, "submodule", "--quiet", "add", root, "inner");
    expect(await (await open(join(outer, "inner"))).list()).toEqual(["sub/a.py"]);
    expect(await (await open(outer)).list()).toEqual([".gitmodules", "a.py"]);
    const alias = join(temporaryFolder(), "alias");
    symlinkSync(root, alias, "junction");
    expect((await open(alias)).root).toBe(root);
  });

  it.each([
    ["a folder that does not exist", () => join(temporaryFolder(), "gone"), /does not exist/],
    ["a file", () => join(repository(), "a.py"), /not a folder/],
    ["a folder outside any repository", () => temporaryFolder(), /not in a git repository/],
    ["a bare repository", bareRepository, /bare/],
    ["git's own folder", () => join(repository(), ".git"), /not a work tree/],
  ])("refuses %s with a remedy", async (_, folder, message) => {
    await expect(open(folder())).rejects.toMatchObject({
      name: "PatchProError",
      code: "repository",
      message: expect.stringMatching(message),
      hint: expect.stringMatching(/\w/),
    });
  });

  it("says that git is missing where it is", async () => {
    const without = createProcessRunner({ env: { PATH: temporaryFolder() } });
    await expect(openWorkspace({ root: repository(), runner: without, tmp: temporaryFolder() })).rejects.toMatchObject({
      code: "repository",
      hint: expect.stringContaining("Install git"),
    });
  });
});

describe("reading", () => {
  it("gives texts that turn back into the same bytes", async () => {
    const root = repository({ "utf8.py": "\ufeffé\r\n", "latin1.py": Uint8Array.of(0xe9, 0x0a) });
    const workspace = await open(root);
    expect(await workspace.read("utf8.py")).toEqual({ text: "\ufeffé\r\n", encoding: "utf8" });
    expect(await workspace.read("latin1.py")).toEqual({ text: "é\n", encoding: "latin1" });
  });

  it("answers undefined for what is no file inside the root", async () => {
    const root = repository({ "sub/a.py": "x" });
    const outside = temporaryFolder();
    write(outside, { "secret.txt": "s" });
    symlinkSync(outside, join(root, "out"), "junction");
    const workspace = await open(join(root, "sub"));
    const top = await open(root);
    for (const path of [
      "sub",
      "gone.py",
      "../x",
      "/etc/passwd",
      "",
      ".",
      "sub/../sub/a.py",
      "a\0b",
      ".git/config",
      ".GIT/config",
      "out/secret.txt",
    ]) {
      expect([path, await top.read(path)]).toEqual([path, undefined]);
    }
    expect(await workspace.read("a.py")).toEqual({ text: "x", encoding: "utf8" });
    expect(await workspace.read("../sub/a.py")).toBeUndefined();
  });

  it("refuses files above 20 MB", async () => {
    const root = repository();
    writeFileSync(join(root, "big.py"), Buffer.alloc(20 * 2 ** 20 + 1, 97));
    expect(await (await open(root)).read("big.py")).toBeUndefined();
  });

  it.skipIf(windows)(
    "follows symlinks inside, not outside or in a loop, and does not hang on a pipe (POSIX only)",
    async () => {
      const root = repository();
      symlinkSync("a.py", join(root, "inside.py"));
      symlinkSync("/etc/hostname", join(root, "outside.py"));
      symlinkSync("loop.py", join(root, "loop.py"));
      symlinkSync(".git/config", join(root, "config.py"));
      expect(spawnSync("mkfifo", [join(root, "pipe.py")]).status).toBe(0);
      const workspace = await open(root);
      expect((await workspace.read("inside.py"))?.text).toBe("one\ntwo\nthree\n");
      for (const path of ["outside.py", "loop.py", "config.py", "pipe.py"])
        expect([path, await workspace.read(path)]).toEqual([path, undefined]);
      expect(await workspace.list()).toEqual(["a.py"]);
    },
  );

  it.skipIf(windows)("answers undefined for what may not be read (POSIX modes)", async () => {
    const root = repository();
    const workspace = await open(root);
    chmodSync(root, 0o755);
    chmodSync(join(root, "a.py"), 0);
    expect(await asNobody(() => workspace.read("a.py"))).toBeUndefined();
  });
});

/** Does something without root's right to read everything, if the tests run as root. */
async function asNobody<T>(work: () => Promise<T>): Promise<T> {
  if (process.geteuid?.() !== 0) return work();
  process.seteuid?.(65_534);
  try {
    return await work();
  } finally {
    process.seteuid?.(0);
  }
}

describe("listing", () => {
  it("names tracked and untracked files that are there and not ignored", async () => {
    const root = repository({ "b.py": "", "gone.py": "", "sub/c.py": "", ".gitignore": "ignored/\n*.log\n" });
    write(root, { "new file.py": "", "ignored/x.py": "", "x.log": "" });
    git(root, "rm", "-q", "--cached", "sub/c.py");
    spawnSync("rm", [join(root, "gone.py")]);
    const workspace = await open(root);
    expect(await workspace.list()).toEqual([".gitignore", "b.py", "new file.py", "sub/c.py"]);
    expect(await workspace.list(["sub/", "./b.py"])).toEqual(["b.py", "sub/c.py"]);
    expect(await workspace.list(["."])).toHaveLength(4);
    expect(await workspace.list(["../elsewhere"])).toEqual([]);
    expect(await (await open(join(root, "sub"))).list()).toEqual(["c.py"]);
  });

  it.skipIf(windows)("takes names literally, however odd (Windows forbids them)", async () => {
    const names = ["-rf.py", "*.py", ":(top)x.py", "a\nb.py", 'q"uote\\.py', "tab\t.py", "é ü.py", "--help"];
    const root = repository(Object.fromEntries(names.map((name) => [name, "x"])));
    const workspace = await open(root);
    expect(await workspace.list()).toEqual([...names].sort());
    expect(await workspace.list(["*.py"])).toEqual(["*.py"]);
    expect(await workspace.list(["-rf.py", ":(top)x.py"])).toEqual(["-rf.py", ":(top)x.py"]);
    for (const name of names) expect(await workspace.resolve(name)).toBe(name);
  });

  it("does not run what the repository configures", async () => {
    const root = repository();
    git(root, "config", "core.fsmonitor", "echo ran > ran.txt; false");
    expect(await (await open(root)).list()).toEqual(["a.py"]);
  });

  it("copes with an empty repository", async () => {
    const root = temporaryFolder();
    git(root, "init", "-q");
    mkdirSync(join(root, "empty"));
    expect(await (await open(root)).list()).toEqual([]);
  });
});
