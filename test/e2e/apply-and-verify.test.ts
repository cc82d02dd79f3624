import { appendFileSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { sha256 } from "../../src/domain/digest.ts";
import { git, openPlayground, writeFiles } from "../pipeline/toy/repair.ts";
import { newestRun, patchpro, patchproProcess, reportIn, toyConfig, treeHash } from "./support/cli.ts";

const playground = openPlayground();
afterAll(() => playground.remove());
afterEach(() => expect(readdirSync(playground.tmp), "no temporary files are left").toEqual([]));

const RULES = JSON.stringify([
  { id: "eq-none", match: "== None", fixes: [{ text: "is None" }] },
  { id: "no-wrap", call: "wrap", fixes: [{ text: "w({1})" }] },
  { id: "todo", match: "TODO" },
]);
const CODE = "x == None\ny = wrap(wrap(1))\nz == None\n";
const FIXED = "x is None\ny = w(w(1))\nz is None\n";

beforeEach(async () => {
  playground.fill({ "a.py": CODE, "b.py": "q == None\n", "toy.json": RULES, ".patchpro.toml": toyConfig() });
});

const proved = async () => {
  await patchpro(playground, ["run"]);
  return { folder: newestRun(playground.root), report: reportIn(newestRun(playground.root)) };
};

describe("patchpro apply", () => {
  it("applies everything: the same as `run --apply`", async () => {
    await proved();
    const { code, out } = await patchpro(playground, ["apply"]);
    expect([code, out]).toEqual([0, expect.stringMatching(/^Applied 5 patches in 2 files\.\n {2}a\.py\n {2}b\.py\n$/)]);
    expect([playground.read("a.py"), playground.read("b.py")]).toEqual([FIXED, "q is None\n"]);
    writeFiles(playground.root, { "a.py": CODE, "b.py": "q == None\n" });
    await patchpro(playground, ["run", "--apply"]);
    expect([playground.read("a.py"), playground.read("b.py")]).toEqual([FIXED, "q is None\n"]);
  });

  it("--check says so and changes nothing", async () => {
    await proved();
    const before = treeHash(playground.root);
    expect((await patchpro(playground, ["apply", "--check"])).out).toMatch(
      /5 patches in 2 files fit the files as they are\. Nothing was changed\./,
    );
    expect(treeHash(playground.root)).toBe(before);
  });

  it("a subset, by rule, by number, by id of a finding", async () => {
    const { report } = await proved();
    await patchpro(playground, ["apply", "eq-none"]);
    expect([playground.read("a.py"), playground.read("b.py")]).toEqual([
      "x is None\ny = wrap(wrap(1))\nz is None\n",
      "q is None\n",
    ]);
    writeFiles(playground.root, { "b.py": "q == None\n" });
    writeFiles(playground.root, { "a.py": CODE });
    const last = report.findings.find(({ path, startLine }) => path === "a.py" && startLine === 3);
    await patchpro(playground, ["apply", last?.id ?? ""]);
    expect(playground.read("a.py")).toBe("x == None\ny = wrap(wrap(1))\nz is None\n");
    writeFiles(playground.root, { "a.py": CODE });
    const first = report.patches.find(({ files }) => files.includes("b.py"));
    const { out } = await patchpro(playground, [
      "apply",
      first?.patch.slice("patches/".length, "patches/0000".length) ?? "",
    ]);
    expect([out, playground.read("b.py")]).toEqual([
      expect.stringMatching(/^Applied 1 patch in 1 file\./),
      "q is None\n",
    ]);
  });

  it("brings along what a patch needs first, and says so", async () => {
    const { report } = await proved();
    const second = report.patches.find(({ after, summary }) => after.length > 0 && summary === "fix no-wrap");
    expect(second).toBeDefined();
    const { code, out } = await patchpro(playground, ["apply", second?.id ?? ""]);
    expect([code, out]).toEqual([0, expect.stringMatching(/of them because others need them first/)]);
    expect(playground.read("a.py")).toContain("y = w(w(1))");
  });

  it("is refused where a file has changed since, and touches no other file either", async () => {
    await proved();
    appendFileSync(join(playground.root, "a.py"), "more\n");
    const before = treeHash(playground.root);
    const { code, err } = await patchpro(playground, ["apply"]);
    expect([code, err]).toEqual([
      2,
      "error: a.py has changed since the run\nhint: Nothing was changed. Run patchpro again on the files as they are now.\n",
    ]);
    expect(treeHash(playground.root)).toBe(before);
  });

  it("one patch after the other, in any order of calls: the end is that of one call, and what is there already is said", async () => {
    const { report } = await proved();
    for (const { patch } of report.patches.toReversed()) {
      const number = patch.slice("patches/".length, "patches/0000".length);
      expect(await patchpro(playground, ["apply", "--check", number])).toMatchObject({ code: 0 });
      expect(await patchpro(playground, ["apply", number])).toMatchObject({ code: 0, err: "" });
    }
    expect([playground.read("a.py"), playground.read("b.py")]).toEqual([FIXED, "q is None\n"]);
    writeFiles(playground.root, { "a.py": CODE, "b.py": "q == None\n" });
    await patchpro(playground, ["apply", "eq-none"]);
    expect((await patchpro(playground, ["apply", "--check"])).out).toBe(
      "2 patches in 1 file fit the files as they are. 3 patches are already applied. Nothing was changed.\n",
    );
    expect((await patchpro(playground, ["apply"])).out).toBe(
      "Applied 2 patches in 1 file. 3 patches are already applied.\n  a.py\n",
    );
    const before = treeHash(playground.root);
    for (const words of [["apply"], ["apply", "--check"], ["apply", "no-wrap"]])
      expect(await patchpro(playground, words)).toMatchObject({
        code: 0,
        out: expect.stringMatching(/^Already applied: all [45] patches are in the files\. Nothing was changed\.\n$/),
      });
    expect(treeHash(playground.root)).toBe(before);
  });

  it("is refused where patches are in a file and something else has changed too", async () => {
    await proved();
    await patchpro(playground, ["apply", "eq-none"]);
    appendFileSync(join(playground.root, "a.py"), "more\n");
    const before = treeHash(playground.root);
    for (const words of [["apply"], ["apply", "eq-none"], ["apply", "--check", "no-wrap"]])
      expect(await patchpro(playground, words)).toMatchObject({
        code: 2,
        err: "error: a.py has changed since the run\nhint: Nothing was changed. Run patchpro again on the files as they are now.\n",
      });
    expect(treeHash(playground.root)).toBe(before);
  });

  it("takes the newest run, whatever else lies among the runs", async () => {
    await proved();
    writeFiles(playground.root, { ".patchpro/runs/backup/old.diff": "", ".patchpro/runs/zz.txt": "mine" });
    expect(await patchpro(playground, ["apply", "--check"])).toMatchObject({ code: 0, err: "" });
  });

  it("names what it does not know", async () => {
    await proved();
    expect(await patchpro(playground, ["apply", "F999"])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^error: F999 is no finding, patch or rule of this run\nhint: /),
    });
    expect(await patchpro(playground, ["apply", "--run", "nope"])).toMatchObject({ code: 2 });
  });
});

