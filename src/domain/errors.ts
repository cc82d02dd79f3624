/** Exit codes of the command line (design.md, section 5). */
export const EXIT = {
  done: 0,
  findingsLeft: 1,
  badInput: 2,
  outsideFailed: 3,
  budget: 4,
  bug: 70,
  interrupted: 130,
} as const;

export type ErrorCode =
  | "usage"
  | "config"
  | "input"
  | "repository"
  | "analyzer"
  | "provider"
  | "network"
  | "store"
  | "disk"
  | "budget";

const EXIT_OF: Record<ErrorCode, number> = {
  usage: EXIT.badInput,
  config: EXIT.badInput,
  input: EXIT.badInput,
  repository: EXIT.badInput,
  analyzer: EXIT.outsideFailed,
  provider: EXIT.outsideFailed,
  network: EXIT.outsideFailed,
  store: EXIT.outsideFailed,
  disk: EXIT.outsideFailed,
  budget: EXIT.budget,
};

/** A failure that a person can mend. Anything else that is thrown is a bug of ours and keeps its stack. */
export class PatchProError extends Error {
  override readonly name = "PatchProError";
  readonly code: ErrorCode;
  /** One sentence: what to do about it. */
  readonly hint: string;

  constructor(code: ErrorCode, message: string, hint: string, options?: { cause?: unknown }) {
    super(message, options);
    this.code = code;
    this.hint = hint;
  }

  get exitCode(): number {
    return EXIT_OF[this.code];
  }
}

/** The message of anything that was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
