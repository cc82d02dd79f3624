import { maskNumbers, normalizeCode } from "./code.ts";

/** A finding as it is recognised again in another analysis of its file, though lines moved and numbers in messages changed. */
export interface Sighting {
  readonly path: string;
  readonly tool: string;
  readonly ruleId: string;
  readonly message: string;
  /** 1-based, inclusive. */
  readonly startLine: number;
  readonly endLine: number;
  /** Equal for equal findings in moved or re-indented lines: path, tool, rule, message and the code of the first flagged line. */
  readonly key: string;
  /** The same with the message's numbers masked. */
  readonly looseKey: string;
}

/** What a sighting is made from: lines are 1-based, inclusive. */
export type Sighted = Pick<Sighting, "path" | "tool" | "ruleId" | "message" | "startLine" | "endLine">;

/** Makes a sighting; `lines` are the lines of the text that was analyzed (`patch/lines.ts`, `splitLines`). */
export function sightingOf(finding: Sighted, lines: readonly string[]): Sighting {
  const { path, tool, ruleId, message, startLine, endLine } = finding;
  const masked = maskNumbers(message);
  const key = sightingKey(finding, lines);
  const looseKey = masked === message ? key : sightingKey({ ...finding, message: masked }, lines);
  return { path, tool, ruleId, message, startLine, endLine, key, looseKey };
}

/**
 * The identity of a finding within a file, whatever its line: path, tool, rule, message and the normalized code of the
 * first flagged line. Only the first, because a change inside a flagged block does not make another finding.
 */
export function sightingKey({ path, tool, ruleId, message, startLine }: Sighted, lines: readonly string[]): string {
  return `${path}\0${tool}\0${ruleId}\0${normalizeCode(lines[startLine - 1] ?? "")}\0${message}`;
}
