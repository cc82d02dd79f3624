import type { ToolAlone } from "./check/analyzer.ts";
import { type Compile, stillCompiles } from "./check/compile.ts";
import { type Coverage, coverage } from "./check/coverage.ts";
import { addsUp, aftermath, appliesWhole, closedBy, type Invariant } from "./check/invariants.ts";
import { oneByOne } from "./check/one-by-one.ts";
import type { FinishedRun } from "./check/report.ts";
import type { ToolFinding } from "./check/tool-finding.ts";
import { copyRepository } from "./fetch/repository.ts";
import type { Usage } from "./measure/command.ts";
import { median } from "./measure/median.ts";
import { type Naive, type NaiveTools, naiveLoop } from "./measure/naive.ts";
import { patchproRun } from "./measure/patchpro.ts";

/** One tree, one selection of rules, one analyzer. */
export interface Job {
  readonly name: string;
  readonly root: string;
  readonly python: string;
  readonly tool: ToolAlone;
  readonly compile: Compile;
  readonly naive: NaiveTools["commandsFor"];
  /** Folders of programs that PatchPro finds before those on PATH. */
  readonly programs: readonly string[];
  /** Gives a copy of the tree what git does not carry over (`node_modules`). */
  readonly furnish?: (copy: string) => void;
  readonly sizes: Sizes;
}

export interface Sizes {
  readonly repetitions: number;
  /** Patches tried one by one. */
  readonly alone: number;
  /** Patches of the naive loop that are measured. */
  readonly naive: number;
}

export interface JobResult {
  readonly name: string;
  readonly findings: number;
  readonly outcomes: Readonly<Record<"accepted" | "rejected" | "skipped" | "failed", number>>;
  readonly patches: number;
  readonly invariants: readonly Invariant[];
  readonly reworded: readonly string[];
  readonly coverage: Coverage;
  readonly patchpro: Usage;
  /** The tool's check and its own fixing, one after the other. */
  readonly alone: Usage;
  readonly naive: Naive;
}

/** Runs PatchPro and the tool itself on the same tree, and holds one against the other. */
export function runJob(job: Job, say: (what: string) => void): JobResult {
  const { name, root, python, tool, compile, sizes } = job;
  const copy = (purpose: string): string => {
    const made = copyRepository(root, `${name}-${purpose}`);
    job.furnish?.(made);
    return made;
  };
  const times: { patchpro: Usage; alone: Usage }[] = [];
  let before: ToolFinding[] = [];
  let afterFix: ToolFinding[] = [];
  let run: FinishedRun | undefined;
  for (let turn = 1; turn <= sizes.repetitions; turn++) {
    say(`${name}: run ${turn} of ${sizes.repetitions}`);
    const check = tool.check(root);
    const fixed = copy("fixed-by-tool");
    const fixing = tool.fix(fixed);
    before = check.findings;
    if (turn === sizes.repetitions) afterFix = tool.check(fixed).findings;
    const finished = patchproRun(python, root, { programs: job.programs });
    run = finished;
    times.push({ patchpro: finished.usage, alone: sum(check.usage, fixing) });
  }
  if (!run) throw new Error("no repetition was asked for");
  const { report } = run;

  say(`${name}: checking ${report.patches.length} patches together, ${sizes.alone} one by one`);
  const patched = copy("patched");
  const whole = appliesWhole(run, patched);
  const { goneAndNothingNew, reworded } = aftermath(before, closedBy(report), tool.check(patched).findings);
  const files = [...new Set(report.patches.flatMap((patch) => patch.files))];
  const pristine = copy("one-by-one");
  const invariants = [
    addsUp(report, before),
    whole,
    goneAndNothingNew,
    stillCompiles(compile, files, root, patched),
    oneByOne({ run, copy: pristine, before, tool, compile }, sizes.alone),
  ];

  say(`${name}: the naive loop on ${sizes.naive} patches`);
  const { findings, ...outcomes } = report.summary;
  const tried = report.patches.length + outcomes.rejected;
  return {
    name,
    findings,
    outcomes,
    patches: report.patches.length,
    invariants,
    reworded,
    coverage: coverage(report, before, afterFix),
    patchpro: middle(times.map(({ patchpro }) => patchpro)),
    alone: middle(times.map(({ alone }) => alone)),
    naive: naiveLoop(run, { python, copy: pristine, commandsFor: job.naive }, sizes.naive, tried),
  };
}

function sum(a: Usage, b: Usage): Usage {
  return {
    wallMs: a.wallMs + b.wallMs,
    cpuMs: a.cpuMs === undefined || b.cpuMs === undefined ? undefined : a.cpuMs + b.cpuMs,
    peakBytes: Math.max(a.peakBytes ?? 0, b.peakBytes ?? 0),
  };
}

function middle(usages: readonly Usage[]): Usage {
  const of = (pick: (usage: Usage) => number | undefined): number =>
    median(usages.map((usage) => pick(usage) ?? Number.NaN));
  return {
    wallMs: of(({ wallMs }) => wallMs),
    cpuMs: of(({ cpuMs }) => cpuMs),
    peakBytes: of(({ peakBytes }) => peakBytes),
  };
}
