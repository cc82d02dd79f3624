import { execa } from "execa";
import { messageOf } from "../../domain/errors.ts";
import type { Command, Completed, ProcessRunner } from "../../ports/process.ts";
import { Head, Tail } from "./bounded-output.ts";
import { type Environment, withoutSecrets } from "./environment.ts";

const DEFAULT_OUTPUT_BYTES = 256 * 1024 * 1024;
const STDERR_BYTES = 64 * 1024;
/** What a program gets to clean up after SIGTERM before it is killed. */
const GRACE_MS = 1000;
/** How long children that outlive their parent may keep its output open. */
const LINGER_MS = 500;
/** `setTimeout` fires at once above this. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

type Subprocess = ReturnType<typeof spawn>;
type Cut = "timed-out" | "too-much-output" | "aborted";

/**
 * Runs programs without a shell, in a process group of their own, with an environment free of secrets.
 * `run` never throws and never leaves a child behind. A process that leaves its group on purpose (`setsid`) is not
 * followed, but is not waited for either.
 */
export function createProcessRunner(options: { readonly env: Environment }): ProcessRunner {
  const env = withoutSecrets(options.env);
  return { run: (command) => run(command, { ...env, ...command.env }) };
}

async function run(command: Command, env: Record<string, string>): Promise<Completed> {
  const started = performance.now();
  const stdout = new Head(command.maxOutputBytes ?? DEFAULT_OUTPUT_BYTES);
  const stderr = new Tail(STDERR_BYTES);
  const completed = (ended: Completed["ended"], exitCode?: number): Completed => ({
    ended,
    exitCode,
    stdout: stdout.bytes(),
    stderr: stderr.text(),
    ms: performance.now() - started,
  });
  if (command.signal?.aborted) return completed("aborted");

  let subprocess: Subprocess;
  try {
    subprocess = spawn(command, env);
  } catch (error) {
    // arguments that no system can pass on, such as a NUL character
    stderr.add(Buffer.from(messageOf(error)));
    return completed("not-executable");
  }

  const { cut, cutBy, stopWatching } = watch(subprocess, command);
  subprocess.stdout?.on("data", (chunk: Buffer) => {
    if (!stdout.add(chunk)) cut("too-much-output");
  });
  subprocess.stderr?.on("data", (chunk: Buffer) => stderr.add(chunk));

  const result = await Promise.race([subprocess, abandoned(subprocess)]);
  stopWatching();
  // the program is gone; what it started and left behind goes too
  subprocess.kill("SIGKILL");
  subprocess.stdout?.destroy();
  subprocess.stderr?.destroy();

  const why = cutBy();
  if (why !== undefined) return completed(why);
  if (result !== undefined && subprocess.pid === undefined) {
    stderr.add(Buffer.from(result.originalMessage ?? result.shortMessage ?? ""));
    return completed(result.code === "ENOENT" || result.code === "ENOTDIR" ? "not-found" : "not-executable");
  }
  const { exitCode } = subprocess.nodeChildProcess;
  return exitCode === null ? completed("signalled") : completed("exited", exitCode);
}

function spawn(command: Command, env: Record<string, string>) {
  return execa(command.file, [...command.args], {
    cwd: command.cwd,
    env,
    extendEnv: false,
    buffer: false,
    encoding: "buffer",
    reject: false,
    killDescendants: true,
    forceKillAfterDelay: GRACE_MS,
    windowsHide: true,
    ...(command.input === undefined ? { stdin: "ignore" as const } : { input: command.input }),
  });
}

/** Ends the program when its time is up, when it is called off, or when `cut` says so; the first reason counts. */
function watch(subprocess: Subprocess, command: Command) {
  let why: Cut | undefined;
  const cut = (reason: Cut): void => {
    if (why !== undefined) return;
    why = reason;
    subprocess.kill(reason === "too-much-output" ? "SIGKILL" : "SIGTERM");
  };
  const onAbort = (): void => cut("aborted");
  command.signal?.addEventListener("abort", onAbort, { once: true });
  const timer = setTimeout(() => cut("timed-out"), Math.min(Math.max(command.timeoutMs, 0), LONGEST_TIMER_MS));
  return {
    cut,
    cutBy: () => why,
    stopWatching: () => {
      clearTimeout(timer);
      command.signal?.removeEventListener("abort", onAbort);
    },
  };
}

/** Resolves when the program has ended but something else still holds its output open. */
function abandoned(subprocess: Subprocess): Promise<undefined> {
  return new Promise((resolve) => {
    subprocess.nodeChildProcess.once("exit", () => setTimeout(() => resolve(undefined), LINGER_MS).unref());
  });
}
