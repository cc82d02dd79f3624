import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import type { RunResult } from "../../../src/domain/run.ts";
import { decodeText } from "../../../src/domain/text.ts";
import type { Lint } from "./linter.ts";
import type { Playground } from "./repair.ts";

/** Each costs a `git apply`. */
const TRIED_ALONE = 20;

/** What must be true of every run, whatever the linter and its fixes are like. */
export function expectSoundRun(result: RunResult, lints: readonly Lint[], playground: Playground): void {
  const before = sourcesIn(playground.root);
  const found = countByRule(lints, before);
  const accepted = new Map<string, number>();
  for (const { finding, outcome } of result.findings) {
    if (outcome.kind === "accepted") accepted.set(finding.ruleId, (accepted.get(finding.ruleId) ?? 0) + 1);
  }
  const patches = new Map(result.patches.map((patch) => [patch.candidate.id, patch]));

  expect(readdirSync(playground.tmp), "throw-away folders are gone").toEqual([]);
  expect(result.findings.length, "outcomes add up to the findings read").toBe(sum(found));
  expect(patches.size, "every patch has an id of its own").toBe(result.patches.length);

  const after = applied(playground.root, result.combinedDiff);
  for (const change of result.changes)
    expect(after.get(change.path), "the combined diff gives what the run says").toBe(change.after ?? undefined);
  const left = countByRule(lints, after);
  const expected = new Map([...found].map(([rule, count]) => [rule, count - (accepted.get(rule) ?? 0)]));
  for (const [rule, count] of left)
    expect(count, `${rule}: accepted findings are gone and nothing is new`).toBeLessThanOrEqual(
      expected.get(rule) ?? 0,
    );

  for (const { finding, outcome } of result.findings) {
    if (outcome.kind !== "accepted") continue;
    expect(patches.has(outcome.patchId), "an accepted finding names a patch of the run").toBe(true);
    expect(
      outcome.checks.filter(({ status }) => status === "fail"),
      `${finding.ruleId} is proved`,
    ).toEqual([]);
  }
  for (const { after: predecessors } of result.patches) {
    for (const id of predecessors) expect(patches.has(id), "a predecessor is a patch of the run").toBe(true);
  }
  const independent = result.patches.filter(({ after: predecessors }) => predecessors.length === 0);
  for (const { candidate, diff } of independent.slice(0, TRIED_ALONE)) {
    const alone = countByRule(lints, applied(playground.root, diff));
    for (const [rule, count] of alone)
      expect(count, `${candidate.summary} alone brings in no ${rule}`).toBeLessThanOrEqual(found.get(rule) ?? 0);
    expect(sum(alone), `${candidate.summary} alone closes something`).toBeLessThan(sum(found));
  }
}

type Texts = ReadonlyMap<string, string>;

function countByRule(lints: readonly Lint[], texts: Texts): Map<string, number> {
  const counts = new Map<string, number>();
  for (const lint of lints) {
    for (const [path, text] of texts) {
      for (const { rule } of lint(path, text, (other) => texts.get(other)))
        counts.set(rule, (counts.get(rule) ?? 0) + 1);
    }
  }
  return counts;
}

function sum(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((total, count) => total + count, 0);
}

function sourcesIn(root: string): Map<string, string> {
  const names = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .filter((name) => !name.startsWith(".git/") && !name.startsWith(".git\\"));
  return new Map(names.map((name) => [name.replaceAll("\\", "/"), decodeText(readFileSync(join(root, name))).text]));
}

/** The texts after `git apply` of a diff in a copy of the folder, outside of any repository. */
function applied(root: string, diff: Uint8Array): Map<string, string> {
  if (diff.length === 0) return sourcesIn(root);
  const copy = mkdtempSync(join(tmpdir(), "patchpro-applied-"));
  try {
    cpSync(root, copy, { recursive: true, filter: (name) => !/[\\/]\.git$/.test(name) });
    execFileSync("git", ["apply", "--whitespace=nowarn", "-"], {
      cwd: copy,
      input: diff,
      stdio: ["pipe", "pipe", "pipe"],
      env: { ...process.env, GIT_CEILING_DIRECTORIES: tmpdir() },
    });
    return sourcesIn(copy);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}
