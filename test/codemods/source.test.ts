import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readProof } from "../../src/report/proof.ts";
import { newestRun, patchpro, reportIn } from "../e2e/support/cli.ts";
import type { ToyRule } from "../pipeline/toy/linter.ts";
import { openPlayground } from "../pipeline/toy/repair.ts";

/** The whole program with a toy linter for an analyzer, and codemods of the repository. */

const playground = openPlayground();
afterAll(() => playground.remove());

const toy = join(import.meta.dirname, "..", "pipeline", "toy", "main.ts");

interface Order {
  readonly rules: readonly ToyRule[];
  readonly codemods?: string | Readonly<Record<string, string>>;
  readonly files: Readonly<Record<string, string>>;
  readonly words?: readonly string[];
}

function prepare({ rules, codemods = {}, files }: Order): void {
  const own = typeof codemods === "string" ? { "own.yml": codemods } : codemods;
  playground.fill({
    ...files,
    "rules.json": JSON.stringify(rules),
    ".patchpro.toml": `[analyzers.ruff]\nenabled = false\n[analyzers.toy]\ncommand = ${JSON.stringify([process.execPath, toy, "rules.json"])}\nformat = "findings"\n`,
    ...Object.fromEntries(Object.entries(own).map(([name, text]) => [`.patchpro/codemods/${name}`, text])),
  });
}

async function repaired(order: Order) {
  prepare(order);
  const told = await patchpro(playground, ["run", "--quiet", "--apply", ...(order.words ?? [])]);
  expect(told).toMatchObject({ code: 0 });
  const folder = newestRun(playground.root);
  return { folder, report: reportIn(folder), outcomes: reportIn(folder).findings.map(({ outcome }) => outcome) };
}

/** What the codemod says is refused with; nothing is run. */
async function refusal(codemods: Order["codemods"]): Promise<string> {
  prepare({ rules: [], files: { "a.py": "x = 1\n" }, ...(codemods !== undefined && { codemods }) });
  const told = await patchpro(playground, ["run", "--quiet"]);
  expect(told.code).toBe(2);
  return told.err;
}

const codemod = (id: string, fixes: string, rest: string): string =>
  `id: ${id}\nlanguage: python\nmetadata: { fixes: [${fixes}] }\n${rest}\n`;
const OLD = codemod("old-to-new", "toy:old", "rule: { pattern: old($$$A) }\nfix: new($$$A)");
const old: ToyRule = { id: "old", match: "\\bold\\(" };