const ladder = z.object({
  proved: z.boolean(),
  checks: z.array(z.object({ name: z.string(), status: z.string(), code: z.string().optional(), detail: z.string() })),
});

async function verified(words: readonly string[]) {
  const before = treeHash(playground.root);
  const { code, out, err } = await patchpro(playground, ["verify", "--json", ...words]);
  expect(treeHash(playground.root), "verify touches nothing").toBe(before);
  const { proved, checks } = ladder.parse(JSON.parse(out === "" ? `{"proved":false,"checks":[]}` : out));
  return { code, err, proved, failed: checks.find(({ status }) => status === "fail") };
}

describe("patchpro verify", () => {
  it("replays every proof of a run, those that build on others too", async () => {
    const { folder, report } = await proved();
    for (const { proof } of report.patches)
      expect(await verified([join(folder, proof)]), proof).toMatchObject({ code: 0, proved: true });
  });

  it("refuses a proof whose diff was tampered with", async () => {
    const { folder, report } = await proved();
    const [patch] = report.patches;
    const file = join(folder, patch?.patch ?? "");
    writeFileSync(file, readFileSync(file, "utf8").replace("is None", "is Nine"));
    expect(await verified([join(folder, patch?.proof ?? "")])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^error: patches\/.* is not the diff that was proved\nhint: /),
    });
  });

  it("refuses a proof and a diff that do different things, and a proof with other edits; apply does too", async () => {
    const { folder, report } = await proved();
    const patch = report.patches.find(({ files, after }) => files.includes("b.py") && after.length === 0);
    const [proof, file] = [join(folder, patch?.proof ?? ""), join(folder, patch?.patch ?? "")];
    const [told, shown] = [readFileSync(proof, "utf8"), readFileSync(file, "utf8")];
    const hidden = shown.replace("+q is None", "+q is None or open('/etc/passwd')");
    writeFileSync(file, hidden);
    writeFileSync(proof, told.replace(sha256(shown), sha256(hidden)));
    expect(await verified([proof])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^error: patches\/.* does not do what its proof says\nhint: /),
    });
    writeFileSync(file, shown);
    const edits = told.replace('"is None"', '"is open(1)"');
    expect(edits).not.toBe(told);
    writeFileSync(proof, edits);
    const refused = { code: 2, err: expect.stringContaining("the edits of b.py are not those that were proved") };
    expect(await verified([proof])).toMatchObject(refused);
    expect(await patchpro(playground, ["apply"])).toMatchObject(refused);
    writeFileSync(proof, told);
    expect(await verified([proof])).toMatchObject({ code: 0, proved: true });
  });

  it("refuses a proof whose files have changed", async () => {
    const { folder, report } = await proved();
    appendFileSync(join(playground.root, "a.py"), "more\n");
    const own = report.patches.find(({ files, after }) => files.includes("a.py") && after.length === 0);
    const { code } = await verified([join(folder, own?.proof ?? "")]);
    expect(code).not.toBe(0);
  });

  const diff = (hunk: string) => `--- a/b.py\n+++ b/b.py\n@@ -1 +1 @@\n-q == None\n${hunk}`;
  it.each([
    ["that closes a finding", diff("+q is None\n"), { code: 0, proved: true }],
    [
      "that silences instead of fixing",
      diff("+q == None  # noqa: toy-ignore\n"),
      { code: 1, failed: { name: "honest" } },
    ],
    ["that fixes nothing", diff("+r == None\n"), { code: 1, failed: { name: "cleared", code: "TARGET_STILL_FIRES" } }],
    [
      "that brings in something new",
      diff("+q is None  # TODO\n"),
      { code: 1, failed: { name: "clean", code: "NEW_FINDING_OTHER" } },
    ],
    ["that does not parse", diff("+q is None)\n"), { code: 1, failed: { name: "parses" } }],
    [
      "that is for other text",
      "--- a/b.py\n+++ b/b.py\n@@ -1 +1 @@\n-other\n+q\n",
      { code: 2, err: expect.stringMatching(/^error: x\.diff does not apply: .*b\.py/) },
    ],
    [
      "that leads outside",
      "--- a/../x.py\n+++ b/../x.py\n@@ -0,0 +1 @@\n+q\n",
      { code: 2, err: expect.stringMatching(/^error: x\.diff does not apply: /) },
    ],
    ["that changes .git", "--- /dev/null\n+++ b/.git/hooks/pre-commit\n@@ -0,0 +1 @@\n+q\n", { code: 2 }],
  ])("a diff from anywhere %s", async (_, text, expected) => {
    writeFiles(playground.root, { "x.diff": text });
    expect(await verified(["x.diff"])).toMatchObject(expected);
  });

  it("takes git's own diff of a file that is checked out with CRLF", async () => {
    writeFiles(playground.root, { ".gitattributes": "b.py text eol=crlf\n", "b.py": "q == None\r\nr\r\n" });
    git(playground.root, "add", "-A");
    writeFiles(playground.root, { "b.py": "q is None\r\nr\r\n" });
    const ours = git(playground.root, "diff");
    writeFiles(playground.root, { "b.py": "q == None\r\nr\r\n", "x.diff": ours });
    expect([ours.includes("\r"), await verified(["x.diff"])]).toMatchObject([false, { code: 0, proved: true }]);
    writeFiles(playground.root, { "b.py": "q == None\nr\r\n" });
    expect(await verified(["x.diff"])).toMatchObject({ code: 2 });
  });

  it("reads a rename and a copy from where they start", async () => {
    const header = (kind: string) =>
      `diff --git a/b.py b/c.py\nsimilarity index 50%\n${kind} from b.py\n${kind} to c.py\n`;
    writeFiles(playground.root, { "x.diff": header("rename") + diff("+q is None\n").replace("b/b.py", "b/c.py") });
    const renamed = await verified(["x.diff"]);
    writeFiles(playground.root, { "x.diff": header("copy") + diff("+q is None\n").replace("b/b.py", "b/c.py") });
    const elsewhere = { code: 1, failed: { name: "scoped", detail: expect.stringContaining("c.py") } };
    expect([renamed, await verified(["x.diff"])]).toMatchObject([elsewhere, elsewhere]);
  });

  it.each([
    ["colours", ["-c", "color.ui=always", "diff"], /colours.*--no-color/],
    ["names without a/ and b/", ["-c", "diff.noprefix=true", "diff"], /a\/ and b\/.*--default-prefix/],
  ])("says how to make a diff anew that has %s", async (_what, words, hint) => {
    git(playground.root, "add", "-A");
    writeFiles(playground.root, { "a.py": FIXED });
    const diff = git(playground.root, ...words);
    writeFiles(playground.root, { "a.py": CODE, "given.diff": diff });
    const { code, err } = await verified(["given.diff"]);
    expect([code, err]).toEqual([2, expect.stringMatching(/^error: given\.diff does not apply: /)]);
    expect(err).toMatch(hint);
  });

  it("takes a diff on standard input, and says in words what it found", async () => {
    const { code, out } = patchproProcess(playground, ["verify", "-"], { input: diff("+q is None\n") });
    expect([code, out]).toEqual([0, expect.stringMatching(/cleared.*no longer reports eq-none/)]);
  });
});
