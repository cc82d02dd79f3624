import type { SourceText } from "../../domain/text.ts";
import type { CaseSpec } from "./format.ts";

/** Texts by path, relative to some folder, `/` between parts. */
export type Files = ReadonlyMap<string, SourceText>;

/** One case with everything that its folder holds. */
export interface EvalCase {
  /** The folder's name. */
  readonly name: string;
  readonly spec: CaseSpec;
  readonly before: Files;
  /** Only the files that a right fix changes; empty where there is no reference. */
  readonly after: Files;
  /** As in the folder: paths start with `tests/`. */
  readonly tests: Files;
  /** What the model says at call 1, 2, … (`reply-1.txt`, …); holes are undefined. */
  readonly replies: readonly (string | undefined)[];
}

/** The rules of a case's targets, each once, in their order. */
export function rulesOf({ targets }: CaseSpec): string {
  return [...new Set(targets.map(({ rule }) => rule))].join(", ");
}
