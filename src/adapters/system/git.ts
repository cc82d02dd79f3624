import { PatchProError } from "../../domain/errors.ts";
import type { Completed, ProcessRunner } from "../../ports/process.ts";

/** Runs git in one folder. Like the runner, it never throws. */
export type Git = (args: readonly string[], options?: GitOptions) => Promise<Completed>;

export interface GitOptions {
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
}

/** Paths are names, never patterns; nothing that the repository configures is run along the way. */
const ALWAYS = [
  "--literal-pathspecs",
  "--no-optional-locks",
  "-c",
  "core.quotepath=false",
  "-c",
  "core.fsmonitor=false",
  "-c",
  "core.hooksPath=/dev/null",
];
/** English messages, because some are recognised below; no question to a person who is not there. */
const ENVIRONMENT = { LC_ALL: "C", GIT_TERMINAL_PROMPT: "0" };
const TIMEOUT_MS = 120_000;

export function gitIn(runner: ProcessRunner, folder: string): Git {
  return (args, { input, env, timeoutMs, signal } = {}) =>
    runner.run({
      file: "git",
      args: [...ALWAYS, ...args],
      cwd: folder,
      timeoutMs: timeoutMs ?? TIMEOUT_MS,
      env: { ...ENVIRONMENT, ...env },
      ...(input === undefined ? {} : { input }),
      ...(signal === undefined ? {} : { signal }),
    });
}

export function succeeded(completed: Completed): boolean {
  return completed.ended === "exited" && completed.exitCode === 0;
}

/** The bytes that a git command prints. Throws `PatchProError("repository", …)` if it fails, saying what was tried. */
export async function gitOutput(
  git: Git,
  args: readonly string[],
  what: string,
  options?: GitOptions,
): Promise<Buffer> {
  const completed = await git(args, options);
  if (succeeded(completed)) return completed.stdout;
  throw gitFailure(completed, what);
}

/** Like `gitOutput`, for NUL-separated names. Bytes that are not UTF-8 become U+FFFD, which no file on disk answers to. */
export async function gitNames(
  git: Git,
  args: readonly string[],
  what: string,
  options?: GitOptions,
): Promise<string[]> {
  const output = await gitOutput(git, args, what, options);
  return output.toString("utf8").split("\0").filter(Boolean);
}

/** Why a git command did not do its work, with the remedy where there is a known one. */
export function gitFailure(completed: Completed, what: string): PatchProError {
  if (completed.ended === "not-found") {
    return new PatchProError(
      "repository",
      "git was not found.",
      "Install git (https://git-scm.com) and make sure that it is on PATH.",
    );
  }
  if (/dubious ownership/.test(completed.stderr)) {
    return new PatchProError(
      "repository",
      `${what} failed: the repository belongs to another user.`,
      "Trust it with `git config --global --add safe.directory FOLDER`.",
    );
  }
  return new PatchProError(
    "repository",
    `${what} failed: ${gitWords(completed)}`,
    "Run the same git command by hand to see more.",
  );
}

/** Git's own words about a failure, in one line. */
export function gitWords({ ended, exitCode, stderr }: Completed): string {
  const words = stderr
    .split("\n")
    .map((line) => line.replace(/^(?:fatal|error): /, "").trim())
    .filter((line) => line !== "" && !line.startsWith("hint:"))
    .join("; ");
  if (words !== "") return words;
  return ended === "exited" ? `git ended with exit code ${exitCode}` : `git ended: ${ended}`;
}
