import { spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { disposeAllStages } from "../../src/adapters/system/stage.ts";
import { openWorkspace } from "../../src/adapters/system/workspace.ts";
import type { FileChange } from "../../src/domain/outcome.ts";
import { unifiedDiff } from "../../src/patch/diff.ts";
import type { Variant } from "../../src/ports/workspace.ts";
import { git, repository, runner, temporaryFolder, windows, write } from "./support.ts";

const change = (
  path: string,
  before: string | null,
  after: string | null,
  encoding: "utf8" | "latin1" = "utf8",
): FileChange => ({ path, before, after, encoding });
const variant = (id: string, ...changes: FileChange[]): Variant => ({ id, changes, diff: unifiedDiff(changes) });

async function stage(
  root: string,
  variants: readonly Variant[],
  isolation: "file" | "tree" = "file",
  tmp = temporaryFolder(),
) {
  const workspace = await openWorkspace({ root, runner, tmp });
  const made = await workspace.stage(variants, isolation);
  onTestFinished(() => made.dispose());
  const rootOf = (id: string) => made.staged.find((staged) => staged.variant.id === id)?.root ?? `${id} was not staged`;
  return { ...made, tmp, rootOf, text: (id: string, path: string) => readFileSync(join(rootOf(id), path), "utf8") };
}

describe("a staged variant", () => {
  it("holds what git apply made of its diff, whatever the bytes", async () => {
    const texts: [string, string][] = [
      ["a\nb\nc\n", "a\nB\nc\n"],
      ["a\r\nb\r\n", "a\r\nB\r\n"],
      ["\ufeffa\n", "\ufeffb\n"],
      ["no end", "no end either"],
      ["no end", "an end\n"],
      ["an end\n", "no end"],
      ["", "now something\n"],
      ["something\n", ""],
      ["--- a/x\n+++ b/x\n@@ -1 +1 @@\n", "--- a/y\n+++ b/x\n@@ -1 +1 @@\ndiff --git a/q b/q\n"],
      ["-- a/x\n", "++ b/x\n"],
      ["tab\t\f\u2028x\rlone\n", "tab \f\u2028x\rlone\n  \n"],
    ];
    const variants = texts.map(([before, after], at) => variant(`v${at}`, change(`src/f${at}.py`, before, after)));
    variants.push(variant("latin1", change("l.py", "é\nü\n", "é\nö\n", "latin1"), change("u.py", "é\n", "ö\n")));
    const root = repository(
      Object.fromEntries(
        variants.flatMap(({ changes }) =>
          changes.map(({ path, before, encoding }) => [path, Buffer.from(before ?? "", encoding)]),
        ),
      ),
    );
    const made = await stage(root, variants);
    expect(Object.fromEntries(made.refused)).toEqual({});
    for (const {
      variant: { changes },
      root: layer,
    } of made.staged) {
      for (const { path, after, encoding } of changes)
        expect(readFileSync(join(layer, path)).equals(Buffer.from(after ?? "", encoding))).toBe(true);
    }
  });

  it("may add, remove and change files at once", async () => {
    const root = repository({ "a.py": "a\n", "sub/b.py": "b\n", "sub/keep.py": "k\n" });
    const made = await stage(root, [
      variant(
        "v",
        change("a.py", "a\n", "A\n"),
        change("sub/b.py", "b\n", null),
        change("new/c.py", null, "c\n"),
        change("empty.py", null, ""),
      ),
    ]);
    expect(Object.fromEntries(made.refused)).toEqual({});
    expect([
      made.text("v", "a.py"),
      made.text("v", "new/c.py"),
      made.text("v", "sub/keep.py"),
      made.text("v", "empty.py"),
    ]).toEqual(["A\n", "c\n", "k\n", ""]);
    expect(existsSync(join(made.rootOf("v"), "sub/b.py"))).toBe(false);
  });

  it("may change nothing: the files as they are", async () => {
    const made = await stage(repository(), [
      { id: "v", changes: [change("a.py", "one\ntwo\nthree\n", "one\ntwo\nthree\n")], diff: new Uint8Array() },
    ]);
    expect(made.text("v", "a.py")).toBe("one\ntwo\nthree\n");
    expect(lstatSync(join(made.rootOf("v"), "a.py")).isFile()).toBe(true);
  });

  it.skipIf(windows)("keeps the executable bit, which rules look at (POSIX modes)", async () => {
    const root = repository({ "run.py": "x\n", "plain.py": "x\n" });
    chmodSync(join(root, "run.py"), 0o755);
    const made = await stage(root, [variant("v", change("run.py", "x\n", "y\n"), change("plain.py", "x\n", "y\n"))]);
    expect([
      statSync(join(made.rootOf("v"), "run.py")).mode & 0o111,
      statSync(join(made.rootOf("v"), "plain.py")).mode & 0o111,
    ]).toEqual([0o111, 0]);
  });

  it.skipIf(windows)("may have any name (Windows forbids these)", async () => {
    const names = [
      "new\nline.py",
      'quo"te\\.py',
      "tab\t.py",
      "é ü.py",
      "-rf",
      "b/ b/x.py",
      "a b/a b.py",
      "trailing ",
      "\u0001.py",
      "diff --git a/x b/x",
      "1/1.py",
    ];
    const root = repository(Object.fromEntries(names.map((name) => [name, "x\n"])));
    const made = await stage(
      root,
      names.map((name) => variant(name, change(name, "x\n", "y\n"))),
    );
    expect(Object.fromEntries(made.refused)).toEqual({});
    for (const name of names) expect(made.text(name, name)).toBe("y\n");
  });

  it("is not changed by the git configuration or attributes of the repository or the person", async () => {
    const root = repository({ "a.py": "$Id$\n x \n" });
    write(root, { ".gitattributes": "* text eol=crlf\n*.py ident working-tree-encoding=UTF-16\n" });
    git(root, "config", "core.autocrlf", "true");
    git(root, "config", "apply.whitespace", "error");
    const made = await stage(root, [variant("v", change("a.py", "$Id$\n x \n", "$Id$\n y \n"))], "tree");
    expect(Object.fromEntries(made.refused)).toEqual({});
    expect(made.text("v", "a.py")).toBe("$Id$\n y \n");
  });

  it("leaves the repository as it is, also after disposing", async () => {
    const root = repository({ "src/a.py": "a\n", "src/b.py": "b\n", "docs/x.md": "x" });
    for (const isolation of ["file", "tree"] as const) {
      const made = await stage(
        root,
        [variant("v", change("src/a.py", "a\n", "A\n")), variant("w", change("src/a.py", "a\n", "B\n"))],
        isolation,
      );
      await made.dispose();
      expect(readdirSync(made.tmp)).toEqual([]);
    }
    expect(git(root, "status", "--porcelain")).toBe("");
  });
});

describe("a refused variant", () => {
  it("comes with git's words, and does not take others with it", async () => {
    const root = repository({ "a.py": "a\nb\nc\n", "b.py": "x\n" });
    const good = Array.from({ length: 30 }, (_, at) =>
      variant(`good${at}`, change("a.py", "a\nb\nc\n", `${at}\nb\nc\n`)),
    );
    const stale: Variant = {
      ...variant("stale", change("b.py", "x\n", "y\n")),
      changes: [change("b.py", "other\n", "y\n")],
    };
    const made = await stage(root, [...good.slice(0, 15), stale, ...good.slice(15)]);
    expect(made.staged.map(({ variant: { id } }) => id)).toEqual(good.map(({ id }) => id));
    expect([...made.refused]).toEqual([["stale", "patch failed: b.py:1; b.py: patch does not apply"]]);
    expect(made.text("good29", "a.py")).toBe("29\nb\nc\n");
  });

  it("is one whose diff git accepts, but with another result", async () => {
    const root = repository();
    const [before, after] = ["one\ntwo\nthree\n", "one\n2\nthree\n"];
    const made = await stage(root, [
      { ...variant("v", change("a.py", before, after)), changes: [change("a.py", before, "one\n2\n3\n")] },
      { id: "none", changes: [change("a.py", before, after)], diff: new Uint8Array() },
    ]);
    expect(made.staged).toEqual([]);
    expect(made.refused.get("v")).toMatch(/not what was intended/);
    expect(made.refused.get("none")).toMatch(/not what was intended/);
  });

  it.each([
    ["is no diff", "hello\n"],
    [
      "has a hunk with too many lines",
      "diff --git a/a.py b/a.py\n--- a/a.py\n+++ b/a.py\n@@ -1,1 +1,1 @@\n-one\n+1\n two\n",
    ],
    ["has a hunk with too few lines", "diff --git a/a.py b/a.py\n--- a/a.py\n+++ b/a.py\n@@ -1,9 +1,9 @@\n-one\n+1\n"],
    ["does not end its last line", "diff --git a/a.py b/a.py\n--- a/a.py\n+++ b/a.py\n@@ -1,2 +1,2 @@\n-one\n+1\n tw"],
    [
      "names another file",
      "diff --git a/b.py b/b.py\nnew file mode 100644\n--- /dev/null\n+++ b/b.py\n@@ -0,0 +1 @@\n+x\n",
    ],
    [
      "climbs out of the stage",
      "diff --git a/../../x.py b/../../x.py\nnew file mode 100644\n--- /dev/null\n+++ b/../../x.py\n@@ -0,0 +1 @@\n+x\n",
    ],
    [
      "makes a symlink",
      "diff --git a/a.py b/a.py\ndeleted file mode 100644\n--- a/a.py\n+++ /dev/null\n@@ -1,3 +0,0 @@\n-one\n-two\n-three\ndiff --git a/a.py b/a.py\nnew file mode 120000\n--- /dev/null\n+++ b/a.py\n@@ -0,0 +1 @@\n+/etc/passwd\n\\ No newline at end of file\n",
    ],
  ])("is one whose diff %s", async (_, diff) => {
    const bad: Variant = {
      id: "bad",
      changes: [change("a.py", "one\ntwo\nthree\n", "1\ntwo\nthree\n")],
      diff: Buffer.from(diff),
    };
    const made = await stage(repository(), [variant("good", change("a.py", "one\ntwo\nthree\n", "1\n2\n3\n")), bad]);
    expect(made.staged.map(({ variant: { id } }) => id)).toEqual(["good"]);
    expect(made.refused.get("bad")).toMatch(/\w/);
    expect(readdirSync(made.tmp)).toHaveLength(1);
  });

  it("is one with a path outside, or two that cannot be in one folder", async () => {
    const root = repository();
    const made = await stage(root, [
      variant("up", change("../x.py", null, "x\n")),
      variant("root", change("/etc/x.py", null, "x\n")),
      variant("git", change(".git/hooks/pre-commit", null, "x\n")),
      variant("both", change("d", "x\n", "y\n"), change("d/e", "x\n", "y\n")),
      variant("twice", change("a.py", "x\n", "y\n"), change("a.py", "x\n", "z\n")),
    ]);
    expect([...made.refused.keys()]).toEqual(["up", "root", "git", "both", "twice"]);
    expect(readdirSync(made.tmp)).toHaveLength(1);
  });

  it("can be every one of them", async () => {
    const bad = Array.from(
      { length: 50 },
      (_, at): Variant => ({
        ...variant(`v${at}`, change("a.py", "x\n", "y\n")),
        changes: [change("a.py", `other ${at}\n`, "y\n")],
      }),
    );
    const made = await stage(repository(), bad);
    expect([made.staged.length, made.refused.size]).toEqual([0, 50]);
  });
});

describe("the folder around a variant", () => {
  const FILES = {
    "pyproject.toml": "[tool.ruff]\n",
    "README.md": "",
    "src/other.py": "",
    "src/pkg/__init__.py": "",
    "src/pkg/a.py": "a\n",
    "src/pkg/b.py": "b\n",
    "src/pkg/deep/c.py": "c\n",
    "src/pkg/deep/ruff.toml": "",
    "src/pkg/deep/__init__.py": "",
    "src/pkg/deep/neighbour.py": "",
    "tests/t.py": "",
  };

  it("in file isolation shows the top, two levels below, and configuration further down", async () => {
    const root = repository(FILES);
    mkdirSync(join(root, ".patchpro"));
    const made = await stage(root, [variant("v", change("src/pkg/deep/c.py", "c\n", "C\n"))]);
    const at = made.rootOf("v");
    expect(readdirSync(at).sort()).toEqual(["README.md", "pyproject.toml", "src", "tests"]);
    expect(readdirSync(join(at, "src")).sort()).toEqual(["other.py", "pkg"]);
    expect(readdirSync(join(at, "src/pkg")).sort()).toEqual(["__init__.py", "a.py", "b.py", "deep"]);
    expect(readdirSync(join(at, "src/pkg/deep")).sort()).toEqual(["__init__.py", "c.py", "ruff.toml"]);
    expect(realpathSync(join(at, "pyproject.toml"))).toBe(join(root, "pyproject.toml"));
    expect(lstatSync(join(at, "src/pkg/deep")).isSymbolicLink()).toBe(false);
  });

  it("in tree isolation shows every other file", async () => {
    const root = repository(FILES);
    const made = await stage(root, [variant("v", change("src/pkg/deep/c.py", "c\n", "C\n"))], "tree");
    for (const path of Object.keys(FILES)) expect(existsSync(join(made.rootOf("v"), path))).toBe(true);
    expect(existsSync(join(made.rootOf("v"), ".git"))).toBe(false);
  });

  it("is shared by variants of different files in file isolation only", async () => {
    const root = repository(FILES);
    const variants = [
      variant("a1", change("src/pkg/a.py", "a\n", "1\n")),
      variant("a2", change("src/pkg/a.py", "a\n", "2\n")),
      variant("b1", change("src/pkg/b.py", "b\n", "1\n")),
      variant("new", change("src/pkg/n.py", null, "1\n")),
      variant("config", change("pyproject.toml", "[tool.ruff]\n", "\n")),
    ];
    const shared = await stage(root, variants);
    expect(shared.rootOf("b1")).toBe(shared.rootOf("a1"));
    expect(new Set(["a1", "a2", "new", "config"].map(shared.rootOf)).size).toBe(4);
    expect([
      shared.text("a1", "src/pkg/a.py"),
      shared.text("a2", "src/pkg/a.py"),
      shared.text("b1", "src/pkg/b.py"),
      shared.text("a2", "src/pkg/b.py"),
    ]).toEqual(["1\n", "2\n", "1\n", "b\n"]);
    const alone = await stage(root, variants, "tree");
    expect(new Set(variants.map(({ id }) => alone.rootOf(id))).size).toBe(5);
  });

  it("has the configuration above the root above it, as deep as it was", async () => {
    const root = repository({
      "pyproject.toml": "top",
      "node_modules/x/index.js": "",
      "a/ruff.toml": "a",
      "a/17/y": "",
      "a/b/c.py": "c\n",
      "a/b/pyproject.toml": "own",
    });
    const made = await stage(join(root, "a", "b"), [variant("v", change("c.py", "c\n", "C\n"))]);
    const up = (path: string) => readFileSync(join(made.rootOf("v"), path), "utf8");
    expect([
      up("c.py"),
      up("pyproject.toml"),
      up("../ruff.toml"),
      up("../../pyproject.toml"),
      up("../../node_modules/x/index.js"),
    ]).toEqual(["C\n", "own", "a", "top", ""]);
    expect(existsSync(join(made.rootOf("v"), "../../.git"))).toBe(false);
  });

  it("does not contain itself where the folder for throw-away folders is in the repository", async () => {
    const root = repository({ "a.py": "a\n", "tmp/keep.txt": "" });
    const made = await stage(root, [variant("v", change("a.py", "a\n", "A\n"))], "tree", join(root, "tmp"));
    expect(made.text("v", "a.py")).toBe("A\n");
    expect(readdirSync(made.rootOf("v"))).toEqual(["a.py"]);
  });

  it.skipIf(windows)("leaves out pipes, and keeps symlink loops as they are (POSIX only)", async () => {
    const root = repository({ "a.py": "a\n" });
    symlinkSync("loop", join(root, "loop"));
    symlinkSync(".", join(root, "self"));
    spawnSync("mkfifo", [join(root, "pipe")]);
    const made = await stage(root, [variant("v", change("a.py", "a\n", "A\n"))], "tree");
    expect(readdirSync(made.rootOf("v")).sort()).toEqual(["a.py", "loop", "self"]);
    await made.dispose();
    expect(readdirSync(made.tmp)).toEqual([]);
  });

  it("has real folders where the repository has symlinks that lead outside", async () => {
    const root = repository({ "a.py": "a\n" });
    const outside = temporaryFolder();
    write(outside, { "x.py": "x\n" });
    symlinkSync(outside, join(root, "out"), "junction");
    const made = await stage(root, [variant("v", change("out/x.py", "x\n", "y\n"), change("out/new.py", null, "n\n"))]);
    expect(made.text("v", "out/x.py")).toBe("y\n");
    expect([readFileSync(join(outside, "x.py"), "utf8"), ...readdirSync(outside)]).toEqual(["x\n", "x.py"]);
  });
});

it("stages of one workspace do not disturb each other, and all go at once when the program ends", async () => {
  const root = repository();
  const tmp = temporaryFolder();
  const made = await Promise.all(
    [1, 2, 3].map((at) => stage(root, [variant("v", change("a.py", "one\ntwo\nthree\n", `${at}\n`))], "file", tmp)),
  );
  expect(made.map(({ text }) => text("v", "a.py"))).toEqual(["1\n", "2\n", "3\n"]);
  if (!windows) expect(statSync(join(tmp, readdirSync(tmp)[0] ?? "")).mode & 0o777).toBe(0o700);
  disposeAllStages();
  expect(readdirSync(tmp)).toEqual([]);
});

it("many chunks keep each variant's own text", async () => {
  const lines = Array.from({ length: 40 }, (_, at) => `line ${at}\n`);
  const root = repository({ "a.py": lines.join(""), "b.py": lines.join("") });
  const variants = Array.from({ length: 900 }, (_, at) =>
    variant(
      `v${at}`,
      change(at % 2 ? "a.py" : "b.py", lines.join(""), lines.with(at % 40, `changed ${at}\n`).join("")),
    ),
  );
  const made = await stage(root, variants);
  expect(made.refused.size).toBe(0);
  expect(
    made.staged.every(
      ({
        variant: {
          id,
          changes: [only],
        },
        root: layer,
      }) => only !== undefined && readFileSync(join(layer, only.path), "utf8").includes(`changed ${id.slice(1)}\n`),
    ),
  ).toBe(true);
});
