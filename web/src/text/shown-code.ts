import type { AttemptTrace } from "../../../src/domain/trace.ts";
import { diffRows } from "./diff-rows.ts";

export interface CodeLineAt {
  /** 1-based. */
  readonly line: number;
  readonly text: string;
}

const AROUND = 7;
const LONGEST_PROMPT = 2_000_000;

/**
 * The lines around a finding as the model saw them: prompts number them as `12 | text`. Where a prompt holds none, the old
 * side of the patch serves. Empty if neither covers the finding.
 */
export function codeAround(attempt: AttemptTrace, first: number, last: number): CodeLineAt[] {
  const wanted = (line: number): boolean => line >= first - AROUND && line <= last + AROUND;
  const found = [...numberedLines(attempt.prompt), ...oldLines(attempt.patch ?? "")];
  const lines = new Map<number, string>();
  for (const { line, text } of found) if (wanted(line) && !lines.has(line)) lines.set(line, text);
  return [...lines].map(([line, text]) => ({ line, text })).sort((a, b) => a.line - b.line);
}

function numberedLines(prompt: string): CodeLineAt[] {
  if (prompt.length > LONGEST_PROMPT) return [];
  return [...prompt.matchAll(/^ *(\d{1,7}) \| (.*)$/gm)].map(([, line, text]) => ({
    line: Number(line),
    text: text ?? "",
  }));
}

function oldLines(patch: string): CodeLineAt[] {
  return diffRows(patch).flatMap((row) =>
    row.kind === "same" || row.kind === "old" ? [{ line: row.before, text: row.text }] : [],
  );
}

/** The ending of a path, lower case, without its dot. */
export const fileTypeOf = (path: string): string => /\.([A-Za-z0-9]+)$/.exec(path)?.[1]?.toLowerCase() ?? "";
