import { hostname } from "node:os";
import type { RunPlace } from "../../domain/trace.ts";

/** This process, as a store tells others. */
export function thisPlace(): RunPlace {
  return { host: hostname(), pid: process.pid };
}

/** Whether a process of this machine runs. One that belongs to somebody else does. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
