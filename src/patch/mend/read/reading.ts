import type { Refusal, Repair, RepairCode } from "../outcome.ts";
import type { Proposal } from "../proposal.ts";

/** What a reader may know of the files; readers never place anything. */
export interface Surroundings {
  /** Whether a line stands in any of the files, white space at its ends aside. */
  readonly knowsLine: (line: string) => boolean;
  /** The same, with its indentation. */
  readonly knowsIndented: (line: string) => boolean;
  /** Whether a path written in a reply means one of the files. */
  readonly knowsPath: (written: string) => boolean;
}

/** A reply (or a part of it) as lines, and what was noticed while reading it. */
export class Reading {
  readonly text: string;
  readonly lines: readonly string[];
  readonly around: Surroundings;
  readonly proposals: Proposal[] = [];
  readonly repairs: Repair[] = [];
  /** Set by the first reader that recognises its dialect but cannot read it. */
  refusal: Refusal | undefined;
  explanation: string | undefined;
  unfixable: string | undefined;
  /** A readable reply that asks for nothing. */
  empty = false;

  constructor(text: string, around: Surroundings) {
    this.text = text;
    this.lines = text.split("\n");
    this.around = around;
  }

  /** Notes a repair; `index` is the 0-based line of the reply. The same repair is noted once per line. */
  note(code: RepairCode, detail: string, index?: number): void {
    if (this.repairs.length > 500) return;
    this.repairs.push(index === undefined ? { code, detail } : { code, detail, line: index + 1 });
  }

  refuse(code: Refusal["code"], reason: string): void {
    this.refusal ??= { code, reason };
  }
}

/** A fence around a diff: in the first column, since a diff's own lines begin with a sign. */
export const DIFF_FENCE = /^(`{3,}|~{3,})[ \t]*([^`]*)$/;

/** An opening or closing code fence: three or more backticks or tildes, with what stands behind the opening one. */
export const FENCE = /^ {0,3}(`{3,}|~{3,})[ \t]*([^`]*)$/;
