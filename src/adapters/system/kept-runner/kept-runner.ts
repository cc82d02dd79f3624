import { fork } from "node:child_process";
import type { Command, Completed, ProcessRunner } from "../../../ports/process.ts";
import { type Environment, withoutSecrets } from "../environment.ts";
import { createProcessRunner } from "../process.ts";
import type { FromHelper, ToHelper } from "./messages.ts";

const HELPER = new URL(import.meta.url.endsWith(".ts") ? "./helper.ts" : "./helper.js", import.meta.url);

/** A runner whose programs are started by a small process that stays. */
export interface KeptRunner extends ProcessRunner {
  close(): Promise<void>;
}

/**
 * The same as `createProcessRunner`, for a process that starts thousands of programs: what a start costs grows with the
 * memory of the process that makes it (measured here: 46 ms at 450 MB, 3 ms at 50 MB). Should the helper die, programs that
 * it ran end as `signalled`, and later ones are started from here.
 */
export function createKeptRunner({ env }: { readonly env: Environment }): KeptRunner {
  const bare = withoutSecrets(env);
  const direct = createProcessRunner({ env });
  const waiting = new Map<number, (completed: Completed) => void>();
  let next = 1;
  const helper = fork(HELPER, {
    env: bare,
    execArgv: [],
    serialization: "advanced",
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  let alive = true;
  const lost = (): void => {
    alive = false;
    for (const resolve of waiting.values()) resolve(LOST);
    waiting.clear();
  };
  const ended = new Promise<void>((resolve) => {
    helper.once("exit", () => {
      lost();
      resolve();
    });
  });
  helper.on("error", lost);
  helper.on("message", (message) => {
    const { id, completed } = message as FromHelper;
    const { buffer, byteOffset, byteLength } = completed.stdout;
    waiting.get(id)?.({ ...completed, stdout: Buffer.from(buffer, byteOffset, byteLength) });
    waiting.delete(id);
  });
  const tell = (message: ToHelper): void => void helper.send(message, () => undefined);
  // Only a program that runs keeps this process from ending.
  helper.unref();
  helper.channel?.unref();
  tell({ kind: "begin", env: bare });

  return {
    run: ({ signal, ...command }: Command) => {
      if (!alive || signal?.aborted) return direct.run({ ...command, ...(signal && { signal }) });
      const id = next++;
      const onAbort = (): void => tell({ kind: "abort", id });
      signal?.addEventListener("abort", onAbort, { once: true });
      return new Promise<Completed>((resolve) => {
        if (waiting.size === 0) helper.channel?.ref();
        waiting.set(id, resolve);
        tell({ kind: "run", id, command });
      }).finally(() => {
        if (waiting.size === 0) helper.channel?.unref();
        signal?.removeEventListener("abort", onAbort);
      });
    },
    async close() {
      helper.ref();
      if (helper.connected) helper.disconnect();
      if (alive) await ended;
    },
  };
}

const LOST: Completed = {
  ended: "signalled",
  exitCode: undefined,
  stdout: Buffer.alloc(0),
  stderr: "the process that runs programs ended",
  ms: 0,
};
