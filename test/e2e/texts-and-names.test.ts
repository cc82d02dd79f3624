import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { git, openPlayground, writeFiles } from "../pipeline/toy/repair.ts";
import { newestRun, patchpro, reportIn, toyConfig } from "./support/cli.ts";

const playground = openPlayground();
afterAll(() => playground.remove());
afterEach(() => expect(readdirSync(playground.tmp), "no temporary files are left").toEqual([]));
const windows = process.platform === "win32";

const RULES = JSON.stringify([{ id: "old", match: "\\bold\\b", fixes: [{ text: "new" }] }]);
type Files = Readonly<Record<string, string | Uint8Array>>;

/** Runs on the files, and gives the bytes that `git apply combined.diff`, alone, makes of a copy of them. */
async function repaired(files: Files): Promise<Record<string, Buffer>> {
  playground.fill({ ...files, "toy.json": RULES, ".patchpro.toml": toyConfig() });
  const { code, err } = await patchpro(playground, ["run"]);
  expect(code, err).toBe(0);
  const folder = newestRun(playground.root);
  const report = reportIn(folder);
  expect(
    report.findings.map(({ path, outcome }) => [path, outcome.kind, "reason" in outcome ? outcome.reason : ""]),
  ).toEqual(report.findings.map(({ path }) => [path, "accepted", ""]));
  const copy = mkdtempSync(join(playground.tmp, "copy-"));
  try {
    cpSync(playground.root, copy, { recursive: true, filter: (name) => !/\.(git|patchpro)$/.test(name) });
    execFileSync("git", ["apply", "--whitespace=nowarn", join(folder, report.combinedPatch)], {
      cwd: copy,
      stdio: "pipe",
      env: { ...process.env, GIT_CEILING_DIRECTORIES: playground.tmp },
    });
    return Object.fromEntries(Object.keys(files).map((name) => [name, readFileSync(join(copy, name))]));
  } finally {
    rmSync(copy, { recursive: true });
  }
}

const fixed = (content: string | Uint8Array): Buffer =>
  Buffer.from(
    Buffer.from(content)
      .toString("latin1")
      .replaceAll(/\bold\b/g, "new"),
    "latin1",
  );
const asFixed = (files: Files) =>
  Object.fromEntries(Object.entries(files).map(([name, content]) => [name, fixed(content)]));

describe("every byte that is not meant stays", () => {
  it("A5: findings that analyze wrote have their fixes in the same place when they are read again, after a BOM too", async () => {
    const finding = (path: string, start: number, end: number, text: string) => ({
      ...{ ruleId: "r", path, startLine: 1, severity: "warning", message: path },
      fixes: [{ edits: [{ path, start, end, text }] }],
    });
    const findings = [
      finding("bom.txt", 2, 5, "new"),
      finding("mark.txt", -1, 0, ""),
      finding("plain.txt", 6, 9, "new"),
    ];
    const before = 'require = ["anchored", "applies", "scoped", "parses", "honest"]';
    playground.fill({
      ...{ "bom.txt": "\uFEFFa old b\n", "mark.txt": "\uFEFFmark\n", "plain.txt": "a\r\n😀 old b" },
      ...{ "toy.json": RULES, ".patchpro.toml": toyConfig("", { before }) },
      "given.json": JSON.stringify({ version: 1, tool: "elsewhere", findings }),
    });
    const report = (name: string) => ["--findings", join(playground.root, name)];
    const { out } = await patchpro(playground, ["analyze", "--format", "json", ...report("given.json")]);
    expect(JSON.parse(out)).toMatchObject({ findings });
    writeFiles(playground.root, { "found.json": out });
    await patchpro(playground, ["run", "--apply", ...report("found.json")]);
    const texts = findings.map(({ path }) => playground.read(path));
    expect(texts).toEqual(["\uFEFFa new b\n", "mark\n", "a\r\n😀 new b"]);
  });

  it("A5: CRLF, lone CR, mixed line ends, BOM, Latin-1, no final newline, empty files", async () => {
    const files = {
      "crlf.txt": "a\r\nold\r\nb\r\n",
      "cr.txt": "a\rold\rb\r",
      "mixed.txt": "a\r\nold\nb\rold\r\n\r\n",
      "bom.txt": "\uFEFFold\nb\n",
      "bom-crlf.txt": "\uFEFFa\r\nold",
      "latin1.txt": Buffer.from("caf\xe9 old \xff\n\xe9\n", "latin1"),
      "no-end.txt": "a\nold",
      "only.txt": "old",
      "empty.txt": "",
      "unicode.txt": "é😀 old 漢\u2028old\n",
      "tabs.txt": "\told\t\n \n\t\n",
    };
    expect(await repaired(files)).toEqual(asFixed(files));
  });

  it("names with blanks, quotes, unicode and leading dashes", async () => {
    const names = [
      "a b.txt",
      "it's.txt",
      "naïve 😀.txt",
      "-dash.txt",
      "sub dir/x y.txt",
      "ö/ü.txt",
      "a;b&c.txt",
      "100%.txt",
      "%20.txt",
      "[x].txt",
      "#.txt",
      ...(windows ? [] : ['"quoted".txt', "star*.txt"]),
    ];
    const files = Object.fromEntries(names.map((name) => [name, "a\nold\nb\n"]));
    expect(await repaired(files)).toEqual(asFixed(files));
  });

  it("E: names with line ends and terminal sequences are left alone, and shown harmless", {
    skip: windows,
  }, async () => {
    const names = ["new\nline.txt", "red\u001b[31m.txt", "back\\slash.txt", "::error file=x::.txt"];
    playground.fill({
      ...Object.fromEntries(names.map((name) => [name, "old\n"])),
      "toy.json": RULES,
      ".patchpro.toml": toyConfig(),
    });
    const { out, err } = await patchpro(playground, ["run", "--apply"]);
    expect(`${out}${err}`).not.toMatch(/\u001b|^::error/m);
    const kinds = reportIn(newestRun(playground.root)).findings.map(({ path, outcome }) => [
      path,
      outcome.kind === "rejected" ? outcome.check : outcome.kind,
    ]);
    expect(Object.fromEntries(kinds)).toEqual({
      "new\nline.txt": "scoped",
      "red\u001b[31m.txt": "scoped",
      "back\\slash.txt": "scoped",
      "::error file=x::.txt": "accepted",
    });
    expect(readFileSync(join(newestRun(playground.root), "report.md"), "utf8")).not.toMatch(/\u001b|^::error/m);
  });
});

