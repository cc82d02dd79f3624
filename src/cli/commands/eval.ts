import type { Command } from "commander";
import type { CommandContext } from "../context.ts";
import { examplesText } from "../help.ts";
import { addEvalAdd } from "./eval/add.ts";
import { addEvalBaseline } from "./eval/baseline.ts";
import { addEvalCompare } from "./eval/compare.ts";
import { addEvalGate } from "./eval/gate.ts";
import { addEvalList } from "./eval/list.ts";
import { addEvalRun } from "./eval/run.ts";
import { addEvalRuns } from "./eval/runs.ts";
import { addEvalShow } from "./eval/show.ts";
import { addEvalSynth } from "./eval/synth.ts";

/** A subcommand of `patchpro eval`. */
export type AddEvalCommand = (evals: Command, contextOf: () => CommandContext, exit: (code: number) => void) => void;

const SUBCOMMANDS: readonly AddEvalCommand[] = [
  addEvalRun,
  addEvalList,
  addEvalShow,
  addEvalAdd,
  addEvalRuns,
  addEvalCompare,
  addEvalGate,
  addEvalBaseline,
  addEvalSynth,
];

/** `patchpro eval`: is it better, and is that real? */
export function addEval(program: Command, contextOf: () => CommandContext, exit: (code: number) => void): void {
  const evals = program
    .command("eval")
    .description("run cases that say what must become of a finding, and compare runs")
    .addHelpText(
      "after",
      examplesText([
        { command: "patchpro eval run", does: "every case below evals/cases, with scripted replies: free" },
        { command: "patchpro eval gate", does: "shuts if the newest run is worse than the one before" },
      ]),
    );
  for (const add of SUBCOMMANDS) add(evals, contextOf, exit);
}
