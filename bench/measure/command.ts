import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { z } from "zod";

/** What a program and all processes that it started used. */
export interface Usage {
  readonly wallMs: number;
  /** User and system time; undefined where the system does not tell (Windows). */
  readonly cpuMs: number | undefined;
  /** Resident memory of the largest of the processes. */
  readonly peakBytes: number | undefined;
}

export interface CommandOptions {
  readonly cwd?: string;
  readonly input?: string;
  /** Folders put before PATH. */
  readonly path?: readonly string[];
  /** Exit codes besides 0 that are no failure. */
  readonly mayExit?: readonly number[];
}

export interface Finished {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

const MAX_OUTPUT = 1 << 30;
const usageJson = z.object({ wallMs: z.number(), cpuMs: z.number().optional(), peakBytes: z.number().optional() });

/** Runs a program to its end. Throws with its last words if it does not exit with 0 or a code of `mayExit`. */
export function command(file: string, args: readonly string[], options: CommandOptions = {}): Finished {
  const { status, stdout, stderr, error } = spawnSync(file, args, {
    cwd: options.cwd,
    input: options.input ?? "",
    maxBuffer: MAX_OUTPUT,
    encoding: "utf8",
    env: environment(options.path ?? []),
  });
  if (error) throw error;
  if (status !== 0 && !options.mayExit?.includes(status ?? -1)) {
    throw new Error(`${file} ${args.slice(0, 6).join(" ")} … ended with ${status}:\n${stderr.slice(-4000)}`);
  }
  return { exitCode: status ?? -1, stdout, stderr };
}

/** The same, measured by a small Python program around it, since Node does not tell what the children of a child used. */
export function measured(
  python: string,
  file: string,
  args: readonly string[],
  options: CommandOptions = {},
): Finished & { readonly usage: Usage } {
  const folder = mkdtempSync(path.join(tmpdir(), "patchpro-bench-"));
  try {
    const out = path.join(folder, "usage.json");
    const wrapper = path.join(import.meta.dirname, "usage.py");
    const finished = command(python, [wrapper, out, file, ...args], options);
    const { wallMs, cpuMs, peakBytes } = usageJson.parse(JSON.parse(readFileSync(out, "utf8")));
    return { ...finished, usage: { wallMs, cpuMs, peakBytes } };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Whatever of this computer's settings would change an answer stays out. */
function environment(first: readonly string[]): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(?:GIT_|RUFF_|ESLINT_|PATCHPRO_|PYTHON(?!$))/.test(name),
  );
  const searched = [...first, process.env.PATH ?? ""].join(path.delimiter);
  return {
    ...Object.fromEntries(kept),
    PATH: searched,
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_CONFIG_GLOBAL: path.join(tmpdir(), "no-such-gitconfig"),
  };
}
