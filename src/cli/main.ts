import { setFlagsFromString } from "node:v8";
import { readEnvironment } from "../config/environment.ts";
import { EXIT } from "../domain/errors.ts";
import type { CommandContext } from "./context.ts";
import { runProgram } from "./program.ts";
import { disposeAllStages, ownVersion } from "./wire.ts";

// A run makes and drops texts by the hundred megabytes; left alone, V8 lets three times of what lives pile up before it looks.
setFlagsFromString("--heap-growing-percent=50");

const interruption = new AbortController();

const context: CommandContext = {
  cwd: process.cwd(),
  environment: readEnvironment(),
  toolVersion: ownVersion(),
  signal: interruption.signal,
  stdout: (text) =>
    new Promise((resolve, reject) => void process.stdout.write(text, (error) => (error ? reject(error) : resolve()))),
  stderr: (text) => void process.stderr.write(text),
};

/** The first Ctrl-C ends the run in order; the second ends it at once, without leaving anything behind. */
function onInterrupt(): void {
  if (interruption.signal.aborted) {
    disposeAllStages();
    process.exit(EXIT.interrupted);
  }
  interruption.abort(new DOMException("interrupted", "AbortError"));
  context.stderr("\nInterrupted: ending in order; what is done is kept. Press Ctrl-C again to stop at once.\n");
}

for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, onInterrupt);
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  // Whoever reads our output has gone (`patchpro run | head`).
  if (error.code === "EPIPE") process.exit(EXIT.done);
  throw error;
});
process.exitCode = await runProgram(process.argv.slice(2), context);
