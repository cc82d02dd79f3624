import { spawnSync } from "node:child_process";
import { readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { git, openPlayground, writeFiles } from "../pipeline/toy/repair.ts";
import {
  newestRun,
  patchpro,
  patchproProcess,
  project,
  reportIn,
  type Setting,
  type Told,
  toyConfig,
  treeHash,
} from "./support/cli.ts";

const playground = openPlayground();
afterAll(() => playground.remove());
const windows = process.platform === "win32";

const RULES = JSON.stringify([{ id: "eq-none", match: "== None", fixes: [{ text: "is None" }] }]);
const PROJECT = { "a.py": "if x == None:\n    pass\n", "toy.json": RULES, ".patchpro.toml": toyConfig() };

beforeEach(() => playground.fill(PROJECT));
afterEach(() => expect(readdirSync(playground.tmp), "no temporary files are left").toEqual([]));

/** Runs a command that must fail, and holds the whole tree against what it was. */
async function refused(
  words: readonly string[],
  how: (words: readonly string[]) => Told | Promise<Told> = (some) => patchpro(playground, some),
): Promise<Pick<Told, "code" | "err">> {
  const before = treeHash(playground.root);
  const { code, err, out } = await how(words);
  expect(treeHash(playground.root), "nothing is touched").toBe(before);
  expect(out).toBe("");
  expect(err).not.toMatch(/PatchPro has a bug|\n {4}at /);
  return { code, err: err.slice(err.indexOf("error:")).trimEnd() };
}

const asProcess =
  (setting: Setting & { readonly input?: string } = {}) =>
  (words: readonly string[]) =>
    patchproProcess(playground, words, setting);

/** A command that takes the analyzer's place. */
const instead = (command: readonly string[], more = "") =>
  `[analyzers.ruff]\nenabled = false\n[analyzers.bad]\ncommand = ${JSON.stringify(command)}\nformat = "sarif"\n${more}`;
const node = (script: string) => [process.execPath, "-e", script];

describe("a report that cannot be used", () => {
  it.each([
    [
      "is cut off",
      '{"version":"2.1.0","runs":[{"tool"',
      /^error: r\.json: 1:35: the JSON ends too early\nhint: The file is cut off: make the report again\.$/,
    ],
    [
      "is another tool's",
      '{"errors":[],"generated_at":"x","metrics":{},"results":[]}',
      /^error: r\.json: this looks like Bandit JSON, which PatchPro does not read\nhint: Export SARIF instead: /,
    ],
    [
      "is no JSON",
      "a.py:1:1: F401 unused",
      /^error: r\.json: 1:1: this looks like a tool's text output, not JSON\nhint: Pass the report as the analyzer wrote it: /,
    ],
    ["is empty", "", /^error: r\.json: the file is empty\nhint: .*Did the analyzer fail/],
    [
      "is JSON of nothing known",
      '{"hello": 1}',
      /^error: r\.json: this is JSON, but no report that PatchPro knows\nhint: Pass Ruff, /,
    ],
  ])("%s: says which, where and what to do", async (_, content, told) => {
    writeFiles(playground.root, { "r.json": content });
    expect(await refused(["run", "--findings", "r.json"])).toEqual({ code: 2, err: expect.stringMatching(told) });
  });

  it("is not there", async () => {
    expect(await refused(["run", "--findings", "nope.json"])).toEqual({
      code: 2,
      err: "error: there is no nope.json\nhint: Check the name; paths are relative to where you are.",
    });
  });

  it("is a folder without reports", async () => {
    writeFiles(playground.root, { "reports/readme.txt": "" });
    expect((await refused(["run", "--findings", "reports"])).err).toMatch(
      /^error: the folder reports holds no \.json, \.sarif, .* file\nhint: Name a report/,
    );
  });

  it("is standard input with nothing in it", async () => {
    const { code, err } = await refused(["run", "--findings", "-"], asProcess());
    expect([code, err.split("\n")[0]]).toEqual([2, "error: standard input: the file is empty"]);
  });
});

describe("a report that leads out of the repository", () => {
  const region = { startLine: 1, startColumn: 6, endColumn: 13 };
  const sarif = (uri: string, fixed: string) => {
    const fixes = [
      {
        artifactChanges: [
          {
            artifactLocation: { uri: fixed },
            replacements: [{ deletedRegion: region, insertedContent: { text: "is None" } }],
          },
        ],
      },
    ];
    const results = [
      {
        ruleId: "eq-none",
        message: { text: "m" },
        locations: [{ physicalLocation: { artifactLocation: { uri }, region } }],
        fixes,
      },
    ];
    return JSON.stringify({ version: "2.1.0", runs: [{ tool: { driver: { name: "other" } }, results }] });
  };
  const outside = () => join(playground.tmp, "outside");
  beforeEach(() => {
    writeFiles(outside(), { "secret.py": "if x == None:\n    pass\n" });
    if (!windows) symlinkSync(outside(), join(playground.root, "link"));
  });
  afterEach(() => rmSync(outside(), { recursive: true }));

  it.each([
    "../tmp/outside/secret.py",
    "link/secret.py",
    "%2e%2e/tmp/outside/secret.py",
    "a.py/../../tmp/outside/secret.py",
  ])("in %s: the finding is set aside, and nothing outside is touched", async (uri) => {
    writeFiles(playground.root, { "r.sarif": sarif(uri, uri) });
    const before = treeHash(outside());
    const { code, out } = await patchpro(playground, ["run", "--findings", "r.sarif", "--apply"]);
    expect([code, treeHash(outside())]).toEqual([0, before]);
    expect(out).toMatch(/outside of the repository/);
    expect(reportIn(newestRun(playground.root)).findings[0]?.outcome).toMatchObject({
      kind: "skipped",
      skip: "outside-repository",
    });
  });

  it.each(["../tmp/outside/secret.py", "link/secret.py"])(
    "in a fix of %s: the fix is left out, with a notice",
    async (uri) => {
      writeFiles(playground.root, { "r.sarif": sarif("a.py", uri) });
      const before = treeHash(outside());
      const { out } = await patchpro(playground, ["run", "--findings", "r.sarif", "--apply"]);
      expect(treeHash(outside())).toBe(before);
      expect(out.replace(/\s+/g, " ")).toMatch(
        /a fix was left out, its finding was kept .* lies outside the repository/,
      );
      expect(reportIn(newestRun(playground.root)).summary.accepted).toBe(0);
    },
  );

  it("a report for another commit: its findings are stale, and say so", async () => {
    git(playground.root, "add", "-A");
    git(playground.root, "commit", "-q", "-m", "old");
    const found = {
      ruleId: "eq-none",
      path: "a.py",
      startLine: 1,
      startColumn: 4,
      endColumn: 13,
      severity: "warning",
      message: "m",
      snippet: "x == None",
    };
    writeFiles(playground.root, {
      "r.json": JSON.stringify({ version: 1, tool: "other", findings: [found] }),
      "a.py": "y = 1\nif x == None:\n    pass\n",
    });
    await patchpro(playground, ["run", "--findings", "r.json"]);
    expect(reportIn(newestRun(playground.root)).findings[0]?.outcome).toMatchObject({ kind: "skipped", skip: "stale" });
  });
});

describe("an analyzer that does not do its work", () => {
  it.each([
    [
      "crashes",
      node("throw new Error('boom')"),
      "",
      /^error: bad failed with exit code 1 and no report \(.*\); it said: Error: boom\nhint: Run `.*` in .* by hand and mend what it complains about\.$/,
    ],
    [
      "hangs",
      node("setInterval(() => {}, 1000)"),
      "timeout_seconds = 1",
      /^error: bad did not finish within 1 s and was stopped .*\nhint: Give it more time with \[analyzers\.bad\] timeout_seconds, or fewer files at once\.$/,
    ],
    [
      "prints 200 MB of anything",
      node(
        "const b = Buffer.alloc(2 ** 20, 120); let n = 0; const w = () => { if (n++ < 200) process.stdout.write(b, w); }; w()",
      ),
      "",
      /^error: bad answered with something that is no report, .*not JSON: found "xx.{1,40}".*\nhint: /,
    ],
    [
      "prints without end",
      node("const b = Buffer.alloc(2 ** 22, 32); const w = () => process.stdout.write(b, w); w()"),
      "",
      /^error: bad printed more than PatchPro reads and was stopped .*\nhint: Narrow the selection/,
    ],
    [
      "is missing",
      ["no-such-program"],
      "",
      /^error: bad was not found \(`no-such-program`\).*\nhint: Install no-such-program, or mend \[analyzers\.bad\] command\.$/,
    ],
  ])("%s: is named, with its command and the remedy", async (_, command, more, told) => {
    writeFiles(playground.root, { ".patchpro.toml": instead(command, more) });
    expect(await refused(["run"])).toEqual({ code: 3, err: expect.stringMatching(told) });
  });

  it("is not known: the nearest one is named", async () => {
    expect(await refused(["run", "--analyzer", "ruf"])).toEqual({
      code: 2,
      err: expect.stringMatching(
        /^error: there is no analyzer "ruf"; did you mean "ruff"\?\nhint: Known here: ruff, eslint, semgrep, toy\./,
      ),
    });
  });

  it("fails only when it looks at patches: exit 3, and nothing is kept", async () => {
    const script = `const fs = require("node:fs"); const here = fs.existsSync(".git"); if (!here) { console.error("Error: not here"); process.exit(7); } console.log(JSON.stringify({ version: 1, tool: "bad", findings: [{ ruleId: "r", path: "a.py", startLine: 1, severity: "error", message: "m", fixes: [{ edits: [{ path: "a.py", start: 0, end: 0, text: "# x\\n" }] }] }] }))`;
    writeFiles(playground.root, { ".patchpro.toml": instead(node(script)).replace("sarif", "findings") });
    expect(await refused(["run"])).toEqual({
      code: 3,
      err: expect.stringMatching(/^error: bad failed with exit code 7 .*it said: Error: not here/),
    });
  });
});

describe("a place that cannot be used", () => {
  it("a configuration with misspelt keys: all at once, each with its place", async () => {
    writeFiles(playground.root, { ".patchpro.toml": "sorces = ['native']\n[analyzers.ruff]\nselekt = ['F']\n" });
    const { code, err } = await refused(["run"]);
    expect(code).toBe(2);
    expect(err).toMatch(/\.patchpro\.toml:1:1 {2}unknown key `sorces`\n {4}Did you mean `sources`\?/);
    expect(err).toMatch(
      /\.patchpro\.toml:3:1 {2}unknown key `analyzers\.ruff\.selekt`\n {4}Did you mean `analyzers\.ruff\.select`\?/,
    );
  });

  it("a folder without git", async () => {
    const folder = join(playground.tmp, "plain");
    writeFiles(folder, { "a.py": "x = 1\n" });
    const { code, err } = await refused(["run", "--root", folder]);
    rmSync(folder, { recursive: true });
    expect([code, err]).toEqual([
      2,
      expect.stringMatching(/^error: .*plain is not in a git repository\.\nhint: Make it one with `git init/),
    ]);
  });

  it("no git on PATH", async () => {
    expect(await refused(["run"], asProcess({ env: { PATH: playground.tmp, Path: playground.tmp } }))).toEqual({
      code: 2,
      err: expect.stringMatching(/^error: git was not found\.\nhint: Install git/),
    });
  });

  it.each([
    [
      ["--base", "nope"],
      /^error: git knows no commit called "nope"\.\nhint: Name a branch, tag or commit that is here; .*fetch-depth/,
    ],
    [
      ["--sources", "native,codemod", "--model", "openai:x"],
      /^error: --model names a model, but fixes may come from native, codemod only\nhint: Add model to --sources/,
    ],
    [["--base", "HEAD", "--staged"], /^error: --base and --staged cannot go together\nhint: /],
    [["nothere.py"], /^error: nothere\.py names no file of the repository\nhint: Check the spelling/],
    [[".."], /^error: \.\. is not inside .*\nhint: Name files and folders of this repository/],
    [["--out", "."], /^error: .* exists and is not an empty folder\nhint: Name a new folder with --out\.$/],
    [["--root", "nope"], /^error: --root nope is not a folder\nhint: /],
    [
      ["--unsafe", "sometimes"],
      /^error: option '--unsafe <policy>' argument 'sometimes' is invalid\. Allowed: verify, never, always\./,
    ],
    [["--bas", "main"], /^error: unknown option '--bas'\n\(Did you mean --base\?\)/],
  ])("run %j: says why before any work", async (words, told) => {
    const { code, err } = await refused(["run", ...words]);
    expect([code, err]).toEqual([2, expect.stringMatching(told)]);
  });

  it.each([
    ["a file", () => writeFileSync(join(playground.root, ".patchpro"), "")],
    ["a link", () => symlinkSync(playground.tmp, join(playground.root, ".patchpro"))],
  ])("`.patchpro` being %s", { skip: windows }, async (_, make) => {
    make();
    const { code, err } = await refused(["run"]);
    expect([code, err]).toEqual([
      2,
      expect.stringMatching(/^error: .*\.patchpro is (no folder|a link)\nhint: Take it away/),
    ]);
  });

  it.each([
    [["apply"], /^error: there is no run below .*\nhint: Start one with `patchpro run`\.$/],
    [["apply", "--run", "nope"], /^error: nope is not a run\nhint: /],
    [["verify", "nope.diff"], /^error: there is no nope\.diff\nhint: /],
    [
      ["verify", "toy.json"],
      /^error: .*toy\.json is not a proof of PatchPro: .*\nhint: Give a file of a run's `proofs` folder\.$/,
    ],
    [["verify", "a.py"], /^error: a\.py does not apply: .*\nhint: Give a unified diff/],
    [["verify", ".patchpro.toml"], /^error: \.patchpro\.toml does not apply: /],
  ])("%j: says what is wrong", async (words, told) => {
    const { code, err } = await refused(words);
    expect([code, err]).toEqual([2, expect.stringMatching(told)]);
  });

  it("a test command that is not there", async () => {
    writeFiles(playground.root, { ".patchpro.toml": toyConfig('[tests]\ncommand = ["no-such-test"]\n') });
    git(playground.root, "add", "-A");
    git(playground.root, "commit", "-q", "--allow-empty", "-m", "x");
    const { code, err } = await refused(["run"]);
    expect([code, err]).toEqual([
      2,
      expect.stringMatching(/^error: the test command `no-such-test` was not found\nhint: Mend \[tests\] command/),
    ]);
  });
});

/** Runs the launcher in a mount namespace of its own, where this test may mount what it likes. */
const canMount =
  process.platform === "linux" && spawnSync("unshare", ["-rm", "sh", "-c", "mount -t tmpfs none /mnt"]).status === 0;

describe.skipIf(!canMount)(
  `disks that are full or read-only${canMount ? "" : " (skipped: this user may not mount anything here)"}`,
  () => {
    const mounted = (prepare: string, words: readonly string[], env = {}): Told => {
      const command = `${prepare} && exec "$NODE" "$MAIN" "$@"`;
      const { status, stdout, stderr } = spawnSync("unshare", ["-rm", "sh", "-c", command, "sh", ...words], {
        cwd: playground.root,
        encoding: "utf8",
        env: {
          ...process.env,
          GIT_CONFIG_GLOBAL: "/dev/null",
          GIT_CONFIG_COUNT: "1",
          GIT_CONFIG_KEY_0: "safe.directory",
          GIT_CONFIG_VALUE_0: "*",
          TMPDIR: playground.tmp,
          NO_COLOR: "1",
          NODE: process.execPath,
          MAIN: join(project, "bin", "patchpro.js"),
          ...env,
        },
      });
      return { code: status, out: stdout, err: stderr };
    };
    const readOnly = `mount --bind "$PWD" "$PWD" && mount -o remount,ro,bind "$PWD" && cd "$PWD"`;

    it("a read-only tree: said before any work; --out elsewhere works", async () => {
      expect(await refused(["run"], (words) => mounted(readOnly, words))).toEqual({
        code: 3,
        err: expect.stringMatching(/^error: .* could not be written: EROFS.*\nhint: That disk is mounted read-only/),
      });
      const out = join(playground.tmp, "out");
      const told = mounted(readOnly, ["run", "--out", out]);
      expect([told.code, reportIn(out).summary.accepted]).toEqual([0, 1]);
      rmSync(out, { recursive: true });
    });

    it("a full disk for temporary files", async () => {
      const full = `mount -t tmpfs -o size=8k,nr_inodes=8 none "$TMPDIR" && head -c 8192 /dev/zero > "$TMPDIR/filler"`;
      const { code, err } = await refused(["run"], (words) => mounted(full, words));
      expect([code, err]).toEqual([
        3,
        expect.stringMatching(/^error: .*(ENOSPC|no space left)[\s\S]*\nhint: .*[Ff]ree some space/),
      ]);
    });

    it("a full disk for the report: nothing half-written is left", async () => {
      const full = `mkdir -p out && mount -t tmpfs -o size=16k,nr_inodes=16 none out`;
      const { code, err } = await mounted(`${full} && ls -A out > /dev/null`, ["run", "--out", "out/run"]);
      expect([code, err.slice(err.indexOf("error:"))]).toEqual([
        3,
        expect.stringMatching(/^error: .*(ENOSPC|no space left)[\s\S]*\nhint: .*[Ff]ree some space/),
      ]);
      rmSync(join(playground.root, "out"), { recursive: true });
    });
  },
);