describe("codemods of a repository", () => {
  it("fix what no analyzer fixes, are proved on the same ladder, and are named in report and proof", async () => {
    const { folder, report } = await repaired({ rules: [old], codemods: OLD, files: { "a.py": "old(1, '😀')\n" } });
    expect(playground.read("a.py")).toBe("new(1, '😀')\n");
    expect(report.summary.bySource).toEqual({ native: 0, codemod: 1, model: 0 });
    const name = { id: "old-to-new", file: ".patchpro/codemods/own.yml", origin: "repository" };
    const [finding] = report.findings;
    if (finding?.outcome.kind !== "accepted") throw new Error("not accepted");
    expect(finding.outcome).toMatchObject({ source: "codemod", codemod: name });
    expect(finding.outcome.checks.map(({ status }) => status)).toEqual(Array(7).fill("pass"));
    const proof = readProof(readFileSync(join(folder, finding.outcome.proof), "utf8"), "proof");
    expect(proof).toMatchObject({ source: "codemod", codemod: name, applicability: "unsafe" });
    expect(readFileSync(join(folder, "report.md"), "utf8")).toContain("codemod `old-to-new` of");
  });

  it("give proofs that can be climbed again", async () => {
    prepare({ rules: [old], codemods: OLD, files: { "a.py": "old(1)\n" } });
    await patchpro(playground, ["run", "--quiet"]);
    const folder = newestRun(playground.root);
    const [finding] = reportIn(folder).findings;
    if (finding?.outcome.kind !== "accepted") throw new Error("not accepted");
    const told = await patchpro(playground, ["verify", join(folder, finding.outcome.proof)]);
    expect(told).toMatchObject({ code: 0 });
  });

  it("come after the analyzer's own fixes, also after those that were refused", async () => {
    const native: ToyRule = { ...old, fixes: [{ text: "better(" }] };
    const good = await repaired({ rules: [native], codemods: OLD, files: { "a.py": "old(1)\n" } });
    expect(playground.read("a.py")).toBe("better(1)\n");
    expect(good.report.summary.bySource).toMatchObject({ native: 1, codemod: 0 });

    const bad: ToyRule = { id: "no-better", match: "better" };
    const other = await repaired({ rules: [native, bad], codemods: OLD, files: { "a.py": "old(1)\n" } });
    expect(playground.read("a.py")).toBe("new(1)\n");
    expect(other.report.summary.bySource).toMatchObject({ native: 0, codemod: 1 });
  });

  it("fix many findings of one file in one run, nested ones too", async () => {
    await repaired({ rules: [old], codemods: OLD, files: { "a.py": "old(old(1), old(old(2)))\r\n\r\nx = old()\r\n" } });
    expect(playground.read("a.py")).toBe("new(new(1), new(new(2)))\r\n\r\nx = new()\r\n");
  });

  it("are told apart by the finding's place where a file has several matches", async () => {
    const only: ToyRule = { id: "old", match: "\\bold\\(2\\)" };
    await repaired({ rules: [only], codemods: OLD, files: { "a.py": "old(1)\nold(2); old(3)\n" } });
    expect(playground.read("a.py")).toBe("old(1)\nnew(2); old(3)\n");
  });

  it("are left aside where it is not clear which match is meant, and the report says so", async () => {
    const line: ToyRule = { id: "old", match: "^x.*$" };
    const { outcomes } = await repaired({ rules: [line], codemods: OLD, files: { "a.py": "x = old(1) + old(2)\n" } });
    expect(outcomes).toMatchObject([{ kind: "skipped", reason: expect.stringContaining("it fits 2 places here") }]);
  });

  it("leave code with syntax errors alone", async () => {
    const { outcomes } = await repaired({ rules: [old], codemods: OLD, files: { "a.py": "old(1, = )\n" } });
    expect(outcomes).toMatchObject([{ kind: "skipped", reason: expect.stringMatching(/syntax error|fits nothing/) }]);
  });

  it("are refused where they silence the finding", async () => {
    const noqa = codemod("hush", "old", 'rule: { pattern: old($A) }\nfix: "new($A)  # noqa"');
    const { outcomes } = await repaired({ rules: [old], codemods: noqa, files: { "a.py": "old(1)\n" } });
    expect(outcomes).toMatchObject([{ kind: "rejected", source: "codemod", check: "honest" }]);
    expect(playground.read("a.py")).toBe("old(1)\n");
  });

  it("are refused where they bring in something new, and the next one for the finding is tried", async () => {
    const worse = codemod("a-first", "old", "rule: { pattern: old($A) }\nfix: worse($A)");
    const rules = [old, { id: "no-worse", match: "worse" }];
    await repaired({ rules, codemods: `${worse}---\n${OLD}`, files: { "a.py": "old(1)\n" } });
    expect(playground.read("a.py")).toBe("new(1)\n");
  });

  it("are not tried with `unsafe` = never, unless they call themselves safe", async () => {
    const words = ["--unsafe", "never"];
    const left = await repaired({ rules: [old], codemods: OLD, files: { "a.py": "old(1)\n" }, words });
    expect(left.outcomes).toMatchObject([
      { kind: "skipped", reason: expect.stringContaining("does not call itself safe") },
    ]);
    const safe = OLD.replace("] }", "], safe: true }");
    await repaired({ rules: [old], codemods: safe, files: { "a.py": "old(1)\n" }, words });
    expect(playground.read("a.py")).toBe("new(1)\n");
  });

  it("are not asked where the sources leave them out", async () => {
    const words = ["--sources", "native"];
    const { outcomes } = await repaired({ rules: [old], codemods: "id: [", files: { "a.py": "old(1)\n" }, words });
    expect(outcomes).toMatchObject([{ kind: "skipped", reason: "toy offers no fix for old" }]);
  });

  it("are counted by doctor", async () => {
    prepare({ rules: [], codemods: OLD, files: { "a.py": "x = 1\n" } });
    const { out } = await patchpro(playground, ["doctor"]);
    expect(out.replace(/\s+/g, " ")).toMatch(/codemods \d+ of PatchPro, 1 of this repository \(\.patchpro\/codemods\)/);
  });
});

