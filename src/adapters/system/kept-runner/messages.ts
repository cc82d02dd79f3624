import type { Command, Completed } from "../../../ports/process.ts";

/** What the helper is told. */
export type ToHelper =
  | { readonly kind: "begin"; readonly env: Readonly<Record<string, string>> }
  | { readonly kind: "run"; readonly id: number; readonly command: Omit<Command, "signal"> }
  | { readonly kind: "abort"; readonly id: number };

/** What it answers, once for every `run`. */
export interface FromHelper {
  readonly id: number;
  readonly completed: Completed;
}
