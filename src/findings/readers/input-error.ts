import type { z } from "zod";
import { PatchProError } from "../../domain/errors.ts";

/** The error for a report that cannot be read: the file, the place in it, what is wrong, what to do. */
export function inputError(source: string, place: string, problem: string, hint: string): PatchProError {
  return new PatchProError("input", `${source}: ${place === "" ? "" : `${place}: `}${problem}`, hint);
}

/** A place in JSON as people write it: `runs[0].results[12].level`. */
export function jsonPath(path: readonly PropertyKey[]): string {
  return path
    .map((part, at) => (typeof part === "number" ? `[${part}]` : at === 0 ? String(part) : `.${String(part)}`))
    .join("");
}

/** The first thing that a schema found wrong, with its place below `base`. */
export function firstIssue(error: z.ZodError, base: readonly PropertyKey[] = []): { place: string; problem: string } {
  const issue = error.issues[0];
  return { place: jsonPath([...base, ...(issue?.path ?? [])]), problem: issue?.message ?? "not readable" };
}

/** At most `limit` characters of one line of a text that came from outside. */
export function excerpt(text: string, limit = 160): string {
  const line = text.trim().split(/[\r\n]/, 1)[0] ?? "";
  return line.length > limit ? `${line.slice(0, limit)}…` : line;
}
