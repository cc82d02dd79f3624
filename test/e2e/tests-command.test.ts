import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { git, openPlayground } from "../pipeline/toy/repair.ts";
import { newestRun, patchpro, reportIn, type Setting, toyConfig } from "./support/cli.ts";

const playground = openPlayground();
afterAll(() => playground.remove());
afterEach(() => {
  expect(readdirSync(playground.tmp), "no temporary files are left").toEqual([]);
  expect(git(playground.root, "worktree", "list").trim().split("\n"), "no work tree is left").toHaveLength(1);
});

const RULES = JSON.stringify([{ id: "old", match: "old(\\d)", fixes: [{ text: "new{1}" }] }]);

/** Runs with `[tests]` being a Node script that sees the patched copy; gives what became of each finding. */
async function tested(
  script: string,
  files: Readonly<Record<string, string>>,
  { more = "", ...setting }: Setting & { readonly more?: string } = {},
) {
  const command = JSON.stringify([process.execPath, "-e", script]);
  playground.fill({
    ...files,
    "toy.json": RULES,
    ".patchpro.toml": toyConfig(`[tests]\ncommand = ${command}\n${more}`),
    ".gitignore": ".patchpro\n",
  });
  git(playground.root, "add", "-A");
  git(playground.root, "commit", "-q", "--allow-empty", "-m", "files");
  const told = await patchpro(playground, ["run"], setting);
  const report = reportIn(newestRun(playground.root));
  const combined = readFileSync(join(newestRun(playground.root), report.combinedPatch), "utf8")
    .split("\n")
    .filter((line) => /^\+[^+]/.test(line));
  expect(combined, "every accepted patch is in the combined diff").toHaveLength(report.summary.accepted);
  const outcomes = report.findings.map(
    ({ path, startLine, outcome }) =>
      `${path}:${startLine} ${outcome.kind === "rejected" ? `rejected at ${outcome.check}` : outcome.kind}`,
  );
  return { ...told, report, outcomes };
}

const READ = `const text = require("node:fs").readFileSync("a.txt", "utf8");`;
const FIVE = "old1\nold2\nold3\nold4\nold5\n";

describe("[tests] command", () => {
  it("that passes: every patch says so", async () => {
    const { outcomes, report } = await tested(`${READ} process.exit(text.includes("new") ? 0 : 0)`, {
      "a.txt": "old1\nold2\n",
    });
    expect(outcomes).toEqual(["a.txt:1 accepted", "a.txt:2 accepted"]);
    const [first] = report.findings;
    expect(first?.outcome.kind === "accepted" && first.outcome.checks.at(-1)).toMatchObject({
      name: "tests",
      status: "pass",
    });
  });

  it("that fails because of one patch among several in a file: only that one is refused", async () => {
    const { outcomes, report } = await tested(
      `${READ} if (text.includes("new3")) { console.error("three is broken"); process.exit(1); }`,
      { "a.txt": FIVE },
    );
    expect(outcomes).toEqual([
      "a.txt:1 accepted",
      "a.txt:2 accepted",
      "a.txt:3 rejected at tests",
      "a.txt:4 accepted",
      "a.txt:5 accepted",
    ]);
    expect(report.findings[2]?.outcome).toMatchObject({
      code: "TEST_FAILED",
      reason: expect.stringMatching(/failed with exit code 1[\s\S]*three is broken/),
    });
  });

  it("that fails because of a patch in another file", async () => {
    const script = `const { readFileSync, existsSync } = require("node:fs"); process.exit(["a", "b", "c"].some((name) => readFileSync(name + ".txt", "utf8").includes("new2")) ? 1 : 0)`;
    const { outcomes } = await tested(script, { "a.txt": "old1\n", "b.txt": "old2\n", "c.txt": "old3\n" });
    expect(outcomes).toEqual(["a.txt:1 accepted", "b.txt:1 rejected at tests", "c.txt:1 accepted"]);
  });

  it("that fails only with two patches together: one of them is refused", async () => {
    const { outcomes } = await tested(`${READ} process.exit(text.includes("new1") && text.includes("new2") ? 1 : 0)`, {
      "a.txt": "old1\nold2\nold3\n",
    });
    expect(outcomes.filter((one) => one.endsWith("accepted"))).toHaveLength(2);
    expect(outcomes.filter((one) => one.endsWith("rejected at tests"))).toHaveLength(1);
  });

  it("that fails without any patch: proves nothing, and the report says so", async () => {
    const { outcomes, report, out } = await tested("process.exit(1)", { "a.txt": "old1\n" });
    expect(outcomes).toEqual(["a.txt:1 accepted"]);
    const [first] = report.findings;
    expect(first?.outcome.kind === "accepted" && first.outcome.checks.at(-1)).toMatchObject({
      name: "tests",
      status: "skip",
      detail: expect.stringMatching(/fails without the patch too/),
    });
    expect(out.replace(/\s+/g, " ")).toMatch(/fails without the patch too \(exit code 1\): it proves nothing/);
  });

  it("that hangs because of a patch: is stopped, and that patch is refused", async () => {
    const { outcomes, report } = await tested(
      `${READ} if (text.includes("new1")) setInterval(() => {}, 1000)`,
      { "a.txt": "old1\nold2\n" },
      { more: "timeout_seconds = 2" },
    );
    expect(outcomes).toEqual(["a.txt:1 rejected at tests", "a.txt:2 accepted"]);
    expect(report.findings[0]?.outcome).toMatchObject({
      code: "TEST_TIMEOUT",
      reason: expect.stringMatching(/did not end in time \(2(\.\d)? s\)/),
    });
  });

  it("sees no secrets, but what it needs", async () => {
    const script = `const bad = ["OPENAI_API_KEY", "GITHUB_TOKEN", "MY_PASSWORD", "HARMLESS"].filter((name) => process.env[name]); if (bad.length > 0 || !process.env.PATH) { console.error("saw " + bad); process.exit(1); }`;
    const env = { OPENAI_API_KEY: "sk-1", GITHUB_TOKEN: "ghp_x", MY_PASSWORD: "p", HARMLESS: `sk-${"a".repeat(40)}` };
    expect((await tested(script, { "a.txt": "old1\n" }, { env })).outcomes).toEqual(["a.txt:1 accepted"]);
  });

  it("may write where it runs: the user's tree does not see it", async () => {
    await tested(
      `require("node:fs").writeFileSync("a.txt", "gone"); require("node:fs").writeFileSync("made.txt", "")`,
      { "a.txt": "old1\n" },
    );
    expect([playground.read("a.txt"), readdirSync(playground.root).includes("made.txt")]).toEqual(["old1\n", false]);
  });
});
