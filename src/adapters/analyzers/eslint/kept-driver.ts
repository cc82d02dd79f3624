import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { z } from "zod";
import type { Command, Completed, ProcessRunner } from "../../../ports/process.ts";

/** What the driver says after each task. */
const served = z.object({ served: z.boolean(), failure: z.string().optional() });

/** After so many tasks the process is replaced: ESLint keeps more and more of what it has seen. */
const MOST_TASKS = 400;
const MOST_OUTPUT = 256 * 1024 * 1024;

/** A runner for ESLint's driver that keeps its process: the start of ESLint takes longer than linting a small file. */
export interface KeptDriver extends ProcessRunner {
  close(): Promise<void>;
}

interface Hand {
  readonly child: ChildProcess;
  readonly lines: AsyncIterator<string>;
  tasks: number;
}

/** `env`: the whole environment of the process, without secrets. Tasks are done one after the other. */
export function keepDriver(env: Readonly<Record<string, string>>): KeptDriver {
  let hand: Hand | undefined;
  let last: Promise<unknown> = Promise.resolve();

  const start = ({ file, args }: Command): Hand => {
    const child = spawn(file, [...args, "--serve"], { env, stdio: ["pipe", "pipe", "ignore"], windowsHide: true });
    // Whoever waits for an answer sees that the output has ended.
    child.on("error", () => undefined);
    child.stdin?.on("error", () => undefined);
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    return { child, lines, tasks: 0 };
  };
  const drop = (): void => {
    hand?.child.kill("SIGKILL");
    hand = undefined;
  };

  async function task(command: Command): Promise<Completed> {
    const startedAt = performance.now();
    if (hand && (hand.child.exitCode !== null || hand.tasks >= MOST_TASKS)) drop();
    hand ??= start(command);
    hand.tasks += 1;
    const ended = (how: Completed["ended"], exitCode: number | undefined, out: string, stderr: string): Completed => ({
      ended: how,
      exitCode,
      stdout: Buffer.from(out),
      stderr,
      ms: performance.now() - startedAt,
    });
    let cut: "timed-out" | "aborted" | undefined;
    const stop = (why: typeof cut) => () => {
      cut ??= why;
      drop();
    };
    const timer = setTimeout(stop("timed-out"), command.timeoutMs);
    const onAbort = stop("aborted");
    command.signal?.addEventListener("abort", onAbort, { once: true });
    try {
      hand.child.stdin?.write(`${String(command.input)}\n`);
      let out = "";
      for (;;) {
        const next = await hand?.lines.next();
        if (!next || next.done) {
          drop();
          return ended(cut ?? "signalled", undefined, out, "ESLint's process ended");
        }
        const end = next.value.startsWith('{"served"') ? served.parse(JSON.parse(next.value)) : undefined;
        if (end) return ended("exited", end.served ? 0 : 1, out, end.failure ?? "");
        out += `${next.value}\n`;
        if (out.length > MOST_OUTPUT) {
          drop();
          return ended("too-much-output", undefined, out, "");
        }
      }
    } finally {
      clearTimeout(timer);
      command.signal?.removeEventListener("abort", onAbort);
    }
  }

  return {
    run: (command) => {
      const turn = last.then(() => task(command));
      last = turn.catch(() => undefined);
      return turn;
    },
    async close() {
      await last;
      drop();
    },
  };
}
