/** A program to run: never a shell string. */
export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd: string;
  /** Standard input; none if undefined. */
  readonly input?: string | Uint8Array;
  /** Milliseconds after which the process and its children are killed. */
  readonly timeoutMs: number;
  /** Bytes of standard output kept at most; a program that prints more is killed. */
  readonly maxOutputBytes?: number;
  /** Added to an environment from which everything that looks like a secret was removed. */
  readonly env?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

/** How a program ended. Never thrown: a missing program, a time-out and a crash are all values. */
export interface Completed {
  readonly ended: "exited" | "timed-out" | "too-much-output" | "not-found" | "not-executable" | "signalled" | "aborted";
  readonly exitCode: number | undefined;
  readonly stdout: Buffer;
  /** At most the last 64 KiB. */
  readonly stderr: string;
  readonly ms: number;
}

export interface ProcessRunner {
  run(command: Command): Promise<Completed>;
}
