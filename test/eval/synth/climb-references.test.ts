import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openSynthAnalyzers } from "../../../src/cli/wire/synth.ts";
import { repairTools, type Wired, wire } from "../../../src/cli/wire.ts";
import { fillDefaults } from "../../../src/config/defaults.ts";
import { readEnvironment } from "../../../src/config/environment.ts";
import { chooseRecipes } from "../../../src/eval/synth/choose-recipes.ts";
import { climbReferences } from "../../../src/eval/synth/climb-references.ts";
import { generate } from "../../../src/eval/synth/generate.ts";
import type { SynthRecord } from "../../../src/eval/synth/record.ts";
import { synthResults } from "../../../src/eval/synth/results.ts";
import { ruffConfiguration } from "../../../src/eval/synth/selection.ts";

const signal = new AbortController().signal;
const defaults = fillDefaults({});
const config = {
  ...defaults,
  analyzers: { ...defaults.analyzers, ruff: { ...defaults.analyzers.ruff, flavour: "wasm" as const } },
};
const records: SynthRecord[] = [];
let root: string;
let wired: Wired;

beforeAll(async () => {
  const analyzers = openSynthAnalyzers(process.cwd(), readEnvironment());
  const recipes = chooseRecipes({
    names: ["E711-equals", "I001-shuffled", "F401-in-list", "D103", "D400", "PTH110", "S608-multi-line", "W291"],
  });
  await generate(
    { count: 16, seed: 3, recipes, mix: "even" },
    { analyzers, signal, write: async (more) => void records.push(...more) },
  );
  await analyzers.close();
  root = mkdtempSync(path.join(tmpdir(), "patchpro-synth-test-"));
  const leftOut = new Map(records.map(({ path: name, ignore }) => [`${path.posix.dirname(name)}/*`, ignore]));
  writeFileSync(path.join(root, "ruff.toml"), ruffConfiguration(leftOut));
  for (const { path: name, before } of records) {
    mkdirSync(path.join(root, path.dirname(name)), { recursive: true });
    writeFileSync(path.join(root, name), before);
  }
  execFileSync("git", ["init", "-q"], { cwd: root });
  wired = await wire(root, config, readEnvironment());
});
afterAll(async () => {
  await wired.close();
  rmSync(root, { recursive: true, force: true });
});

test("the ladder accepts every reference fix, and the inverse restores the clean text", async () => {
  const outcomes = await climbReferences(records, await repairTools(wired, config, signal));
  expect(outcomes.filter(({ accepted }) => !accepted).map(({ record, reason }) => `${record.id}: ${reason}`)).toEqual(
    [],
  );
  expect(outcomes.map(({ record }) => record.id)).toEqual(records.map(({ id }) => id));
  expect(outcomes.every(({ exact }) => exact)).toBe(true);
});

test("the ladder refuses a reference that fixes nothing, and the row says where", async () => {
  const spoiled = records.map((record) => ({ ...record, after: `${record.before}# nothing else changed\n` }));
  const outcomes = await climbReferences(spoiled.slice(0, 4), await repairTools(wired, config, signal));
  const rows = synthResults(outcomes, "reference");
  expect(rows.map(({ status }) => status)).toEqual(Array(4).fill("failed"));
  for (const row of rows) {
    expect(row.check).toBeDefined();
    expect(row.reason).not.toBe("");
    expect(row.slices.recipe).toBe(records.find(({ id }) => id === row.caseId)?.recipe);
  }
});
