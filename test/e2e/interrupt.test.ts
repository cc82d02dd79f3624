import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, describe, expect, it } from "vitest";
import { openPlayground } from "../pipeline/toy/repair.ts";
import { newestRun, patchpro, reportIn, startPatchpro, toyConfig, treeHash } from "./support/cli.ts";

const playground = openPlayground();
afterAll(() => playground.remove());
const windows = process.platform === "win32";

/**
 * A linter that answers at once when it is asked for the repository, and in a patched tree waits until the file `go` appears
 * beside it: so that the test, not the clock, says when the run is interrupted. It tells in `seen` where it waits.
 */
const SLOW = `
import { appendFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
const [home] = process.argv.slice(2);
const lines = readFileSync("a.txt", "utf8").split("\\n");
const findings = lines.flatMap((line, at) => line.startsWith("bad") ? [{ ruleId: "bad", path: "a.txt", startLine: at + 1, startColumn: 1, endColumn: line.length + 1, severity: "warning", message: "m" + at, fixes: [{ applicability: "safe", edits: [{ path: "a.txt", startLine: at + 1, startColumn: 1, endLine: at + 1, endColumn: line.length + 1, text: "good" + at }] }] }] : []);
const answer = () => process.stdout.write(JSON.stringify({ version: 1, tool: "slow", findings }));
const stage = process.argv[3] ?? "patched";
const patched = lines.some((line) => line.startsWith("good"));
if (stage === "never" || (stage === "patched" && !patched)) answer();
else {
  appendFileSync(home + "/seen", process.pid + "\\n");
  const timer = setInterval(() => { if (existsSync(home + "/go")) { clearInterval(timer); answer(); } }, 20);
}
`;

function prepared(stage: "patched" | "always", files = "bad\nbad\nbad\n"): string {
  const home = join(playground.root, "..");
  writeFileSync(join(home, "slow.mjs"), SLOW);
  for (const name of ["seen", "go"]) if (existsSync(join(home, name))) writeFileSync(join(home, name), "");
  const command = JSON.stringify([process.execPath, join(home, "slow.mjs"), home, stage]);
  playground.fill({
    "a.txt": files,
    ".patchpro.toml": `[analyzers.ruff]\nenabled = false\n[analyzers.slow]\ncommand = ${command}\nformat = "findings"\n`,
  });
  return home;
}

const seenBy = (home: string): string[] =>
  existsSync(join(home, "seen")) ? readFileSync(join(home, "seen"), "utf8").split("\n").filter(Boolean) : [];

async function until(what: () => boolean): Promise<void> {
  while (!what()) await wait(20);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

describe.skipIf(windows)(
  `Ctrl-C${windows ? " (skipped: Windows has no process groups that a test can signal)" : ""}`,
  () => {
    it("while patches are proved: leaves a valid partial report, exit 130, no temporary files, no processes", async () => {
      const home = prepared("patched");
      const run = startPatchpro(playground, ["run"]);
      await until(() => seenBy(home).length > 0);
      run.interrupt();
      const { code, err } = await run.ended;
      expect([code, err]).toEqual([
        130,
        expect.stringMatching(
          /Interrupted: ending in order; what is done is kept\. Press Ctrl-C again to stop at once\./,
        ),
      ]);
      const report = reportIn(newestRun(playground.root));
      expect(report.stopped).toEqual({ why: "interrupted", detail: "the run was interrupted" });
      expect(report.findings.map(({ outcome }) => outcome)).toEqual(
        Array(3).fill(expect.objectContaining({ kind: "skipped", skip: "interrupted" })),
      );
      expect(readdirSync(playground.tmp)).toEqual([]);
      await until(() => !seenBy(home).some((pid) => isAlive(Number(pid))));
    });

    it("while the analyzers are asked: the report says that nothing is known yet", async () => {
      const home = prepared("always");
      const run = startPatchpro(playground, ["run"]);
      await until(() => seenBy(home).length > 0);
      run.interrupt();
      const { code, out } = await run.ended;
      expect([code, out]).toEqual([130, expect.stringMatching(/Stopped by you/)]);
      expect(out).not.toMatch(/Nothing to do/);
      expect(reportIn(newestRun(playground.root))).toMatchObject({
        stopped: { why: "interrupted" },
        summary: { findings: 0 },
        notices: [expect.stringMatching(/before all findings were read/)],
      });
      expect(readdirSync(playground.tmp)).toEqual([]);
    });

    it("twice: ends at once, and leaves nothing behind", async () => {
      const home = prepared("patched");
      const before = treeHash(playground.root);
      const run = startPatchpro(playground, ["run"]);
      await until(() => seenBy(home).length > 0);
      run.interrupt();
      await until(() => run.said.err.includes("Interrupted"));
      run.interrupt();
      expect((await run.ended).code).toBe(130);
      expect(readdirSync(playground.tmp)).toEqual([]);
      await until(() => !seenBy(home).some((pid) => isAlive(Number(pid))));
      if (existsSync(join(playground.root, ".patchpro"))) return;
      expect(treeHash(playground.root)).toBe(before);
    });
  },
);

describe("an interruption from inside", () => {
  it("between two rounds: keeps what is settled, and its combined diff", async () => {
    const rules = JSON.stringify([{ id: "no-wrap", call: "wrap", fixes: [{ text: "w({1})" }] }]);
    playground.fill({ "a.txt": "wrap(wrap(wrap(1)))\n", "toy.json": rules, ".patchpro.toml": toyConfig() });
    const interruption = new AbortController();
    const onErr = (text: string) => {
      if (/1\/3, 1 fixed/.test(text)) interruption.abort(new DOMException("interrupted", "AbortError"));
    };
    const { code } = await patchpro(playground, ["run"], { signal: interruption.signal, onErr });
    const report = reportIn(newestRun(playground.root));
    expect([code, report.summary.accepted, report.summary.skipped]).toEqual([130, 1, 2]);
    expect(readFileSync(join(newestRun(playground.root), report.combinedPatch), "utf8")).toMatch(
      /^\+w\(wrap\(wrap\(1\)\)\)$/m,
    );
  });
});