describe("where the repository is", () => {
  const committed = (files: Files) => {
    playground.fill({ ...files, "toy.json": RULES, ".patchpro.toml": toyConfig(), ".gitignore": ".patchpro\n" });
    git(playground.root, "add", "-A");
    git(playground.root, "commit", "-q", "--allow-empty", "-m", "files");
  };

  it("B2: started in a folder below: paths are still the root's", async () => {
    committed({ "src/deep/a.txt": "old\n" });
    await patchpro(playground, ["run", "--apply"], { cwd: "src/deep" });
    expect(reportIn(newestRun(playground.root)).findings.map(({ path }) => path)).toEqual(["src/deep/a.txt"]);
    expect(playground.read("src/deep/a.txt")).toBe("new\n");
  });

  it("B2: a linked work tree", async () => {
    committed({ "a.txt": "old\n" });
    const tree = join(playground.tmp, "tree");
    git(playground.root, "worktree", "add", "-q", tree);
    await patchpro(playground, ["run", "--root", tree, "--apply"]);
    expect([readFileSync(join(tree, "a.txt"), "utf8"), playground.read("a.txt")]).toEqual(["new\n", "old\n"]);
    git(playground.root, "worktree", "remove", "--force", tree);
  });

  it("B2: a root that is reached through a link, and reports that spell it so", { skip: windows }, async () => {
    committed({ "a.txt": "old\n" });
    const link = join(playground.tmp, "link");
    symlinkSync(playground.root, link);
    const found = {
      ruleId: "old",
      path: join(link, "a.txt"),
      startLine: 1,
      startColumn: 1,
      endColumn: 4,
      severity: "warning",
      message: "old: old",
    };
    writeFiles(playground.root, { "r.json": JSON.stringify({ version: 1, tool: "toy", findings: [found] }) });
    const { out } = await patchpro(playground, ["run", "--root", link, "--findings", join(link, "r.json")]);
    rmSync(link);
    expect(out).toMatch(/1 fixed and proved/);
  });

  it("B2: one package of a monorepo: `--root packages/a`", async () => {
    playground.fill({
      "packages/a/src/a.txt": "old\n",
      "packages/b/b.txt": "old\n",
      "packages/a/toy.json": RULES,
      "packages/a/.patchpro.toml": toyConfig(),
    });
    await patchpro(playground, ["run", "--root", "packages/a", "--apply"]);
    const folder = newestRun(join(playground.root, "packages", "a"));
    expect(reportIn(folder).findings.map(({ path }) => path)).toEqual(["src/a.txt"]);
    expect([playground.read("packages/a/src/a.txt"), playground.read("packages/b/b.txt")]).toEqual(["new\n", "old\n"]);
    writeFiles(playground.root, { "packages/a/src/a.txt": "old\n" });
    // Names in the diff start at the top, so that git takes them from the top and from inside the package.
    for (const from of [".", "packages/a"]) {
      writeFiles(playground.root, { "packages/a/src/a.txt": "old\n" });
      execFileSync("git", ["apply", join(folder, "combined.diff")], {
        cwd: join(playground.root, from),
        stdio: "pipe",
      });
      expect(playground.read("packages/a/src/a.txt")).toBe("new\n");
    }
  });

  it("a link to a file inside is not followed twice, and stays a link", { skip: windows }, async () => {
    committed({ "a.txt": "old\n" });
    symlinkSync("a.txt", join(playground.root, "b.txt"));
    await patchpro(playground, ["run", "--apply"]);
    expect(playground.read("a.txt")).toBe("new\n");
    expect(
      readdirSync(playground.root, { withFileTypes: true })
        .find(({ name }) => name === "b.txt")
        ?.isSymbolicLink(),
    ).toBe(true);
  });
});
