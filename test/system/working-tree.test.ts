import { execFileSync, spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openWorkingTree } from "../../src/adapters/system/working-tree.ts";
import { git, repository, runner, temporaryFolder, windows, write } from "./support.ts";

const change = (path: string, before: string | null, after: string | null, encoding: "utf8" | "latin1" = "utf8") => ({
  path,
  before,
  after,
  encoding,
});
const open = (root: string) => openWorkingTree({ root, runner });
const writer = new URL("../../src/adapters/system/write-files.ts", import.meta.url).href;
const entries = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => !name.startsWith(".git"))
    .sort();

describe("writing changes", () => {
  it("changes, makes and removes files, byte for byte in their encoding", async () => {
    const root = repository({ "a.py": "\ufeffold\r\n", "b.py": Uint8Array.of(0xe9), "c.py": "x" });
    const result = await open(root).writeFiles([
      change("a.py", "\ufeffold\r\n", "\ufeffnew"),
      change("b.py", "é", "éé", "latin1"),
      change("c.py", "x", null),
      change("new/deep/d.py", null, "d"),
    ]);
    expect(result).toEqual({ written: true });
    expect(readFileSync(join(root, "a.py"), "utf8")).toBe("\ufeffnew");
    expect([...readFileSync(join(root, "b.py"))]).toEqual([0xe9, 0xe9]);
    expect(entries(root)).toEqual(["a.py", "b.py", "new", "new/deep", "new/deep/d.py"].map((name) => join(name)));
  });

  it("does nothing at all if one file no longer holds what it should", async () => {
    const root = repository({ "a.py": "a", "b.py": "b", "c.py": "c" });
    const result = await open(root).writeFiles([
      change("a.py", "a", "A"),
      change("b.py", "B", "x"),
      change("gone.py", "g", "x"),
      change("c.py", null, "x"),
      change("sub", null, "x\ud800"),
    ]);
    expect(result).toEqual({
      written: false,
      refused: [
        { path: "b.py", reason: "has changed since the patch was made" },
        { path: "gone.py", reason: "is no longer there" },
        { path: "c.py", reason: "exists already" },
        { path: "sub", reason: "cannot be written as utf8" },
      ],
    });
    expect(readFileSync(join(root, "a.py"), "utf8")).toBe("a");
  });

  it("refuses paths outside, git's own, folders, and one file under two names", async () => {
    const root = repository({ "a.py": "a", "sub/b.py": "b" });
    const outside = temporaryFolder();
    write(outside, { "x.py": "x" });
    symlinkSync(outside, join(root, "out"), "junction");
    symlinkSync(join(root, "sub"), join(root, "alias"), "junction");
    const refused = async (path: string, before: string | null = null) => {
      const result = await open(root).writeFiles([change(path, before, "evil")]);
      return result.written ? "written" : result.refused[0]?.reason;
    };
    expect(await refused("out/x.py", "x")).toMatch(/outside/);
    expect(await refused("out/new.py")).toMatch(/outside/);
    expect(await refused("../x.py")).toMatch(/not a path inside/);
    expect(await refused(".git/hooks/pre-commit")).toMatch(/not a path inside/);
    expect(await refused("sub")).toMatch(/not a regular file/);
    expect(await refused("a.py/b.py")).toMatch(/below something that is not a folder/);
    const twice = await open(root).writeFiles([change("sub/b.py", "b", "1"), change("alias/b.py", "b", "2")]);
    expect(twice).toMatchObject({ written: false, refused: [{ reason: "is changed twice" }] });
    expect(entries(outside)).toEqual(["x.py"]);
    expect(readFileSync(join(root, "sub/b.py"), "utf8")).toBe("b");
  });

  it.skipIf(windows)("keeps modes and writes through a symlink inside the repository (POSIX modes)", async () => {
    const root = repository({ "real.py": "x" });
    chmodSync(join(root, "real.py"), 0o751);
    symlinkSync("real.py", join(root, "link.py"));
    expect(await open(root).writeFiles([change("link.py", "x", "y")])).toEqual({ written: true });
    expect(statSync(join(root, "real.py")).mode & 0o777).toBe(0o751);
    expect(readFileSync(join(root, "real.py"), "utf8")).toBe("y");
  });

  const fewFiles = `needs few open files, however many it changes${windows ? " (skipped: Windows has no ulimit)" : ""}`;
  it.skipIf(windows)(fewFiles, () => {
    const names = Array.from({ length: 400 }, (_, at) => `${at}.py`);
    const root = repository(Object.fromEntries(names.map((name) => [name, "x"])));
    const script = `import { writeFiles } from ${JSON.stringify(writer)};
      const result = await writeFiles(process.argv[1], ${JSON.stringify(names)}.map((path) => ({ path, before: "x", after: "y", encoding: "utf8" })));
      console.log(JSON.stringify(result));`;
    const shell = 'ulimit -n 128 && exec "$0" --input-type=module -e "$1" "$2"';
    const out = execFileSync("sh", ["-c", shell, process.execPath, script, root], { encoding: "utf8" });
    expect(JSON.parse(out)).toEqual({ written: true });
  });

  it.each([
    { steps: 1, left: "x" },
    { steps: 15, left: "x" },
    { steps: 30, left: "x" },
    { steps: 45, left: "y" },
  ])("is done as a whole or undone when the process ends half-way, after $steps steps", ({ steps, left }) => {
    const names = Array.from({ length: 20 }, (_, at) => `${at}.py`).sort();
    const root = repository(Object.fromEntries(names.map((name) => [name, "x"])));
    const script = `import { readdirSync } from "node:fs";
      import { setImmediate as turn } from "node:timers/promises";
      import { writeFiles } from ${JSON.stringify(writer)};
      const change = (path, before, after) => ({ path, before, after, encoding: "utf8" });
      const changes = ${JSON.stringify(names)}.map((path) => change(path, "x", "y"));
      void writeFiles(process.argv[1], [change("new/z.py", null, "z"), ...changes]).then(() => process.exit(7));
      for (let left = ${steps}, seen = ""; left > 0; await turn()) {
        const now = readdirSync(process.argv[1]).join();
        if (seen !== "" && now !== seen) left -= 1;
        seen = now;
      }
      process.exit(7);`;
    const ended = spawnSync(process.execPath, ["--input-type=module", "-e", script, root], { timeout: 60_000 });
    expect([ended.status, entries(root)]).toEqual([7, left === "x" ? names : [...names, "new", "new/z.py"].sort()]);
    for (const name of names) expect(readFileSync(join(root, name), "utf8")).toBe(left);
  });

  it("undoes what it did when the disk fails half-way, and leaves nothing behind", async () => {
    const root = repository({ "a.py": "a", "b.py": "b" });
    const work = open(root).writeFiles([
      change("a.py", "a", "A"),
      change("new/c.py", null, "c"),
      change("b.py", "b", null),
      change("x/y.py", null, "y"),
      change("x", null, "x"),
    ]);
    await expect(work).rejects.toMatchObject({ name: "PatchProError", code: "disk" });
    expect(entries(root)).toEqual(["a.py", "b.py"]);
    expect(readFileSync(join(root, "a.py"), "utf8")).toBe("a");
  });

  it("undoes files that were already exchanged when a later one changes at that moment", async () => {
    const root = repository({ "a.py": "a", "b.py": "b", "z.py": "z" });
    const late = {
      ...change("z.py", "z", ""),
      get after() {
        // the text is asked for while the new files are prepared: another program writes now
        writeFileSync(join(root, "z.py"), "somebody else's");
        return "Z";
      },
    };
    const work = open(root).writeFiles([
      change("a.py", "a", "A"),
      change("b.py", "b", null),
      change("new/c.py", null, "c"),
      late,
    ]);
    const outcome = await work.catch((error: unknown) => error);
    expect(outcome).toSatisfy(
      (result: { written?: boolean; code?: string }) => result.written === false || result.code === "disk",
    );
    expect(entries(root)).toEqual(["a.py", "b.py", "z.py"]);
    expect(readFileSync(join(root, "a.py"), "utf8") + readFileSync(join(root, "b.py"), "utf8")).toBe("ab");
    expect(readFileSync(join(root, "z.py"), "utf8")).toBe("somebody else's");
  });
});

