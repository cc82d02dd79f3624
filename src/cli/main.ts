import { readFileSync } from "node:fs";
import { Command, CommanderError } from "commander";
import { z } from "zod";
import { disposeAllStages } from "./wire.ts";
import { readEnvironment } from "../config/environment.ts";
import { EXIT } from "../domain/errors.ts";
import { addAnalyze } from "./commands/analyze.ts";
import { addApply } from "./commands/apply.ts";
import { addDoctor } from "./commands/doctor.ts";
import { addInit } from "./commands/init.ts";
import { addRepair } from "./commands/repair.ts";
import { addRun } from "./commands/run.ts";
import { addVerify } from "./commands/verify.ts";
import type { CommandContext } from "./context.ts";
import { describeFailure } from "./failure.ts";
import { EXIT_CODES_TEXT } from "./help.ts";
import { styleOf } from "./terminal.ts";

const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")));
const environment = readEnvironment();
const interruption = new AbortController();

const context: CommandContext = {
  cwd: process.cwd(),
  environment,
  toolVersion: version,
  signal: interruption.signal,
  stdout: (text) => new Promise((resolve, reject) => void process.stdout.write(text, (error) => (error ? reject(error) : resolve()))),
  stderr: (text) => void process.stderr.write(text),
};

/** The first Ctrl-C ends the run in order; the second ends it at once, without leaving anything behind. */
function onInterrupt(): void {
  if (interruption.signal.aborted) {
    disposeAllStages();
    process.exit(EXIT.interrupted);
  }
  interruption.abort(new DOMException("interrupted", "AbortError"));
  context.stderr("\nInterrupted: writing what is proved so far. Press Ctrl-C again to stop at once.\n");
}

function buildProgram(exit: (code: number) => void): Command {
  const program = new Command("patchpro")
    .description("Turns static-analysis findings into patches, and proves each one.")
    .version(version)
    .option("--root <dir>", "the repository's folder (default: found from where you are)")
    .option("--config <file>", "a configuration file other than .patchpro.toml")
    .option("-q, --quiet", "no progress on standard error")
    .addHelpText("after", EXIT_CODES_TEXT)
    .showHelpAfterError("(add --help for the options, with examples)")
    .exitOverride();
  for (const add of [addRun, addAnalyze, addRepair, addVerify, addApply, addInit, addDoctor]) add(program, () => context, exit);
  return program;
}

async function main(): Promise<number> {
  let code: number = EXIT.done;
  try {
    await buildProgram((chosen) => {
      code = chosen;
    }).parseAsync();
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.badInput;
    const { colour } = styleOf(process.stderr, environment, process.platform);
    const failure = describeFailure(error, { colour, toolVersion: version, nodeVersion: process.version, platform: process.platform });
    context.stderr(failure.text);
    return failure.exitCode;
  }
}

for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, onInterrupt);
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  // Whoever reads our output has gone (`patchpro run | head`).
  if (error.code === "EPIPE") process.exit(EXIT.done);
  throw error;
});
process.exitCode = await main();
