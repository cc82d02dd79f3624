import { EXIT, messageOf, PatchProError } from "../domain/errors.ts";
import { inert, visibleLines } from "../report/safe-text.ts";

/** What to write to standard error, and how to exit. */
export interface Failure {
  readonly text: string;
  readonly exitCode: number;
}

export interface FailureContext {
  readonly colour: boolean;
  readonly toolVersion: string;
  /** `process.version` and `process.platform`, for a report of our bug. */
  readonly nodeVersion: string;
  readonly platform: string;
}

/** What the operating system refuses although PatchPro does right, and what a person can do. */
const SYSTEM_HINTS: Readonly<Record<string, string>> = {
  ENOSPC: "Free some space on the disk and run again.",
  EDQUOT: "Free some space in your quota and run again.",
  EROFS: "Use --out to write to another place.",
  EACCES: "Check the permissions of the path above.",
  EPERM: "Check the permissions of the path above.",
  EMFILE: "Raise the limit of open files (`ulimit -n`) and run again.",
  ENFILE: "Close other programs and run again.",
  ENOMEM: "Close other programs, or look at fewer files at a time.",
};

/** Turns anything thrown into words and an exit code. Never throws. */
export function describeFailure(error: unknown, context: FailureContext): Failure {
  if (error instanceof PatchProError) return known(error.message, error.hint, error.exitCode, context);
  const code = systemCodeOf(error);
  // Whoever reads our output has gone (`patchpro run | head`); there is nobody to tell.
  if (code === "EPIPE") return { text: "", exitCode: EXIT.done };
  if (isAbort(error)) return known("interrupted", "What was done until now is kept.", EXIT.interrupted, context);
  const hint = code === undefined ? undefined : SYSTEM_HINTS[code];
  if (hint !== undefined) return known(messageOf(error), hint, EXIT.outsideFailed, context);
  return bug(error, context);
}

/** Words from outside, as several lines that nothing obeys. */
function words(text: string): string {
  return inert(visibleLines(text));
}

function known(message: string, hint: string, exitCode: number, { colour }: FailureContext): Failure {
  const text = `${tinted("31", "error:", colour)} ${words(message)}\n`;
  return { text: hint === "" ? text : `${text}${tinted("36", "hint:", colour)} ${words(hint)}\n`, exitCode };
}

function bug(error: unknown, { colour, toolVersion, nodeVersion, platform }: FailureContext): Failure {
  const lines = [
    `${tinted("31", "error:", colour)} PatchPro has a bug: ${words(messageOf(error))}`,
    "",
    words(stackOf(error)),
    "",
    `PatchPro ${toolVersion}, Node ${nodeVersion}, ${platform}`,
    `${tinted("36", "hint:", colour)} Please report it with the text above and the command you ran; \`npm bugs patchpro\` opens the place. Your files were not changed by the crash.`,
  ];
  return { text: `${lines.join("\n")}\n`, exitCode: EXIT.bug };
}

function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return `(not an Error: ${typeof error})`;
  const own = error.stack ?? `${error.name}: ${error.message}`;
  return error.cause instanceof Error ? `${own}\ncaused by ${error.cause.stack ?? error.cause.message}` : own;
}

function systemCodeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}

function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === "AbortError";
}

function tinted(code: string, text: string, colour: boolean): string {
  return colour ? `\u001b[${code}m${text}\u001b[0m` : text;
}
