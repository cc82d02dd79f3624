import type { Failure } from "../../../src/server/api.ts";

/** Something that could not be had, and what a person can do about it. */
export class AskFailure extends Error {
  readonly code: string;
  readonly hint: string;

  constructor(code: string, message: string, hint: string) {
    super(message);
    this.name = "AskFailure";
    this.code = code;
    this.hint = hint;
  }

  /** Whether the same request may succeed later: no answer came, or the server could not just then. */
  get passing(): boolean {
    return this.code === "offline" || this.code === "busy";
  }
}

/** Any thrown thing as a failure to show. */
export function asFailure(thrown: unknown): AskFailure {
  if (thrown instanceof AskFailure) return thrown;
  return new AskFailure(
    "bug",
    thrown instanceof Error ? thrown.message : String(thrown),
    "Load the page again. If it stays, report it.",
  );
}

export function failureOf(status: number, body: unknown): AskFailure {
  if (isFailure(body)) {
    const { code, message, hint } = body.error;
    return new AskFailure(status >= 500 && code !== "bug" ? "busy" : code, message, hint);
  }
  const code = status >= 500 ? "busy" : "refused";
  return new AskFailure(code, `The server answered ${status}.`, "Look at the terminal in which patchpro ui runs.");
}

export function isFailure(body: unknown): body is Failure {
  if (typeof body !== "object" || body === null || !("error" in body)) return false;
  const { error } = body;
  return typeof error === "object" && error !== null && "code" in error && "message" in error && "hint" in error;
}
