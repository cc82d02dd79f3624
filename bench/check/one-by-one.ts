import path from "node:path";
import { GIT } from "../fetch/repository.ts";
import { command } from "../measure/command.ts";
import type { ToolAlone } from "./analyzer.ts";
import type { Compile } from "./compile.ts";
import { aftermath, closedBy, type Invariant } from "./invariants.ts";
import type { FinishedRun, RunPatch } from "./report.ts";
import { sample } from "./sample.ts";
import type { ToolFinding } from "./tool-finding.ts";

/** What a patch is tried with. */
export interface Trial {
  readonly run: FinishedRun;
  /** A copy of the tree that the run started from; every patch is taken out again. */
  readonly copy: string;
  readonly before: readonly ToolFinding[];
  readonly tool: ToolAlone;
  readonly compile: Compile;
}

/** Patches that stand alone, each applied by itself: git takes it, its finding is gone, nothing is new, the file compiles. */
export function oneByOne(trial: Trial, count: number): Invariant {
  const alone = trial.run.report.patches.filter(({ after }) => after.length === 0);
  const exceptions = sample(alone, count).flatMap((patch) =>
    faultsOf(patch, trial).map((fault) => `${patch.patch}: ${fault}`),
  );
  return { name: `${Math.min(count, alone.length)} patches, each alone`, exceptions };
}

function faultsOf(patch: RunPatch, { run, copy, before, tool, compile }: Trial): string[] {
  const brokenBefore = compile(copy, patch.files);
  const args = [...GIT, "apply", "--whitespace=nowarn", path.join(run.folder, patch.patch)];
  const { exitCode, stderr } = command("git", args, { cwd: copy, mayExit: [1, 128] });
  if (exitCode !== 0) return [`git apply: ${stderr.trim()}`];
  try {
    const { findings } = tool.check(copy, patch.files);
    const own = before.filter((finding) => patch.files.includes(finding.path));
    const { goneAndNothingNew } = aftermath(own, closedBy(run.report, patch), findings);
    const broken = [...compile(copy, patch.files)].filter((file) => !brokenBefore.has(file));
    return [...goneAndNothingNew.exceptions, ...broken.map((file) => `${file} no longer compiles`)];
  } finally {
    command("git", [...GIT, "checkout", "--quiet", "--", "."], { cwd: copy });
  }
}