describe("the state of the tree", () => {
  it("knows the commit that is checked out, and that there is none yet", async () => {
    const root = repository();
    expect(await open(root).headCommit()).toBe(git(root, "rev-parse", "HEAD").trim());
    const empty = temporaryFolder();
    git(empty, "init", "-q");
    expect(await open(empty).headCommit()).toBeUndefined();
  });

  it("tells which files differ from HEAD, also below a root that is not the top", async () => {
    const root = repository({ "sub/clean.py": "", "sub/a b.py": "x", "sub/staged.py": "x", "sub/gone.py": "x" });
    write(root, { "sub/a b.py": "y", "sub/staged.py": "y", "sub/new/deep.py": "" });
    git(root, "add", "sub/staged.py");
    git(root, "rm", "-q", "--cached", "sub/gone.py");
    const asked = ["clean.py", "a b.py", "staged.py", "gone.py", "new/deep.py", "never.py"];
    expect(await open(join(root, "sub")).isDirty(asked)).toEqual(["a b.py", "staged.py", "gone.py", "new/deep.py"]);
    expect(await open(root).isDirty([])).toEqual([]);
  });
});

it("a folder that was there before stays when its only new file is undone", async () => {
  const root = repository();
  mkdirSync(join(root, "empty"));
  await expect(
    open(root).writeFiles([change("empty/a.py", null, "x"), change("x/y.py", null, "y"), change("x", null, "x")]),
  ).rejects.toMatchObject({ code: "disk" });
  expect(existsSync(join(root, "empty"))).toBe(true);
  expect(readdirSync(join(root, "empty"))).toEqual([]);
});