describe("codemods that are wrong", () => {
  it("are all told at once, with file, place and what to write instead, and nothing is run", async () => {
    const words = await refusal({
      "a.yml": `${OLD}---\nid: b\nlanguage: cobol\nrule: { pattern: x }\nmetadata: { fixes: [x], save: true }\nfix: { template: y }\n`,
      "b.yaml": codemod("old-to-new", "x", "rule: { pattern: f($A) }\nfix: g($B, $$$A)"),
      "c.yml": "id: [\n",
      "d.yml": codemod("d", "x", "rule: { kind: no-such-kind }\nfix: g()"),
    });
    expect(words).toContain("6 problems in the codemods");
    expect(words).toMatch(/codemods\/a\.yml:8:11 {2}`language` will not do: .*"cobol"/);
    expect(words).toMatch(/a\.yml:10:31 {2}unknown key `metadata\.save`\n.*Did you mean `metadata\.safe`/);
    expect(words).toMatch(/a\.yml:11:6 {2}`fix` will not do.*\n.*expandStart.* is not read here/);
    expect(words).toMatch(/b\.yaml:5:6 {2}`fix` uses \$B, \$\$\$A, which the rule does not capture/);
    expect(words).toMatch(/c\.yml:\d+:\d+ {2}.*\n.*it is not YAML/);
    expect(words).toMatch(/d\.yml:1:1 {2}ast-grep does not take the codemod d for python: .*no-such-kind/);
  });

  it("may not have an id twice", async () => {
    expect(await refusal({ "a.yml": OLD, "b.yml": OLD })).toMatch(/b\.yml:1:1 {2}the id `old-to-new` is taken/);
  });

  it.each([
    [
      "aliases that multiply",
      `a: &a [1,1,1,1,1,1,1,1,1]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c,*c]\n`,
    ],
    ["brackets without end", "[".repeat(100_000)],
    [
      "a rule that nests without end",
      codemod("a", "x", `rule: ${"{ not: ".repeat(300)}{ kind: call }${"}".repeat(300)}\nfix: x`),
    ],
    ["a file without end", `${OLD}# ${"x".repeat(300_000)}\n`],
    ["codemods without end", `${OLD}---\n`.repeat(200)],
  ])("cannot take the program down: %s", async (_name, text) => {
    expect(await refusal(text)).toMatch(/problems? in the codemods/);
  });

  it("cannot be links that lead out of the repository, nor be in a folder that is one", async () => {
    const outside = join(playground.tmp, "outside");
    mkdirSync(outside, { recursive: true });
    writeFileSync(join(outside, "x.yml"), OLD);
    prepare({ rules: [], codemods: OLD, files: { "a.py": "x = 1\n" } });
    symlinkSync(join(outside, "x.yml"), join(playground.root, ".patchpro/codemods/x.yml"));
    const told = await patchpro(playground, ["run", "--quiet"]);
    expect(told).toMatchObject({ code: 2, err: expect.stringMatching(/x\.yml:1:1 {2}is a link that leads out/) });

    prepare({ rules: [], files: { "a.py": "x = 1\n", ".patchpro/x": "" } });
    symlinkSync(outside, join(playground.root, ".patchpro/codemods"));
    expect(await patchpro(playground, ["run", "--quiet"])).toMatchObject({ code: 2 });
  });
});
