import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { FinishedRun, RunPatch } from "../check/report.ts";
import { sample } from "../check/sample.ts";
import { GIT } from "../fetch/repository.ts";
import { measured } from "./command.ts";

/** The same work done the plain way: for each patch one process to apply it, one to parse, one to analyze. */
export interface Naive {
  readonly patches: number;
  readonly wallMs: number;
  readonly cpuMs: number;
}

export interface NaiveTools {
  readonly python: string;
  readonly copy: string;
  /** The command that parses one file, and the one that analyzes it. */
  readonly commandsFor: (file: string) => readonly (readonly [string, ...string[]])[];
}

/** Measures the naive loop on a sample of patches that stand alone and scales it to `total` patches. */
export function naiveLoop(run: FinishedRun, tools: NaiveTools, count: number, total: number): Naive {
  const picked = sample(
    run.report.patches.filter(({ after }) => after.length === 0),
    count,
    1,
  );
  const costs = picked.map((patch) => costOf(patch, run, tools));
  const scaled = (of: (cost: { wallMs: number; cpuMs: number }) => number): number =>
    (costs.reduce((sum, cost) => sum + of(cost), 0) / Math.max(1, costs.length)) * total;
  return { patches: total, wallMs: scaled(({ wallMs }) => wallMs), cpuMs: scaled(({ cpuMs }) => cpuMs) };
}

function costOf(
  patch: RunPatch,
  run: FinishedRun,
  { python, copy, commandsFor }: NaiveTools,
): { wallMs: number; cpuMs: number } {
  const texts = patch.files.map((file) => [path.join(copy, file), readFileSync(path.join(copy, file))] as const);
  const commands = [
    ["git", ...GIT, "apply", "--whitespace=nowarn", path.join(run.folder, patch.patch)] as const,
    ...patch.files.flatMap(commandsFor),
  ];
  const cost = { wallMs: 0, cpuMs: 0 };
  for (const [file, ...args] of commands) {
    const { usage } = measured(python, file, args, { cwd: copy, mayExit: [1] });
    cost.wallMs += usage.wallMs;
    cost.cpuMs += usage.cpuMs ?? 0;
  }
  for (const [file, bytes] of texts) writeFileSync(file, bytes);
  return cost;
}
