import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runProgram } from "../../../src/cli/program.ts";
import { readEnvironment } from "../../../src/config/environment.ts";
import { synthRecord } from "../../../src/eval/synth/record.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "patchpro-synth-cli-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function patchpro(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runProgram(["eval", "synth", ...words], {
    cwd: folder,
    environment: readEnvironment(),
    toolVersion: "0.0.0",
    signal: new AbortController().signal,
    stdout: async (text) => void out.push(String(text)),
    stderr: (text) => void err.push(text),
  });
  return { code, out: out.join(""), err: err.join("") };
}

test("writes JSON lines as the design says, progress aside, and leaves nothing else", async () => {
  const { code, out, err } = await patchpro(
    "--count",
    "12",
    "--seed",
    "5",
    "--out",
    "found.jsonl",
    "--language",
    "python",
  );
  expect(code).toBe(0);
  expect(out).toContain("12 findings by 12 recipes in found.jsonl");
  expect(err).toContain("12/12 findings confirmed");
  const lines = readFileSync(path.join(folder, "found.jsonl"), "utf8").trimEnd().split("\n");
  const records = lines.map((line) => synthRecord.parse(JSON.parse(line)));
  expect(records).toHaveLength(12);
  expect(Object.keys(records[0] ?? {}).slice(0, 7)).toEqual([
    "id",
    "recipe",
    "rule",
    "path",
    "before",
    "after",
    "finding",
  ]);
  expect(readdirSync(folder)).toEqual(["found.jsonl"]);
});

test("names can be recipes, rules and families, in any case", async () => {
  const { code, out } = await patchpro("--recipes", "--recipe", "i001,F401-alias", "--recipe", "paths");
  expect(code).toBe(0);
  expect(out).toMatch(/^imports \(9\): I001-shuffled/);
  expect(out).toContain("F401-alias");
  expect(out).toContain("PTH110");
  expect(out).not.toContain("E711");
});

test.each([
  [["--count", "0", "--out", "x"], /from 1 to/],
  [["--count", "5"], /--out is missing/],
  [["--out", "x", "--recipe", "F4O1"], /no recipe, rule or family "f4o1"/],
  [["--out", "x", "--recipe", "eslint", "--language", "python"], /none of these recipes/],
  [["--out", "x", "--mix", "plan", "--recipe", "paths"], /mix "plan" has no recipe/],
  [["--out", "x", "--llm-share", "0.5"], /needs a model/],
  [["--out", "x", "--llm-share", "2"], /from 0 to 1/],
])("%j is refused with words that help, and writes nothing", async (words, why) => {
  const { code, err } = await patchpro(...words);
  expect(code).toBe(2);
  expect(err).toMatch(why);
  expect(existsSync(path.join(folder, "x"))).toBe(false);
});

test("a file that was there stays if the making fails", async () => {
  writeFileSync(path.join(folder, "kept.jsonl"), "old\n");
  const { code } = await patchpro("--out", "kept.jsonl", "--mix", "plan", "--recipe", "paths");
  expect(code).toBe(2);
  expect(readFileSync(path.join(folder, "kept.jsonl"), "utf8")).toBe("old\n");
  expect(readdirSync(folder).filter((name) => name.endsWith(".tmp"))).toEqual([]);
});
