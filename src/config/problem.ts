import type { KeyPath } from "./key-positions.ts";

/** One thing wrong in a configuration file. */
export interface Problem {
  /** As shown to people: `.patchpro.toml`, `pyproject.toml`, … */
  readonly file: string;
  /** 1-based; column in UTF-16 units. */
  readonly line: number;
  readonly column: number;
  readonly message: string;
  /** What to write instead. */
  readonly remedy: string;
}

/** `FILE:LINE:COLUMN  message` with the remedy below, one problem after another. */
export function formatProblems(problems: readonly Problem[]): string {
  return problems
    .map((problem) => `${problem.file}:${problem.line}:${problem.column}  ${problem.message}\n    ${problem.remedy}`)
    .join("\n");
}

/** A key as people write it: `model.prices."gpt-5.1"`; list positions count from 1: `sources[2]`. */
export function keyName(path: KeyPath): string {
  return path
    .map((part, index) => {
      if (typeof part === "number") return `[${part + 1}]`;
      const name = /^[A-Za-z0-9_-]+$/.test(part) ? part : JSON.stringify(part);
      return index === 0 ? name : `.${name}`;
    })
    .join("");
}
