import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { readInput } from "../../src/adapters/system/input.ts";

it("a folder of reports is read with what is below it, as CI lays artifacts down; links are not followed", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "patchpro-input-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(path.join(folder, "reports", "lint", "b"), { recursive: true });
  for (const name of ["top.sarif", "lint/ruff.JSON", "lint/b/eslint.json", "lint/notes.txt"])
    writeFileSync(path.join(folder, "reports", name), name);
  symlinkSync(folder, path.join(folder, "reports", "round"), "junction");
  const files = await readInput("reports", folder, [".json", ".sarif"]);
  expect(files.map(({ source, bytes }) => [source.replaceAll("\\", "/"), Buffer.from(bytes).toString()])).toEqual([
    ["reports/lint/b/eslint.json", "lint/b/eslint.json"],
    ["reports/lint/ruff.JSON", "lint/ruff.JSON"],
    ["reports/top.sarif", "top.sarif"],
  ]);
});
