import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";

const PROJECT = path.resolve(import.meta.dirname, "../..");
const NAME = "zebra-lint2";
let copy: string;

/** The parts of the checkout that a new analyzer lives in, so that nothing is written into the real one. */
beforeAll(() => {
  copy = realpathSync(mkdtempSync(path.join(tmpdir(), "patchpro-new-analyzer-")));
  for (const name of ["src", "test", "fixtures/analyzers", "package.json", "tsconfig.json", "vitest.config.ts"]) {
    cpSync(path.join(PROJECT, name), path.join(copy, name), { recursive: true });
  }
  symlinkSync(path.join(PROJECT, "node_modules"), path.join(copy, "node_modules"), "junction");
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

function run(...words: string[]): { code: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { cwd: copy, encoding: "utf8" });
  return { code: status, output: stdout + stderr };
}

function generate(name: string): { code: number | null; output: string } {
  return run(path.join(PROJECT, "scripts", "new-analyzer.ts"), name, copy);
}

it("a generated analyzer passes types and its tests, the contract among them, as it is", () => {
  const made = generate(NAME);
  expect(made).toMatchObject({ code: 0, output: expect.stringContaining(`test/analyzers/${NAME}.test.ts`) });

  const include = [`src/adapters/analyzers/${NAME}`, `test/analyzers/${NAME}.test.ts`];
  writeFileSync(path.join(copy, "tsconfig.new.json"), JSON.stringify({ extends: "./tsconfig.json", include }));
  const types = run("node_modules/typescript/bin/tsc", "--noEmit", "-p", "tsconfig.new.json");
  expect(types.output.split("\n").filter((line) => line.includes(NAME))).toEqual([]);

  const tests = run("node_modules/vitest/vitest.mjs", "run", `test/analyzers/${NAME}.test.ts`, "--no-color");
  expect(tests).toMatchObject({ code: 0, output: expect.stringMatching(/\n2\d passed, 0 failed, 0 skipped\n$/) });
});

it("a generated analyzer replaces nothing, and its name must do as a folder, a key and a type", () => {
  generate("again");
  expect(generate("again")).toMatchObject({ code: 2, output: expect.stringMatching(/^Nothing was written: .*again/) });
  for (const name of ["", "../x", "Ruff", "a b", "-x", "1x"]) expect(generate(name).code, name).not.toBe(0);
  expect(existsSync(path.join(copy, "src", "adapters", "analyzers", "Ruff"))).toBe(false);
});
