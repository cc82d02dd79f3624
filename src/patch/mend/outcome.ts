import type { CheckCode } from "../../domain/check.ts";
import type { Dialect } from "./proposal.ts";

/** How the place of an edit was found, strictest first. */
export type Rung =
  | "exact"
  | "trailing-space"
  | "lost-prefix"
  | "runs"
  | "indentation"
  | "blank-lines"
  | "punctuation"
  | "line-numbers"
  | "escapes"
  | "elided"
  | "fragment"
  | "whole-file"
  | "file";

export type RepairCode =
  | "unwrapped"
  | "json-mended"
  | "escapes-undone"
  | "header-mended"
  | "counts-wrong"
  | "numbers-missing"
  | "start-wrong"
  | "prefix-missing"
  | "path-matched"
  | "trailing-space"
  | "indentation-shifted"
  | "blank-lines-differ"
  | "punctuation-differs"
  | "line-numbers-stripped"
  | "context-wrong"
  | "tie-broken"
  | "elision-filled"
  | "duplicate-dropped"
  | "draft-superseded"
  | "no-op-dropped"
  | "line-ends-kept"
  | "new-file";

/** One thing that was wrong with a reply and was mended. */
export interface Repair {
  readonly code: RepairCode;
  /** One sentence for a person. */
  readonly detail: string;
  /** 1-based line of the reply, where there is one. */
  readonly line?: number;
}

/** Where one edit went. */
export interface AnchoredEdit {
  readonly path: string;
  readonly dialect: Dialect;
  readonly rung: Rung;
  /** 1-based lines of the file as it was: first, and last inclusive (`line - 1` for a pure insertion). */
  readonly line: number;
  readonly endLine: number;
}

/** Why a reply is not used. `code` is one of the PARSE_, DIFF_ and APPLY_ codes. */
export interface Refusal {
  readonly code: CheckCode;
  readonly reason: string;
}

export type Mended =
  | {
      readonly outcome: "patched";
      /** Only the files that change; `null`: deleted. */
      readonly files: ReadonlyMap<string, string | null>;
      readonly edits: readonly AnchoredEdit[];
      readonly repairs: readonly Repair[];
      readonly explanation?: string;
      /** What the model says it could not fix, beside the edits. */
      readonly unfixable?: string;
    }
  | ({ readonly outcome: "refused"; readonly repairs: readonly Repair[] } & Refusal)
  | { readonly outcome: "declined"; readonly reason: string };

/** Ends the reading of a reply; caught in `mend.ts` and turned into an outcome, never seen outside. */
export class Refused extends Error {
  readonly refusal: Refusal;
  constructor(code: CheckCode, reason: string) {
    super(reason);
    this.refusal = { code, reason };
  }
}

/** Text of one line for a message: short, on one line, without control characters. */
export function quoted(text: string): string {
  const flat = text
    .slice(0, 200)
    .replace(/\t/g, "\\t")
    .replace(/[\u0000-\u001f\u007f-\u009f]/g, "?");
  return `\`${flat.length > 120 ? `${flat.slice(0, 117)}...` : flat}\``;
}
