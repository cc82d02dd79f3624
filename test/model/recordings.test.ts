import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newestRun, reportIn, startPatchpro } from "../e2e/support/cli.ts";
import { openPlayground } from "../pipeline/toy/repair.ts";
import { type ModelServer, startModelServer } from "../support/model-server.ts";
import { askedOf, CANARY, configFor, fileIn, KEYS, leaks, right, rightAnswer, runHere } from "./support/served.ts";

const playground = openPlayground();
let server: ModelServer;
beforeAll(async () => {
  server = await startModelServer();
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  playground.remove();
});

const FILES = {
  "a.py": "def first():\n    return 1\n",
  "b.py": "def second():\n    return 2\n\n\ndef third():\n    return 3\n",
};
const SOURCES = ["--sources", "model"];
const combined = (): string => readFileSync(join(newestRun(playground.root), "combined.diff"), "utf8");

describe("--record and --model replay:FILE", () => {
  const recording = join(playground.root, "..", "recording.jsonl");
  let recorded = "";

  it("records a run", { timeout: 60_000 }, async () => {
    playground.fill({ ...FILES, ".patchpro.toml": configFor(server) });
    server.plays(right);
    const run = await runHere(playground, ["--model", "compatible:m", ...SOURCES, "--record", recording]);
    expect(run.kinds).toEqual(["accepted", "accepted", "accepted"]);
    recorded = combined();
    expect(readFileSync(recording, "utf8").trim().split("\n")).toHaveLength(2);
    expect(readFileSync(recording, "utf8")).not.toContain(CANARY);
  });

  it("gives the same result without a server, and says nothing of prompts that did not change", {
    timeout: 60_000,
  }, async () => {
    const before = server.seen.length;
    const run = await runHere(playground, ["--model", `replay:${recording}`, ...SOURCES]);
    expect(run.kinds).toEqual(["accepted", "accepted", "accepted"]);
    expect(combined()).toBe(recorded);
    expect(server.seen.length).toBe(before);
    expect(run.report.notices.join("\n")).not.toContain("prompt changed");
  });

  it("tells that prompts changed since, and answers all the same", { timeout: 60_000 }, async () => {
    const changed = readFileSync(recording, "utf8").replace(/"promptHash":"\w{6}/g, '"promptHash":"000000');
    const file = join(playground.root, "..", "older.jsonl");
    writeFileSync(file, changed);
    const run = await runHere(playground, ["--model", `replay:${file}`, ...SOURCES]);
    expect(run.kinds).toEqual(["accepted", "accepted", "accepted"]);
    expect(run.report.notices).toContainEqual(
      expect.stringMatching(/older\.jsonl: the prompt changed since the recording \(2 times\)/),
    );
  });

  it("a miss fails its findings, names what was asked for, and ends with exit code 3", {
    timeout: 60_000,
  }, async () => {
    const [first = ""] = readFileSync(recording, "utf8").split("\n");
    const file = join(playground.root, "..", "half.jsonl");
    writeFileSync(file, `${first}\n`);
    const run = await runHere(playground, ["--model", `replay:${file}`, ...SOURCES]);
    expect(run.code).toBe(3);
    const failed = run.report.findings.flatMap(({ outcome }) => (outcome.kind === "failed" ? [outcome.reason] : []));
    expect(failed[0]).toMatch(
      /nothing is recorded for task repair\.\w+, file \w{12}, findings? .+, attempt 1; ask a model with --record FILE/,
    );
    expect(run.kinds).toContain("accepted");
  });
});

describe.skipIf(process.platform === "win32")(
  "a run that is killed, started again (not on Windows: it has no SIGKILL)",
  () => {
    it("pays for nothing that was answered, and leaves no journal behind", { timeout: 120_000 }, async () => {
      const files = Object.fromEntries(
        Array.from({ length: 4 }, (_, at) => [`f${at}.py`, `def f${at}():\n    return ${at}\n`]),
      );
      playground.fill({ ...files, ".patchpro.toml": configFor(server) });
      const journal = join(playground.root, ".patchpro", "answers.jsonl");
      const before = server.seen.length;
      // Two answers, then silence until the run is killed.
      server.plays(right, right, { does: "hang" });
      const words = ["run", "--model", "compatible:m", ...SOURCES];
      const killed = startPatchpro(playground, words, { env: KEYS });
      while (server.seen.length < before + 3) await wait(20);
      killed.kill();
      await killed.ended;
      expect(existsSync(journal)).toBe(true);
      expect(readFileSync(journal, "utf8")).not.toContain(CANARY);
      expect(statSync(journal).mode & 0o077, "for its owner only").toBe(0);
      expect(readFileSync(join(playground.root, ".patchpro", ".gitignore"), "utf8")).toBe(
        "*\n!/codemods/\n!/codemods/**\n",
      );

      server.plays(right);
      const again = await runHere(playground, ["--model", "compatible:m", ...SOURCES]);
      expect(again.kinds).toEqual(["accepted", "accepted", "accepted", "accepted"]);
      const asked = server.seen.slice(before).map((seen) => fileIn(askedOf(seen)));
      expect(asked.toSorted()).toEqual(["f0.py", "f1.py", "f2.py", "f2.py", "f3.py"]);
      expect(again.report.summary.costUsd).toBeLessThan(0.01);
      expect(existsSync(journal)).toBe(false);
      expect(leaks(playground, again)).toEqual([]);
    });

    it("pays again for what a changed file is asked about", { timeout: 120_000 }, async () => {
      playground.fill({ ...FILES, ".patchpro.toml": configFor(server) });
      const before = server.seen.length;
      server.plays(right, { does: "hang" });
      const killed = startPatchpro(playground, ["run", "--model", "compatible:m", ...SOURCES], { env: KEYS });
      while (server.seen.length < before + 2) await wait(20);
      killed.kill();
      await killed.ended;
      writeFileSync(join(playground.root, "a.py"), "def first():\n    return 100\n");
      const middle = server.seen.length;
      server.plays((seen) => ({ does: "reply", text: rightAnswer(seen) }));
      const again = await runHere(playground, ["--model", "compatible:m", ...SOURCES]);
      expect(again.kinds).toEqual(["accepted", "accepted", "accepted"]);
      expect(server.seen.slice(middle)).toHaveLength(2);
      expect(reportIn(newestRun(playground.root)).summary.accepted).toBe(3);
    });
  },
);
