import { Command, CommanderError } from "commander";
import { EXIT } from "../domain/errors.ts";
import { addAnalyze } from "./commands/analyze.ts";
import { addApply } from "./commands/apply.ts";
import { addCluster } from "./commands/cluster.ts";
import { addDataset } from "./commands/dataset.ts";
import { addDoctor } from "./commands/doctor.ts";
import { addEval } from "./commands/eval.ts";
import { addFinetune } from "./commands/finetune.ts";
import { addInit } from "./commands/init.ts";
import { addJudge } from "./commands/judge.ts";
import { addRepair } from "./commands/repair.ts";
import { addRun } from "./commands/run.ts";
import { addTraces } from "./commands/traces.ts";
import { addUi } from "./commands/ui.ts";
import { addVerify } from "./commands/verify.ts";
import type { CommandContext } from "./context.ts";
import { describeFailure } from "./failure.ts";
import { EXIT_CODES_TEXT, examplesText } from "./help.ts";
import { styleOf } from "./terminal.ts";

const COMMANDS = [
  addRun,
  addAnalyze,
  addRepair,
  addVerify,
  addApply,
  addInit,
  addDoctor,
  addTraces,
  addCluster,
  addEval,
  addDataset,
  addFinetune,
  addJudge,
  addUi,
];

const EXAMPLES = [
  { command: "patchpro run", does: "findings of the analyzers found here, into proved patches; no file is changed" },
  { command: "patchpro apply", does: "puts the patches of the newest run into the files" },
  { command: "patchpro run --help", does: "all options of a command, with examples" },
];

/** Does what the words of a command line say, and gives the exit code. Never throws: what fails is told on standard error. */
export async function runProgram(words: readonly string[], context: CommandContext): Promise<number> {
  let code: number = EXIT.done;
  try {
    await buildProgram(context, (chosen) => {
      code = chosen;
    }).parseAsync([...words], { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.badInput;
    const { colour } = styleOf(process.stderr, context.environment, process.platform);
    const { toolVersion } = context;
    const failure = describeFailure(error, {
      colour,
      toolVersion,
      nodeVersion: process.version,
      platform: process.platform,
    });
    context.stderr(failure.text);
    return failure.exitCode;
  }
}

/** Every command with its options. `exit`: told the code that a command ends with. */
export function buildProgram(context: CommandContext, exit: (code: number) => void): Command {
  const program = new Command("patchpro")
    .description("Turns static-analysis findings into patches, and proves each one.")
    .version(context.toolVersion)
    .option("--root <dir>", "the repository's folder (default: found from where you are)")
    .option("--config <file>", "a configuration file other than .patchpro.toml")
    .option("-q, --quiet", "no progress on standard error")
    .addHelpText("after", examplesText(EXAMPLES) + EXIT_CODES_TEXT)
    .showHelpAfterError("(add --help for the options, with examples)")
    .configureOutput({ writeOut: (text) => void context.stdout(text), writeErr: context.stderr })
    .exitOverride();
  for (const add of COMMANDS) add(program, () => context, exit);
  return program;
}
