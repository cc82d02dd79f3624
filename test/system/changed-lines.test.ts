import { renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { carryOver } from "../../src/adapters/system/line-ranges.ts";
import { openWorkspace } from "../../src/adapters/system/workspace.ts";
import { git, repository, runner, temporaryFolder, windows, write } from "./support.ts";

const TEN = Array.from({ length: 10 }, (_, at) => `line ${at + 1}\n`);
const text = (lines: readonly string[]) => lines.join("");
const changed = async (root: string, since: { ref: string } | "staged") =>
  Object.fromEntries(await (await openWorkspace({ root, runner, tmp: temporaryFolder() })).changedLines(since));

describe("since a ref", () => {
  it("are those of commits, index and disk together, counted in the file on disk", async () => {
    const root = repository({ "a.py": text(TEN), "b.py": "x\n", "same.py": "x\n" });
    git(root, "checkout", "-q", "-b", "topic");
    write(root, { "a.py": text(TEN.with(1, "two\n")) });
    git(root, "commit", "-qam", "change");
    write(root, { "a.py": text(["zero\n", ...TEN.with(1, "two\n").slice(0, 8), "nine\n", "ten"]), "new.py": "x\ny\n" });
    rmSync(join(root, "b.py"));
    expect(await changed(root, { ref: "main" })).toEqual({
      "a.py": [
        { start: 1, end: 1 },
        { start: 3, end: 3 },
        { start: 10, end: 11 },
      ],
      "new.py": [{ start: 1, end: Number.MAX_SAFE_INTEGER }],
    });
  });

  it("are compared with the merge base, not with what the ref has become", async () => {
    const root = repository({ "a.py": text(TEN) });
    git(root, "checkout", "-q", "-b", "topic");
    write(root, { "a.py": text(TEN.with(9, "ten\n")) });
    git(root, "commit", "-qam", "topic");
    git(root, "checkout", "-q", "main");
    write(root, { "a.py": text(TEN.with(0, "one\n")) });
    git(root, "commit", "-qam", "main");
    git(root, "checkout", "-q", "topic");
    expect(await changed(root, { ref: "main" })).toEqual({ "a.py": [{ start: 10, end: 10 }] });
  });

  it("of a renamed file are only those that differ; a deletion leaves none", async () => {
    const root = repository({ "a.py": text(TEN), "c.py": text(TEN) });
    renameSync(join(root, "a.py"), join(root, "b.py"));
    write(root, { "b.py": text(TEN.with(4, "five\n")), "c.py": text(TEN.toSpliced(3, 2)) });
    git(root, "add", "-A");
    expect(await changed(root, { ref: "HEAD" })).toEqual({ "b.py": [{ start: 5, end: 5 }], "c.py": [] });
  });

  it("are counted by lines that look like headers", async () => {
    const evil = ["--- a/x.py\n", "+++ b/y.py\n", "@@ -1 +1 @@\n", "diff --git a/z b/z\n"];
    const root = repository({ "a.py": text(["x\n", ...evil.map((line) => line.slice(1))]) });
    write(root, { "a.py": text(["-- a\n", "++ b/y.py\n", ...evil, "x\n", "\\ No newline at end of file"]) });
    expect(Object.keys(await changed(root, { ref: "HEAD" }))).toEqual(["a.py"]);
  });

  it("are the same whatever a person's git configuration says", async () => {
    const root = repository({ "a b.py": text(TEN) });
    for (const [name, value] of [
      ["diff.noprefix", "true"],
      ["diff.mnemonicPrefix", "true"],
      ["color.ui", "always"],
      ["diff.external", "false"],
      ["diff.interHunkContext", "9"],
      ["core.quotePath", "true"],
      ["diff.relative", "false"],
    ] as const)
      git(root, "config", name, value);
    write(root, { "a b.py": text(TEN.with(1, "2\n").with(4, "5\n")) });
    expect(await changed(root, { ref: "HEAD" })).toEqual({
      "a b.py": [
        { start: 2, end: 2 },
        { start: 5, end: 5 },
      ],
    });
  });

  it("below the root only, if the root is a folder of the repository", async () => {
    const root = repository({ "a.py": "x\n", "sub/b.py": "x\n" });
    write(root, { "a.py": "y\n", "sub/b.py": "y\n", "c.py": "", "sub/d.py": "" });
    expect(Object.keys(await changed(join(root, "sub"), { ref: "HEAD" }))).toEqual(["b.py", "d.py"]);
  });

  it.skipIf(windows)("work for names that git quotes (Windows forbids them)", async () => {
    const names = ["new\nline.py", 'quo"te\\.py', "tab\t.py", "é.py", "-dash.py", "trailing .py"];
    const root = repository(Object.fromEntries(names.map((name) => [name, "x\n"])));
    write(root, Object.fromEntries(names.map((name) => [name, "x\ny\n"])));
    expect(await changed(root, { ref: "HEAD" })).toEqual(
      Object.fromEntries(names.map((name) => [name, [{ start: 2, end: 2 }]])),
    );
  });

  it.each(["no-such-ref", "", "--output=/tmp/x", "-h", "HEAD~99", "HEAD^{tree}"])(
    "refuses %j, which is no commit",
    async (ref) => {
      await expect(changed(repository(), { ref })).rejects.toMatchObject({
        name: "PatchProError",
        code: "repository",
        hint: expect.stringContaining("fetch"),
      });
    },
  );

  it("refuses a ref that has nothing in common with HEAD", async () => {
    const root = repository();
    git(root, "checkout", "-q", "--orphan", "other");
    git(root, "commit", "-qm", "other");
    await expect(changed(root, { ref: "main" })).rejects.toMatchObject({
      code: "repository",
      message: expect.stringContaining("in common"),
    });
  });
});

describe("in the index", () => {
  it("are numbered as in the file on disk, which may have changed further", async () => {
    const root = repository({ "a.py": text(TEN), "b.py": "x\n" });
    write(root, { "a.py": text(TEN.with(4, "five\n").with(8, "nine\n")) });
    git(root, "add", "a.py");
    write(root, { "a.py": text(["zero\n", ...TEN.with(4, "five\n").with(8, "NINE\n")]), "b.py": "y\n", "new.py": "" });
    expect(await changed(root, "staged")).toEqual({
      "a.py": [
        { start: 6, end: 6 },
        { start: 10, end: 10 },
      ],
    });
  });

  it("can be read before the first commit", async () => {
    const root = temporaryFolder();
    git(root, "init", "-q");
    write(root, { "a.py": "x\ny\n" });
    git(root, "add", "a.py");
    expect(await changed(root, "staged")).toEqual({ "a.py": [{ start: 1, end: 2 }] });
  });

  it("come from the index that git gave to a hook, if one is named", async () => {
    const root = repository();
    write(root, { "a.py": "ONE\ntwo\nthree\n" });
    const other = join(root, ".git", "other-index");
    const workspace = await openWorkspace({ root, runner, tmp: temporaryFolder(), indexFile: other });
    await runner.run({
      file: "git",
      args: ["add", "a.py"],
      cwd: root,
      timeoutMs: 60_000,
      env: { GIT_INDEX_FILE: other },
    });
    expect(Object.fromEntries(await workspace.changedLines("staged"))).toEqual({ "a.py": [{ start: 1, end: 1 }] });
    expect(await changed(root, "staged")).toEqual({});
  });
});

it("a range disappears when all its lines are gone, and grows with what replaced a part", () => {
  const hunk = { oldStart: 4, oldLines: 2, newStart: 4, newLines: 0 };
  expect(carryOver([{ start: 4, end: 5 }], [{ ...hunk, newStart: 3 }])).toEqual([]);
  expect(carryOver([{ start: 3, end: 6 }], [{ ...hunk, newStart: 3 }])).toEqual([{ start: 3, end: 4 }]);
  expect(carryOver([{ start: 5, end: 7 }], [{ ...hunk, newLines: 5 }])).toEqual([{ start: 4, end: 10 }]);
});
